"""Feeds, of XML or JSON, into their entries as they are written; the one parser of feeds."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urljoin

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import FormatError
from briefing.reading.decoding import BYTE_ORDER_MARKS, decode
from briefing.reading.formats.written_dates import day_and_time

NO_ENTRIES: Final = "it is a feed without entries; give one that has some, or an article"
OPML: Final = "it is a list of feeds and holds no article; follow its feeds with --follow"
DAMAGED: Final = "it is no feed that can be read; get it once more"
MOST_ENTRIES: Final = 2_000

LIST_OF_FEEDS: Final = re.compile(
    r"(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>)*+<opml\b", re.I | re.S
)
DECLARATION: Final = re.compile(r"^<\?xml\b[^>]*\?>")
DECLARED: Final = re.compile(rb"^\s*<\?xml\b[^>]*\bencoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
ENTRY_END: Final = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
NO_CHARACTERS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
CDATA: Final = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.S)
AMPERSAND: Final = re.compile(
    r"&(?!(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);)(?:(\w{2,31});)?"
)
WEB: Final = ("http://", "https://")
UTF_8: Final = {"content-type": "application/xml; charset=utf-8"}


class ParsedEntry(Struct, frozen=True):
    """An entry of any kind of feed, in strings as they stand in it.

    Attributes:
        title: May hold HTML.
        texts: What it gives of the article, each a text and true if this is HTML.
        summary: The same for its summary.
        authors: Names, as they are written.
        published: When it was published.
        updated: When it was changed last.
        address: Where the article stands, perhaps below the address of the feed.
        outlet: Who published it, if not the feed.
        language: A language tag.
        ident: What tells it from other entries of its feed, if that is given.
    """

    title: str = ""
    texts: tuple[tuple[str, bool], ...] = ()
    summary: tuple[str, bool] = ("", True)
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    address: str = ""
    outlet: str = ""
    language: str = ""
    ident: str = ""


class ParsedFeed(Struct, frozen=True):
    """A feed: its entries, and what holds for all of them.

    Attributes:
        entries: In the order of the feed.
        title: May hold HTML.
        authors: Names, as they are written.
        address: Of the site; addresses of entries may stand below it.
        language: A language tag.
    """

    entries: tuple[ParsedEntry, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    address: str = ""
    language: str = ""


def parse(data: bytes, most: int = MOST_ENTRIES, address: str | None = None) -> ParsedFeed:
    """The feed that bytes hold.

    Args:
        data: The bytes.
        most: Entries that are taken; those after them are left out.
        address: Where the feed was fetched, below which its own address may stand.

    Raises:
        FormatError: It is no feed, or a list of feeds.
    """
    text = decoded(data)
    if is_list_of_feeds(text):
        raise FormatError(OPML)
    feed = _of_json(text, most) if text.startswith("{") else _of_xml(text, most)
    return replace(feed, address=joined(address or "", feed.address) or address or "")


def is_list_of_feeds(text: str) -> bool:
    """True for OPML."""
    return LIST_OF_FEEDS.match(text) is not None


def joined(base: str, address: str) -> str | None:
    """An address that may stand below another one, in full; None if it is none of the web."""
    try:
        whole = urljoin(base, address.strip()) if address.strip() else ""
    except ValueError:
        return None
    return whole if whole.lower().startswith(WEB) else None


def dates_of(feed: ParsedFeed) -> Iterator[tuple[str | None, str | None]]:
    """The day and the moment of each entry, as `day_and_time` gives them.

    The time of a change counts only where the feed has no times of publication.
    """
    dates_itself = any(entry.published for entry in feed.entries)
    for entry in feed.entries:
        yield day_and_time(entry.published or ("" if dates_itself else entry.updated))


def decoded(data: bytes) -> str:
    """The text of a feed; what it says of its encoding counts where it is no UTF-8."""
    text = ""
    if not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS[1:])):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            if declared := DECLARED.match(data):
                text = _as_declared(data, declared[1].decode("ascii"))
    if not text or "\0" in text:
        text = decode(data)[0]
    return NO_CHARACTERS.sub("", text.lstrip("\ufeff \t\r\n"))


def _as_declared(data: bytes, name: str) -> str:
    """The text in the encoding of that name, or "" where this is wrong."""
    try:
        codec = codecs.lookup(name)
        name = "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name  # as browsers do
        if name.startswith("utf"):
            return ""
        return data.decode(name, "replace" if name == "cp1252" else "strict")
    except (LookupError, UnicodeError, ValueError):
        return ""


def _of_json(text: str, most: int) -> ParsedFeed:
    """A feed in JSON Feed, of which any value may be of a wrong type."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(DAMAGED) from error
    if not isinstance(found, dict):
        raise FormatError(DAMAGED)
    items = found.get("items")
    return ParsedFeed(
        entries=tuple(
            _json_entry(item)
            for item in (items if isinstance(items, list) else [])[:most]
            if isinstance(item, dict)
        ),
        title=_string(found, "title"),
        authors=_json_authors(found),
        address=_string(found, "home_page_url"),
        language=_string(found, "language"),
    )


def _json_entry(item: Mapping[str, Any]) -> ParsedEntry:
    return ParsedEntry(
        title=_string(item, "title"),
        texts=((_string(item, "content_html"), True), (_string(item, "content_text"), False)),
        summary=(_string(item, "summary"), False),
        authors=_json_authors(item),
        published=_string(item, "date_published"),
        updated=_string(item, "date_modified"),
        address=_string(item, "url") or _string(item, "external_url"),
        language=_string(item, "language"),
        ident=_written(item.get("id")),
    )


def _json_authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    authors = item.get("authors")
    every = [*(authors if isinstance(authors, list) else []), item.get("author")]
    names = (_string(each, "name") if isinstance(each, dict) else each for each in every)
    return tuple(name for name in names if isinstance(name, str))


def _of_xml(text: str, most: int) -> ParsedFeed:
    """A feed in RSS, RDF or Atom; nothing that it names is fetched."""
    import feedparser

    text = _with_first_entries(DECLARATION.sub("", text), most)
    parts = CDATA.split(text)
    parts[::2] = (AMPERSAND.sub(_escaped, part) for part in parts[::2])
    try:
        found = feedparser.parse(
            io.BytesIO("".join(parts).encode("utf-8", "replace")),
            response_headers=UTF_8,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
        about = found.feed
        return ParsedFeed(
            entries=tuple(map(_xml_entry, found.entries[:most])),
            title=_string(about, "title"),
            authors=_xml_authors(about),
            address=_string(about, "link"),
            language=_string(about, "language"),
        )
    except Exception as error:  # its parsers raise whatever goes wrong in them
        raise FormatError(DAMAGED) from error


def _with_first_entries(text: str, most: int) -> str:
    """A feed without its entries after the first ones, which would take long to parse."""
    ends = [match.end() for match in ENTRY_END.finditer(text)]
    return text[: ends[most - 1]] + text[ends[-1] :] if len(ends) > most else text


def _escaped(match: re.Match[str]) -> str:
    """A bare ampersand as XML writes it; a character that only HTML has a name for as it is."""
    from html.entities import html5

    character = html5.get(f"{match[1]};") if match[1] else None
    return character or f"&amp;{match[0][1:]}"


def _xml_entry(entry: Mapping[str, Any]) -> ParsedEntry:
    entry = dict(entry)  # feedparser's own mapping gives the one date for the other
    contents = entry.get("content") or []
    source = entry.get("source")
    # without one of its own it is a copy of the content
    summary = _string(entry, "summary") if "summary_detail" in entry or not contents else ""
    return ParsedEntry(
        title=_string(entry, "title"),
        texts=tuple(
            (_string(each, "value"), "plain" not in _string(each, "type")) for each in contents
        ),
        summary=(summary or _string(entry, "media_description"), True),
        authors=_xml_authors(entry),
        published=_string(entry, "published"),
        updated=_string(entry, "updated"),
        address=_string(entry, "feedburner_origlink") or _link(entry),
        outlet=_string(source, "title") if isinstance(source, dict) else "",
        language=next((_string(each, "language") for each in contents), ""),
        ident=_string(entry, "id"),
    )


def _link(entry: Mapping[str, Any]) -> str:
    """The address of an entry; its id is none unless it is one in full."""
    link = _string(entry, "link")
    is_id = bool(entry.get("guidislink")) and link == _string(entry, "id")
    return "" if is_id and not link.lower().startswith(WEB) else link


def _xml_authors(about: Mapping[str, Any]) -> tuple[str, ...]:
    written = _string(about, "author")
    if "@" in written:  # feedparser takes only some addresses out
        return (written,)
    every = about.get("authors") or []
    names = tuple(_string(each, "name") for each in every if isinstance(each, dict))
    return tuple(filter(None, names)) or (written,)


def _string(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _written(value: object) -> str:
    """A text, or a number where a text belongs, as a text."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
