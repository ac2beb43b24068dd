"""What the files of word processors have in common: paragraphs, and properties of the file.

Where no style tells the headline, the byline or the date, their looks and words do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.languages.detection import language_of
from briefing.model import Origin
from briefing.reading.document import Block, Document, SourceKind
from briefing.reading.formats.names_given import names_in
from briefing.reading.formats.office.heads import masthead_of, title_of
from briefing.reading.formats.office.pieces import Piece, readable
from briefing.reading.formats.people import is_person
from briefing.reading.formats.plain import tidy


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


def document_of(
    pieces: Iterable[Piece], properties: Properties, notes: tuple[str, ...] = ()
) -> Document:
    """The document of the pieces, with what its head and its properties say about it."""
    given = readable(pieces)
    language = language_of("\n".join(piece.text for piece in given))
    place, title, title_origin = title_of(given, properties.title, properties.place, language)
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


def _authors(
    bylines: tuple[str, ...], properties: Properties
) -> tuple[tuple[str, ...], Origin | None]:
    creators = tuple(filter(is_person, names_in(properties.creators)))
    if bylines:
        is_other = creators and not set(creators) & set(bylines)
        differs = f"the {properties.place} say “{', '.join(creators)}”" if is_other else None
        return bylines, Origin("authors", "byline", differs)
    return creators, Origin("authors", properties.place) if creators else None


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
