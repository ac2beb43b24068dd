"""A document into a frozen article: one text, and what each of its lines is.

What the source says stays as it says it. Only lines of blocks without a kind are judged by their
words: which one is the headline, who wrote the article and when, and what belongs to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from briefing.languages.detection import UNKNOWN, language_of
from briefing.languages.registry import code_of
from briefing.model import Article, BlockKind, Origin, Paragraph, ParagraphKind, Span
from briefing.reading.document import Block, Document, SourceKind
from briefing.reading.furniture import LONGEST_FURNITURE, heads_links, is_furniture
from briefing.reading.headings import with_headings
from briefing.reading.links import mark_links
from briefing.reading.masthead import authors_of, is_date_line, published_in
from briefing.sanitize import SafeLine, one_line, path_line
from briefing.tables import ENGLISH
from briefing.text.day_order import day_comes_first

HEAD_LINES = 6
"""Lines from the top, other than furniture, among which a byline or a bare date is of the page."""
LONGEST_HEAD = 30
"""Lines from the top with the furniture among them."""
LONGEST_TITLE = 20
"""Words."""
MOST_OUTLET_WORDS, OUTLET_LINES = 3, 3
"""Words of an outlet's name above a headline, and lines that there must be at least."""
LINES_BELOW_QUESTION = 4
"""Lines from which on a question at the very top is a headline and not the start of a talk."""
# A headline has no end mark. "RIVERTON (CNA)" and "RIVERTON —" are datelines that were cut off.
NO_TITLE = re.compile(r".*(?:[.!?:;,][\"'”’)\]]*|[–—-])|(?:\S+ ){1,3}\([A-Z][\w ]+\)")
MARKDOWN_HEADING = r"#{1,6}\s+"
CLOSE_TOGETHER = ("list_item", "table_row")
"""Kinds of blocks that stand on lines directly below each other."""

ROLES: dict[SourceKind, tuple[ParagraphKind, BlockKind]] = {
    "title": ("title", "heading"),
    "furniture": ("furniture", "paragraph"),
    "caption": ("furniture", "caption"),
    "heading": ("text", "heading"),
    "paragraph": ("text", "paragraph"),
    "list_item": ("text", "list_item"),
    "table_row": ("text", "table_row"),
    "quotation": ("text", "quotation"),
}
"""What a block that has a kind is in the article."""


Line = tuple[int, int, SourceKind | None]
"""Where a line begins and ends, and what the source says it is."""


def _language(declared: str | None, text: str) -> str:
    """The language that a document says it is in, or else the one that its words tell.

    The word "en" stands in the templates of many pages in other languages.
    """
    code = code_of(declared)
    if code and code != ENGLISH:
        return code
    told = language_of(text)
    return ENGLISH if code and told == UNKNOWN else told


def lay_out(document: Document, source: str) -> Article:
    """The article of a document: one frozen text, its paragraphs told apart and numbered."""
    text, lines = _joined(document.blocks)
    language = _language(document.language, text)
    title = one_line(document.title or "")
    kinds, authors, published = _judged(text, lines, title, language)
    paragraphs = with_headings(text, tuple(_numbered(lines, kinds)))
    title_in_text = SafeLine("") if title else _title_of(text, paragraphs)
    return Article(
        title=title or title_in_text,
        source=path_line(source),
        text=text,
        authors=tuple(map(one_line, document.authors or authors)),
        outlet=one_line(document.outlet or ""),
        address=one_line(document.address) if document.address else None,
        published=document.published or published,
        published_at=document.published_at,
        language=language,
        word_count=_words_in(text, paragraphs),
        paragraphs=paragraphs,
        notes=document.notes,
        origins=(
            *document.origins,
            *_origins_in_text(
                title=title_in_text,
                authors=not document.authors and authors,
                published=not document.published and published,
            ),
        ),
    )


def _origins_in_text(*, title: object, authors: object, published: object) -> Iterator[Origin]:
    """Where the words of the text gave what the source does not say."""
    if title:
        yield Origin("title", "first line")
    if authors:
        yield Origin("authors", "byline")
    if published:
        yield Origin("published", "date line")


def _joined(blocks: Sequence[Block]) -> tuple[str, list[Line]]:
    """The text of all blocks, and its lines that are not empty."""
    cleaned = [block if block.kind is None else _one_line(block) for block in blocks]
    present = [block for block in cleaned if block.text.strip()]
    pieces = [block.text for block in present[:1]]
    lines = list(_lines(present[0], 0)) if present else []
    offset = len(pieces[0]) if pieces else 0
    for above, block in pairwise(present):
        gap = "\n" if above.kind == block.kind and block.kind in CLOSE_TOGETHER else "\n\n"
        offset += len(gap)
        lines += _lines(block, offset)
        pieces += gap, block.text
        offset += len(block.text)
    return "".join(pieces), lines


def _one_line(block: Block) -> Block:
    return Block(one_line(block.text), block.kind)


def _lines(block: Block, offset: int) -> Iterator[Line]:
    """The lines of a block that are not empty, without outer space."""
    for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", block.text):
        start, end = match.span()
        yield offset + start, offset + end, block.kind


def _judged(
    text: str, lines: list[Line], title: str, language: str
) -> tuple[list[ParagraphKind], tuple[str, ...], str | None]:
    """What the words of the lines without a kind tell: their kinds, the authors, the date.

    A title that the source gives is not guessed.
    """
    spans = [(start, end) for start, end, said in lines if said is None]
    kinds: list[ParagraphKind] = [
        "furniture" if is_furniture(text[start:end], language) else "text" for start, end in spans
    ]
    first = [text[start:end][:LONGEST_FURNITURE] for start, end in spans[: _head_of(kinds)]]
    _mark_masthead(first, kinds, language)
    mark_links(
        (text[slice(*span)] for span in spans), kinds, partial(heads_links, language=language)
    )
    if title:
        _mark_given_title(text, spans, kinds, title)
    elif not any(said == "title" for *_, said in lines):
        _mark_title(text, spans, kinds)
    head = [line for line in first if len(line) < LONGEST_FURNITURE]
    bylines = (authors_of(line, language) for line in head)
    published = published_in(first, language, day_first=day_comes_first(text))
    return kinds, next(filter(None, bylines), ()), published


def _words_in(text: str, paragraphs: tuple[Paragraph, ...]) -> int:
    indented = any(text[p.start - 1 : p.start] == " " for p in paragraphs)
    if indented or "  " in text:
        return sum(len(text[p.start : p.end].split()) for p in paragraphs if p.kind != "furniture")
    words = text.count(" ") + len(paragraphs)
    return words - sum(
        text.count(" ", p.start, p.end) + 1 for p in paragraphs if p.kind == "furniture"
    )


def _head_of(kinds: list[ParagraphKind]) -> int:
    """How many lines from the top may belong to the masthead."""
    texts = [index for index, kind in enumerate(kinds[:LONGEST_HEAD]) if kind == "text"]
    return texts[HEAD_LINES - 1] + 1 if len(texts) >= HEAD_LINES else LONGEST_HEAD


def _mark_masthead(head: list[str], kinds: list[ParagraphKind], language: str) -> None:
    for index, line in enumerate(head):
        if len(line) < LONGEST_FURNITURE and (
            authors_of(line, language) or is_date_line(line, language)
        ):
            kinds[index] = "furniture"


def _mark_given_title(text: str, spans: list[Span], kinds: list[ParagraphKind], title: str) -> None:
    """Make the first line of the article the title if it is the one that the source gives."""
    index = next((index for index, kind in enumerate(kinds) if kind == "text"), None)
    if index is not None and _headline(text[slice(*spans[index])]) == title:
        kinds[index] = "title"


def _mark_title(text: str, spans: list[Span], kinds: list[ParagraphKind]) -> None:
    """Make the first line of the article its title if it reads like one."""
    texts = [index for index, kind in enumerate(kinds) if kind == "text"]
    if len(texts) < 2:
        return
    if len(texts) > OUTLET_LINES and _is_outlet(*(text[slice(*spans[i])] for i in texts[:3])):
        kinds[texts.pop(0)] = "furniture"
    line, following = (text[slice(*spans[index])] for index in texts[:2])
    asks = texts[0] == 0 and len(texts) >= LINES_BELOW_QUESTION and line.endswith(("?", "!"))
    if len(line.split()) > LONGEST_TITLE or (NO_TITLE.fullmatch(line) and not asks):
        return
    if not following[0].islower():  # the first half of a sentence is no headline
        kinds[texts[0]] = "title"


def _is_outlet(line: str, headline: str, lead: str) -> bool:
    """True for the name of a paper, a section or a town above the headline."""
    return (
        len(line.split()) <= MOST_OUTLET_WORDS < len(headline.split()) <= LONGEST_TITLE
        and not NO_TITLE.fullmatch(line)
        and not NO_TITLE.fullmatch(headline)
        and headline[0].isalpha()
        and len(lead.split()) > len(headline.split())
        and NO_TITLE.fullmatch(lead) is not None
    )


def _numbered(lines: list[Line], guessed: list[ParagraphKind]) -> Iterator[Paragraph]:
    number = 0
    guesses = iter(guessed)
    block: BlockKind
    for start, end, said in lines:
        kind, block = ROLES[said] if said else (next(guesses), "paragraph")
        number += kind == "text"
        yield Paragraph(start, end, kind, number if kind == "text" else None, block)


def _title_of(text: str, paragraphs: tuple[Paragraph, ...]) -> SafeLine:
    return _headline(next((text[p.start : p.end] for p in paragraphs if p.kind == "title"), ""))


def _headline(line: str) -> SafeLine:
    return one_line(re.sub(MARKDOWN_HEADING, "", line, count=1) if "#" in line else line)
