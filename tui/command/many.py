"""How far many articles are, as a bar on standard error where that is a terminal."""

from __future__ import annotations

import sys
from time import monotonic

from briefing.engine import Job
from briefing.model import Briefing
from tui.command.options import CommandOptions
from tui.command.progress import Waiting
from tui.command.sources import count_of_sources


def waiting_for(options: CommandOptions) -> Waiting:
    """What shows how far the articles are: a bar for many, else the stages of each."""
    if _is_terminal(sys.stderr) and (options.output or not _is_terminal(sys.stdout)):
        count = count_of_sources(options)
        if count > 1:
            return Bar(count)
    return Waiting()


def _is_terminal(stream: object) -> bool:
    return bool(getattr(stream, "isatty", bool)())


class Bar(Waiting):
    """Counts articles and words, and tells how much time is left.

    Args:
        expected: How many articles are expected, one for each file.
    """

    def __init__(self, expected: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        super().__init__()
        self._done = self._failed = self._words = 0
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.fields[counts]}", markup=False),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=Console(stderr=True),
        )
        self._task = self._progress.add_task("", total=expected, counts="")
        self._expected = expected
        self._started = monotonic()

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._progress.stop()

    def result(self, job: Job) -> Briefing:
        """The briefing as soon as it is finished; raises what kept it from that."""
        return job.future.result()

    def opened(self, articles: int) -> None:
        """Note that one of the files is open, and how many articles it has."""
        self._expected += articles - 1
        self._tell()

    def finished(self, words: int) -> None:
        """Note that an article of so many words is done."""
        self._done += 1
        self._words += words
        self._tell()

    def failed(self) -> None:
        """Note that an article could not be read, analyzed or saved."""
        self._failed += 1
        self._tell()

    def _tell(self) -> None:
        rate = self._words / max(monotonic() - self._started, 0.001)
        counts = f"{self._done:,} of {self._expected:,}"
        counts += f", {self._failed:,} failed" if self._failed else ""
        self._progress.update(
            self._task,
            total=self._expected,
            completed=self._done + self._failed,
            counts=f"{counts}, {rate:,.0f} words/s",
        )
