"""Signals at any moment: during start, reading, analysis and dialogs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.terminals import LEFT, SECONDS_TO_END, brief, on_terminal, until_nobody
from tests.hostile.workers import ARTICLE, last_of, wait

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
DIALOGS = (b"", b"?", b"s", b"i", b":", b"/", b"o", b"4z")
"""Keys that open something."""
LATEST = 3.0
"""Seconds from the start to the last moment."""


def faults(count: int, folder: Path) -> Iterator[str]:
    """Send each signal at so many moments, with a different thing open."""
    article = folder / "mill.txt"
    article.write_text(ARTICLE)
    sent = 0
    for number in SIGNALS:
        for moment in range(count):
            seconds = LATEST * moment / count
            sent += 1
            yield from _faults_after(number, seconds, DIALOGS[moment % len(DIALOGS)], article)
    print(f"{sent} signals during start, reading, analysis and dialogs", flush=True)


def _faults_after(
    number: signal.Signals, seconds: float, keys: bytes, article: Path
) -> Iterator[str]:
    what = f"{number.name} after {seconds:.2f} s with {keys!r} open"
    with on_terminal(*brief(article)) as terminal:
        wait(terminal, seconds)
        if seconds > 1:
            terminal.press(keys)
            wait(terminal, 0.2)
        was_drawing = b"\x1b[?1049h" in terminal.seen
        os.kill(terminal.process.pid, number)
        try:
            status = terminal.ended(SECONDS_TO_END + 1)
        except Exception:
            yield f"{what}: it does not end"
            return
        wait(terminal, 0.05)
        left = until_nobody(terminal.process.pid)
        if status not in (128 + number, -number):
            yield f"{what}: exit status {status}: {last_of(terminal)}"
        elif status < 0 and was_drawing:
            yield f"{what}: the signal itself ended it"
        if left or b"Traceback" in terminal.seen:
            yield f"{what}: {len(left)} processes left; {last_of(terminal)}"
        if was_drawing and (terminal.seen.count(LEFT) == 0 or terminal.modes() != terminal.before):
            yield f"{what}: the terminal is not given back"
