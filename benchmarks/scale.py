"""From 1,000 to 1,000,000 words: how time and memory grow, and whether a terminal is told.

The texts are made of the sample's own paragraphs in a random order; the largest takes some minutes.
"""

from __future__ import annotations

import math
import os
import pty
import random
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from benchmarks.measuring import BRIEF, ROOT, SAMPLE, Row, home

WORDS = (1_000, 10_000, 100_000, 1_000_000)
EXPONENT = "1,000 → 1,000,000 words: exponent of the time, greatest of the steps"
MEMORY = "memory of the largest process with 1,000,000 words"
PROGRESS = "until the terminal is told what is under way"
TOLD = b" of 5), "


def text(words: int) -> str:
    """A text of so many words or a few more, the same at each call."""
    paragraphs = [line for line in SAMPLE.read_text().split("\n") if len(line) > 60]
    pick = random.Random(words)
    chosen, count = [], 0
    while count < words:
        chosen.append(pick.choice(paragraphs))
        count += len(chosen[-1].split())
    return "\n\n".join(chosen)


def rows() -> Iterator[Row]:
    """The three rows."""
    times, told, memory = [], [], 0.0
    for words in WORDS:
        with home() as environment:
            path = Path(environment["XDG_DATA_HOME"]) / "article.txt"
            path.write_text(text(words))
            seconds, until_told, memory = _run(path, environment)
        times.append(seconds)
        told += [until_told] if until_told else []
    logs = [(math.log(words), math.log(took)) for words, took in zip(WORDS, times, strict=True)]
    steps = [(later - earlier) / (more - less) for (less, earlier), (more, later) in pairwise(logs)]
    shown = ", ".join(f"{took:.1f}" for took in times)
    yield Row(EXPONENT, 1.1, steps, note=f"{shown} s", figure=max)
    yield Row(MEMORY, 1000, [memory], " MB")
    yield Row(PROGRESS, 2500, told, " ms")


def _run(path: Path, environment: dict[str, str]) -> tuple[float, float | None, float]:
    """Seconds for a text, milliseconds until the terminal is told, megabytes at most."""
    terminal, theirs = pty.openpty()
    began = time.perf_counter()
    process = subprocess.Popen(
        [*BRIEF, "--json", str(path)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    told, most = None, 0.0
    while process.poll() is None:
        most = max(most, largest(process.pid))
        if select.select([terminal], [], [], 0.1)[0]:
            with suppress(OSError):
                if TOLD in os.read(terminal, 1024) and told is None:
                    told = (time.perf_counter() - began) * 1000
    os.close(terminal)
    if process.returncode:
        raise SystemExit(f"brief ended with {process.returncode}")
    return time.perf_counter() - began, told, most


def largest(process: int) -> float:
    """Megabytes that the largest of a process and its descendants has had at most."""
    found = 0.0
    with suppress(OSError, StopIteration):
        status = Path(f"/proc/{process}/status").read_text().splitlines()
        line = next(line for line in status if line.startswith("VmHWM"))
        found = int(line.split()[1]) / 1024
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                found = max(found, largest(int(child)))
    return found
