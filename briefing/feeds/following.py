"""Feeds that are followed, from their addresses to the articles of their entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import ReadError
from briefing.feeds.fetching import IS_LIST, FeedReader
from briefing.feeds.rows import KeptEntry
from briefing.feeds.values import Entry, Feed, NamedFeed, NamedFeeds
from briefing.model import Article, Origin
from briefing.opening import Opened, Outcome
from briefing.reading.sources import refusal

if TYPE_CHECKING:
    from briefing.feeds.kept import KeptFeeds
    from briefing.opening import Opener
    from briefing.web.fetching import Fetched, OnFetched, Stop

NO_PAGE: Final = "its feed gives neither its text nor an address; read it where the feed comes from"
NO_LIST: Final = "it is no list of feeds; give a file in OPML, or the address of a feed"
COMMENTS: Final = "comment"
"""In the title or the address of a feed that has no articles."""


class Followed(Struct, frozen=True):
    """What came of following an address.

    Attributes:
        feed: What is followed now.
        is_new: It was not followed before.
        others: Feeds that the page of the address names besides it.
    """

    feed: Feed
    is_new: bool
    others: tuple[NamedFeed, ...] = ()


class News(Struct, frozen=True):
    """What came of asking for a feed.

    Attributes:
        feed: What is known of it now.
        new: How many entries it has that it had not before.
    """

    feed: Feed
    new: int = 0


class Feeds:
    """Joins what is kept of feeds and what asks for them.

    Its methods raise `LibraryError` where the library cannot be used.

    Args:
        kept: The feeds and entries that are kept.
        reader: Asks for feeds.
        opener: Opens the pages of entries.
    """

    def __init__(self, kept: KeptFeeds, reader: FeedReader, opener: Opener) -> None:
        self.kept = kept
        self._reader = reader
        self._opener = opener

    def follow(self, address: str, *, stop: Stop | None = None) -> Followed:
        """Follow the feed of an address, which is asked for now.

        Args:
            address: Of a feed, or of a page that names its feed.
            stop: Asked all the time; when it gives True, this ends.

        Raises:
            ReadError: There is no feed, or it cannot be read.
            Cancelled: `stop` gave True.
        """
        address = address.strip()
        page = self._reader.fetch(Feed(address), stop)
        assert page is not None  # nothing is known that could be unchanged
        found = self._reader.read(page, address)
        if isinstance(found, NamedFeeds):
            if found.is_list:
                raise refusal(address, IS_LIST)
            main = next((one for one in found.feeds if not _has_comments(one)), found.feeds[0])
            refreshed = self._reader.refresh(Feed(main.address, main.title), stop=stop)
            if refreshed.feed.problem:
                raise ReadError(refreshed.feed.problem)
            others = tuple(one for one in found.feeds if one is not main)
        else:
            refreshed, others = self._reader.refreshed(Feed(address), page), ()
        self.kept.save(refreshed)
        feed = refreshed.feed
        return Followed(feed, self.kept.follow([NamedFeed(feed.address, feed.title)]) > 0, others)

    def follow_list(self, data: bytes, source: str) -> tuple[int, int]:
        """Follow the feeds of a list in OPML; none of them is asked for.

        Args:
            data: The bytes of the list.
            source: Where they came from.

        Returns:
            How many feeds are followed that were not before, and how many the list has.

        Raises:
            ReadError: It is no such list.
        """
        named = self._reader.named_in(data, source)
        if not named:
            raise refusal(source, NO_LIST)
        return self.kept.follow(named), len(named)

    def look_at(self, page: Fetched, source: str) -> Feed:
        """Keep what was fetched of a feed, so that its entries can be listed; give the feed.

        Raises:
            ReadError: It is no feed.
        """
        refreshed = self._reader.refreshed(Feed(source.strip()), page)
        self.kept.save(refreshed)
        return refreshed.feed

    def refresh(
        self, address: str | None = None, *, insists: bool = False, stop: Stop | None = None
    ) -> Iterator[News]:
        """Ask for one feed, or for all that are followed, and give what came of each as it comes.

        Args:
            address: Of the one feed, or None for all.
            insists: True to ask however short a while ago that was done.
            stop: Asked all the time; when it gives True, this ends.

        Raises:
            Cancelled: `stop` gave True.
        """
        if address is None:
            feeds: Iterable[Feed] = [followed.feed for followed in self.kept.followed()]
        else:
            feeds = [self.kept.feed(address) or Feed(address)]
        for refreshed in self._reader.refresh_all(feeds, insists=insists, stop=stop):
            yield News(refreshed.feed, self.kept.save(refreshed))

    def open(
        self, kept: KeptEntry, *, on_progress: OnFetched | None = None, stop: Stop | None = None
    ) -> Opened:
        """The article of an entry: as its feed gives it, or else as it stands on its page.

        Args:
            kept: The entry, which counts as read once there is an article.
            on_progress: Called while the page is fetched.
            stop: Ends the fetch.

        Raises:
            Cancelled: `stop` gave True.
        """
        opened = None if kept.entry.is_teaser else self._given_by_feed(kept)
        if opened is None and kept.entry.address is None:
            return Opened((refusal(kept.entry.title, NO_PAGE),))
        if opened is None:
            address = kept.entry.address or ""
            opened = self._opener.open(address, on_progress=on_progress, stop=stop)
        if any(isinstance(outcome, Article) for outcome in opened.outcomes):
            self.kept.mark_read(kept)
        outcomes = tuple(_dated(outcome, kept.entry) for outcome in opened.outcomes)
        return replace(opened, outcomes=outcomes)

    def _given_by_feed(self, kept: KeptEntry) -> Opened | None:
        """The article that the bytes of the feed have for an entry."""
        data, feed, entry = self.kept.data(kept.feed), self.kept.feed(kept.feed), kept.entry
        if not data or feed is None:
            return None
        base = feed.validators.address or feed.address
        for outcome in self._opener.open_data(data, feed.address, address=base).outcomes:
            if isinstance(outcome, Article) and _is_of(outcome, entry):
                return Opened((replace(outcome, source=entry.address or outcome.source),))
        return None


def _dated(outcome: Outcome, entry: Entry) -> Outcome:
    """An article with the date that its feed gives, unless it has its own."""
    if not isinstance(outcome, Article) or outcome.published or not entry.published:
        return outcome
    origins = (*outcome.origins, Origin("published", "feed entry"))
    return replace(outcome, published=entry.published[:10], origins=origins)


def _is_of(article: Article, entry: Entry) -> bool:
    if entry.address is not None:
        return article.address == entry.address
    return article.title == entry.title


def _has_comments(feed: NamedFeed) -> bool:
    return COMMENTS in f"{feed.title} {feed.address}".lower()
