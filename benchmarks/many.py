"""Many short articles through the command: how many a second, and whether memory stays flat.

One worker is what the command has where the system shows it one core. Two workers of a Dask cluster
on this machine do the same work, if `distributed` is installed. Beside them stand parts of it as
other programs do them, each in one process: newspaper4k's keywords and summary, and textacy's
quotes with the tags and the parse that they need.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import ROOT, Row, home, ratios
from benchmarks.scale import largest
from benchmarks.stories import write
from benchmarks.warm import NOT_INSTALLED, other_program

ARTICLES = 400
FEW = 20
"""Articles of a run that takes as long to begin, and whose time is subtracted."""
RUNS = 3
MANY = 2_000
EARLY = 200
WORKERS = """
import os, sys
os.cpu_count = lambda: {}
from tui.entry import main
sys.exit(main())
"""
RATE = "{:,} articles with `brief --json FOLDER`, a second, {}"
SPEED = "two workers ÷ one"
MEMORY = "memory of the largest process, {:,} articles − {:,} articles"
OTHER = "the same articles with {}, a second"


def rows(others: str | None) -> Iterator[Row]:
    """How many articles a second, in each way in turn, and how memory grows.

    Args:
        others: The Python of an environment with other programs, or None.
    """
    with tempfile.TemporaryDirectory() as folder, _cluster() as address:
        few, all_of_them = Path(folder) / "few", Path(folder) / "all"
        for path, count in ((few, FEW), (all_of_them, ARTICLES)):
            path.mkdir()
            write(path, count)
        ways = {"one worker": 1, "two workers": 2}
        rates: dict[str, list[float]] = {name: [] for name in (*ways, "Dask with two workers")}
        for _ in range(RUNS):
            for name, workers in ways.items():
                rates[name].append(_rate(few, all_of_them, workers))
            if address:
                extra = ("--executor", address)
                rates["Dask with two workers"].append(_rate(few, all_of_them, 2, extra))
        for name, figures in rates.items():
            note = "" if figures else NOT_INSTALLED
            yield Row(RATE.format(ARTICLES, name), None, figures, "/s", note=note)
        speed = ratios(rates["two workers"], rates["one worker"])
        yield Row(SPEED, None, speed, note="goal: 1.75 at least")
        yield from _others(others, str(all_of_them))
    yield _memory()


def _rate(few: Path, all_of_them: Path, workers: int, extra: Sequence[str] = ()) -> float:
    """Articles a second, without what a run takes to begin."""
    least = min(_seconds(few, workers, extra) for _ in range(2))
    return (ARTICLES - FEW) / (_seconds(all_of_them, workers, extra) - least)


def _seconds(folder: Path, workers: int, extra: Sequence[str]) -> float:
    with home() as environment:
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", WORKERS.format(workers), "--json", *extra, str(folder)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return time.perf_counter() - began


@contextmanager
def _cluster() -> Iterator[str | None]:
    """The address of a Dask cluster of two workers; None where that is not installed."""
    try:
        from distributed import LocalCluster
    except ImportError:
        yield None
        return
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


def _others(python: str | None, folder: str) -> Iterator[Row]:
    with home() as environment:
        environment["NLTK_DATA"] = f"{environment['XDG_DATA_HOME']}/nltk_data"
        other_program(python, "punkt", folder, environment)
        names = {"newspaper": "newspaper4k's `nlp()`", "textacy-whole": "textacy's quotes"}
        for program, name in names.items():
            times = other_program(python, program, folder, environment)
            done = [milliseconds for milliseconds in times if milliseconds is not None]
            rate = [1000 * len(done) / sum(done)] if done else []
            refused = len(times) - len(done)
            note = f"{refused} articles refused" if done else NOT_INSTALLED
            yield Row(OTHER.format(name), None, rate, "/s", note=note)


def _memory() -> Row:
    """How much more memory the largest process has after many articles than after some."""
    memory: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder, home() as environment:
        write(Path(folder), MANY)
        process = subprocess.Popen(
            [sys.executable, "-c", WORKERS.format(2), "--json", folder],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        for number, _ in enumerate(process.stdout, 1):
            if number in (EARLY, MANY):
                memory[number] = largest(process.pid)
        if process.wait():
            raise SystemExit(f"brief ended with {process.returncode}")
    growth = memory[MANY] - memory[EARLY]
    note = f"{memory[MANY]:.0f} MB"
    return Row(MEMORY.format(MANY, EARLY), 10, [growth], " MB", note=note)
