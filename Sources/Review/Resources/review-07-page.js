// 07-page
