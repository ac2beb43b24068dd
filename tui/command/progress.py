"""How far an analysis is, on standard error, when it takes long and that is a terminal."""

from __future__ import annotations

import os
import sys
from concurrent.futures import wait
from time import monotonic

from briefing.engine import Job, Progress
from briefing.model import Briefing
from briefing.options import STAGES
from briefing.reading.sources import shown_name
from tui.stage_words import UNDER_WAY

PATIENCE = 2.0
"""Seconds that a user waits before being told what is going on."""
EVERY = 0.5
"""Seconds between two lines."""
CLEAR_LINE = "\r\x1b[K"


class Reading:
    """Counts the articles that are read, and shows how many from `PATIENCE` seconds on."""

    def __init__(self) -> None:
        self._told = monotonic() + PATIENCE - EVERY
        self._count = 0
        self._is_shown = False

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._is_shown:
            print(CLEAR_LINE, end="", file=sys.stderr, flush=True)

    def read(self) -> None:
        """Note that one more is read."""
        self._count += 1
        now = monotonic()
        if now - self._told > EVERY and sys.stderr is not None and sys.stderr.isatty():
            self._told, self._is_shown = now, True
            words = f"{CLEAR_LINE}{self._count:,} articles read"
            print(words, end="", file=sys.stderr, flush=True)


class Waiting:
    """Waits for analyses, and shows what is under way from `PATIENCE` seconds on."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._reached: dict[str, str] = {}
        self._is_shown = False

    def __enter__(self) -> Waiting:
        return self

    def __exit__(self, *exception: object) -> None:
        self.clear()

    def opened(self, articles: int) -> None:
        """Note that a file is open, and how many articles it has; nothing is shown of it."""

    def finished(self, words: int) -> None:
        """Note that an article of so many words is done; nothing is shown of it."""

    def failed(self) -> None:
        """Note that an article could not be read, analyzed or saved; nothing is shown of it."""

    def note(self, progress: Progress) -> None:
        """Note, on any thread, that a stage is finished."""
        self._reached[progress.briefing.article.source] = progress.stage

    def result(self, job: Job) -> Briefing:
        """The briefing as soon as it is finished; raises what kept it from that."""
        if sys.stderr is not None and sys.stderr.isatty():
            began = monotonic()
            patience = max(EVERY, self._began + PATIENCE - began)
            while not wait([job.future], patience).done:
                self._show(job, monotonic() - began)
                patience = EVERY
            self.clear()
        self._reached.pop(job.article.source, None)
        return job.future.result()

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._is_shown:
            print(CLEAR_LINE, end="", file=sys.stderr, flush=True)
            self._is_shown = False

    def _show(self, job: Job, seconds: float) -> None:
        source = job.article.source
        finished = STAGES.index(self._reached[source]) + 1 if source in self._reached else 0
        number = min(finished + 1, len(STAGES))
        words = UNDER_WAY[STAGES[number - 1]]
        line = f"{words} ({number} of {len(STAGES)}), {seconds:.0f} s: {shown_name(source)}"
        width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        print(f"{CLEAR_LINE}{line[: width - 1]}", end="", file=sys.stderr, flush=True)
        self._is_shown = True
