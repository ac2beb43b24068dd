"""Briefings on request: from the library where it has them, else from the engine."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from briefing.errors import LibraryError
from briefing.library import Library
from briefing.model import Article, Briefing
from briefing.options import Options

if TYPE_CHECKING:
    from briefing.engine import Engine, Job, OnProgress


class Service:
    """Ties a library and an engine together.

    The engine is made when the first article needs one; the library may be missing, and then
    nothing is kept.
    """

    def __init__(self, library: Library | None, make_engine: Callable[[], Engine]) -> None:
        self.library = library
        self._make_engine = make_engine
        self._engine: Engine | None = None

    def known(self, article: Article, options: Options) -> Briefing | None:
        """The briefing from the library, without any analysis; notes that it was opened again."""
        if self.library is None:
            return None
        with contextlib.suppress(LibraryError):
            if found := self.library.find(article, options):
                self.library.keep(found, options)
                return found
        return None

    def submit(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """Ask for a briefing; it is kept in the library before the job's future has it."""
        found = self.known(article, options)
        if found:
            from briefing.engine import Job

            job = Job(article, options)
            job.future.set_result(found)
            return job
        job = self.engine.submit(article, options, on_progress)
        job.future.add_done_callback(lambda future: self._keep(future, options))
        return job

    @property
    def engine(self) -> Engine:
        """The engine, started."""
        if self._engine is None:
            self._engine = self._make_engine()
            self._engine.start()
        return self._engine

    def close(self) -> None:
        """Stop the engine and close the library."""
        if self._engine:
            self._engine.close()
        if self.library:
            self.library.close()

    def _keep(self, future: Future[Briefing], options: Options) -> None:
        if self.library and not future.exception():
            with contextlib.suppress(LibraryError):
                self.library.keep(future.result(), options)
