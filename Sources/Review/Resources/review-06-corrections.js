// 06-corrections
