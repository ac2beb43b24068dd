"""From a key to its paint while a real analysis runs in the other process.

Rows and pages of a long article, and changes of panes, on a terminal of 160 × 45 cells. Two times
run from a key: to the end of the first frame, and to the last byte before the terminal was quiet,
which holds what the parts of a briefing draw when they come just then. The article is opened anew,
with another word in it so that no library knows it, until there are enough keys.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.big_text import p95
from benchmarks.measuring import BRIEF, SAMPLE, Row, home
from benchmarks.terminal import Terminal

TIMES = 25
"""How often the sample's paragraphs stand in the long article: 15,000 words."""
KEYS = (b"j", b"j", b" ", b"k", b"3", b"1", b"j", b" ", b"k", b"5", b"1", b"j", b"2", b"1")
"""Each of them draws something, whatever has been found by then."""
DONE = " actors · ".encode()


def article(number: int) -> str:
    """A long article that no other run has."""
    return "\n\n".join([f"Opening words of number {number}.", *[SAMPLE.read_text()] * TIMES])


KEY = "key → paint while 60 kB are analyzed: first frame, p95"
BYTES = "bytes drawn for a key, median and p95"


def rows(wanted: int) -> Iterator[Row]:
    """Time to the first frame, to the last byte, and bytes, of so many keys."""
    firsts: list[float] = []
    lasts: list[float] = []
    drawn: list[float] = []
    number = 0
    while len(lasts) < wanted:
        number += 1
        with home() as environment:
            path = Path(environment["XDG_DATA_HOME"]) / "article.txt"
            path.write_text(article(number))
            with Terminal((*BRIEF, str(path)), 160, 45, environment) as terminal:
                terminal.until(b"Opening words")
                terminal.settle(0.2)
                keys = cycle(KEYS)
                while len(lasts) < wanted and not terminal.shows(DONE):
                    before = terminal.received
                    first, last = terminal.paint(next(keys))
                    firsts.append(first)
                    lasts.append(last)
                    drawn.append(terminal.received - before)
    last_byte = f"last byte of all that is drawn: p50 {statistics.median(lasts):.0f}"
    note = f"p50 {statistics.median(firsts):.0f} ms; {last_byte}, p95 {p95(lasts):.0f} ms"
    yield Row(KEY, 50, firsts, " ms", note, figure=p95)
    yield Row(BYTES, None, drawn, "", f"p95 {p95(drawn):.0f}")
