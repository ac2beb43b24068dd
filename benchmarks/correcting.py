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
    """Milliseconds to the frame with so many corrections; notifications may come after it."""
    sample = SAMPLE.read_text()
    with home() as environment:
        path = Path(environment["XDG_DATA_HOME"]) / "article.txt"
        path.write_text("\n\n".join([sample] * (BYTES // len(sample.encode()))))
        with Terminal((*BRIEF, str(path)), 160, 45, environment) as terminal:
            terminal.until(DONE)
            terminal.press(b"3")
            paints = [terminal.paint(key) for key in islice(cycle(CORRECTING), wanted)]
            firsts = [first for first, _ in paints]
            note = f"{p95([last for _, last in paints]):.0f} ms with its notification"
            yield _row("correction → on the screen, 60 kB, p95", 50, firsts, note)
            terminal.press(b"p")
            lasts = [terminal.press(key) for key in islice(cycle(COMPOSING), wanted)]
            yield _row("row on or off → the live page, 60 kB, p95", 100, lasts, "to the last byte")


def _row(measure: str, goal: float, times: Sequence[float], note: str) -> Row:
    return Row(measure, goal, times, " ms", note, figure=p95)
