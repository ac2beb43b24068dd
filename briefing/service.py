"""Briefings on request: from the library where it has them, else from the engine."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.errors import LibraryError
from briefing.model import Article, Briefing
from briefing.options import Options

if TYPE_CHECKING:
    from briefing.engine import Engine, Job, OnProgress
    from briefing.library import Entry, Library


class Service:
    """Joins a library and an engine; each is made when it is first needed.

    Args:
        open_library: Opens the library; where it raises `LibraryError`, nothing is kept.
        make_engine: Makes an engine.

    Attributes:
        problem: Why the library cannot be used, in one line, or "".
    """

    def __init__(
        self, open_library: Callable[[], Library], make_engine: Callable[[], Engine]
    ) -> None:
        self._open_library = open_library
        self._make_engine = make_engine
        self._engine: Engine | None = None
        self.problem = ""

    @cached_property
    def library(self) -> Library | None:
        """The library, opened now if it was not."""
        try:
            return self._open_library()
        except LibraryError as error:
            self.problem = f"{error}; going on without it"
            return None

    @property
    def engine(self) -> Engine:
        """The engine, started."""
        if self._engine is None:
            self._engine = self._make_engine()
            self._engine.start()
        return self._engine

    def recent(self, limit: int = 20) -> tuple[Entry, ...]:
        """The articles that were opened last, as `briefing.library.Library.recent` gives them."""
        return self.library.recent(limit) if self.library else ()

    def article(self, key: str) -> Article | None:
        """An article of the library, as it was read then."""
        return self.library.article(key) if self.library else None

    def find(self, article: Article, options: Options) -> Briefing | None:
        """The briefing from the library, without any analysis."""
        if self.library is None:
            return None
        with contextlib.suppress(LibraryError):
            return self.library.find(article, options)
        return None

    def submit(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """Ask for a briefing; it is saved in the library when it is made."""
        found = self.find(article, options)
        if found:
            from briefing.engine import Job

            self._touch(article, options)
            job = Job(article, options)
            job.future.set_result(found)
            return job
        job = self.engine.submit(article, options, on_progress)
        job.future.add_done_callback(lambda future: self._save(future, options))
        return job

    def close(self) -> None:
        """Stop the engine and close the library."""
        if self._engine:
            self._engine.close()
        if self.__dict__.get("library"):  # only where it was opened
            self.__dict__["library"].close()

    def _touch(self, article: Article, options: Options) -> None:
        if self.library:
            with contextlib.suppress(LibraryError):
                self.library.touch(article, options)

    def _save(self, future: Future[Briefing], options: Options) -> None:
        if self.library and not future.exception():
            with contextlib.suppress(LibraryError):
                self.library.save(future.result(), options)
