"""The heights of the parts of the designed page, in points."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.page.pieces import ActorLine, DateLine, Pieces, PlaceLine
from briefing.page.sheet import styles
from briefing.page.sheet.locator import on_map
from briefing.page.sheet.metrics import height

WHY, NEXT, NOTE = "Why it matters", "Next", "Note"
NOTE_LABEL = "Reader’s note"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as written, what is counted, and its paragraph."""

    text: str
    what: str
    cite: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands on the designed page, unescaped.

    Attributes:
        address: The part of the source line that is a link, or "".
    """

    pieces: Pieces
    figures: tuple[FigureLine, ...]
    address: str

    @property
    def located(self) -> tuple[PlaceLine, ...]:
        """The places that are on the map, in the order of their numbers."""
        known = [place for place in self.pieces.places if place.is_located]
        return tuple(known[index] for index in on_map([place.point for place in known]))

    @property
    def unlocated(self) -> tuple[PlaceLine, ...]:
        """The places that are not on the map."""
        located = set(map(id, self.located))
        return tuple(place for place in self.pieces.places if id(place) not in located)

    @property
    def has_side(self) -> bool:
        """True if anything stands in the narrow column."""
        pieces = self.pieces
        return bool(pieces.actors or pieces.places or pieces.dates or self.figures)

    @property
    def small_print(self) -> str:
        """How to read the page, what is not on it, and how it was made."""
        pieces = self.pieces
        left_out = f"Not shown here: {pieces.left_out}." if pieces.left_out else ""
        return " ".join(filter(None, (pieces.basis, left_out, pieces.provenance)))


def actor_height(actor: ActorLine, size: float) -> float:
    """Of a row of the table of actors."""
    wide = styles.SIDE - styles.NAMED
    cited = f"{actor.count}× {actor.cite}"
    left = _text(actor.name, "name", size, wide) + _text(actor.role, "side", size, wide)
    return max(left, _text(cited, "side", size, styles.NAMED)) + size * styles.ROW_BELOW


def place_words(place: PlaceLine) -> str:
    """A place, its country, its paragraph, and how often it is named."""
    name = f"{place.name}, {place.country}" if place.country else place.name
    count = f"({place.mentions})" if place.mentions > 1 else ""
    return " ".join(filter(None, (name, place.cite, count)))


def date_words(date: DateLine) -> str:
    """A date, its value and its paragraph."""
    return " ".join(filter(None, (date.text, f"({date.value})" if date.value else "", date.cite)))


def figure_words(figure: FigureLine) -> str:
    """A figure, what is counted, and its paragraph."""
    return " ".join(filter(None, (figure.text, figure.what, figure.cite)))


def header(contents: Contents, size: float) -> float:
    """Of what stands above both columns."""
    pieces, wide = contents.pieces, styles.WIDTH
    tall = styles.TOP_RULE + size * styles.HEADER_PADDING
    tall += _text(f"Briefing   {pieces.prepared}", "kicker", size, wide)
    tall += _text(pieces.headline, "headline", size, wide) + size * styles.HEADLINE_ABOVE
    if pieces.article_headline:
        words = f"The article’s headline: {pieces.article_headline}"
        tall += _text(words, "subline", size, wide) + size * styles.SUBLINE_ABOVE
    tall += _text(pieces.source_line, "source", size, wide) + size * styles.SOURCE_ABOVE
    return tall + size * styles.HEADER_BELOW


def footer(contents: Contents, size: float) -> float:
    """Of the small print."""
    tall = _text(contents.small_print, "small", size, styles.WIDTH) + styles.RULE
    return tall + size * (styles.FOOTER_ABOVE + styles.FOOTER_PADDING)


def main(contents: Contents, size: float) -> float:
    """Of the wide column."""
    pieces = contents.pieces
    wide = styles.MAIN if contents.has_side else styles.WIDTH
    indented = wide - size * styles.INDENT
    parts = [_own(pieces.why, size, wide)]
    if pieces.summary:
        parts.append(_label(size))
        parts += [
            _text(f"{line.text} {line.cite}", "summary", size, indented) + size * styles.ITEM_BELOW
            for line in pieces.summary
        ]
    if pieces.highlights:
        parts.append(_label(size))
        for mark in pieces.highlights:
            parts.append(_text(f"“{mark.text}” {mark.cite}", "quote", size, indented))
            if mark.note:
                words = f"{NOTE_LABEL}  {mark.note}"
                parts.append(_text(words, "speaker", size, indented))
            parts.append(size * styles.QUOTE_BELOW)
    if pieces.quotes:
        parts.append(_label(size))
        for quote in pieces.quotes:
            parts.append(_text(f"“{quote.text}”", "quote", size, indented))
            parts.append(_text(f"— {quote.speaker} {quote.cite}", "speaker", size, indented))
            parts.append(size * styles.QUOTE_BELOW)
    parts += [_own(pieces.next, size, wide), _own(pieces.note, size, wide)]
    sections = (pieces.summary, pieces.highlights, pieces.quotes)
    return sum(parts) + size * styles.SECTION_BELOW * sum(map(bool, sections))


def side(contents: Contents, size: float) -> float:
    """Of the narrow column, with the smallest map."""
    pieces, wide = contents.pieces, styles.SIDE
    tall = 0.0
    if pieces.actors:
        tall += _label(size) + _text("Times", "head", size, wide) + size * styles.ROW_BELOW
        tall += sum(actor_height(actor, size) for actor in pieces.actors)
    if pieces.places:
        tall += _label(size)
        tall += styles.MAP_HEIGHT + size * styles.MAP_BELOW if contents.located else 0.0
        tall += _list([place_words(place) for place in pieces.places], size)
    if pieces.dates:
        tall += _label(size) + _list([date_words(date) for date in pieces.dates], size)
    if contents.figures:
        tall += _label(size) + _list([figure_words(one) for one in contents.figures], size)
    sections = (pieces.actors, pieces.places, pieces.dates, contents.figures)
    return tall + size * styles.SECTION_BELOW * sum(map(bool, sections))


def total(contents: Contents, size: float) -> float:
    """Of the whole page."""
    columns = max(main(contents, size), side(contents, size))
    return header(contents, size) + columns + footer(contents, size)


def _text(words: str, face: str, size: float, width: float) -> float:
    return size * height(words, styles.FACES[face], width / size)


def _label(size: float) -> float:
    tall = styles.FACES["label"].line + styles.LABEL_PADDING + styles.LABEL_BELOW
    return size * tall + styles.RULE


def _own(words: str, size: float, width: float) -> float:
    if not words:
        return 0.0
    wide = width - styles.OWN_RULE - styles.OWN_GAP
    label = size * (styles.FACES["label"].line + styles.LABEL_BELOW)
    return label + _text(words, "own", size, wide) + size * styles.SECTION_BELOW * 1.5


def _list(items: list[str], size: float) -> float:
    wide = styles.SIDE - size * styles.INDENT
    below = size * styles.ROW_BELOW * 0.5
    return sum(_text(words, "side", size, wide) + below for words in items)
