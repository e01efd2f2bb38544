// 05-list
