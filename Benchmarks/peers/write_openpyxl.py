"""Writes tab-separated text as a workbook through openpyxl, row by row."""

import sys

import openpyxl

source, target = sys.argv[1:]
workbook = openpyxl.Workbook(write_only=True)
sheet = workbook.create_sheet()
with open(source, encoding="utf-8") as lines:
    for line in lines:
        sheet.append(line.rstrip("\n").split("\t"))
workbook.save(target)
