"""Web pages: the article as typed blocks, and what the page says of it."""

from __future__ import annotations

import codecs
import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress

from briefing.errors import FormatError
from briefing.languages.registry import code_of
from briefing.reading.decoding import BYTE_ORDER_MARKS, decode
from briefing.reading.document import Block, Document
from briefing.reading.formats.html_alignment import words_of
from briefing.reading.formats.html_blocks import PlacedBlock, parse, placed_blocks
from briefing.reading.formats.html_body import article_blocks
from briefing.reading.formats.html_facts import facts_of
from briefing.reading.formats.html_source import cleaned
from briefing.reading.formats.mojibake import repair
from briefing.reading.furniture import LONGEST_FURNITURE, is_furniture
from briefing.reading.masthead import authors_of, is_date_line
from briefing.tables import ENGLISH

LARGEST_PAGE = 5_000_000
"""Characters of a page that is taken apart, without its pictures."""
MOST_ELEMENTS, MOST_SQUARED = 30_000, 50_000_000
"""Elements of such a page, and the sum of the squares of the numbers of elements that stand right in
one other: some steps of the extractor take time in that measure. News has up to 5,000 in all."""
DECLARED = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.I)
HEAD = 4096
"""Bytes from the top in which a page declares its charset."""
HEAD_BLOCKS = 6
"""Blocks of the article among which a byline or a date is of the page."""
LEAST_WORDS = 25
"""A page with fewer words of text has no article; what it shows is a gate or a menu."""
TOO_LARGE = "the page is too large; copy the article from your browser and paste it"
NO_ARTICLE = (
    "the page has no article in it, or one that only a browser can load; open it there and copy the"
    " text, or save the page once it is shown"
)


def documents_of(data: bytes, charset: str | None = None) -> tuple[Document, ...]:
    """The one document of a web page.

    Args:
        data: The page.
        charset: What the server said of its encoding.

    Raises:
        FormatError: It is no text, too large, or has no article in it.
    """
    text, notes = decoded(data, charset)
    return (document_of(text, notes=notes),)


def decoded(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and notes: valid UTF-8 as that, whatever the page declares.

    Args:
        data: The page.
        charset: What the server or the mail said.

    Raises:
        FormatError: It is no text.
    """
    if not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        with suppress(UnicodeDecodeError):
            text = data.decode("utf-8")
            if "\0" not in text:
                return text, ()
        head = data[:HEAD]
        declared = DECLARED.search(head) or XML_DECLARED.search(head)
        for name in (charset, declared[1].decode("ascii") if declared else None):
            with suppress(UnicodeDecodeError, LookupError):
                codec = codecs.lookup(name or "").name
                codec = "cp1252" if codec in ("iso8859-1", "ascii") else codec
                if not codec.startswith("utf-16"):  # a page that can be read up to here is not
                    return data.decode(codec), ()
    return decode(data)


def document_of(text: str, *, address: str | None = None, notes: tuple[str, ...] = ()) -> Document:
    """The document of a page.

    Args:
        text: Its HTML.
        address: Where it was, if that is known.
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
    if sum(len(words_of(placed.block.text)) for placed in blocks) < LEAST_WORDS:
        raise FormatError(NO_ARTICLE)
    more = ["Wrongly decoded characters were repaired."] if repaired else []
    if facts.is_partial:
        more.append("This seems to be the beginning of an article that is not free to read.")
    return Document(
        blocks=tuple(_judged(blocks, facts.title or "", code_of(facts.language) or ENGLISH)),
        title=facts.title,
        authors=facts.authors,
        outlet=facts.outlet,
        published=facts.published,
        published_at=facts.published_at,
        language=facts.language,
        address=address or facts.address,
        notes=(*notes, *more),
        origins=facts.origins,
    )


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
        of_page = block.kind != "caption" and is_furniture(text, language)
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
