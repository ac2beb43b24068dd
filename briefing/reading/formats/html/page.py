"""Web pages: the article as typed blocks, and what the page says of it."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress

from lxml.html import HtmlElement
from msgspec.structs import replace

from briefing.errors import FormatError
from briefing.languages.registry import code_of
from briefing.reading.document import Block, Document
from briefing.reading.formats.html.alignment import words_of
from briefing.reading.formats.html.blocks import PlacedBlock, parse, placed_blocks
from briefing.reading.formats.html.body import article_blocks
from briefing.reading.formats.html.facts import PageFacts, facts_of
from briefing.reading.formats.html.gates import gate_of, is_beginning, is_teaser
from briefing.reading.formats.html.index import (
    LEAST_LINKS,
    headline_links,
    is_of_several,
    reason,
)
from briefing.reading.formats.html.source import cleaned, decoded
from briefing.reading.formats.mojibake import repair
from briefing.reading.furniture import LONGEST_FURNITURE, is_furniture
from briefing.reading.masthead import authors_of, is_date_line
from briefing.tables import ENGLISH

LARGEST_PAGE = 5_000_000
"""Characters of a page that is taken apart, without its pictures."""
MOST_ELEMENTS, MOST_SQUARED = 30_000, 50_000_000
"""Elements of such a page, and the sum of the squares of how many stand right in another one: steps
of the extractor take time in that measure. Pages of newspapers have up to 5,000 elements."""
HEAD_BLOCKS = 6
"""Blocks of the article among which a byline or a date is of the page."""
LEAST_WORDS = 25
"""A page with fewer words of text has no article; what it shows is a gate or a menu."""
TOO_LARGE = "the page is too large; copy the article from your browser and paste it"
BEGINNING = (
    "This seems to be the beginning of an article; log in with your browser and save the page to"
    " have all of it."
)
FOR_SUBSCRIBERS = (
    "the site shows the article to its subscribers only; log in with your browser, save the page"
    " and give the file"
)
END = 4
"""Lines at the end of a text, and below it, that may say that there is more."""
NO_ARTICLE = (
    "the page has no article in it, or one that only a browser can load; open it there and copy the"
    " text, or save the page once it is shown"
)


def documents_of(
    data: bytes, charset: str | None = None, address: str | None = None
) -> tuple[Document, ...]:
    """The one document of a web page.

    Args:
        data: The page.
        charset: What the server said of its encoding.
        address: Where it was fetched; what the page says of its address is kept before it.

    Raises:
        FormatError: It is no text, too large, or has no article in it.
    """
    text, notes = decoded(data, charset)
    return (document_of(text, base=address, notes=notes),)


def document_of(
    text: str,
    *,
    address: str | None = None,
    base: str | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """The document of a page.

    Args:
        text: Its HTML.
        address: Where it was, if that is known for sure.
        base: Where it was fetched, which may be a shortened address or one of a tracker.
        notes: What was noted when it was decoded.

    Raises:
        FormatError: It is too large, or has no article in it.
    """
    text = cleaned(text)
    if len(text) > LARGEST_PAGE:
        raise FormatError(TOO_LARGE)
    text, repaired = repair(text)
    root = parse(text)
    if root is None:
        raise FormatError(NO_ARTICLE)
    counts = [len(element) for element in root.iter()]
    if len(counts) > MOST_ELEMENTS or sum(count * count for count in counts) > MOST_SQUARED:
        raise FormatError(TOO_LARGE)
    page = placed_blocks(root)
    facts = facts_of(
        root, [placed.block.text for placed in page], lambda: _found_date(text, address)
    )
    blocks = article_blocks(root, page, _extracted(text, address), facts.body)
    words = sum(len(words_of(placed.block.text)) for placed in blocks)
    _refuse_what_is_no_article(text, root, page, blocks, words, facts, address or base)
    more = ["Wrongly decoded characters were repaired."] if repaired else []
    if is_beginning(words, facts.word_count, is_free=facts.is_free, end=_end(page, blocks)):
        more.append(BEGINNING)
    said = facts.document
    return replace(
        said,
        blocks=tuple(_judged(blocks, said.title or "", code_of(said.language) or ENGLISH)),
        address=address or said.address or base,
        notes=(*notes, *more),
    )


def _refuse_what_is_no_article(
    text: str,
    root: HtmlElement,
    page: Sequence[PlacedBlock],
    blocks: Sequence[PlacedBlock],
    words: int,
    facts: PageFacts,
    address: str | None,
) -> None:
    """Raise a FormatError that says what a page is whose chosen blocks are no article."""
    has_text = words >= LEAST_WORDS
    lines = [placed.block.text for placed in (blocks if has_text else page)]
    titles = (
        () if facts.is_article else (facts.document.title or "", root.findtext(".//title") or "")
    )
    if gate := gate_of(titles, lines, text):
        raise FormatError(gate)
    if not has_text and (not facts.is_free or any(map(is_teaser, lines))):
        raise FormatError(FOR_SUBSCRIBERS)
    if facts.is_article and has_text:
        return
    if not has_text or is_of_several(root, blocks):
        links = headline_links(root, address or facts.document.address)
        raise FormatError(reason(links) if len(links) >= LEAST_LINKS else NO_ARTICLE)


def _end(page: Sequence[PlacedBlock], blocks: Sequence[PlacedBlock]) -> list[str]:
    """The last lines of a text and those that follow it on the page."""
    last = blocks[-1].element
    at = next((i for i in reversed(range(len(page))) if page[i].element is last), len(page))
    return [placed.block.text for placed in (*blocks[-END:], *page[at + 1 : at + 1 + END])]


def _judged(blocks: Sequence[PlacedBlock], title: str, language: str) -> Iterator[Block]:
    """The title, and the blocks with those marked that belong to the page and not to the article.

    Byline and date, which the header shows, are left out, and so is the title in its own place.
    """
    if title:
        yield Block(title, "title")
    title_words = words_of(title)
    no_headings = (i for i, one in enumerate(blocks) if one.block.kind != "heading")
    last = max(no_headings, default=len(blocks))
    for index, placed in enumerate(blocks):
        block = placed.block
        text = block.text
        if (title_words and words_of(text) == title_words) or index > last:
            continue
        in_head = index < HEAD_BLOCKS and len(text) < LONGEST_FURNITURE
        if in_head and (authors_of(text, language) or is_date_line(text, language)):
            continue
        of_page = block.kind != "caption" and (is_furniture(text, language) or is_teaser(text))
        yield Block(text, "furniture") if of_page else block


def _extracted(text: str, address: str | None) -> str:
    """The text of the article as trafilatura finds it, or ""."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    with warnings.catch_warnings(), suppress(Exception):  # of any kind, for broken pages
        warnings.simplefilter("ignore")
        found = bare_extraction(text, url=address, include_comments=False, include_tables=True)
        return str(getattr(found, "text", None) or "")
    return ""


def _found_date(text: str, address: str | None) -> str | None:
    """The date of publication as htmldate finds it in a page that does not declare one."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    with warnings.catch_warnings(), suppress(Exception):
        warnings.simplefilter("ignore")
        found: str | None = find_date(text, url=address, original_date=True, extensive_search=False)
        return found
    return None
