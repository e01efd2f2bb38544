"""How a case is run, and what every run must hold to."""

import json
import os
import subprocess
import tempfile
import threading
import time
import zipfile

ENDINGS = {
    "text/html": ".html",
    "text/markdown": ".md",
    "text/tab-separated-values": ".tsv",
    "any": ".md",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
MIB = 1 << 20


class Failure(Exception):
    """What is not as it must be."""


def require(condition, message):
    if not condition:
        raise Failure(message)


class Outcome:
    """How one run ended, and what it took."""

    def __init__(self, status, output, messages, seconds, memory):
        self.status = status
        self.output = output
        self.messages = messages
        self.seconds = seconds
        self.memory = memory

    @property
    def json(self):
        return json.loads(self.output.decode("utf-8"))

    @property
    def codes(self):
        return {item["code"] for item in self.json.get("diagnostics", [])}

    @property
    def texts(self):
        """The texts of all cells, table by table."""
        return [[cell.get("text", "") for cell in table["cells"]] for table in self.json["tables"]]


class Case:
    """One case: its input, and the program to be run on it."""

    def __init__(self, recipe, arguments, folder):
        self.recipe = recipe
        self.program = os.path.abspath(arguments.program)
        self.base = os.path.join(arguments.conformance, "xlsx")
        self.folder = folder
        self.path = os.path.join(folder, "input" + ENDINGS[recipe["input"]])
        limits = recipe.get("limits", {})
        self.seconds = limits.get("seconds", 5)
        self.memory = limits.get("memoryMiB", 512)
        self.worst = (0.0, 0)

    def run(self, *arguments, stdout=None, preexec=None, cwd=None, after=None):
        """Runs the program; a run that takes too much, ends by a signal or writes no UTF-8 fails."""
        out = stdout or tempfile.TemporaryFile()
        with tempfile.TemporaryFile() as err:
            start = time.monotonic()
            process = subprocess.Popen(
                [self.program, *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                # With a function to call, Python forks: otherwise its own peak would count as ours.
                cwd=cwd or self.folder, preexec_fn=preexec or (lambda: None), env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
            timer = threading.Timer(self.seconds + 5, process.kill)
            timer.start()
            if after:
                after(process)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            timer.cancel()
            seconds = time.monotonic() - start
            # The processor's time, since the machine may do other things; a hang shows in the clock.
            seconds = usage.ru_utime + usage.ru_stime if seconds < self.seconds + 4 else seconds
            memory = usage.ru_maxrss // 1024
            self.worst = (max(self.worst[0], seconds), max(self.worst[1], memory))
            output = b""
            if stdout is None:
                out.seek(0)
                output = out.read()
            err.seek(0)
            messages = err.read()
        require(process.returncode >= 0, f"ended by signal {-process.returncode}: {messages[-300:]}")
        require(seconds <= self.seconds, f"took {seconds:.1f} s, the limit is {self.seconds} s")
        require(memory <= self.memory, f"took {memory} MiB, the limit is {self.memory} MiB")
        output.decode("utf-8")
        messages = messages.decode("utf-8")
        require("Fatal error" not in messages, messages[-300:])
        return Outcome(process.returncode, output, messages, seconds, memory)

    def tables(self, *arguments):
        """The tables of the input, which must be readable."""
        outcome = self.run(self.path, "--as", "tables", *arguments)
        require(outcome.status in (0, 1), f"status {outcome.status}: {outcome.messages[:300]}")
        return outcome

    def refused(self, *words):
        """Makes sure that the input is refused, with words that say why."""
        for content in ("tables", "forms"):
            outcome = self.run(self.path, "--as", content, "--lang", "en")
            require(outcome.status == 3, f"status {outcome.status}")
            require(outcome.output == b"", "output although it was refused")
            require(
                outcome.messages.startswith(self.path) and " error: " in outcome.messages,
                outcome.messages[:300])
            for word in words:
                require(word in outcome.messages, f"no '{word}' in: {outcome.messages[:300]}")

    def write(self, content, path=None):
        with open(path or self.path, "wb") as file:
            file.write(content)

    def workbook(self, change=None, extra=()):
        """A good package with parts changed or added."""
        path = os.path.join(self.base, "valid", "minimal-handmade.xlsx")
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(
            self.path, "w", zipfile.ZIP_DEFLATED
        ) as target:
            for item in source.infolist():
                content = (change or {}).get(item.filename, source.read(item))
                target.writestr(zipfile.ZipInfo(item.filename), content, zipfile.ZIP_DEFLATED)
            for name, content in extra:
                target.writestr(zipfile.ZipInfo(name), content)


def pieces(list_of_pieces):
    """The bytes of a recipe."""
    return b"".join(
        (piece["utf8"].encode("utf-8") if "utf8" in piece else bytes.fromhex(piece["hex"]))
        * piece.get("times", 1)
        for piece in list_of_pieces)


CHECKS = {}


def check(*ids):
    """Registers what must hold for cases."""

    def register(function):
        for name in ids:
            assert name not in CHECKS
            CHECKS[name] = function
        return function

    return register
