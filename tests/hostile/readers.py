"""All hostile files and random bytes through the reader of every format.

A fault is a message that no reader foresaw, more than 10 seconds, more than 1 GB, a control
character, or a next source that cannot be read.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from briefing.engine.reading import Reader
from tests.hostile.files import FILES
from tests.hostile.random_bytes import FORMATS, sources
from tests.hostile.reading import GOOD, fault_in, outcome_of

MOST_SECONDS = 10.0
MOST_MEMORY = 1024
"""Megabytes."""


def faults_of_files() -> Iterator[str]:
    """For each hostile file: seconds, the memory of its process, what the user is told."""
    yield from filter(None, map(read_file, FILES))


def faults_of_random_bytes(count: int) -> Iterator[str]:
    """Read so many random sources of each format."""
    for form in FORMATS:
        yield from read_random(form, count)


def read_file(name: str) -> str:
    """Read a hostile file, and then a good one; print how it went and return what is wrong."""
    data = FILES[name]()
    with Reader() as reader:
        began = time.monotonic()
        outcome = outcome_of(reader, data, "a")
        seconds = time.monotonic() - began
        memory = memory_of(reader)
        is_fine_after = not isinstance(outcome_of(reader, GOOD, "b"), str)
    told = outcome if isinstance(outcome, str) else f"{len(outcome)} articles"
    print(f"{seconds:5.2f} s {memory:5} MB  {name}: {told}", flush=True)
    fault = fault_in(outcome) or ("" if is_fine_after else "the next one cannot be read")
    if seconds > MOST_SECONDS or memory > MOST_MEMORY:
        fault = fault or "too slow or too large"
    return f"{name}: {fault}" if fault else ""


def read_random(form: str, count: int) -> list[str]:
    """Read random sources of a format; print how it went and return what is wrong."""
    faults, articles, slowest = [], 0, 0.0
    with Reader() as reader:
        for number, data in enumerate(sources(form, count, seed=0)):
            began = time.monotonic()
            outcome = outcome_of(reader, data, "a")
            slowest = max(slowest, time.monotonic() - began)
            articles += not isinstance(outcome, str)
            if fault := fault_in(outcome):
                faults.append(f"{form} {number}: {fault}")
        memory = memory_of(reader)
    print(
        f"{form:10} {articles} of {count} give articles, slowest {slowest:.2f} s, {memory} MB,"
        f" {len(faults)} faults",
        flush=True,
    )
    if slowest > MOST_SECONDS:
        faults.append(f"{form}: too slow")
    return faults


def memory_of(reader: Reader) -> int:
    """The most megabytes that the process of a reader has had, as far as the system tells."""
    process = reader._process
    status = Path(f"/proc/{process.pid if process else 0}/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
