// 01-texts
