"""A dossier of articles that are not open: analyzed in the background, then shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import wait
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.errors import BriefingError, ReadError
from briefing.model import Article, Briefing

if TYPE_CHECKING:
    from briefing.dossier.values import Dossier, Passage
    from tui.analyses import AnalysisJob
    from tui.base_app import BaseApp

Gather = Callable[[], Sequence[Article | ReadError]]
"""Gives articles, or why they cannot be read; it may take time."""
SECONDS = 0.1
"""Between two looks at whether the reader has left."""
MOST_TOLD = 5


class DossierOpening:
    """Opens one dossier after the other.

    Args:
        screen: Where that is asked for.
        app: Analyzes and shows the articles.
    """

    def __init__(self, screen: Screen[None], app: BaseApp) -> None:
        self._screen = screen
        self._app = app
        self._stop = Event()
        self._jobs: list[AnalysisJob] = []

    def stop(self) -> None:
        """Give up what is being analyzed."""
        self._stop.set()
        for job in self._jobs:
            job.cancel()

    def open(self, gather: Gather, count: int) -> None:
        """Open the dossier of articles, or the article itself where there is only one.

        Args:
            gather: Called in a thread.
            count: How many articles are expected.
        """
        self.stop()  # what was asked for before is no longer wanted
        self._stop, self._jobs = Event(), []
        if count > 1:
            self._app.say(f"comparing {count} articles …")
        self._screen.run_worker(
            partial(self._work, gather, self._stop, self._jobs),
            group="dossier",
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )

    def _work(self, gather: Gather, stop: Event, jobs: list[AnalysisJob]) -> None:
        """In a thread: read and analyze the articles."""
        try:
            outcomes = gather()
        except BriefingError as error:
            outcomes = (ReadError(str(error)),)
        articles = [one for one in outcomes if isinstance(one, Article)]
        problems = [str(one) for one in outcomes if isinstance(one, ReadError)]
        briefings: list[Briefing] = []
        if len(articles) > 1:
            jobs += (self._app.analysis_of(article) for article in articles)
            briefings = self._briefings(jobs, problems, stop)
        if stop.is_set():
            return
        dossier: Dossier | None = None
        new: list[Article] = []
        if len(briefings) > 1:
            from briefing.dossier import dossier_of

            dossier = dossier_of(briefings)
            articles = [briefing.article for briefing in briefings]
            if library := self._app.library:
                new = [articles[number] for number in library.look_at(articles)]
        self._app.call_from_thread(self._show, dossier, new, articles, problems)

    def _briefings(
        self, jobs: Sequence[AnalysisJob], problems: list[str], stop: Event
    ) -> list[Briefing]:
        """The corrected briefings, as soon as all are there; none if they are given up."""
        waiting = {job.future for job in jobs}
        while waiting and not stop.is_set():
            waiting = wait(waiting, SECONDS).not_done
        if stop.is_set():
            for job in jobs:
                job.cancel()
            return []
        found = []
        for job in jobs:
            if error := job.future.exception():
                problems.append(str(error))
            else:
                found.append(self._app.with_corrections(job.future.result()))
        return found

    def _show(
        self,
        dossier: Dossier | None,
        new: Sequence[Article],
        articles: Sequence[Article],
        problems: Sequence[str],
    ) -> None:
        if not self._screen.is_current:
            return
        self._app.clear_notifications()
        if problems:
            self._app.say("\n".join(problems[:MOST_TOLD]), failed=True)
        elif new:
            titles = (f"“{article.title or article.source}”" for article in new[:MOST_TOLD])
            self._app.say(f"new since you last looked: {', '.join(titles)}")
        if dossier is None:
            if articles:
                self._app.open_articles(articles)
            return
        from tui.dossier.screen import DossierScreen

        def go(passage: Passage | None) -> None:
            if passage is not None:
                chosen = articles[passage.article]
                span = (passage.start, passage.end) if passage.end > passage.start else None
                others = [article for article in articles if article is not chosen]
                self._app.open_articles([chosen, *others], span)

        self._app.push_screen(DossierScreen(dossier), go)
