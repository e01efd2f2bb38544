"""Writes tab-separated text as a workbook through XlsxWriter."""

import sys

import xlsxwriter

source, target = sys.argv[1:]
workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
sheet = workbook.add_worksheet()
with open(source, encoding="utf-8") as lines:
    for row, line in enumerate(lines):
        for column, cell in enumerate(line.rstrip("\n").split("\t")):
            sheet.write_string(row, column, cell)
workbook.close()
