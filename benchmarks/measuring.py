"""A row of the table, and processes that are measured in turn."""

from __future__ import annotations

import ctypes
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "seeds" / "000_67286731495c820e.txt"
BRIEF = (sys.executable, "-c", "import sys; from tui.entry import main; sys.exit(main())")
"""What the command `brief` runs where it is installed."""
PR_SET_CHILD_SUBREAPER = 36
KINDS = ("DATA", "STATE", "CONFIG", "CACHE")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        measure: What is measured.
        unit: What comes after its figures: "" for ratios.
        goal: The most that it may be, or None.
        figures: One for each run.
        note: What else is to be said.
        figure: What stands for all runs; their median, or their p95.
    """

    measure: str
    goal: float | None
    figures: Sequence[float]
    unit: str = ""
    note: str = ""
    figure: Callable[[Sequence[float]], float] = statistics.median

    def cells(self) -> tuple[str, ...]:
        """Its cells: measure, goal, figure, spread, whether it is met, note."""
        if not self.figures:
            return self.measure, self._shown(self.goal), "–", "–", "–", self.note
        figure = self.figure(self.figures)
        spread = f"{self._shown(min(self.figures))}–{self._shown(max(self.figures))}"
        met = "–" if self.goal is None else "yes" if figure <= self.goal else "no"
        return self.measure, self._shown(self.goal), self._shown(figure), spread, met, self.note

    def _shown(self, value: float | None) -> str:
        if value is None:
            return "–"
        return f"{value:.0f}{self.unit}" if self.unit else f"{value:.2f}"


@dataclass(slots=True)
class Cost:
    """What a command took: seconds on the clock and seconds of work in all of its processes."""

    clock: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)


def ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """Each figure beside the one that was taken next to it."""
    return [a / b for a, b in zip(above, below, strict=True)]


@contextmanager
def home() -> Iterator[dict[str, str]]:
    """An environment with empty folders for what brief keeps, and with compiled modules."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPATH"] = str(ROOT)
        yield environment | {f"XDG_{kind}_HOME": folder for kind in KINDS}


def compile_modules() -> None:
    """Compile all modules of the project, as installing it does."""
    folders = [str(ROOT / name) for name in ("briefing", "tui")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *folders], check=True)


def costs(runs: int, commands: dict[str, Callable[[], None]]) -> dict[str, Cost]:
    """What each of some commands takes, one after the other, again and again.

    The first run of each is not counted: it warms the file cache.
    """
    found = {name: Cost() for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            began, before = time.perf_counter(), _work()
            command()
            clock = time.perf_counter() - began
            _reap()
            if run:
                found[name].clock.append(clock)
                found[name].work.append(_work() - before)
    return found


def run(command: Sequence[str], environment: dict[str, str]) -> None:
    """Run a command in silence; raises if it fails."""
    subprocess.run(command, check=True, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)


def adopt() -> None:
    """Become the parent of what outlives its own, so that its work is counted, on Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def _work() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reap() -> None:
    """Wait for what was adopted, which ends by itself."""
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return
