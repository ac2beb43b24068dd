"""All hostile files and random bytes through the reader of every format; minutes, not seconds.

    python -m tests.hostile [COUNT]

COUNT random sources go through each reader (2,000). For each hostile file: seconds, the memory of
the process that read it, and what the user is told. The exit status is 1 where there is a fault: a
message that no reader foresaw, more than 10 seconds, more than 1 GB, a control character, or a
next source that cannot be read.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from briefing.engine.reading import Reader
from tests.hostile.files import FILES
from tests.hostile.random_bytes import FORMATS, sources
from tests.hostile.reading import GOOD, fault_in, outcome_of

MOST_SECONDS = 10.0
MOST_MEMORY = 1024
"""Megabytes."""
COUNT = 2_000


def main() -> int:
    """Print a line for each file and each format, then all faults; return the exit status."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    faults = [fault for name in FILES if (fault := read_file(name))]
    for form in FORMATS:
        faults += read_random(form, count)
    for fault in faults:
        print("FAULT", fault)
    print(f"{len(FILES)} files, {count} random sources a format, {len(faults)} faults")
    return 1 if faults else 0


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


if __name__ == "__main__":
    sys.exit(main())
