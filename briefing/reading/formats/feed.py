"""Feeds, of XML or JSON: a document for each entry that has a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.errors import FormatError
from briefing.model import Origin, OriginField
from briefing.reading.document import Document
from briefing.reading.formats.feed_entries import NO_ENTRIES, ParsedFeed, dates_of, joined, parse
from briefing.reading.formats.feed_text import content_of, one_line_of
from briefing.reading.formats.names_given import names_in

ENTRY: Final = "feed entry"
FEED: Final = "feed"
TEASER: Final = "The feed gives only the beginning; open the address for the whole article."
NO_TEXTS: Final = "the entries of this feed have no text; open the address of one"


def documents_of(data: bytes, address: str | None = None) -> tuple[Document, ...]:
    """A document for each entry that has a text, in the order of the feed.

    Args:
        data: The bytes of the feed.
        address: Where it was fetched.

    Raises:
        FormatError: It is no feed, or none of its entries has a text.
    """
    feed = parse(data, address=address)
    if not feed.entries:
        raise FormatError(NO_ENTRIES)
    documents = tuple(_documents(feed))
    if not documents:
        raise FormatError(NO_TEXTS)
    return documents


def _documents(feed: ParsedFeed) -> Iterator[Document]:
    outlet = one_line_of(feed.title)
    for number, (entry, date) in enumerate(zip(feed.entries, dates_of(feed), strict=True), 1):
        content = content_of(entry.title, entry.texts, entry.summary)
        if not content.blocks:
            continue
        language = entry.language or feed.language
        day, moment = date
        address = joined(feed.address, entry.address)
        authors = _names(entry.authors) or _names(feed.authors, outlet)
        values: dict[OriginField, tuple[object, str]] = {
            "title": (content.title, ENTRY),
            "authors": (authors, ENTRY if _names(entry.authors) else FEED),
            "outlet": (one_line_of(entry.outlet) or outlet, ENTRY if entry.outlet else FEED),
            "published": (day, ENTRY),
            "language": (language, ENTRY if entry.language else FEED),
            "address": (address, ENTRY),
        }
        yield Document(
            blocks=content.blocks,
            title=content.title or None,
            authors=authors,
            outlet=one_line_of(entry.outlet) or outlet or None,
            published=day,
            published_at=moment,
            language=language or None,
            address=address,
            notes=(TEASER,) if content.is_teaser and address else (),
            origins=tuple(
                Origin(field, place) for field, (value, place) in values.items() if value
            ),
            part=content.title or f"entry {number}",
        )


def _names(written: tuple[str, ...], outlet: str = "") -> tuple[str, ...]:
    """The names among the authors; of a whole feed only those that are no names of the feed."""
    names = names_in(written)
    if not outlet:
        return names
    return tuple(name for name in names if " " in name and name.lower() not in outlet.lower())
