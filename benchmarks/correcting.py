"""From a correction to its paint on a long article, without and with the page beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from benchmarks.big_text import p95
from benchmarks.key_paint import DONE
from benchmarks.measuring import BRIEF, SAMPLE, Row, home
from benchmarks.terminal import Terminal

BYTES = 60_000
CORRECTING = (b"x", b"u", b"U", b"u")
"""A row is hidden, comes back, is hidden and comes back."""
COMPOSING = (b" ", b" ")
"""A row is put on the page and taken off it."""


def rows(wanted: int) -> Iterator[Row]:
    """Time to the first frame and to the last byte of so many corrections."""
    sample = SAMPLE.read_text()
    with home() as environment:
        path = Path(environment["XDG_DATA_HOME"]) / "article.txt"
        path.write_text("\n\n".join([sample] * (BYTES // len(sample.encode()))))
        with Terminal((*BRIEF, str(path)), 160, 45, environment) as terminal:
            terminal.until(DONE)
            terminal.press(b"3")
            lasts = [_last(terminal, key) for key in islice(cycle(CORRECTING), wanted)]
            yield _row("correction → on the screen, 60 kB, p95", 50, lasts)
            terminal.press(b"p")
            lasts = [_last(terminal, key) for key in islice(cycle(COMPOSING), wanted)]
            yield _row("row on or off → the live page, 60 kB, p95", 100, lasts)


def _last(terminal: Terminal, key: bytes) -> float:
    """Milliseconds to the last byte of what a key draws."""
    return terminal.paint(key)[1]


def _row(measure: str, goal: float, lasts: Sequence[float]) -> Row:
    return Row(measure, goal, lasts, " ms", "to the last byte", figure=p95)
