"""An analysis that was asked for, and the reports on its way."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from msgspec import Struct

from briefing.errors import AnalysisError
from briefing.model import Article, Briefing
from briefing.options import Options


class Progress(Struct, frozen=True):
    """A stage of an analysis is finished.

    Attributes:
        stage: One of `briefing.options.STAGES`.
        briefing: What has been found so far.
    """

    stage: str
    briefing: Briefing


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """An analysis that was asked for, as its caller holds it.

    Attributes:
        article: What is analyzed.
        options: How.
        on_progress: Called after each stage, from the engine's thread; or None.
        stop: Stops a job of an engine; None for a job that needs no engine.
        future: Its briefing, or an `AnalysisError`.
    """

    article: Article
    options: Options
    on_progress: OnProgress | None = None
    stop: Callable[[Job], None] | None = None
    future: Future[Briefing] = field(default_factory=Future)

    def cancel(self) -> None:
        """Stop it; the future then fails with `Cancelled`. A finished job stays as it is."""
        if self.stop:
            self.stop(self)

    def report(self, progress: Progress) -> None:
        """Tell the caller that a stage is finished."""
        if self.on_progress:
            self.on_progress(progress)

    def finish(self, briefing: Briefing) -> None:
        """Give the briefing to whoever waits for it, unless the job has ended."""
        if not self.future.done():
            self.future.set_result(briefing)

    def fail(self, error: AnalysisError) -> None:
        """Give the error to whoever waits for the briefing, unless the job has ended."""
        if not self.future.done():
            self.future.set_exception(error)
