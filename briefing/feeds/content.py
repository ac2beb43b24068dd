"""What the bytes from an address hold: a feed with its entries, or the names of feeds.

This loads parsers, so only the process that reads may import it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final, TypeVar

from briefing.errors import FormatError
from briefing.feeds.values import Entry, FeedContent, NamedFeed, NamedFeeds
from briefing.reading.formats.feed_entries import (
    DAMAGED,
    ParsedEntry,
    dates_of,
    decoded,
    is_list_of_feeds,
    joined,
    parse,
)
from briefing.reading.formats.feed_text import content_of, one_line_of
from briefing.reading.formats.html.blocks import parse as parse_page
from briefing.reading.formats.html.source import cleaned
from briefing.reading.formats.html.source import decoded as decoded_page
from briefing.reading.formats.sniffing import format_of
from briefing.sanitize import one_line

MOST_ENTRIES: Final = 5_000
MOST_FEEDS: Final = 1_000
LONGEST_TITLE: Final = 300
LONGEST_SUMMARY: Final = 400
LONGEST_ID: Final = 300
LONGEST_HEAD: Final = 500_000
"""Characters of a page in which it names its feeds."""
LONGEST_WRITTEN: Final = 5_000
"""Characters of a title that are looked at, of which most may be HTML."""
CUT: Final = "…"
FEED_TYPES: Final = ("application/rss+xml", "application/atom+xml", "application/feed+json")
NO_FEED: Final = "it is no feed, and names none; give the address of a feed"
UNTITLED: Final = "an entry without a title"

T = TypeVar("T")


def held_in(
    data: bytes, *, address: str | None = None, charset: str | None = None
) -> FeedContent | NamedFeeds:
    """A feed with its entries, or the feeds that a list or a page names.

    Args:
        data: The bytes.
        address: Where they were fetched, below which other addresses may stand.
        charset: What the server said of their encoding.

    Raises:
        FormatError: They are neither, or damaged.
    """
    found = format_of(data)
    if found == "feed":
        text = decoded(data)
        if is_list_of_feeds(text):
            return _named(_feeds_of_list(text), is_list=True)
        return _feed(data, address)
    if found == "html":
        return _named(_feeds_of_page(data, address, charset), is_list=False)
    raise FormatError(NO_FEED)


def _feed(data: bytes, address: str | None) -> FeedContent:
    parsed = parse(data, MOST_ENTRIES, address)
    if not parsed.entries and not parsed.title:
        raise FormatError(DAMAGED)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    entries = (
        _entry(entry, joined(parsed.address, entry.address), _known(*date, tomorrow))
        for entry, date in zip(parsed.entries, dates_of(parsed), strict=True)
    )
    once = _once(_once(entries, lambda entry: entry.id), lambda entry: entry.address or entry.id)
    return FeedContent(
        _short(one_line_of(parsed.title[:LONGEST_WRITTEN]), LONGEST_TITLE), tuple(once)
    )


def _entry(entry: ParsedEntry, address: str | None, published: str | None) -> Entry:
    content = content_of(entry.title[:LONGEST_WRITTEN], entry.texts, entry.summary)
    shown = (block.text for block in content.blocks if block.kind not in ("title", "furniture"))
    text = _short(one_line(" ".join(shown)[: 4 * LONGEST_SUMMARY]), LONGEST_SUMMARY)
    title = content.title or text or address or UNTITLED
    return Entry(
        id=_identity(entry.ident.strip() or address or f"{title}\n{text}"),
        title=_short(title, LONGEST_TITLE),
        address=address,
        published=published,
        summary=text,
        is_teaser=content.is_teaser or not content.blocks,
    )


def _known(day: str | None, moment: str | None, tomorrow: str) -> str | None:
    """When an entry was published, unless that is still to come."""
    return None if day is None or day > tomorrow else moment or day


def _identity(written: str) -> str:
    if len(written) <= LONGEST_ID:
        return written
    return sha256(written.encode("utf-8", "replace")).hexdigest()


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + CUT


def _once(values: Iterable[T], key: Callable[[T], str]) -> Iterator[T]:
    """The values with the first of each key."""
    seen: set[str] = set()
    for value in values:
        if key(value) not in seen:
            seen.add(key(value))
            yield value


def _named(feeds: Iterable[NamedFeed], *, is_list: bool) -> NamedFeeds:
    once = tuple(_once(feeds, lambda feed: feed.address))[:MOST_FEEDS]
    if not once:
        raise FormatError(NO_FEED)
    return NamedFeeds(once, is_list)


def _feeds_of_list(text: str) -> Iterator[NamedFeed]:
    """The feeds of a list, in whatever groups; read as a page is, since many are no good XML."""
    root = parse_page(text)
    for outline in () if root is None else root.iter("outline"):
        if address := joined("", outline.get("xmlurl") or ""):
            yield _named_feed(address, outline.get("title") or outline.get("text"))


def _feeds_of_page(data: bytes, address: str | None, charset: str | None) -> Iterator[NamedFeed]:
    """The feeds that a page names, in its order."""
    root = parse_page(cleaned(decoded_page(data, charset)[0][:LONGEST_HEAD]))
    if root is None:
        return
    base = joined(address or "", next((one.get("href") or "" for one in root.iter("base")), ""))
    for link in root.iter("link"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in FEED_TYPES:
            found = joined(base or address or "", link.get("href") or "")
            if found:
                yield _named_feed(found, link.get("title"))


def _named_feed(address: str, title: str | None) -> NamedFeed:
    return NamedFeed(address, _short(one_line_of((title or "")[:LONGEST_WRITTEN]), LONGEST_TITLE))
