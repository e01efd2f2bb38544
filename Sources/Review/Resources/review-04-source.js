// 04-source
