"""Runs commands side by side and counts instructions."""

import os
import re
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field


@dataclass
class Run:
    """A command, and what its runs took."""

    command: list
    # The processors it may use; one unless it says more.
    cores: set = field(default_factory=lambda: {0})
    # By the clock, and of the processor.
    elapsed: list = field(default_factory=list)
    busy: list = field(default_factory=list)
    # The most memory of all runs, in bytes.
    memory: int = 0

    def time(self):
        """Runs the command once."""
        os.sched_setaffinity(0, self.cores)
        # The child inherits the processors; nothing but its own start is measured beside it.
        null = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        command = [str(word) for word in self.command]
        start = time.perf_counter()
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
        _, status, usage = os.wait4(child, 0)
        self.elapsed.append(time.perf_counter() - start)
        self.busy.append(usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, usage.ru_maxrss * 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"failed: {' '.join(command)}")

    @property
    def median(self):
        """The median of the processor's time: on one core, what else it does does not count."""
        return statistics.median(self.busy)

    @property
    def median_elapsed(self):
        """The median by the clock, for what runs on several cores."""
        return statistics.median(self.elapsed)


def at_once(runs, cores):
    """Starts commands together, each on a core of its own; how long the slowest one took."""
    start = time.perf_counter()
    children = []
    for run, core in zip(runs, cores):
        os.sched_setaffinity(0, {core})
        command = [str(word) for word in run.command]
        children.append(os.posix_spawnp(command[0], command, os.environ))
    for child in children:
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"failed: {' '.join(map(str, runs[0].command))}")
    return time.perf_counter() - start


def side_by_side(runs, rounds):
    """Runs all commands in turn, so that what else the machine does is the same for all."""
    for _ in range(rounds):
        for run in runs:
            run.time()


def instructions(command):
    """How many instructions a command takes, as callgrind counts them."""
    with tempfile.NamedTemporaryFile() as output:
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output.name}", *map(str, command)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    found = re.search(r"Collected : (\d+)", result.stderr)
    if not found:
        raise SystemExit(f"callgrind counted nothing: {result.stderr}")
    return int(found[1])


def processor():
    """The model of the processor, and how many there are."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"model name\s*:\s*(.*)", file.read())
    return model[1] if model else "unknown", len(os.sched_getaffinity(0))


def version(command):
    """The first number with a dot that a command prints about itself."""
    result = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"\d+(\.\d+)+\S*", result.stdout + result.stderr)
    return found[0] if found else "unknown"
