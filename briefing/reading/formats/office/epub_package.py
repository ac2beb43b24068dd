"""What an EPUB says about itself: its metadata, its pages in order, its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from xml.etree.ElementTree import Element

from msgspec import Struct

from briefing.errors import FormatError
from briefing.reading.formats.office.xml_safe import at
from briefing.reading.formats.office.zip_parts import Parts
from briefing.reading.masthead import published_in
from briefing.sanitize import one_line

PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.idpf.org/2007/opf": "",
    "http://openebook.org/namespaces/oeb-package/1.0/": "",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://www.daisy.org/z3986/2005/ncx/": "",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to hide fonts, which leave the text as it is."""
NO_BOOK = "it is no book; give a file that was made as EPUB"
PROTECTED = "it is protected against copying; give a copy without protection"
NO_PAGES = "it has no text in it; give a book with text"
PUBLICATION = ("publication", "original-publication", "issued", None)
"""What a date of a book is the date of, the best first."""
FIRST_YEAR = 1450
PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/xml", "text/xml")
PAGE_NAMES = re.compile(r"\.x?html?$", re.I)


class Page(Struct, frozen=True):
    """A page in reading order.

    Attributes:
        name: Of the member of the archive.
        kinds: What the book says that it is: "cover", "toc", "nav".
        label: What the table of contents calls it, or "".
    """

    name: str
    kinds: frozenset[str]
    label: str


class Package(Struct, frozen=True):
    """A book as it describes itself.

    Attributes:
        title: Its title.
        creators: Names of its authors, as they stand there.
        publisher: Who published it.
        published: When, as YYYY-MM-DD.
        published_at: When, with the time of day, or None.
        language: A language tag, or None.
        pages: In reading order.
        navigation: The name of the page that has the table of contents, or None.
    """

    title: str
    creators: tuple[str, ...]
    publisher: str
    published: str | None
    published_at: str | None
    language: str | None
    pages: tuple[Page, ...]
    navigation: str | None


def package_of(parts: Parts, names: tuple[str, ...]) -> Package:
    """The package of a book.

    Args:
        parts: The members of the archive.
        names: Their names.

    Raises:
        FormatError: It is no book, or one that is protected.
    """
    _refuse_protected(parts)
    container = parts.xml("META-INF/container.xml", PREFIXES)
    roots = container.iter("rootfile") if container is not None else ()
    paths = [root.get("full-path", "") for root in roots]
    paths += [name for name in names if name.lower().endswith(".opf")]
    path = next(filter(None, map(parts.find, paths)), None)
    package = parts.xml(path, PREFIXES) if path else None
    if path is None or package is None:
        raise FormatError(NO_BOOK)
    items = {item.get("id"): item for item in package.iter("item")}
    navigation = _member(
        parts, path, next((each for each in items.values() if "nav" in _kinds(each)), None)
    )
    metadata = next(package.iter("metadata"), package)
    refined = _refinements(metadata)
    published, published_at = _published(metadata, refined)
    return Package(
        title=_title(metadata, refined),
        creators=tuple(_creators(metadata, refined)),
        publisher=_text(next(metadata.iter("dc:publisher"), None)),
        published=published,
        published_at=published_at,
        language=_language(_text(next(metadata.iter("dc:language"), None))),
        pages=tuple(_pages(parts, path, package, items)),
        navigation=navigation,
    )


def _refuse_protected(parts: Parts) -> None:
    encryption = parts.xml("META-INF/encryption.xml", PREFIXES)
    if encryption is None:
        return
    for data in encryption.iter("enc:EncryptedData"):
        method = at(data, "enc:EncryptionMethod")
        if method is None or method.get("Algorithm") not in FONTS_ONLY:
            raise FormatError(PROTECTED)


def _refinements(metadata: Element) -> Mapping[tuple[str, str], str]:
    """What EPUB 3 says about elements of the metadata: by identifier and property."""
    return {
        (meta.get("refines", "").removeprefix("#"), meta.get("property", "")): _text(meta)
        for meta in metadata.iter("meta")
        if meta.get("refines")
    }


def _language(said: str) -> str | None:
    """A language tag, None for one that says nothing."""
    return None if said.lower() in ("", "und", "mul", "zxx") else said


def _title(metadata: Element, refined: Mapping[tuple[str, str], str]) -> str:
    titles = [title for title in metadata.iter("dc:title") if _text(title)]
    mains = (t for t in titles if refined.get((t.get("id", ""), "title-type")) == "main")
    return _text(next(mains, titles[0] if titles else None))


def _creators(metadata: Element, refined: Mapping[tuple[str, str], str]) -> Iterator[str]:
    for creator in metadata.iter("dc:creator"):
        role = creator.get("role") or refined.get((creator.get("id", ""), "role")) or "aut"
        if role.lower() in ("aut", "author", "cre", "jou") and _text(creator):
            yield _text(creator)


def _published(
    metadata: Element, refined: Mapping[tuple[str, str], str]
) -> tuple[str | None, str | None]:
    """The day of publication, and its time where one is given.

    A time that is also the time of the last change is when a program made the file.
    """
    changed = {
        _text(meta)[:16]
        for meta in metadata.iter("meta")
        if meta.get("property") == "dcterms:modified"
    }
    said = [
        (each.get("event") or refined.get((each.get("id", ""), "event")), _text(each))
        for each in metadata.iter("dc:date")
    ]
    for wanted in PUBLICATION:
        for event, text in said:
            is_made = "T" in text and text[:16] in changed
            if event == wanted and not is_made and (day := _day(text)):
                return day, _time(text)
    return None, None


def _day(text: str) -> str | None:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", text)
    if match is None:
        return published_in([text])
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return day.isoformat() if day.year >= FIRST_YEAR else None


def _time(text: str) -> str | None:
    """A date with a time of day that somebody meant, ISO 8601."""
    if not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", text) or "T00:00" in text:
        return None
    with suppress(ValueError):
        return datetime.fromisoformat(text).isoformat()
    return None


def _pages(
    parts: Parts, path: str, package: Element, items: Mapping[str | None, Element]
) -> Iterator[Page]:
    guide: dict[str, set[str]] = {}
    for reference in package.iter("reference"):
        name = parts.find(_file(reference.get("href", "")), path)
        if name and reference.get("type"):
            guide.setdefault(name, set()).add(reference.get("type", "").lower())
    labels = _labels(parts, path, items)
    seen: set[str] = set()
    for reference in package.iter("itemref"):
        item = items.get(reference.get("idref"))
        name = _member(parts, path, item)
        if item is None or name is None or name in seen or reference.get("linear") == "no":
            continue
        seen.add(name)
        if item.get("media-type") in PAGE_TYPES or PAGE_NAMES.search(name):
            kinds = frozenset(guide.get(name, set()) | _kinds(item))
            yield Page(name, kinds, labels.get(name, ""))


def _labels(parts: Parts, path: str, items: Mapping[str | None, Element]) -> Mapping[str, str]:
    """What an NCX file, which most books have, calls the pages."""
    found: dict[str, str] = {}
    for item in items.values():
        if item.get("media-type") != "application/x-dtbncx+xml":
            continue
        name = _member(parts, path, item)
        with suppress(FormatError):  # a broken list of contents breaks no book
            root = parts.xml(name, PREFIXES)
            for point in root.iter("navPoint") if root is not None else ():
                content = at(point, "content")
                target = content.get("src", "") if content is not None else ""
                page = parts.find(_file(target), name or "")
                if page:
                    found.setdefault(page, _text(at(point, "navLabel/text")))
    return found


def _member(parts: Parts, path: str, item: Element | None) -> str | None:
    return parts.find(_file(item.get("href", "")), path) if item is not None else None


def _file(address: str) -> str:
    return address.partition("#")[0]


def _kinds(item: Element) -> set[str]:
    return set(item.get("properties", "").split())


def _text(element: Element | None) -> str:
    return one_line("".join(element.itertext())) if element is not None else ""
