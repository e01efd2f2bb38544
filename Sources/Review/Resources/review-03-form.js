// 03-form
