// Writes tab-separated text as a workbook through libxlsxwriter, which keeps one row at a time.
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int count, char **arguments) {
  static char line[1 << 16];
  FILE *file = count > 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 1;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *workbook = workbook_new_opt(arguments[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, NULL);
  for (lxw_row_t row = 0; fgets(line, sizeof line, file) != NULL; row++) {
    line[strcspn(line, "\n")] = 0;
    char *rest = line;
    lxw_col_t column = 0;
    for (char *cell; (cell = strsep(&rest, "\t")) != NULL; column++) {
      worksheet_write_string(sheet, row, column, cell, NULL);
    }
  }
  fclose(file);
  return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 1;
}
