"""The page that says what was measured: its rows, and the counts it is compared with."""

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
RECORDED = HERE / "instructions.tsv"
CHANGE_SHOWN = 0.10


@dataclass
class Row:
    """One line of the table."""

    work: str
    peer: str
    ours: str
    theirs: str
    result: str
    target: str
    is_met: bool

    def text(self):
        cells = [self.work, self.peer, self.ours, self.theirs, self.result, self.target]
        return "| " + " | ".join(cells + ["yes" if self.is_met else "**no**"]) + " |"


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def faster(work, peer, ours, theirs, target, scale=1.0, by_clock=False):
    """A row about how many times as fast we are; `scale` is what the peer did of our work."""
    by_clock = by_clock or len(theirs.cores) > 1
    times = [run.median_elapsed if by_clock else run.median for run in (ours, theirs)]
    ratio = times[1] / scale / times[0]
    return Row(
        work, peer, seconds(times[0]), seconds(times[1]),
        f"{ratio:.1f} times as fast", f"{target:g} times", ratio >= target)


@dataclass
class Limit:
    """How fast anything could be at the work of a row, by what it cannot do without."""

    work: str
    least: str
    took: str
    at_most: str

    def text(self):
        return f"| {self.work} | {self.least} | {self.took} | {self.at_most} |"


def recorded():
    """The counts that were recorded last."""
    if not RECORDED.exists():
        return {}
    lines = RECORDED.read_text(encoding="utf-8").splitlines()[1:]
    return {name: int(count) for name, count in (line.split("\t") for line in lines)}


def record(counts):
    lines = ["work\tinstructions"] + [f"{name}\t{count}" for name, count in counts.items()]
    RECORDED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def versions():
    """The peers and their versions."""
    names = {
        "pandoc": ["pandoc", "--version"], "cmark-gfm": ["cmark-gfm", "--version"],
        "Miller": ["mlr", "--version"],
        "libxml2": ["pkg-config", "--modversion", "libxml-2.0"],
        "libxlsxwriter": ["dpkg-query", "--show", "libxlsxwriter-dev"],
    }
    found = [f"{name} {measure.version(command)}" for name, command in names.items()]
    packages = ["XlsxWriter", "openpyxl", "python-calamine", "pandas", "lxml", "rfc8785"]
    return ", ".join(found + [f"{name} {metadata.version(name)}" for name in packages])


def text(bench, counts, quick):
    model, cores = measure.processor()
    before = recorded()
    lines = (HERE / "page.md").read_text(encoding="utf-8").splitlines()
    lines += ["", f"Processor: {model}, {cores} cores. Peers: {versions()}."]
    if quick:
        lines += ["", f"A quick run: inputs of an eighth of the size, {bench.rounds} rounds."]
    lines += ["", "| work | beside | ours | theirs | result | asked | met |"]
    lines += ["| --- | --- | --- | --- | --- | --- | --- |"]
    lines += [row.text() for row in bench.rows]
    lines += [
        "", "## Limits", "",
        "How fast anything could be at the work of a row, measured in the same run by the least that "
        "cannot be left out of it.", "",
        "| work | what cannot be left out | took | so at most |", "| --- | --- | --- | --- |",
    ]
    lines += [limit.text() for limit in bench.limits]
    start, whole = bench.start
    lines += [
        "", "## What a small run is made of", "",
        f"One document takes {whole * 1000:.1f} ms; `stages` without arguments, linked alike and done "
        f"at once, takes {start * 1000:.1f} ms: the start of the process.",
        "", "## Instructions", "",
        "Counted by callgrind, which repeats where clocks do not; `Benchmarks/instructions.tsv` has "
        "the counts recorded last (`scripts/bench --record`).", "",
        "| work | instructions | recorded | change |", "| --- | --- | --- | --- |",
    ]
    for name, count in counts.items():
        change = count / before[name] - 1 if name in before else None
        shown = "new" if change is None else f"{100 * change:+.1f} %"
        if change is not None and abs(change) > CHANGE_SHOWN:
            shown = f"**{shown}**"
        lines.append(f"| {name} | {count:,} | {before.get(name, 0):,} | {shown} |")
    return "\n".join(lines) + "\n"
