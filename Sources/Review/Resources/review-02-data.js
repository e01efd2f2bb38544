// 02-data
