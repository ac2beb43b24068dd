"""What the files of word processors have in common: paragraphs with styles, and a masthead.

A reader of such a format gives `Piece`s, which say as much of each paragraph as its style does.
Where no style tells the headline, the byline or the date, their looks and words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.languages.detection import language_of
from briefing.model import Origin
from briefing.reading.document import Block, Document, SourceKind
from briefing.reading.formats.people import bylined, is_person, named_in
from briefing.reading.formats.plain import tidy
from briefing.reading.masthead import is_date_line, published_in
from briefing.sanitize import one_line
from briefing.text.day_order import day_comes_first

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

HEAD_PIECES = 12
"""Pieces from the top among which a headline, a byline and a date may be."""
FULL_WORDS, FULL_SENTENCE_WORDS = 30, 12
"""Words from which on a paragraph, or one that ends a sentence, ends the head."""
LONGEST_TITLE = 30
"""Words."""
LARGER = 1.15
"""A headline is set so many times larger than the text."""
SENTENCE_END = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
STATEMENT_END = re.compile(r"[.!…:]['\"”’»)\]]*$")
NO_TITLE = re.compile(
    r"microsoft \w+ - .*|untitled\b.*|(?:new |blank |word )*(?:document|dokument|page)\s*\d*"
    r"|blank|normal|title|unknown|.*\btemplate\b.*|\S+\.(?:docx?|dotx?|odt|rtf|pages|txt|x?html?|pdf|epub)"
    r"|[\W\d_]*",
    re.I,
)
"""Titles in a file's properties that programs wrote there."""
SHARED_WORDS = 0.5
"""Share of the words of a title that a text about the same thing has."""


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


class Properties(Struct, frozen=True):
    """What a file says about itself.

    Attributes:
        place: What such properties are called: "DOCX properties".
        title: As it stands there.
        creators: As they stand there.
    """

    place: str
    title: str = ""
    creators: tuple[str, ...] = ()


class Masthead(Struct, frozen=True):
    """What stands above a text.

    Attributes:
        lines: Which pieces belong to it.
        authors: Names in bylines.
        published: The date line, as YYYY-MM-DD.
    """

    lines: frozenset[int] = frozenset()
    authors: tuple[str, ...] = ()
    published: str | None = None


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
    full = any(sum(_is_full(piece.text) for piece in cell) > 1 for cell in cells)
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


def document_of(
    pieces: Iterable[Piece], properties: Properties, notes: tuple[str, ...] = ()
) -> Document:
    """The document of the pieces, with what its head and its properties say about it."""
    given = readable(pieces)
    text = "\n".join(piece.text for piece in given)
    language = language_of(text)
    head = range(_head_of(given))
    place, title, title_origin = _title(given, head, properties, language)
    masthead = masthead_of(given, language, title, place)
    authors, authors_origin = _authors(masthead.authors, properties)
    origins = (
        title_origin,
        authors_origin,
        Origin("published", "date line") if masthead.published else None,
    )
    return Document(
        blocks=tuple(_blocks(given, place, masthead.lines)),
        title=title or None,
        authors=authors,
        published=masthead.published,
        notes=notes,
        origins=tuple(filter(None, origins)),
    )


def readable(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that have words, each of one line."""
    broken = (part for piece in pieces for part in _parts(piece))
    return [piece for piece in broken if any(map(str.isalnum, piece.text))]


def masthead_of(
    pieces: Sequence[Piece], language: str, title: str, place: int | None = None
) -> Masthead:
    """What the lines above the text say about it.

    Args:
        pieces: All of a text, each of one line.
        language: What it is written in.
        title: The headline.
        place: Where that stands among the pieces; short lines above it belong to the page.
    """
    authors: tuple[str, ...] = ()
    lines: set[int] = set()
    dated: list[str] = []
    others: list[str] = []
    for index, piece in enumerate(pieces[: _head_of(pieces)]):
        if index == place:
            continue
        text = piece.text
        names = named_in(text) if piece.role == "author" else bylined(text, language)
        authors += tuple(name for name in names if name not in authors)
        above = place is not None and index < place and len(text.split()) <= LONGEST_TITLE
        beside = piece.role in ("author", "date") or names or is_date_line(text, language)
        if above or beside or same_words(text, title):
            lines.add(index)
        (dated if piece.role == "date" else others).append(text)
    day_first = day_comes_first("\n".join(piece.text for piece in pieces))
    published = (published_in(each, language, day_first=day_first) for each in (dated, others))
    return Masthead(frozenset(lines), authors, next(filter(None, published), None))


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


def _is_full(text: str) -> bool:
    words = len(text.split())
    return words >= FULL_WORDS or (
        words >= FULL_SENTENCE_WORDS and STATEMENT_END.search(text.rstrip()) is not None
    )


def _head_of(pieces: Sequence[Piece]) -> int:
    """How many pieces stand above the first paragraph of the article."""
    for index, piece in enumerate(pieces[:HEAD_PIECES]):
        if piece.role in (None, "paragraph", "quotation", "list_item", "table_row") and _is_full(
            piece.text
        ):
            return index
    return min(len(pieces), HEAD_PIECES)


def _title(
    pieces: Sequence[Piece], head: Sequence[int], properties: Properties, language: str
) -> tuple[int | None, str, Origin | None]:
    """Where the headline stands in the text, what it is, and where it comes from."""
    named = one_line(properties.title)
    if NO_TITLE.fullmatch(named):
        named = ""
    styled = next((i for i in head if pieces[i].role == "title"), None)
    same = next((i for i in head if same_words(pieces[i].text, named)), None) if named else None
    shown = _most_prominent(pieces, head, language)
    for place, source in ((styled, "title style"), (same, properties.place), (shown, "headline")):
        if place is not None:
            title = one_line(pieces[place].text)
            differs = named if named and not same_words(title, named) else None
            return place, title, Origin("title", source, differs)
    if named and _is_about(named, pieces):
        return None, named, Origin("title", properties.place)
    return None, "", None


def _most_prominent(pieces: Sequence[Piece], head: Sequence[int], language: str) -> int | None:
    """The line of the head that is set as a headline: larger than the text or bold."""
    text = [piece for piece in pieces if _is_full(piece.text)]
    usual = median(piece.size for piece in text) if text else 0
    text_is_bold = sum(piece.bold for piece in text) * 2 > len(text)
    found: int | None = None
    for index in head:
        piece = pieces[index]
        larger = piece.size >= LARGER * usual > 0
        set_off = piece.role == "heading" or larger or (piece.bold and not text_is_bold)
        if (
            not set_off
            or piece.role not in (None, "heading", "paragraph")
            or not 2 <= len(piece.text.split()) <= LONGEST_TITLE
            or bylined(piece.text, language)
            or is_date_line(piece.text, language)
        ):
            continue
        if found is None or piece.size > LARGER * max(pieces[found].size, 1):
            found = index
    return found


def _authors(
    bylines: tuple[str, ...], properties: Properties
) -> tuple[tuple[str, ...], Origin | None]:
    creators = tuple(
        name for said in properties.creators for name in named_in(said) if is_person(name)
    )
    if bylines:
        others = None if not creators or set(creators) & set(bylines) else ", ".join(creators)
        return bylines, Origin("authors", "byline", others)
    return creators, Origin("authors", properties.place) if creators else None


def same_words(one: str, other: str) -> bool:
    """True if two lines have the same letters and digits."""
    return bool(one and other) and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_about(title: str, pieces: Sequence[Piece]) -> bool:
    """True if the text has most words of a title that does not stand in it."""
    words = set(re.findall(r"\w{3,}", title.casefold()))
    text = {word for piece in pieces for word in re.findall(r"\w{3,}", piece.text.casefold())}
    return bool(words) and len(words & text) >= SHARED_WORDS * len(words)


def _blocks(
    pieces: Sequence[Piece], title: int | None, masthead: frozenset[int]
) -> Iterator[Block]:
    kind: SourceKind | None
    for index, piece in enumerate(pieces):
        match piece.role:
            case _ if index == title:
                kind = "title"
            case _ if index in masthead:
                kind = "furniture"
            case "title":
                kind = "heading"
            case "author" | "date" | None:
                kind = None
            case "subtitle":
                kind = "paragraph"
            case role:
                kind = role
        yield Block(piece.text, kind) if kind else Block(tidy(piece.text)[0])
