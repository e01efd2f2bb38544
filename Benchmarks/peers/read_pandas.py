"""Reads the tables of a page through pandas and lxml."""

import sys

import pandas

print(sum(table.size for table in pandas.read_html(sys.argv[1], flavor="lxml", encoding="utf-8")))
