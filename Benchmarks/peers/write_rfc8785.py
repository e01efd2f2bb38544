"""Reads JSON and writes it canonically through rfc8785."""

import json
import sys

import rfc8785

source, target = sys.argv[1:]
with open(source, "rb") as file:
    value = json.load(file)
with open(target, "wb") as file:
    rfc8785.dump(value, file)
