"""What rows of the library's tables say of feeds and their entries."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from briefing.feeds.values import Entry, Feed
from briefing.sanitize import SafeLine, one_line
from briefing.web.validators import Validators

COLUMNS: Final = (
    "f.address, f.title, f.found_at, f.etag, f.last_modified, f.fetched, f.wait_until, f.problem"
)
ENTRY_COLUMNS: Final = (
    "e.feed, f.title, e.id, e.title, e.address, e.published, e.summary, e.is_teaser, e.is_read,"
    " (SELECT actors FROM articles a WHERE a.source = e.address LIMIT 1)"
)


class FollowedFeed(Struct, frozen=True):
    """A feed that is followed.

    Attributes:
        feed: What is known of it.
        count: How many entries are kept.
        unread: How many of them were not read.
    """

    feed: Feed
    count: int
    unread: int


class KeptEntry(Struct, frozen=True):
    """An entry of a feed that is kept.

    Attributes:
        feed: Address of its feed.
        outlet: Title of its feed.
        entry: What the feed says of it.
        is_read: It was opened.
        actors: Names of the main ones, where its article is in the library.
    """

    feed: str
    outlet: str
    entry: Entry
    is_read: bool = False
    actors: tuple[SafeLine, ...] = ()


def time_of(published: str | None) -> str | None:
    """When an entry was published, in UTC, so that all can be sorted."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    with suppress(OverflowError):
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=UTC).isoformat(timespec="microseconds")


def feed_of(row: tuple[Any, ...]) -> Feed:
    """The feed of a row, whatever stands in it: SQLite lets any value stand in any column."""
    address, title, found_at, etag, modified, fetched, wait_until, problem = map(_text, row)
    validators = Validators(found_at, etag, modified)
    times = (fetched or None, wait_until or None)
    return Feed(address, one_line(title), validators, *times, problem=one_line(problem))


def entry_of(row: tuple[Any, ...]) -> KeptEntry:
    """The entry of a row, whatever stands in it."""
    *words, teaser, read, actors = row
    feed, outlet, ident, title, address, published, summary = map(_text, words)
    entry = Entry(
        ident,
        one_line(title),
        address or None,
        one_line(published) or None,
        one_line(summary),
        bool(teaser),
    )
    return KeptEntry(feed, one_line(outlet), entry, bool(read), _names(actors))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _names(actors: object) -> tuple[SafeLine, ...]:
    with suppress(ValueError):
        names = msgspec.json.decode(_text(actors) or "[]", type=tuple[str, ...])
        return tuple(map(one_line, names))
    return ()
