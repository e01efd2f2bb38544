"""Reads all cells of a workbook through calamine."""

import sys

from python_calamine import CalamineWorkbook

workbook = CalamineWorkbook.from_path(sys.argv[1])
print(
    sum(
        len(row)
        for name in workbook.sheet_names
        for row in workbook.get_sheet_by_name(name).to_python()
    )
)
