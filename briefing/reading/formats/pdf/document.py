"""PDF: lines by their places and type into columns, paragraphs, a title; margins are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Final

import pypdfium2 as pdf
import pypdfium2.raw as pdfium

from briefing.errors import FormatError
from briefing.languages.detection import language_of
from briefing.languages.registry import code_of
from briefing.model import Origin
from briefing.reading.document import Block, Document, SourceKind
from briefing.reading.formats.pdf.columns import columns_of
from briefing.reading.formats.pdf.head import Head, head_of, sensible_authors
from briefing.reading.formats.pdf.lines import Page, in_reading_direction
from briefing.reading.formats.pdf.margins import Margins, without_margins
from briefing.reading.formats.pdf.pages import language_in, page_of
from briefing.reading.formats.pdf.paragraphs import ENDS, blocks_of
from briefing.reading.formats.pdf.style import BULLET, LARGE, SMALL, Part, Style, style_of
from briefing.reading.formats.pdf.title import letters_of, sensible_title
from briefing.reading.formats.pdf.web import article_in
from briefing.reading.furniture import is_furniture
from briefing.sanitize import one_line

LOCKED = "it is locked with a password; save it without one"
DAMAGED = "it is a damaged PDF; get it again, or open it elsewhere and save it anew"
PICTURES = "it holds pictures of pages and no text; run it through OCR (ocrmypdf) first"
MOST_PAGES = 300
LONGEST_CAPTION, CAPTION_WITHIN = 60, 30
"""Words, and points below its picture."""
LONGEST_HEADING = 16
"""Words."""
LONGEST_LINK = 16
"""Words of a line that leads elsewhere and is not of the text."""
PICTURE_NAME = re.compile(r"(?:\S+\.(?:jpe?g|png|gif|webp|svg)\s*)+", re.I)
SHORT = 6
"""Words of a label or of the text in place of a picture, on a printed web page."""
LEAST_OF_TEXT = 20
"""Letters of a whole document with text."""
PROPERTIES: Final = ("Title", "Author", "Creator", "Producer")


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of a PDF.

    Raises:
        FormatError: It is locked or damaged, or its pages are pictures.
    """
    try:
        source = pdf.PdfDocument(data)
    except pdf.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise FormatError(LOCKED if locked else DAMAGED) from error
    with closing(source):
        try:
            return (_document(source),)
        except pdf.PdfiumError as error:
            raise FormatError(DAMAGED) from error


def _document(source: pdf.PdfDocument) -> Document:
    count = len(source)
    pages = [page_of(source, number) for number in range(min(count, MOST_PAGES))]
    known = [page for page in pages if page is not None]
    if not known:
        raise FormatError(DAMAGED)
    letters = sum(len(piece.text) for page in known for piece in page.pieces)
    if letters < LEAST_OF_TEXT:
        raise FormatError(PICTURES)
    given = {name: source.get_metadata_value(name) for name in PROPERTIES}
    margins = without_margins(in_reading_direction(known))
    columns = columns_of([page.pieces for page in margins.pages])
    style = style_of(columns)
    parts = blocks_of(columns, style)
    text = "\n".join(part.text for part in parts)
    language = language_of(text)
    head = _head(parts, style, margins, given, language)
    blocks = _blocks(parts, head, style, margins, language)
    if margins.printed and not any(block.kind is None for block in blocks):
        blocks = _blocks(parts, head, style, replace(margins, printed=False), language)
    said = language_in(source)
    address = margins.address
    origins = [*head.origins]
    if address:
        origins.append(Origin("address", "foot of the printed page"))
    if said and code_of(said) == language:
        origins.append(Origin("language", "PDF properties"))
    return Document(
        blocks=blocks,
        title=head.title or None,
        authors=head.authors,
        outlet=head.outlet or None,
        published=head.published,
        language=said if said and code_of(said) == language else None,
        address=address,
        notes=tuple(_notes(pages, count, parts)),
        origins=tuple(origins),
    )


def _head(
    parts: Sequence[Part], style: Style, margins: Margins, given: dict[str, str], language: str
) -> Head:
    programs = f"{given['Creator']} {given['Producer']}"
    title = sensible_title(given["Title"], programs)
    return head_of(
        parts,
        style,
        title=title,
        authors=sensible_authors(given["Author"]),
        printed=margins.printed,
        margins=() if margins.printed else margins.lines,
        language=language,
        typeset_by_tex=re.search(r"\b(?:pdf|xe|lua)?(?:la)?tex\b", programs, re.I) is not None,
    )


def _blocks(
    parts: Sequence[Part], head: Head, style: Style, margins: Margins, language: str
) -> tuple[Block, ...]:
    """What each part is; what only its words can tell has no kind."""
    titles = {id(part) for part in head.blocks}
    masthead = {id(part) for part in head.masthead}
    before_title = bool(head.blocks)
    blocks: list[Block] = []
    start, end = 0, len(parts)
    if margins.printed:
        known = parts.index(head.blocks[-1]) + 1 if head.blocks else None
        start, end = article_in(parts, known, style, language)
    for index, part in enumerate(parts):
        if id(part) in titles:
            if before_title:
                blocks.append(Block(head.title, "title"))
            before_title = False
            continue
        kind = _kind(part, style, margins, is_above=before_title)
        is_outside = part.aside or part.note or not start <= index < end
        is_again = letters_of(part.text) == letters_of(head.title)
        if margins.printed:
            is_again = is_again or (index > 0 and part.text == parts[index - 1].text)
            is_outside = is_outside or (kind == "heading" and is_furniture(part.text, language))
        if is_outside or is_again or id(part) in masthead:
            kind = "furniture"
        text = BULLET.sub("", part.text, count=1) if part.is_item else part.text
        blocks.append(Block(text if kind else one_line(text), kind))
    return tuple(blocks)


def _kind(part: Part, style: Style, margins: Margins, *, is_above: bool) -> SourceKind | None:
    words = len(part.text.split())
    if not re.search(r"[^\W\d_]", part.text):  # numbers at the axes of a chart, rules of signs
        return "furniture"
    if part.row:
        return "table_row"
    if is_above and (margins.printed or words < LEAST_OF_TEXT):
        return "furniture"
    if part.linked and (margins.printed or words < LONGEST_LINK):
        return "furniture"
    is_small = part.size <= SMALL * style.size and round(part.size * 2) / 2 in style.rare
    if is_small and words <= LONGEST_CAPTION and _is_caption(part, margins):
        return "caption"
    if part.is_item:
        return "list_item"
    if margins.printed and (
        PICTURE_NAME.fullmatch(part.text)
        or (words <= SHORT and not part.bold and not ENDS.fullmatch(part.text))
    ):
        return "furniture"
    stands_out = part.size > LARGE * style.size or (part.bold and not ENDS.fullmatch(part.text))
    if stands_out and words <= LONGEST_HEADING:
        return "heading"
    return None


def _is_caption(part: Part, margins: Margins) -> bool:
    """True if a part stands right below a picture."""
    line = part.lines[0]
    return any(
        -4 < bottom - line.top < CAPTION_WITHIN and line.left < right and line.right > left
        for left, bottom, right, _ in margins.pages[part.page].pictures
    )


def _notes(pages: Sequence[Page | None], count: int, parts: Sequence[Part]) -> Iterator[str]:
    """What the reader should know about what was left out."""
    if count > len(pages):
        yield f"Only the first {len(pages)} of {count} pages were read."
    pictures = sum(len(page.pictures) for page in pages if page is not None and page.pieces)
    if pictures:
        yield f"{pictures} picture{' was' if pictures == 1 else 's were'} left out."
    blank = sum(page is not None and not page.pieces and bool(page.pictures) for page in pages)
    if blank:
        yield f"{blank} page{' is a picture' if blank == 1 else 's are pictures'} without text."
    damaged = sum(page is None for page in pages)
    if damaged:
        yield f"{damaged} page{' is' if damaged == 1 else 's are'} damaged."
    if any(part.row for part in parts):
        yield "Tables were left as lines."
