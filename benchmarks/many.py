"""Many short articles through the command: two workers beside one, and whether memory stays flat.

One worker is what the command has where the system shows it one core.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import ROOT, Row, home
from benchmarks.scale import largest
from benchmarks.stories import write

ARTICLES = 400
MANY = 2_000
EARLY = 200
WORKERS = """
import os, sys
os.cpu_count = lambda: {}
from tui.entry import main
sys.exit(main())
"""
SPEED = "{:,} articles with `brief --json FOLDER`: articles a second with two workers ÷ with one"
MEMORY = "memory of the largest process, {:,} articles − {:,} articles"


def rows() -> Iterator[Row]:
    """The two rows."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), ARTICLES)
        runs = [(_run(folder, 1)[0], _run(folder, 2)[0]) for _ in range(3)]
    note = "; ".join(f"{ARTICLES / one:.0f}, {ARTICLES / two:.0f} articles/s" for one, two in runs)
    yield Row(
        SPEED.format(ARTICLES),
        None,
        [one / two for one, two in runs],
        note=f"{note}; goal: 1.75 at least",
    )
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), MANY)
        _, memory = _run(folder, 2)
    growth = memory[MANY] - memory[EARLY]
    yield Row(MEMORY.format(MANY, EARLY), 10, [growth], " MB", note=f"{memory[MANY]:.0f} MB")


def _run(folder: str, workers: int) -> tuple[float, dict[int, float]]:
    """Seconds for a folder from its second briefing on, and megabytes after so many of them."""
    memory: dict[int, float] = {}
    with home() as environment:
        process = subprocess.Popen(
            [sys.executable, "-c", WORKERS.format(workers), "--json", folder],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        began = time.perf_counter()
        for number, _ in enumerate(process.stdout, 2):
            if number in (EARLY, MANY):
                memory[number] = largest(process.pid)
        seconds = time.perf_counter() - began
        if process.wait():
            raise SystemExit(f"brief ended with {process.returncode}")
    return seconds, memory
