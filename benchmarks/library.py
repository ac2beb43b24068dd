"""A library of 100,000 invented articles: its search, its start, its list, its size.

    python -m benchmarks library

It is made anew at each run, in four minutes and 2.5 GB; BRIEF_LIBRARY names a folder in which it is
kept from run to run, and BRIEF_ARTICLES another number of articles. The screen is measured in turn
with that of a library of ten articles.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.big_text import p95
from benchmarks.generated_library import Generator
from benchmarks.measuring import BRIEF, Row, home
from benchmarks.terminal import Terminal
from briefing.library.store import FILE_NAME, Library
from briefing.options import Options

MANY = int(os.environ.get("BRIEF_ARTICLES", "100000"))
FEW = 10
QUERIES = 600
ONE_IN = 50
"""So many articles were put in by a command for each that was read by hand."""
BATCH = "2026-11-01T00:00:00.000+00:00"
KEYS = (b"j", b"j", b"\x1b[6~", b"j", b"k", b"\x1b[6~", b"G", b"k", b"\x1b[5~", b"g", b"j")
SEARCH = "a search, p95"
START = "first frame of the start screen ÷ with {few} articles"
SCROLL = "key → paint in the list, p95, more than with {few} articles"
SAVE = "keep an article, median"
DISK = "file of the library"
MEMORY = "memory of a program that searches"
LISTED = b"articles"


def rows(runs: int) -> Iterator[Row]:
    """All rows."""
    count = f"{MANY:,} articles"
    with _folder("BRIEF_LIBRARY") as folder, TemporaryDirectory() as small:
        saving = fill(folder / FILE_NAME, MANY)
        fill(Path(small) / FILE_NAME, FEW)
        yield Row(SAVE, None, saving, " ms", count)
        yield from _searches(folder / FILE_NAME)
        few, many, few_keys, many_keys = _screens(runs, Path(small), folder)
        note = f"{statistics.median(many):.0f} ÷ {statistics.median(few):.0f} ms"
        ratios = [a / b for a, b in zip(many, few, strict=True)]
        yield Row(START.format(few=FEW), 1.1, ratios, note=note)
        more = p95(many_keys) - p95(few_keys)
        note = f"p95 {p95(many_keys):.0f} and {p95(few_keys):.0f} ms, {len(many_keys)} keys"
        yield Row(SCROLL.format(few=FEW), 16, [more], " ms", note)
        size = (folder / FILE_NAME).stat().st_size
        yield Row(DISK, None, [size / 1e6], " MB", f"{size / MANY / 1e3:.1f} kB an article")


@contextmanager
def _folder(variable: str) -> Iterator[Path]:
    """The folder that a variable names, or one for this run."""
    if name := os.environ.get(variable):
        Path(name).mkdir(parents=True, exist_ok=True)
        yield Path(name)
    else:
        with TemporaryDirectory() as folder:
            yield Path(folder)


def fill(path: Path, count: int) -> list[float]:
    """Keep generated articles, unless there are so many; milliseconds that each took."""
    library = Library(path)
    took: list[float] = []
    if library.shelf.count < count:
        for number, briefing in enumerate(Generator().briefings(count)):
            began = time.perf_counter()
            library.save(briefing, Options(), batch=BATCH if number % ONE_IN else None)
            took.append((time.perf_counter() - began) * 1000)
    library.close()
    return took


def queries(count: int) -> Iterator[str]:
    """Queries of all kinds in turn: common and rare words, names, quotes, dates."""
    made, pick = Generator(), random.Random(1)

    def word(first: int, last: int) -> str:
        return made.words[pick.randrange(first, last)]

    kinds: tuple[Callable[[], str], ...] = (
        lambda: word(0, 20),
        lambda: word(5_000, 30_000),
        lambda: f"{word(0, 50)} {word(0, 50)}",
        lambda: f"{word(50, 2_000)} {word(50, 2_000)}",
        lambda: f'"{word(0, 30)} {word(0, 30)}"',
        lambda: f"speaker:{pick.choice(made.speakers).split()[1]}",
        lambda: f'speaker:"{pick.choice(made.speakers)}"',
        lambda: f"speaker:{pick.choice(made.speakers).split()[1]} {word(0, 200)}",
        lambda: f"speaker:{pick.choice(made.speakers).split()[1]} {word(3_000, 30_000)}",
        lambda: f"quote:{word(0, 100)} quote:{word(0, 100)}",
        lambda: f"place:{pick.choice(made.towns)} after:2025-{pick.randint(1, 12):02}",
        lambda: f"{word(0, 20)} after:2025-03-01 before:2025-03-08",
        lambda: f"{word(0, 30_000)[:4]}*",
        lambda: f"{word(0, 50)} -{word(0, 20)}",
        lambda: f"-{word(0, 20)}",
        lambda: f"actor:{pick.choice(made.speakers).split()[0]} {word(0, 100)}",
        lambda: f"outlet:{pick.choice(made.outlets).split()[1]} {word(10, 200)}",
        lambda: f"figure:{pick.randint(2, 9_999)}",
        lambda: "nothingofthekind",
    )
    return (kinds[number % len(kinds)]() for number in range(count))


def _searches(path: Path) -> Iterator[Row]:
    library = Library(path)
    took, hits = [], 0
    for query in queries(QUERIES):
        began = time.perf_counter()
        hits += len(library.find(query))
        took.append((time.perf_counter() - began) * 1000)
    library.close()
    note = f"p50 {statistics.median(took):.0f} ms; {QUERIES} queries, {hits:,} hits"
    yield Row(SEARCH, 100, took, " ms", note, figure=p95)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row(MEMORY, None, [most], " MB", "of this process, at most")


def _screens(
    runs: int, few: Path, many: Path
) -> tuple[list[float], list[float], list[float], list[float]]:
    """Milliseconds until the list is drawn, and for keys in it, with each library in turn."""
    starts: dict[Path, list[float]] = {few: [], many: []}
    keys: dict[Path, list[float]] = {few: [], many: []}
    with home() as environment:
        settings = Path(environment["XDG_CONFIG_HOME"]) / "brief" / "settings.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        for run in range(runs + 1):  # the first of each only warms the file cache
            for folder in (few, many):
                settings.write_text(f'library = "{folder}"\n')
                with Terminal(BRIEF, 120, 36, environment) as terminal:
                    start = terminal.until(LISTED)
                    if run:
                        starts[folder].append(start)
                        terminal.settle(0.3)
                        keys[folder] += [terminal.paint(key)[0] for key in KEYS]
    return starts[few], starts[many], keys[few], keys[many]
