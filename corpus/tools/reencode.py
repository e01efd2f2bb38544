#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the renditions of a source that follow from its bytes alone.

usage: reencode.py CASE...

CASE is a folder of the corpus. Into its `renditions` go the same text with CRLF and in GB18030; for
tab-separated sources also UTF-16 as Excel's "Unicode text", and the same rows as markdown pipe
tables (`as-markdown.md`); for markdown sources the same rows separated by tabs (`as-tsv.txt`).
Every cell stays in its row and column.
"""

import codecs
import pathlib
import re
import sys

RULE = re.compile(r"\|?[\s|:-]*-[\s|:-]*\|?")


def blocks(lines, is_row):
    """Splits lines into runs of table rows (True, lines) and of other lines (False, lines)."""
    out = []
    for line in lines:
        if not out or out[-1][0] != is_row(line):
            out.append((is_row(line), []))
        out[-1][1].append(line)
    return out


def pipe_row(cells):
    """One row of a pipe table."""
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def markdown_table(rows):
    """Rows as a pipe table, under an empty header row unless a ruled line marks the header."""
    if len(rows) > 1 and all(set(cell) <= {"-"} for cell in rows[1]):
        return [pipe_row(rows[0]), "|" + "|".join(rows[1]) + "|", *map(pipe_row, rows[2:])]
    width = max(map(len, rows))
    return [pipe_row([""] * width), "|" + "---|" * width, *map(pipe_row, rows)]


def as_markdown(source):
    """A tab-separated document as markdown."""
    out = []
    for is_table, lines in blocks(source.split("\n"), lambda line: "\t" in line):
        if is_table:
            rows = [[cell.strip().replace("|", "\\|") for cell in line.split("\t")]
                    for line in lines]
            out += markdown_table(rows)
        else:
            out += lines
    return "\n".join(out)


def as_tsv(source):
    """A markdown document as tab-separated rows; the ruled lines of its tables go."""
    out = []
    for is_table, lines in blocks(source.split("\n"), lambda line: line.startswith("|")):
        if not is_table:
            out += lines
            continue
        for line in lines:
            if RULE.fullmatch(line):
                continue
            cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
            out.append("\t".join(cell.strip().replace("\\|", "|") for cell in cells))
    return "\n".join(out)


def renditions(source):
    """The renditions of a text: name and bytes."""
    with_crlf = source.replace("\n", "\r\n")
    yield "as-crlf.txt", with_crlf.encode("utf-8")
    yield "as-gb18030.txt", source.encode("gb18030")
    if "\n|" in source:
        yield "as-tsv.txt", as_tsv(source).encode("utf-8")
        return
    yield "as-utf16.txt", codecs.BOM_UTF16_LE + with_crlf.encode("utf-16-le")
    yield "as-utf16be.txt", codecs.BOM_UTF16_BE + with_crlf.encode("utf-16-be")
    yield "as-utf16le-no-bom.txt", with_crlf.encode("utf-16-le")
    yield "as-markdown.md", as_markdown(source).encode("utf-8")


def main(arguments):
    """Runs the command line and returns its exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    for name in arguments:
        case = pathlib.Path(name)
        (case / "renditions").mkdir(exist_ok=True)
        source = (case / "source.txt").read_bytes().decode("utf-8")
        for rendition, data in renditions(source):
            (case / "renditions" / rendition).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
