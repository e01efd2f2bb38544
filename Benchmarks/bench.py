"""Measures what the program promises, beside its peers, and writes docs/benchmarks.md.

usage: bench.py FORMCONVERT STAGES [--quick] [--record]
"""

import argparse
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import inputs
import measure
import report
from measure import Run
from report import Limit, Row, faster, seconds

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs/benchmarks.md"
PEERS = HERE / "peers"
LIMITS = HERE / "limits"
MEGABYTE = 1 << 20


class Bench:
    """All measurements, in the order of the table."""

    def __init__(self, formconvert, stages, folder, quick):
        self.formconvert = formconvert
        self.stages = stages
        self.folder = folder
        self.rounds = 3 if quick else 5
        self.scale = 8 if quick else 1
        self.rows = []
        self.limits = []
        self.all_cores = os.sched_getaffinity(0)

    def size(self, megabytes):
        return megabytes * MEGABYTE // self.scale

    def named(self, megabytes):
        return f"{megabytes / self.scale:g} MB"

    def convert(self, *arguments, **options):
        return Run([self.formconvert, "--quiet", "--jobs", "1", *arguments], **options)

    def stage(self, *arguments):
        return Run([self.stages, *arguments])

    def peer(self, script, *arguments):
        return Run([sys.executable, PEERS / script, *arguments])

    def build(self, name, *flags, folder=PEERS):
        """Compiles a program in C."""
        program = self.folder / name
        subprocess.run(["cc", "-O2", "-w", folder / f"{name}.c", "-o", program, *flags], check=True)
        return program

    def limit(self, work, least, run, peer, share=1.0, by_clock=False):
        """Adds how many times as fast as a peer the least that the work takes is; `share` is what
        the peer did of the work."""
        took, theirs = (
            (run.median_elapsed, peer.median_elapsed) if by_clock else (run.median, peer.median))
        self.limits.append(
            Limit(work, least, seconds(took), f"{theirs / share / took:.1f} times as fast"))

    def swift_program(self, name):
        """Compiles a program in Swift as scripts/build-static does ours."""
        program = self.folder / name
        linked = self.folder / f"{name}.linked"
        flags = [
            "-O", "-static-executable", "-use-ld=lld", "-L", HERE.parent / ".build/static",
            "-Xlinker", "--no-export-dynamic",
        ]
        source = LIMITS / f"{name}.swift"
        subprocess.run(["swiftc", *flags, source, "-o", linked], check=True)
        subprocess.run(["strip", "--strip-all", "-o", program, linked], check=True)
        return program

    def together(self, *runs):
        measure.side_by_side(runs, self.rounds)

    def all(self):
        for part in (
            self.one_document, self.pipe_tables, self.html, self.tsv, self.workbooks,
            self.canonical_json, self.batch, self.memory,
        ):
            print(f"  {part.__name__.replace('_', ' ')} …", file=sys.stderr, flush=True)
            part()

    # Each of these is a group of rows.

    def one_document(self):
        # As a person writes it; what a process waits for counts where it is all over so soon.
        ours = Run([self.formconvert, "--quiet", inputs.ONE_FORM])
        pandoc = Run(["pandoc", "-f", "gfm", "-t", "json", inputs.ONE_FORM])
        # Linked as the program is, and told to do nothing.
        start = Run([self.stages])
        least = Run([self.swift_program("start")])
        nothing = Run([self.build("nothing", folder=LIMITS)])
        measure.side_by_side([ours, pandoc, start, least, nothing], 20 if self.scale > 1 else 60)
        work = "one-form document, markdown to JSON"
        self.rows.append(faster(work, "pandoc", ours, pandoc, 8, by_clock=True))
        self.limit(
            f"{work}, beside pandoc", "a program in Swift that prints one word", least, pandoc,
            by_clock=True)
        self.limit(
            f"{work}, beside pandoc", "a program in C that does nothing", nothing, pandoc,
            by_clock=True)
        self.start = (start.median_elapsed, ours.median_elapsed)

    def pipe_tables(self):
        large = inputs.documents(self.folder, self.size(32))
        small = inputs.documents(self.folder, self.size(8))
        read = self.stage("read", large)
        forms = self.convert(large, "-o", self.folder / "forms.json")
        cmark = Run(["cmark-gfm", "-e", "table", large])
        pandoc = Run(["pandoc", "-f", "gfm", "-t", "json", small])
        # All that is done for forms but to recognise them.
        tables = self.convert("--as", "tables", large, "-o", self.folder / "tables.json")
        self.together(read, forms, cmark, pandoc, tables)
        work = f"{self.named(32)} of pipe tables"
        share = small.stat().st_size / large.stat().st_size
        self.rows += [
            faster(f"{work} to the IR", "cmark-gfm", read, cmark, 12),
            faster(f"{work} to JSON of forms", "cmark-gfm", forms, cmark, 4),
            faster(
                f"{work} to JSON of forms", f"pandoc on {self.named(8)}, per byte", forms, pandoc,
                60, share),
        ]
        least = "the same tables read and written, no form looked for"
        self.limit(f"{work} to JSON of forms, beside cmark-gfm", least, tables, cmark)
        self.limit(f"{work} to JSON of forms, beside pandoc", least, tables, pandoc, share=share)

    def html(self):
        page = inputs.html(self.folder / "page.html", self.size(32))
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libxml-2.0"], text=True)
        read = self.stage("read", page)
        floor = Run([self.build("html_floor", *flags.split()), page])
        pandas = self.peer("read_pandas.py", page)
        self.together(read, floor, pandas)
        work = f"{self.named(32)} of HTML tables to the IR"
        ratio = read.median / floor.median
        self.rows += [
            Row(
                work, "libxml2's parser with handlers that do nothing", seconds(read.median),
                seconds(floor.median), f"{ratio:.2f} times its time", "at most 1.3", ratio <= 1.3),
            faster(work, "pandas.read_html (lxml)", read, pandas, 10),
        ]

    def tsv(self):
        text = inputs.tsv(self.folder / "rows.tsv", byte_count=self.size(32))
        read = self.stage("read", text)
        # To standard output, as the peer writes.
        tables = self.convert("--as", "tables", "--to", "json", text)
        miller = Run(["mlr", "--itsv", "--ojson", "cat", text], cores=self.all_cores)
        least = Run([self.build("scan", folder=LIMITS), text, "\t"])
        self.together(read, tables, miller, least)
        work = f"{self.named(32)} of TSV"
        peer = f"Miller, {len(self.all_cores)} cores"
        self.rows += [
            faster(f"{work} to the IR", peer, read, miller, 15),
            faster(f"{work} to JSON of tables", peer, tables, miller, 5),
        ]
        self.limit(
            f"{work}, beside {peer}", "the file in memory, and one look at each byte", least, miller,
            by_clock=True)

    def workbooks(self):
        count = 75_000 // self.scale
        text = inputs.tsv(self.folder / "cells.tsv", row_count=count - 1)
        book = self.folder / "ours.xlsx"
        other = self.folder / "libxlsxwriter.xlsx"
        ours = self.convert("--as", "tables", text, "-o", book)
        c_peer = Run([self.build("write_xlsx", "-lxlsxwriter"), text, other])
        xlsxwriter = self.peer("write_xlsxwriter.py", text, self.folder / "xlsxwriter.xlsx")
        openpyxl = self.peer("write_openpyxl.py", text, self.folder / "openpyxl.xlsx")
        self.together(ours, c_peer, xlsxwriter, openpyxl)
        work = f"{count * 10:,} cells to XLSX"
        self.rows += [
            faster(work, "libxlsxwriter, constant memory", ours, c_peer, 2),
            faster(work, "XlsxWriter", ours, xlsxwriter, 8),
            faster(work, "openpyxl, write-only", ours, openpyxl, 15),
        ]
        sizes = [path.stat().st_size for path in (book, other)]
        self.rows.append(
            Row(
                "size of that file", "libxlsxwriter", *(f"{size / 1e6:.2f} MB" for size in sizes),
                f"{100 * sizes[0] / sizes[1] - 100:+.1f} %", "at most +5 %",
                sizes[0] <= 1.05 * sizes[1]))
        read = self.stage("read", book)
        calamine = self.peer("read_calamine.py", book)
        reader = self.peer("read_openpyxl.py", book)
        least = Run([self.build("inflate", "-lz", folder=LIMITS), self.compressed_sheet(book)])
        self.together(read, calamine, reader, least)
        self.rows += [
            faster("the same XLSX to the IR", "python-calamine", read, calamine, 1),
            faster("the same XLSX to the IR", "openpyxl, read-only", read, reader, 15),
        ]
        self.limit("the same XLSX to the IR, beside openpyxl", "its sheet decompressed", least, reader)

    def compressed_sheet(self, book):
        """The sheet of a workbook as it stands in the archive, in a file of its own."""
        entry = zipfile.ZipFile(book).getinfo("xl/worksheets/sheet1.xml")
        with open(book, "rb") as file:
            file.seek(entry.header_offset + 26)
            name_size, extra_size = struct.unpack("<HH", file.read(4))
            file.seek(name_size + extra_size, os.SEEK_CUR)
            content = file.read(entry.compress_size)
        path = self.folder / "sheet1.deflate"
        path.write_bytes(content)
        return path

    def canonical_json(self):
        text = inputs.tsv(self.folder / "json.tsv", byte_count=self.size(30))
        source = self.folder / "large.json"
        subprocess.run([self.formconvert, "-q", "--as", "tables", text, "-o", source], check=True)
        os.sched_setaffinity(0, {0})
        # Each measures itself, from values in memory to bytes in memory.
        printed = subprocess.check_output([self.stages, "write-json", text], text=True)
        count, ours, copy = (float(word) for word in printed.split())
        peer = [sys.executable, PEERS / "write_rfc8785.py", source]
        theirs = float(subprocess.check_output(peer, text=True))
        work = f"canonical JSON of {count / 1e6:.0f} MB, from memory to memory"
        self.rows += [
            Row(
                work, "rfc8785", seconds(ours), seconds(theirs),
                f"{theirs / ours:.1f} times as fast", "20 times", theirs >= 20 * ours),
            Row(
                work, "a copy of the bytes", seconds(ours), seconds(copy),
                f"{100 * copy / ours:.0f} % of its speed", "stated", True),
        ]

    def batch(self):
        # In memory, where there is such a folder: a file system on a disk looks for places that
        # the outputs of the round before have just left, which takes longer than the work.
        memory = Path("/dev/shm")
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            self.batch_in(Path(folder))

    def batch_in(self, folder):
        many = inputs.forms(folder / "many", 20_000 // self.scale)
        few = inputs.forms(folder / "few", 100)
        output = folder / "output"
        command = [self.formconvert, "--quiet", "-o", output]
        one = Run([*command, "--jobs", "1", many])
        two = Run([*command, "--jobs", "2", many], cores=set(sorted(self.all_cores)[:2]))
        hundred = Run([*command, "--jobs", "1", few])
        single = Run([*command, "--jobs", "1", inputs.forms(folder / "single", 1)])
        folders = sorted(many.iterdir())
        halves = [Run([*command, "--jobs", "1", *folders[half::2]]) for half in (0, 1)]
        apart = []
        for _ in range(self.rounds):
            # The short runs more often: what one of them takes differs more than what is asked about.
            for run in (one, two, *[hundred, single] * 5):
                run.time()
                shutil.rmtree(output)
            apart.append(measure.at_once(halves, sorted(self.all_cores)))
            shutil.rmtree(output)
        count = 20_000 // self.scale
        ratio = one.median_elapsed / two.median_elapsed
        # The start of the process, and what it prepares once, are no document's.
        each = (one.median - single.median) / (count - 1)
        each_of_few = (hundred.median - single.median) / 99
        flat = each / each_of_few
        work = f"{count:,} documents of one form"
        self.rows += [
            Row(
                f"{work}, two cores", "itself on one core", seconds(two.median_elapsed),
                seconds(one.median_elapsed), f"{ratio:.2f} times as fast", "1.8 times", ratio >= 1.8),
            Row(
                f"{work}, time for each further one", "100 documents", f"{each * 1e6:.0f} µs",
                f"{each_of_few * 1e6:.0f} µs", f"{flat:.2f} times", "0.9 to 1.1",
                0.9 <= flat <= 1.1),
            Row(
                f"{work}, memory", "100 documents", f"{one.memory / 1e6:.1f} MB",
                f"{hundred.memory / 1e6:.1f} MB", f"{one.memory / hundred.memory:.2f} times",
                "flat", one.memory <= 1.25 * hundred.memory),
        ]
        least = statistics.median(apart)
        self.limits.append(
            Limit(
                f"{work}, two cores", "two processes that know nothing of each other, half for each",
                seconds(least), f"{one.median_elapsed / least:.2f} times as fast"))

    def memory(self):
        large = inputs.documents(self.folder, self.size(256))
        run = self.convert(large, "-o", self.folder / "large.ndjson")
        run.time()
        limit = 64e6
        self.rows.append(
            Row(
                f"memory of {self.named(256)} of markdown to NDJSON", "", f"{run.memory / 1e6:.0f} MB",
                "", "", "less than 64 MB", run.memory < limit))

    # What else the page says.

    def counted(self):
        """Instructions of small runs: steady where clocks are not."""
        text = inputs.tsv(self.folder / "small.tsv", row_count=5_000)
        page = inputs.html(self.folder / "small.html", MEGABYTE)
        forms = inputs.documents(self.folder, MEGABYTE)
        book = self.folder / "small.xlsx"
        tables = self.folder / "small.json"
        convert = [self.formconvert, "--quiet", "--jobs", "1"]
        jobs = {
            "one form, markdown to JSON": [self.formconvert, "--quiet", inputs.ONE_FORM],
            "1 MB of pipe tables to the IR": [self.stages, "read", forms],
            "1 MB of pipe tables to JSON": [*convert, forms, "-o", self.folder / "counted.json"],
            "1 MB of HTML to the IR": [self.stages, "read", page],
            "50,000 cells of TSV to the IR": [self.stages, "read", text],
            "50,000 cells of TSV to JSON": [*convert, "--as", "tables", text, "-o", tables],
            "50,000 cells of TSV to XLSX": [*convert, "--as", "tables", text, "-o", book],
            "50,000 cells of XLSX to the IR": [self.stages, "read", book],
            "50,000 cells of JSON to JSON": [
                *convert, "--as", "tables", tables, "-o", self.folder / "counted.json"],
        }
        return {name: measure.instructions(command) for name, command in jobs.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("formconvert", type=Path)
    parser.add_argument("stages", type=Path)
    parser.add_argument("--quick", action="store_true", help="small inputs; prints the page only")
    parser.add_argument("--record", action="store_true", help="keep the counts of instructions")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments.formconvert, arguments.stages, Path(folder), arguments.quick)
        bench.all()
        os.sched_setaffinity(0, bench.all_cores)
        print("  instructions …", file=sys.stderr, flush=True)
        counts = bench.counted()
    text = report.text(bench, counts, arguments.quick)
    if arguments.record:
        report.record(counts)
    if not arguments.quick:
        PAGE.write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
