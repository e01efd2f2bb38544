"""Reads all cells of a workbook through openpyxl, row by row."""

import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for sheet in workbook for row in sheet.iter_rows(values_only=True)))
