"""Writes JSON canonically through rfc8785, and prints the fastest of three runs in seconds."""

import json
import sys
import time

import rfc8785

with open(sys.argv[1], "rb") as file:
    value = json.load(file)
times = []
for _ in range(3):
    start = time.perf_counter()
    rfc8785.dumps(value)
    times.append(time.perf_counter() - start)
print(min(times))
