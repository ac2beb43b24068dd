"""A library that is opened when it is first needed, and whose troubles are told once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from briefing.corrections.log import MemoryLog
from briefing.errors import LibraryError
from briefing.model import Article

if TYPE_CHECKING:
    from briefing.corrections.log import CorrectionLog
    from briefing.library import Entry, Hit, Library
    from briefing.library.listing import Order
    from briefing.names_file import NamesFile
    from briefing.stories.latest import Latest

T = TypeVar("T")
MOST_DUE = 8
"""Articles that are indexed before the library is listed; more of them would keep it waiting."""


class LibraryUser:
    """Lists, finds and removes what a library has; where it fails, all goes on without it.

    Args:
        open_library: Opens the library; where it raises `LibraryError`, nothing is kept.
        names: The reader's file of names, if there is to be one.

    Attributes:
        on_problem: Called, from any thread, with one line for the user about the library.
    """

    def __init__(self, open_library: Callable[[], Library], names: NamesFile | None) -> None:
        self._open_library = open_library
        self.names = names
        self._latest: Latest | None = None
        self._indexing: Thread | None = None
        self._is_closed = False
        self._problems: list[str] = []
        self.on_problem: Callable[[str], object] = lambda _: None

    @cached_property
    def library(self) -> Library | None:
        """The library, opened now if it was not."""
        try:
            return self._open_library()
        except LibraryError as error:
            self._tell(f"{error}; brief goes on without it")
            return None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is the matter with the library, each in one line."""
        if library := self.__dict__.get("library"):  # only where it was opened
            self._tell(library.notice)
        return tuple(self._problems)

    def _use(self, work: Callable[[Library], T]) -> T | None:
        """Work with the library; None where there is none, or where it fails."""
        if self.library is None:
            return None
        try:
            return work(self.library)
        except LibraryError as error:
            self._tell(f"{error}; brief goes on without it")
            return None
        finally:
            self._tell(self.library.notice)

    def _tell(self, problem: str) -> None:
        """Tell the user once."""
        if problem and problem not in self._problems:
            self._problems.append(problem)
            self.on_problem(problem)

    def _log(self) -> CorrectionLog:
        """Where corrections are kept: without a library, for as long as the program runs."""
        return MemoryLog() if self.library is None else self.library.corrections

    @property
    def count(self) -> int:
        """How many articles the library lists."""
        return self._use(lambda library: library.shelf.count) or 0

    def listed(self, order: Order = "read", start: int = 0, limit: int = 50) -> tuple[Entry, ...]:
        """A part of its list, as `briefing.library.shelf.Shelf.listed` gives it.

        What was just corrected is listed so.
        """

        def work(library: Library) -> tuple[Entry, ...]:
            if start == 0 and 0 < library.due <= MOST_DUE:
                library.index_due(MOST_DUE)
            return library.shelf.listed(order, start, limit)

        return self._use(work) or ()

    def stories(self, stop: Callable[[], bool] = lambda: False) -> dict[str, tuple[str, ...]]:
        """Which of the latest articles tell the same; see `briefing.stories.latest.Latest`."""
        if self._latest is None:
            from briefing.stories.latest import Latest

            self._latest = Latest(self.listed, self._kept)
        return self._latest.stories(stop)

    def look_at(self, articles: Sequence[Article]) -> tuple[int, ...]:
        """Note that the reader looks at a dossier; gives the numbers of the articles that are new.

        None are where the reader has seen none of them before.
        """
        from briefing.corrections.values import digest_of

        texts = [digest_of(article.text) for article in articles]
        return self._use(lambda library: library.shelf.look_at(texts)) or ()

    def new_among(self, stories: Mapping[str, Sequence[str]]) -> frozenset[str]:
        """The keys of articles that are new in stories of which the reader has seen others."""
        return self._use(lambda library: library.shelf.new_among(stories)) or frozenset()

    def watched_in(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The watched names of the file of names that articles of the library have, by key."""
        watched = self.names.watched if self.names else ()
        if not watched:
            return {}
        return self._use(lambda library: library.shelf.watched_in(watched, keys)) or {}

    def find(self, query: str, limit: int = 50, *, is_typing: bool = False) -> tuple[Hit, ...]:
        """Where the library has what a query asks for, as `briefing.library.Library.find`.

        Args:
            query: What is looked for.
            limit: The most hits that are given.
            is_typing: True if the last word may go on.

        Raises:
            QueryError: The query makes no sense.
        """
        from briefing.library.searching.query import parse

        asked = parse(query, is_typing=is_typing)
        return self._use(lambda library: library.find(asked, limit)) or ()

    def remove(self, keys: Sequence[str]) -> int:
        """Remove articles from the library, as `briefing.library.shelf.Shelf.remove`."""
        return self._use(lambda library: library.shelf.remove(keys)) or 0

    def remove_batch(self, batch: str) -> int:
        """Remove what a command put in, as `briefing.library.shelf.Shelf.remove_batch`."""
        return self._use(lambda library: library.shelf.remove_batch(batch)) or 0

    def restore(self) -> int:
        """Put back what was removed last, as `briefing.library.shelf.Shelf.restore`."""
        return self._use(lambda library: library.shelf.restore()) or 0

    def _kept(self, key: str) -> Article | None:
        """An article of the library, as it was kept."""
        return self._use(lambda library: library.article(key))

    def index_in_background(self) -> None:
        """Put what is due into the library's index, in a thread that ends with `close`."""
        if self._use(lambda library: library.due):
            self._indexing = Thread(target=self._index, name="index", daemon=True)
            self._indexing.start()

    def _index(self) -> None:
        indexed: int | None = 1
        while indexed and not self._is_closed:
            indexed = self._use(lambda library: library.index_due())

    def _close_library(self) -> None:
        """End what works with it, and close it."""
        self._is_closed = True
        if self._indexing:
            self._indexing.join()
        if self.__dict__.get("library"):  # only where it was opened
            self.__dict__["library"].close()
