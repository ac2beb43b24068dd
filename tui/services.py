"""What the program needs of those who keep, fetch and open articles for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefing.errors import ReadError
    from briefing.feeds.following import Feeds
    from briefing.feeds.rows import KeptEntry
    from briefing.library import Entry, Hit
    from briefing.library.listing import Order
    from briefing.model import Article
    from briefing.web.fetching import OnFetched, Stop


class Shelf(Protocol):
    """What the start screen needs of a library; nothing of it raises `LibraryError`."""

    @property
    def count(self) -> int:
        """How many articles are listed."""
        ...

    def listed(self, order: Order, start: int, limit: int) -> Sequence[Entry]:
        """A part of the list of all articles."""
        ...

    def stories(self, stop: Callable[[], bool]) -> Mapping[str, Sequence[str]]:
        """For each of the latest articles that is not alone, the keys of all that tell the same.

        It takes time, and ends early when `stop` gives True.
        """
        ...

    def look_at(self, articles: Sequence[Article]) -> Sequence[int]:
        """Note that the reader looks at a dossier; gives the numbers of what is new in it."""
        ...

    def new_among(self, stories: Mapping[str, Sequence[str]]) -> frozenset[str]:
        """The keys of articles that are new in stories of which the reader has seen others."""
        ...

    def watched_in(self, keys: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """The watched names that articles have, by their keys."""
        ...

    def find(self, query: str, limit: int = ..., *, is_typing: bool = ...) -> Sequence[Hit]:
        """Where a query is found; raises `QueryError` where it makes no sense."""
        ...

    def article(self, key: str) -> Article | None:
        """An article as it was kept, or None."""
        ...

    def remove(self, keys: Sequence[str]) -> int:
        """Remove articles; gives how many."""
        ...

    def remove_batch(self, batch: str) -> int:
        """Remove what a command put in; gives how many articles that are."""
        ...

    def restore(self) -> int:
        """Put back what was removed last; gives how many articles that are."""
        ...


class FeedService(Protocol):
    """Gives the feeds, and the articles of their entries."""

    @property
    def feeds(self) -> Feeds:
        """The feeds; its methods may raise `LibraryError`."""
        ...

    def open_entry(
        self, entry: KeptEntry, *, on_progress: OnFetched | None = ..., stop: Stop | None = ...
    ) -> Sequence[Article | ReadError]:
        """The article of an entry, or why it cannot be read."""
        ...


class Sources(Protocol):
    """Opens what the user gives."""

    def open(
        self, source: str, *, on_progress: OnFetched | None = ..., stop: Stop | None = ...
    ) -> Sequence[Article | ReadError]:
        """What a path, a folder or an address holds, or why it cannot be read."""
        ...

    def open_text(self, text: str) -> Sequence[Article | ReadError]:
        """The article in a pasted text, or why there is none."""
        ...
