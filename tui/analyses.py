"""The analyses of the open articles: what was asked for, what has come, what failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

from briefing.errors import BriefingError, Cancelled
from briefing.model import Article, Briefing
from briefing.options import STAGES, Options

State = Literal["waiting", "running", "done", "failed"]


class Progress(Protocol):
    """A stage that an analysis has reached, and the briefing so far."""

    @property
    def stage(self) -> str:
        """The stage that is finished."""
        ...

    @property
    def briefing(self) -> Briefing:
        """What has been found so far."""
        ...


class Job(Protocol):
    """An analysis under way."""

    @property
    def future(self) -> Future[Briefing]:
        """The finished briefing, or what went wrong."""
        ...

    def cancel(self) -> object:
        """Stop it; the future then fails."""
        ...


if TYPE_CHECKING:
    Submit = Callable[[Article, Options, Callable[[Progress], None] | None], Job]


class Analysis(Struct):
    """What is known about one article.

    Attributes:
        length: Wanted sentences of the summary.
        stages: Stages that were reported, in their order.
        error: One line for the user, after a failure.
    """

    article: Article
    length: int
    found: Briefing | None = None
    state: State = "waiting"
    stages: list[str] = []
    error: str = ""
    job: Job | None = None
    _made: tuple[Briefing | None, int, Briefing] | None = None

    @property
    def briefing(self) -> Briefing:
        """What was found so far, with a summary of the wanted length; the same while both stay."""
        if self._made is None or self._made[0] is not self.found or self._made[1] != self.length:
            briefing = self.found or Briefing(article=self.article)
            if briefing.sentences:
                briefing = briefing.with_summary(self.length)
            self._made = (self.found, self.length, briefing)
        return self._made[2]

    def has(self, stage: str) -> bool:
        """True if what a stage finds is there, even if that is nothing."""
        if self.state == "done":
            return True
        if self.found is None:
            return False
        return stage in self.stages

    @property
    def progress(self) -> tuple[str, int, int]:
        """(the stage under way, how many are finished, of how many)."""
        finished = sum(stage in self.stages for stage in STAGES)
        under_way = next((stage for stage in STAGES if stage not in self.stages), STAGES[-1])
        return under_way, finished, len(STAGES)


class Analyses:
    """Starts, follows and stops analyses; `moved` is called, from any thread, on every news."""

    def __init__(
        self,
        articles: Sequence[Article],
        submit: Submit,
        options: Options,
        length: int,
        cached: Mapping[int, Briefing],
        moved: Callable[[int], object],
    ) -> None:
        self._submit = submit
        self._options = options
        self._moved = moved
        self._length = length
        self.all = [Analysis(article, length) for article in articles]
        for number, briefing in cached.items():
            self.all[number].found = briefing
            self.all[number].state = "done"

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, number: int) -> Analysis:
        return self.all[number]

    def add(self, article: Article) -> int:
        """Take one more article, unless it is open already; gives its number."""
        for number, analysis in enumerate(self.all):
            known = analysis.article
            if (known.source, known.text) == (article.source, article.text):
                return number
        self.all.append(Analysis(article, self._length))
        return len(self.all) - 1

    def want(self, number: int) -> None:
        """Have an article analyzed, if that was not begun; a failed one begins again."""
        analysis = self.all[number]
        if analysis.state in ("running", "done"):
            return
        analysis.state, analysis.error, analysis.stages = "running", "", []

        def came(progress: Progress) -> None:
            if analysis.state != "running":
                return
            analysis.stages.append(progress.stage)
            analysis.found = progress.briefing
            self._moved(number)

        def ended(future: Future[Briefing]) -> None:
            self._end(analysis, future)
            self._moved(number)

        try:
            job = self._submit(analysis.article, self._options, came)
        except BriefingError as error:
            analysis.state, analysis.error = "failed", str(error)
            self._moved(number)
            return
        analysis.job = job
        job.future.add_done_callback(ended)

    def want_next(self, after: int) -> None:
        """Have the next article analyzed that nobody asked for yet, if nothing is under way."""
        if any(analysis.state == "running" for analysis in self.all):
            return
        order = (number % len(self.all) for number in range(after, after + len(self.all)))
        waiting = (number for number in order if self.all[number].state == "waiting")
        if (number := next(waiting, None)) is not None:
            self.want(number)

    @staticmethod
    def _end(analysis: Analysis, future: Future[Briefing]) -> None:
        analysis.job = None
        if future.cancelled():
            analysis.state, analysis.error = "waiting", ""
            return
        error = future.exception()
        if error is None:
            analysis.found, analysis.state = future.result(), "done"
        elif isinstance(error, Cancelled):
            analysis.state = "waiting"
        elif isinstance(error, BriefingError):
            analysis.state, analysis.error = "failed", str(error)
        else:
            kind = type(error).__name__
            analysis.state = "failed"
            analysis.error = f"the analysis failed ({kind}); try again"

    def stop(self) -> None:
        """Cancel what is under way."""
        for analysis in self.all:
            if analysis.job is not None:
                analysis.job.cancel()
