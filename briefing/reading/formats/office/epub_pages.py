"""Pages of a book: their text, and which of them are cover, contents or imprint."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.errors import FormatError
from briefing.reading.decoding import decode
from briefing.reading.document import Block
from briefing.reading.formats.html.blocks import blocks_of, parse
from briefing.reading.formats.office.xml_safe import DAMAGED, DEEPEST, TOO_MUCH, is_deeper

ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]{2,40})""", re.I)
UNFIT = ("idna", "punycode", "unicode-escape", "raw-unicode-escape")
"""Encodings of Python that no page is written in; some take long."""
LARGEST_PAGE = 5_000_000
"""Bytes."""
WITHIN = 1024
"""Bytes from the top of a page in which it declares its encoding."""
VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
SELF_CLOSED = re.compile(rf"<(?!(?:{VOID})\b)([a-z][\w:-]*)((?:\s[^<>]*?)?)/>", re.I)
"""An empty element of XHTML, in which an HTML parser would put all that follows."""

FURNITURE_TYPES = frozenset(
    "cover coverpage cover-page titlepage title-page halftitlepage halftitle-page copyright-page"
    " copyright imprint imprimatur colophon toc nav landmarks loi lot loa lov index index.glossary"
    " footnotes endnotes rearnotes page-list".split()
)
"""Types of pages that are no text of the book."""
NOTE_TYPES = frozenset("footnote footnotes endnote endnotes rearnote rearnotes".split())
DROPPED_TYPES = frozenset("pagebreak noteref backlink".split())
DROPPED_CLASSES = re.compile(
    r"\b(?:calibre_navbar\d*|footnote-ref|footnote-back|noteref|pagebreak)\b"
)
NOTE_TAGS = ("aside", "section", "div", "ol")
NOTE_CLASSES = re.compile(r"\b(?:footnotes?|endnotes?)\b")
NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?")
FURNITURE_NAME = re.compile(
    r"(?:^|[/_\W])(?:cover(?:page)?|title_?page|half_?title|toc|nav|table_?of_?contents|contents"
    r"|copyright|imprint|colophon)(?:_?page)?\d*\.x?html?$",
    re.I,
)
FEW_WORDS, MOST_IMPRINT_WORDS = 150, 500
LINKED_SHARE = 0.6
"""Share of the letters of a page that are links to pages; a list of contents has at least that."""
IMPRINT = (
    r"©|\(c\)\s*\d{4}|copyright",
    r"\bISBN\b",
    r"all rights reserved",
    r"published by|first published",
    r"(?:no part|this is a work)",
)
LEAST_IMPRINT = 2


class Text(Struct, frozen=True):
    """What a page has to read.

    Attributes:
        blocks: Its text.
        notes: Its footnotes.
        pictures: How many images it has.
        is_furniture: True if it is a cover, a list of contents, an imprint.
    """

    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    pictures: int = 0
    is_furniture: bool = False


def text_of(data: bytes, name: str, kinds: frozenset[str]) -> Text:
    """The text of a page.

    Args:
        data: The page.
        name: Of its file.
        kinds: What the book says that it is.

    Raises:
        FormatError: It is too large, nested too deeply, or no text.
    """
    root = root_of(data)
    if root is None:
        return Text()
    said = kinds | {kind for element in (root, *_outer(root)) for kind in _types(element)}
    notes = _trim(root)
    blocks = blocks_of(root)
    words = " ".join(block.text for block in blocks)
    return Text(
        blocks=blocks,
        notes=tuple(Block(block.text, "furniture") for block in notes),
        pictures=sum(1 for _ in root.iter("img", "image")),
        is_furniture=bool(said & FURNITURE_TYPES)
        or (FURNITURE_NAME.search(name) is not None and len(words.split()) <= FEW_WORDS)
        or _lists_pages(root, words)
        or _is_imprint(words),
    )


def root_of(data: bytes) -> HtmlElement | None:
    """The root of a page, None if there is nothing in it.

    Raises:
        FormatError: It is too large, nested too deeply, or no text.
    """
    if len(data) > LARGEST_PAGE:
        raise FormatError(TOO_MUCH)
    root = parse(SELF_CLOSED.sub(r"<\1\2></\1>", _decoded(data)))
    if root is not None and is_deeper(root, DEEPEST):
        raise FormatError(DAMAGED)
    return root


def _decoded(data: bytes) -> str:
    """The text of a page: UTF-8 if it is that, else in the encoding that it declares."""
    declared = ENCODING.search(data[:WITHIN])
    for encoding in ("utf-8-sig", declared[1].decode() if declared else "utf-8"):
        with suppress(UnicodeError, LookupError):
            if codecs.lookup(encoding).name not in UNFIT:
                text = data.decode(encoding)
                if "\0" not in text:
                    return text
    return decode(data)[0]


def _outer(root: HtmlElement) -> list[HtmlElement]:
    """The elements around all of a page: its body, and a section that is all of that."""
    found = []
    body = root.find("body")
    while body is not None:
        found.append(body)
        body = body[0] if len(body) == 1 and body.tag in ("body", "section", "div") else None
    return found


def _types(element: HtmlElement) -> set[str]:
    roles = element.get("role", "").split()
    return {*element.get("epub:type", "").split(), *(role.removeprefix("doc-") for role in roles)}


def _trim(root: HtmlElement) -> tuple[Block, ...]:
    """Take out what stands between the text and its reader; give the footnotes."""
    for element in _within(root):
        dropped = _types(element) & DROPPED_TYPES or DROPPED_CLASSES.search(
            element.get("class", "")
        )
        if dropped or element.tag == "nav" or (element.tag == "a" and _marks_note(element)):
            element.drop_tree()
    notes: tuple[Block, ...] = ()
    for element in _within(root):
        named = element.tag in NOTE_TAGS and NOTE_CLASSES.search(element.get("class", ""))
        if named or _types(element) & NOTE_TYPES:
            notes = (*blocks_of(element), *notes)
            element.drop_tree()
    return notes


def _within(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a page from its end to its top, so that each may be taken out."""
    elements = list(root.iter())[1:]
    return (each for each in reversed(elements) if isinstance(each.tag, str) and each.tag != "body")


def _marks_note(link: HtmlElement) -> bool:
    raised = link.getparent().tag == "sup" or link.find("sup") is not None
    return (
        raised
        and "#" in link.get("href", "")
        and NOTE_MARK.fullmatch(link.text_content().strip()) is not None
    )


def _lists_pages(root: HtmlElement, words: str) -> bool:
    """True for a page that has little but links to other pages of the book."""
    links = [a for a in root.iter("a") if a.get("href") and ":" not in a.get("href")]
    letters = sum(len("".join(a.text_content().split())) for a in links)
    return len(links) > 1 and letters >= LINKED_SHARE * len("".join(words.split()))


def _is_imprint(words: str) -> bool:
    if len(words.split()) > MOST_IMPRINT_WORDS:
        return False
    return sum(bool(re.search(sign, words, re.I)) for sign in IMPRINT) >= LEAST_IMPRINT
