"""Paragraphs of an office file, with as much of what they are as their styles say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.reading.document import SourceKind
from briefing.sanitize import one_line

Role = SourceKind | Literal["subtitle", "author", "date"]

ROLES: tuple[tuple[str, Role], ...] = (
    (r"(?:document |article |main )?title|headline|hed", "title"),
    (r"subtitle|dek|deck|standfirst", "subtitle"),
    (r"authors?|by-?line|by line", "author"),
    (r"(?:publication )?date", "date"),
    (
        r"toc\b.*|contents\b.*|table of contents|index\b.*|header\b.*|footer\b.*|page number",
        "furniture",
    ),
    (r"heading(?: \d+)?|sub-?heading|sub-?head|cross-?head", "heading"),
    (r"(?:intense )?quote|block ?text|block ?quote|block quotation|quotations?", "quotation"),
    (r"(?:image |table )?caption|illustration|figure|drawing", "caption"),
    (r"list(?! paragraph| heading| contents).*|numbering \d.*", "list_item"),
)
"""Names of styles, in small letters, and what their paragraphs are."""

FULL_WORDS, FULL_SENTENCE_WORDS = 30, 12
"""Words from which on a paragraph, or one that ends a sentence, ends the head."""
SENTENCE_END = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
STATEMENT_END = re.compile(r"[.!…:]['\"”’»)\]]*$")


class Piece(Struct, frozen=True):
    r"""A paragraph.

    Attributes:
        text: Its text; a line break is `\n`.
        role: What its style says that it is.
        size: Its size in points, 0 where that is not known.
        bold: True if all of it is bold.
    """

    text: str
    role: Role | None = None
    size: float = 0
    bold: bool = False


def role_of(style: str) -> Role | None:
    """What the name of a style says about its paragraphs."""
    name = " ".join(style.lower().replace("_20_", " ").replace("_", " ").split())
    return next((role for pattern, role in ROLES if re.fullmatch(pattern, name)), None)


def table_pieces(rows: Sequence[Sequence[Sequence[Piece]]]) -> Iterator[Piece]:
    """The rows of a table; the pieces in its cells where a table only lays out a page.

    Args:
        rows: The cells of each row, and the pieces of each cell.
    """
    cells = [cell for row in rows for cell in row]
    full = any(sum(is_full(piece.text) for piece in cell) > 1 for cell in cells)
    if full or all(len(row) < 2 for row in rows):
        yield from (piece for cell in cells for piece in cell)
        return
    for row in rows:
        texts = (one_line(" ".join(piece.text for piece in cell)) for cell in row)
        yield Piece(" | ".join(filter(None, texts)), "table_row")


def picture_notes(pictures: int) -> tuple[str, ...]:
    """The note that there are pictures, which have no text."""
    if not pictures:
        return ()
    return (f"{pictures} image{'s have' if pictures > 1 else ' has'} no text.",)


def readable(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that have words, each of one line."""
    broken = (part for piece in pieces for part in _parts(piece))
    return [piece for piece in broken if any(map(str.isalnum, piece.text))]


def same_words(one: str, other: str) -> bool:
    """True if two lines have the same letters and digits."""
    return bool(one and other) and _letters(one) == _letters(other)


def is_full(text: str) -> bool:
    """True for a paragraph of running text, which is no headline and no byline."""
    words = len(text.split())
    return words >= FULL_WORDS or (
        words >= FULL_SENTENCE_WORDS and STATEMENT_END.search(text.rstrip()) is not None
    )


def _parts(piece: Piece) -> Iterator[Piece]:
    """The paragraphs in a paragraph with line breaks."""
    if "\n" not in piece.text:
        yield piece
        return
    if piece.role in ("title", "heading", "table_row", "caption"):
        yield replace(piece, text=" ".join(piece.text.split()))
        return
    lines: list[str] = []
    for line in piece.text.split("\n"):
        line = line.strip()
        goes_on = lines and line[:1].islower() and not SENTENCE_END.search(lines[-1])
        if lines and not goes_on:
            yield replace(piece, text=" ".join(lines))
            lines = []
        if line:
            lines.append(line)
    if lines:
        yield replace(piece, text=" ".join(lines))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
