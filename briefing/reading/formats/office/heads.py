"""The head of a text whose paragraphs say little of themselves: headline, bylines, date line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from briefing.model import Origin
from briefing.reading.formats.names_given import names_in
from briefing.reading.formats.office.pieces import STATEMENT_END, Piece, is_full, same_words
from briefing.reading.formats.people import bylined, named_alone
from briefing.reading.furniture import is_furniture
from briefing.reading.masthead import is_date_line, published_in
from briefing.sanitize import one_line
from briefing.text.day_order import day_comes_first

RUNNING = (None, "paragraph", "quotation", "list_item", "table_row")
"""Roles of running text, which ends the head."""
HEAD_PIECES = 12
"""Pieces from the top among which a headline, a byline and a date may be."""
LONGEST_TITLE = 30
"""Words."""
SENTENCE_WORDS = 5
"""Words from which on a line with an end mark is a sentence, below which no headline stands."""
MOST_KICKER_WORDS = 3
"""Words of what stands above a headline and looks like it: a section, the name of a paper."""
LARGER = 1.15
"""A headline is set so many times larger than the text."""
NO_TITLE = re.compile(
    r"microsoft \w+ - .*|untitled\b.*|(?:new |blank |word )*(?:document|dokument|page)\s*\d*"
    r"|blank|normal|title|unknown|.*\btemplate\b.*|\S+\.(?:docx?|dotx?|odt|rtf|pages|txt|x?html?|pdf|epub)"
    r"|[\W\d_]*",
    re.I,
)
"""Titles in a file's properties that programs wrote there."""
LONGEST_PROPERTY = 500
"""Characters of a title."""
SHARED_WORDS = 1 / 3
"""Share of the longer words of a title that a text about the same thing has."""


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


def said_title(title: str) -> str:
    """The title that a file says it has; nothing if a program has written that."""
    title = one_line(title[:LONGEST_PROPERTY])
    return "" if NO_TITLE.fullmatch(title) else title


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
    for index, piece in enumerate(pieces[: head_of(pieces)]):
        if index == place:
            continue
        text = piece.text
        names = names_in([text]) if piece.role == "author" else bylined(text, language)
        if not names and place is not None and index == place + 1:
            names = named_alone(text, language)
        authors += tuple(name for name in names if name not in authors)
        above = place is not None and index < place and len(text.split()) <= LONGEST_TITLE
        beside = piece.role in ("author", "date") or names or is_date_line(text, language)
        if above or beside or same_words(text, title):
            lines.add(index)
        (dated if piece.role == "date" else others).append(text)
    day_first = day_comes_first("\n".join(piece.text for piece in pieces))
    published = (published_in(each, language, day_first=day_first) for each in (dated, others))
    return Masthead(frozenset(lines), authors, next(filter(None, published), None))


def title_of(
    pieces: Sequence[Piece], said: str, place_said: str, language: str
) -> tuple[int | None, str, Origin | None]:
    """Where the headline stands in the text, what it is, and where it comes from.

    Args:
        pieces: All of a text, each of one line.
        said: The title that the file says it has, or "".
        place_said: What the place is called where it says that.
        language: What the text is written in.
    """
    named = said_title(said)
    head = range(head_of(pieces))
    styled = next((i for i in head if pieces[i].role == "title"), None)
    same = next((i for i in head if same_words(pieces[i].text, named)), None) if named else None
    shown = _most_prominent(pieces, head, language)
    for place, source in ((styled, "title style"), (same, place_said), (shown, "headline")):
        if place is not None:
            title = one_line(pieces[place].text)
            is_other = named and not same_words(title, named)
            differs = f"the {place_said} say “{named}”" if is_other else None
            return place, title, Origin("title", source, differs)
    if named and _is_about(named, pieces):
        return None, named, Origin("title", place_said)
    return None, "", None


def _most_prominent(pieces: Sequence[Piece], head: Sequence[int], language: str) -> int | None:
    """The line of the head that is set as a headline: larger than the text or bold."""
    set_off = _set_off(pieces)
    found: int | None = None
    for index in head:
        piece = pieces[index]
        if piece.role in RUNNING and index not in set_off and _is_sentence(piece.text):
            break
        if (
            (piece.role != "heading" and index not in set_off)
            or not 2 <= len(piece.text.split()) <= LONGEST_TITLE
            or bylined(piece.text, language)
            or is_date_line(piece.text, language)
            or is_furniture(piece.text, language)
        ):
            continue
        if found is None or _outshines(piece, pieces[found]):
            found = index
    return found


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SENTENCE_WORDS and STATEMENT_END.search(text) is not None


def _set_off(pieces: Sequence[Piece]) -> frozenset[int]:
    """The short lines at the top, of no style, that are larger than the text or bold."""
    text = [piece for piece in pieces if is_full(piece.text)]
    usual = median(piece.size for piece in text) if text else 0
    text_is_bold = sum(piece.bold for piece in text) * 2 > len(text)
    return frozenset(
        index
        for index, piece in enumerate(pieces[:HEAD_PIECES])
        if piece.role in (None, "paragraph")
        and len(piece.text.split()) <= LONGEST_TITLE
        and (piece.size >= LARGER * usual > 0 or (piece.bold and not text_is_bold))
    )


def _outshines(piece: Piece, above: Piece) -> bool:
    """True if a line is set as a headline, and the line above it only as what stands over one."""
    if piece.size > LARGER * max(above.size, 1):
        return True
    alike = (piece.role, piece.size, piece.bold) == (above.role, above.size, above.bold)
    is_kicker = len(above.text.split()) <= MOST_KICKER_WORDS < len(piece.text.split())
    return alike and is_kicker and piece.role != "heading"


def _is_about(title: str, pieces: Sequence[Piece]) -> bool:
    """True if the text has most words of a title that does not stand in it."""
    words = set(re.findall(r"\w{4,}", title.casefold()))
    text = {word for piece in pieces for word in re.findall(r"\w{4,}", piece.text.casefold())}
    return bool(words) and len(words & text) >= SHARED_WORDS * len(words)


def head_of(pieces: Sequence[Piece]) -> int:
    """How many pieces stand above the first paragraph of the article."""
    set_off = _set_off(pieces)
    for index, piece in enumerate(pieces[:HEAD_PIECES]):
        if piece.role in RUNNING and index not in set_off and is_full(piece.text):
            return index
    return min(len(pieces), HEAD_PIECES)
