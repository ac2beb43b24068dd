"""The analyses of the open articles: what was asked for, what has come, what failed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from briefing.corrections.corrector import Corrector
from briefing.corrections.values import Correction
from briefing.errors import BriefingError, Cancelled
from briefing.model import Article, Briefing
from briefing.options import STAGES, Options

State = Literal["waiting", "running", "done", "failed"]


class StageReport(Protocol):
    """A stage that an analysis has reached, and the briefing so far."""

    @property
    def stage(self) -> str:
        """The stage that is finished."""
        ...

    @property
    def briefing(self) -> Briefing:
        """What has been found so far."""
        ...


class AnalysisJob(Protocol):
    """An analysis under way."""

    @property
    def future(self) -> Future[Briefing]:
        """The finished briefing, or what went wrong."""
        ...

    def cancel(self) -> object:
        """Stop it; the future then fails."""
        ...


if TYPE_CHECKING:
    OnReport = Callable[[StageReport], None]
    Submit = Callable[[Article, Options, OnReport | None], AnalysisJob]


class Unseen(Protocol):
    """Analyzes articles that are not on the screen."""

    def submit_unseen(
        self, article: Article, options: Options, on_progress: OnReport | None = None
    ) -> AnalysisJob:
        """Start an analysis."""
        ...

    def note_seen(self, article: Article, options: Options) -> None:
        """List an article as read, since it is on the screen now."""
        ...


class Analysis(Struct, frozen=True):
    """What is known about one article at one time.

    Attributes:
        source: The article as it was read.
        article: The article, with title, date and the like as the reader set them.
        length: Sentences that the summary is to have.
        briefing: What was found so far with the corrections, and a summary of that length.
        found: What was found as the engine gave it, or None.
        corrections: What the reader changed.
        state: How far the analysis is.
        stages: Stages that were reported, in their order.
        error: One line for the user, after a failure.
    """

    source: Article
    article: Article
    length: int
    briefing: Briefing
    found: Briefing | None = None
    corrections: tuple[Correction, ...] = ()
    state: State = "waiting"
    stages: tuple[str, ...] = ()
    error: str = ""

    def has(self, stage: str) -> bool:
        """True if what a stage finds is there, even if that is nothing."""
        if self.state == "done":
            return True
        return self.found is not None and stage in self.stages

    @property
    def progress(self) -> tuple[str, int, int]:
        """(the stage under way, how many are finished, of how many)."""
        finished = sum(stage in self.stages for stage in STAGES)
        under_way = next((stage for stage in STAGES if stage not in self.stages), STAGES[-1])
        return under_way, finished, len(STAGES)


def not_begun(article: Article, length: int) -> Analysis:
    """The analysis of an article that nobody asked for yet."""
    return Analysis(article, article, length, Briefing(article=article))


def with_found(analysis: Analysis, found: Briefing) -> Analysis:
    """The analysis after the engine has found this."""
    briefing = found
    if analysis.corrections:
        from briefing.corrections.laying import corrected

        briefing = corrected(found, analysis.corrections)
    if found.sentences:
        briefing = briefing.with_summary(analysis.length)
    return replace(analysis, found=found, briefing=briefing)


def with_corrections(analysis: Analysis, corrections: tuple[Correction, ...]) -> Analysis:
    """The analysis with what the reader changed, instead of what was changed before."""
    if corrections == analysis.corrections:
        return analysis
    from briefing.corrections.laying import described

    article = described(analysis.source, corrections)
    analysis = replace(analysis, article=article, corrections=corrections)
    if analysis.found is None:
        return replace(analysis, briefing=replace(analysis.briefing, article=article))
    return with_found(analysis, analysis.found)


def with_length(analysis: Analysis, length: int) -> Analysis:
    """The analysis with a summary of another length."""
    analysis = replace(analysis, length=length)
    return with_found(analysis, analysis.found) if analysis.found else analysis


def after_stage(analysis: Analysis, report: StageReport) -> Analysis:
    """The analysis after a stage was reported; one that has ended stays as it is."""
    if analysis.state != "running":
        return analysis
    stages = (*analysis.stages, report.stage)
    return with_found(replace(analysis, stages=stages), report.briefing)


def after_end(analysis: Analysis, future: Future[Briefing]) -> Analysis:
    """The analysis after its job has ended."""
    error = None if future.cancelled() else future.exception()
    if future.cancelled() or isinstance(error, Cancelled):
        return replace(analysis, state="waiting", error="")
    if error is None:
        return with_found(replace(analysis, state="done"), future.result())
    words = f"the analysis failed ({type(error).__name__}); try again"
    if isinstance(error, BriefingError):
        words = str(error)
    return replace(analysis, state="failed", error=words)


class Analyses:
    """Starts, follows and stops the analyses of the open articles.

    The engine reports from threads of its own. Its reports wait until `update` is called on the
    thread that draws; there each one replaces an `Analysis` by the next.

    Args:
        articles: The open articles.
        submit: Starts an analysis.
        options: How to analyze.
        length: Sentences of a summary.
        cached: Finished briefings by the number of their article.
        corrector: Makes and gives the reader's corrections.
        on_change: Called from any thread with the number of an article of which there is news.
        unseen: Starts analyses of articles that are not on the screen; None if `submit` does.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        submit: Submit,
        options: Options,
        length: int,
        cached: Mapping[int, Briefing],
        corrector: Corrector,
        on_change: Callable[[int], object],
        unseen: Unseen | None = None,
    ) -> None:
        self._submit = submit
        self._unseen = unseen
        self._not_listed: set[int] = set()  # as read, since they were not on the screen yet
        self._seen: set[int] = set()
        self._options = options
        self._on_change = on_change
        self._length = length
        self.corrector = corrector
        self._jobs: dict[int, AnalysisJob] = {}
        self._reports: deque[tuple[int, StageReport | Future[Briefing]]] = deque()
        self.all = [not_begun(article, length) for article in articles]
        for number, briefing in cached.items():
            self._take_corrections(number)
            self.all[number] = with_found(replace(self.all[number], state="done"), briefing)

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, number: int) -> Analysis:
        return self.all[number]

    def add(self, article: Article) -> int:
        """Take one more article, unless it is open already; gives its number."""
        for number, analysis in enumerate(self.all):
            other = analysis.source
            if (other.source, other.text) == (article.source, article.text):
                return number
        self.all.append(not_begun(article, self._length))
        return len(self.all) - 1

    def set_length(self, number: int, length: int) -> None:
        """Give the summary of an article another length, in sentences."""
        self.all[number] = with_length(self.all[number], length)

    def request(self, number: int) -> None:
        """Have an article analyzed that is on the screen, as `_request`."""
        self._seen.add(number)
        self._list_seen(number)
        self._request(number)

    def _list_seen(self, number: int) -> None:
        """List an article as read that was analyzed before it came on the screen."""
        is_there = number in self._not_listed & self._seen and self.all[number].state == "done"
        if is_there and self._unseen is not None:
            self._not_listed.discard(number)
            self._unseen.note_seen(self.all[number].source, self._options)

    def _request(self, number: int) -> None:
        """Have an article analyzed, if that was not begun; a failed one begins again."""
        if self.all[number].state in ("running", "done"):
            return
        self._take_corrections(number)
        self.all[number] = replace(self.all[number], state="running", error="", stages=())
        self._begin(number, lambda report: self._receive(number, report))

    def _begin(self, number: int, on_progress: Callable[[StageReport], None] | None) -> None:
        submit = self._submit
        if self._unseen is not None and number not in self._seen:
            submit = self._unseen.submit_unseen
            self._not_listed.add(number)
        try:
            job = submit(self.all[number].article, self._options, on_progress)
        except BriefingError as error:
            self.all[number] = replace(self.all[number], state="failed", error=str(error))
            self._on_change(number)
            return
        self._jobs[number] = job
        job.future.add_done_callback(lambda future: self._receive(number, future))

    # Corrections

    def _take_corrections(self, number: int) -> None:
        analysis = self.all[number]
        self.all[number] = with_corrections(analysis, self.corrector.of(analysis.source))

    def correct(self, number: int, *corrections: Correction) -> None:
        """Make corrections.

        Raises:
            BriefingError: As `briefing.corrections.corrector.Corrector.correct`.
        """
        self.corrector.correct(self.all[number].source, *corrections)
        self._after_correction(number)

    def undo(self, number: int) -> Correction | None:
        """Take the last correction back, and give it, if there is one."""
        undone = self.corrector.undo(self.all[number].source)
        self._after_correction(number)
        return undone

    def take_back(self, number: int, correction: Correction) -> None:
        """Take one of the corrections back, whichever were made after it."""
        self.corrector.take_back(self.all[number].source, correction)
        self._after_correction(number)

    def redo(self, number: int) -> Correction | None:
        """Make the last one again that was taken back, and give it, if there is one."""
        redone = self.corrector.redo(self.all[number].source)
        self._after_correction(number)
        return redone

    def _after_correction(self, number: int) -> None:
        """Lay the corrections over what was found; another date of publication is found anew."""
        published = self.all[number].article.published
        self._take_corrections(number)
        analysis = self.all[number]
        if analysis.article.published != published:
            self.begin_anew(number)

    def begin_anew(self, number: int) -> None:
        """Have an article analyzed once more; what was found before stays until that is done."""
        if self.all[number].state in ("running", "done"):
            if job := self._jobs.pop(number, None):
                job.cancel()
            self._begin(number, None)

    def request_next(self, after: int) -> None:
        """Have the next waiting article analyzed, if nothing is under way."""
        if any(analysis.state == "running" for analysis in self.all):
            return
        order = (number % len(self.all) for number in range(after, after + len(self.all)))
        waiting = (number for number in order if self.all[number].state == "waiting")
        if (number := next(waiting, None)) is not None:
            self._request(number)

    def _receive(self, number: int, report: StageReport | Future[Briefing]) -> None:
        """Take a report, on any thread."""
        self._reports.append((number, report))
        self._on_change(number)

    def update(self) -> None:
        """Bring the analyses up to date with the reports that came; on the app's thread."""
        while self._reports:
            number, report = self._reports.popleft()
            if isinstance(report, Future):
                job = self._jobs.get(number)
                if job is not None and job.future is not report:  # of one that was begun anew
                    continue
                self._jobs.pop(number, None)
                self.all[number] = after_end(self.all[number], report)
                self._list_seen(number)
            else:
                self.all[number] = after_stage(self.all[number], report)

    def stop(self) -> None:
        """Cancel what is under way."""
        for job in self._jobs.values():
            job.cancel()
