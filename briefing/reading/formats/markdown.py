"""Markdown, with what it says about itself at its top, into typed blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from briefing.errors import FormatError
from briefing.model import Origin, OriginField
from briefing.reading.decoding import decode
from briefing.reading.document import Block, Document
from briefing.reading.formats.front_matter import FrontMatter, parted
from briefing.reading.formats.html.blocks import blocks_of, parse
from briefing.reading.formats.markdown_marks import without_marks
from briefing.reading.formats.mojibake import repair
from briefing.reading.furniture import is_furniture
from briefing.sanitize import one_line

FRONT_MATTER: Final = "front matter"
FIRST_HEADING: Final = "first heading"
FIELDS: Final[tuple[OriginField, ...]] = (
    "title",
    "authors",
    "outlet",
    "published",
    "language",
    "address",
)
HEAD: Final = 4
"""Short blocks from the top, below the headline, that may say who wrote the article and when."""
MOST_HEAD_WORDS: Final = 25
LAYOUT: Final = ("text", "softbreak", "hardbreak")
PICTURE: Final = ("image", "link_open", "link_close")
"""Parts of a line that a picture with a link has."""
EMPTY: Final = "there is no text in it; give the article as text"
TOO_DEEP: Final = "it is nested too deeply; give the article as text"


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of a Markdown file.

    Raises:
        FormatError: It is no text, or there is none in it.
    """
    text, notes = decode(data)
    text = text.lstrip("\ufeff")
    text, repaired = repair(text)
    if repaired:
        notes = (*notes, "Wrongly decoded characters were repaired.")
    document = document_of(text)
    return (replace(document, notes=(*notes, *document.notes)),)


def document_of(text: str) -> Document:
    """The document of a Markdown text.

    Raises:
        FormatError: There is no text in it.
    """
    about, text = parted(text)
    text, footnotes, code = without_marks(text)
    tokens = _tokens(text)
    heading, blocks = _titled(about.title, _first_heading(tokens), _blocks_of(tokens))
    below = _blocks_of(_tokens("\n\n".join(footnotes)))
    notes = tuple(Block(block.text, "furniture") for block in below)
    if not any(block.kind != "title" for block in blocks):
        raise FormatError(EMPTY)
    return Document(
        blocks=_with_head(blocks, has_title=bool(about.title or heading)) + notes,
        title=about.title or heading,
        authors=about.authors,
        outlet=about.outlet,
        published=about.published,
        published_at=about.published_at,
        language=about.language,
        address=about.address,
        notes=(f"{code} block{'s' * (code > 1)} of code left out.",) if code else (),
        origins=tuple(_origins(about, heading)),
    )


def _tokens(text: str) -> list[Token]:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    try:
        return markdown.parse(text)
    except RecursionError as error:
        raise FormatError(TOO_DEEP) from error


def _blocks_of(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """The typed blocks of plain Markdown."""
    _mark_captions(tokens)
    markdown = MarkdownIt("commonmark")
    try:
        root = parse(markdown.renderer.render(tokens, markdown.options, {}))
        found = () if root is None else blocks_of(root)
    except RecursionError as error:
        raise FormatError(TOO_DEEP) from error
    return tuple(
        replace(block, kind="furniture")
        if block.kind in ("paragraph", "list_item") and is_furniture(block.text)
        else block
        for block in found
    )


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """The text of the first heading of the first level."""
    for heading, text in pairwise(tokens):
        if heading.type == "heading_open" and heading.tag == "h1":
            return "".join(each.content for each in text.children or [] if each.type == "text")
    return None


def _mark_captions(tokens: Sequence[Token]) -> None:
    """Make a caption of a paragraph that is all emphasized and stands at a picture."""
    below_picture = False
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if inline.type != "inline" or not inline.children:
            continue
        pieces = [
            each for each in inline.children if each.type not in LAYOUT or each.content.strip()
        ]
        rest = [each for each in pieces if each.type not in PICTURE]
        picture = any(each.type == "image" for each in pieces)
        if opening.type == "paragraph_open" and (picture or below_picture) and _is_emphasized(rest):
            opening.tag = closing.tag = "figcaption"
        below_picture = picture and not rest


def _is_emphasized(pieces: Sequence[Token]) -> bool:
    """True if emphasis begins with the first piece and ends with the last."""
    if len(pieces) < 2 or pieces[0].type not in ("em_open", "strong_open"):
        return False
    outer = [place for place, each in enumerate(pieces) if each.level == pieces[0].level]
    return outer == [0, len(pieces) - 1]


def _titled(
    title: str | None, heading: str | None, blocks: tuple[Block, ...]
) -> tuple[str | None, tuple[Block, ...]]:
    """The heading above the article, and the blocks with this one marked as the headline.

    Args:
        title: The headline as the front matter says it.
        heading: The text of the first heading of the first level.
        blocks: All blocks.
    """
    top = list(takewhile(lambda block: not _is_long(block), blocks))
    headings = [place for place, block in enumerate(top) if block.kind == "heading"]
    for wanted in filter(None, (title, heading)):
        for place in headings:
            if _same(blocks[place].text, wanted):
                return _marked(blocks, place)
    return _marked(blocks, headings[0]) if headings and not title else (None, blocks)


def _marked(blocks: tuple[Block, ...], place: int) -> tuple[str, tuple[Block, ...]]:
    text = one_line(blocks[place].text)
    return text, (*blocks[:place], Block(text, "title"), *blocks[place + 1 :])


def _is_long(block: Block) -> bool:
    return len(block.text.split()) > MOST_HEAD_WORDS


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _with_head(blocks: tuple[Block, ...], *, has_title: bool) -> tuple[Block, ...]:
    """The blocks, with the short ones at the top left to their words: a byline, a date.

    Where no headline is known, the long one below them is with them, for a guess needs both.
    """
    kinds = [block.kind for block in blocks]
    start = kinds.index("title") + 1 if "title" in kinds else 0
    end = start
    for block in blocks[start : start + HEAD]:
        if block.kind not in ("paragraph", "furniture") or (_is_long(block) and has_title):
            break
        end += 1
        if _is_long(block):
            break
    judged = (Block(one_line(block.text)) for block in blocks[start:end])
    return (*blocks[:start], *judged, *blocks[end:])


def _origins(about: FrontMatter, heading: str | None) -> Iterator[Origin]:
    for field in FIELDS:
        if getattr(about, field):
            differs = about.other_day if field == "published" else None
            if field == "title" and heading and not _same(heading, about.title or ""):
                differs = f"the {FIRST_HEADING} says “{heading}”"
            yield Origin(field, FRONT_MATTER, differs)
    if heading and not about.title:
        yield Origin("title", FIRST_HEADING)
