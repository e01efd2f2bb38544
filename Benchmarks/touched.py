"""Prints the symbols of a program that a run touches: functions and variables, in the order in which
the run first comes to them.

usage: valgrind --tool=lackey --trace-mem=yes PROGRAM ... 2>&1 | touched.py PROGRAM
"""
import bisect
import re
import subprocess
import sys

# An access as lackey prints it: what it is, where, and of how many bytes.
ACCESS = re.compile(rb"^(?:I | [LSM]) ([0-9a-f]+),\d+$")


def symbols(program):
    """The addresses of all functions and variables, sorted, and their names."""
    lines = subprocess.run(["nm", "-n", program], check=True, capture_output=True, text=True).stdout
    known = [line.split(maxsplit=2) for line in lines.splitlines()]
    known = [entry for entry in known if len(entry) == 3 and entry[1] in "tTwWbBdDrRvV"]
    return [int(entry[0], 16) for entry in known], [entry[2] for entry in known]


def main():
    addresses, names = symbols(sys.argv[1])
    seen_at, seen = set(), {}
    for line in sys.stdin.buffer:
        access = ACCESS.match(line)
        if not access or access[1] in seen_at:
            continue
        seen_at.add(access[1])
        place = bisect.bisect_right(addresses, int(access[1], 16)) - 1
        if place >= 0:
            seen[names[place]] = None
    # Some names of the C library have a mark that the linker does not know.
    print("\n".join(name for name in seen if re.fullmatch(r"[A-Za-z_$.][^ ']*", name)))


main()
