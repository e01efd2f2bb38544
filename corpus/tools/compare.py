#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the canonical JSON of a document with what a reader of the document expects.

usage: compare.py [--loose] [--no-diagnostics] EXPECTED ACTUAL

EXPECTED is a corpus/*/expected.json, ACTUAL the program's output for the same document or for a
rendition of it. One line is printed for every difference: the JSON pointer, what was expected
(was) and what came (is). Line numbers of texts do not count, an absent list is an empty one, and
`blank` is compared as a set.

--loose            compare texts without white space and with NFKC
--no-diagnostics   leave the diagnostics out (renditions: other lines, other damage)

Exit status: 0 equal, 1 different, 2 wrong use or a file that is not JSON.
"""

import json
import re
import sys
import unicodedata

LISTS = {"blank", "emptyLevels", "unplaced", "indicators", "components", "rows", "outside"}


def normalised(value, key=""):
    """The value without what does not count in a comparison."""
    if isinstance(value, dict):
        pairs = ((k, normalised(v, k)) for k, v in value.items() if k != "line")
        return {k: v for k, v in pairs if not (k in LISTS and v == [])}
    if isinstance(value, list):
        items = [normalised(item) for item in value]
        return sorted(items) if key == "blank" else items
    return value


def label(item):
    """What to call an item of a list when it is missing or surplus."""
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def loosened(value):
    """The value with its texts free of white space and folded."""
    if isinstance(value, str):
        return re.sub(r"\s", "", unicodedata.normalize("NFKC", value))
    return value


def differences(was, now, pointer, loose):
    """Yields (pointer, was, is) for every place where the two differ."""
    if isinstance(was, dict) and isinstance(now, dict):
        for key in sorted(was.keys() | now.keys()):
            child = f"{pointer}/{key}"
            if key not in now:
                yield child, label(was[key]), "-"
            elif key not in was:
                yield child, "-", label(now[key])
            else:
                yield from differences(was[key], now[key], child, loose)
    elif isinstance(was, list) and isinstance(now, list):
        for index in range(max(len(was), len(now))):
            child = f"{pointer}/{index}"
            if index >= len(now):
                yield child, label(was[index]), "-"
            elif index >= len(was):
                yield child, "-", label(now[index])
            else:
                yield from differences(was[index], now[index], child, loose)
    elif was != now and not (loose and loosened(was) == loosened(now)):
        yield pointer, label(was), label(now)


def diagnostic_differences(expected, actual):
    """Yields expected diagnostics that are missing and warnings that nobody expects."""
    found = {(d["code"], d.get("line")) for d in actual.get("diagnostics", [])}
    wanted = expected.get("diagnostics", [])
    for item in wanted:
        if (item["code"], item["line"]) not in found:
            yield f"line {item['line']}", item["code"], "-"
    known = {(d["code"], d["line"]) for d in wanted + expected.get("allowed", [])}
    for item in actual.get("diagnostics", []):
        place = (item["code"], item.get("line"))
        if item.get("severity") in ("warning", "error") and place not in known:
            yield f"line {item.get('line')}", "-", f"{item['code']} {item.get('pointer', '')}"


def compare(expected, actual, loose, with_diagnostics):
    """All differences between an expectation and an output."""
    yield from differences(
        normalised(expected.get("forms", []), "forms"),
        normalised(actual.get("forms", []), "forms"), "/forms", loose)
    yield from differences(
        normalised(expected.get("outside", []), "outside"),
        normalised(actual.get("outside", []), "outside"), "/outside", loose)
    if with_diagnostics:
        yield from diagnostic_differences(expected, actual)


def main(arguments):
    """Runs the command line and returns its exit status."""
    options = {a for a in arguments if a.startswith("--")}
    names = [a for a in arguments if not a.startswith("--")]
    if len(names) != 2 or options - {"--loose", "--no-diagnostics"}:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        documents = []
        for name in names:
            with open(name, encoding="utf-8") as file:
                documents.append(json.load(file))
    except (OSError, ValueError) as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 2
    count = 0
    for pointer, was, now in compare(
            documents[0], documents[1], "--loose" in options, "--no-diagnostics" not in options):
        count += 1
        print(f"{pointer}\n  was {was}\n  is  {now}")
    print(f"{count} differences" if count != 1 else "1 difference", file=sys.stderr)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
