"""The heights of the parts of the designed page, in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.page.sheet import styles
from briefing.page.sheet.locator import on_map
from briefing.page.sheet.metrics import Face, height
from briefing.page.sheet.styles import Medium
from briefing.page.values import (
    ActorLine,
    DateLine,
    DifferenceLine,
    FigureLine,
    Pieces,
    PlaceLine,
    SummaryLine,
)

WHY, NEXT, NOTE = "Why it matters", "Next", "Note"
NOTE_LABEL = "Reader’s note"


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands on the designed page, unescaped.

    Attributes:
        address: The part of the source line that is a link, or "".
        language: What it is written in, as a tag: "en".
        medium: What it is made for.
    """

    pieces: Pieces
    address: str
    language: str
    medium: Medium = styles.PAPER

    @property
    def located(self) -> tuple[PlaceLine, ...]:
        """The places that are on the map, in the order of their numbers."""
        known = [place for place in self.pieces.places if self.medium.has_map and place.is_located]
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
        return bool(pieces.actors or pieces.places or pieces.dates or pieces.figures)

    @property
    def small_print(self) -> str:
        """How to read the page, what is not on it, and how it was made."""
        pieces = self.pieces
        left_out = f"Not shown here: {pieces.left_out}." if pieces.left_out else ""
        return " ".join(filter(None, (pieces.basis, left_out, pieces.provenance)))


def place_words(place: PlaceLine) -> str:
    """A place, its country, its paragraph, and how often it is named."""
    name = f"{place.name}, {place.country}" if place.country else place.name
    count = f"({place.mentions})" if place.mentions > 1 else ""
    return " ".join(filter(None, (name, place.cite, count)))


def date_words(date: DateLine) -> str:
    """A date, its value and its paragraph."""
    return " ".join(filter(None, (date.text, f"({date.value})" if date.value else "", date.cite)))


def figure_words(figure: FigureLine) -> str:
    """A figure with what is counted, and its paragraph."""
    return " ".join(filter(None, (figure.text, figure.cite)))


def sides_words(difference: DifferenceLine) -> str:
    """What articles say of something on which they differ, side by side."""
    return " · ".join(map(str, difference.sides))


def named_words(actor: ActorLine) -> str:
    """How often an actor is named, and where."""
    return f"{actor.count}× {actor.cite}" if actor.count else actor.cite


def kicker_words(pieces: Pieces) -> str:
    """What kind of page it is, and for whom it was prepared."""
    return f"{pieces.kind}   {pieces.prepared}" if pieces.prepared else pieces.kind


def header(contents: Contents, size: float) -> float:
    """Of what stands above both columns."""
    pieces, wide, type_ = contents.pieces, styles.WIDTH, _type(contents, size)
    tall = styles.TOP_RULE + size * styles.HEADER_PADDING
    tall += type_.text(kicker_words(pieces), "kicker", wide)
    tall += type_.text(pieces.headline, "headline", wide) + size * styles.HEADLINE_ABOVE
    if pieces.article_headline:
        words = f"The article’s headline: {pieces.article_headline}"
        tall += type_.text(words, "subline", wide) + size * styles.SUBLINE_ABOVE
    tall += type_.text(pieces.source_line, "source", wide) + size * styles.SOURCE_ABOVE
    listed = wide - size * styles.INDENT
    tall += sum(type_.text(line.text, "source", listed) for line in pieces.legend)
    return tall + size * styles.HEADER_BELOW


def footer(contents: Contents, size: float) -> float:
    """Of the small print."""
    type_ = _type(contents, size)
    tall = type_.text(contents.small_print, "small", styles.WIDTH) + styles.RULE
    return tall + size * (styles.FOOTER_ABOVE + styles.FOOTER_PADDING)


def main(contents: Contents, size: float) -> float:
    """Of the wide column."""
    pieces, type_ = contents.pieces, _type(contents, size)
    wide = styles.MAIN if contents.has_side else styles.WIDTH
    indented = wide - size * styles.INDENT
    parts = [type_.own(pieces.why, wide)]
    parts += type_.sentences(pieces.summary, indented)
    if pieces.differences:
        parts.append(type_.label())
        for difference in pieces.differences:
            parts.append(type_.text(difference.what, "differ", wide))
            parts.append(type_.text(sides_words(difference), "summary", indented))
            parts.append(size * styles.ITEM_BELOW)
    if pieces.highlights:
        parts.append(type_.label())
        for mark in pieces.highlights:
            parts.append(type_.text(f"“{mark.text}” {mark.cite}", "quote", indented))
            if mark.note:
                words = f"{NOTE_LABEL}  {mark.note}"
                parts.append(type_.text(words, "speaker", indented))
            parts.append(size * styles.QUOTE_BELOW)
    if pieces.quotes:
        parts.append(type_.label())
        for quote in pieces.quotes:
            parts.append(type_.text(f"“{quote.text}”", "quote", indented))
            parts.append(type_.text(f"— {quote.speaker} {quote.cite}", "speaker", indented))
            parts.append(size * styles.QUOTE_BELOW)
    parts += type_.sentences(pieces.only_one, indented)
    parts += [type_.own(pieces.next, wide), type_.own(pieces.note, wide)]
    sections = (
        pieces.summary, pieces.differences, pieces.highlights, pieces.quotes, pieces.only_one,
    )  # fmt: skip
    return sum(parts) + size * styles.SECTION_BELOW * sum(map(bool, sections))


def side(contents: Contents, size: float) -> float:
    """Of the narrow column, with the smallest map."""
    pieces, wide, type_ = contents.pieces, styles.SIDE, _type(contents, size)
    tall = 0.0
    if pieces.actors:
        tall += type_.label() + type_.text("Times", "head", wide) + size * styles.ROW_BELOW
        tall += sum(type_.actor(actor) for actor in pieces.actors)
    if pieces.places:
        tall += type_.label()
        tall += styles.MAP_HEIGHT + size * styles.MAP_BELOW if contents.located else 0.0
        tall += type_.items([place_words(place) for place in pieces.places])
    if pieces.dates:
        tall += type_.label() + type_.items([date_words(date) for date in pieces.dates])
    if contents.pieces.figures:
        tall += type_.label() + type_.items([figure_words(one) for one in contents.pieces.figures])
    sections = (pieces.actors, pieces.places, pieces.dates, contents.pieces.figures)
    return tall + size * styles.SECTION_BELOW * sum(map(bool, sections))


def total(contents: Contents, size: float) -> float:
    """Of the whole page."""
    columns = max(main(contents, size), side(contents, size))
    return header(contents, size) + columns + footer(contents, size)


def _type(contents: Contents, size: float) -> _Type:
    return _Type(size, contents.medium.faces(size))


@dataclass(frozen=True, slots=True)
class _Type:
    """Gives the heights of texts that are set in the faces of one size."""

    size: float
    faces: Mapping[str, Face]

    def text(self, words: str, face: str, width: float) -> float:
        return self.size * height(words, self.faces[face], width / self.size)

    def label(self) -> float:
        tall = self.faces["label"].line + styles.LABEL_PADDING + styles.LABEL_BELOW
        return self.size * tall + styles.RULE

    def sentences(self, lines: Iterable[SummaryLine], width: float) -> Iterator[float]:
        """The parts of a section of sentences; nothing where there are none."""
        for number, line in enumerate(lines):
            if not number:
                yield self.label()
            tall = self.text(f"{line.text} {line.cite}", "summary", width)
            yield tall + self.size * styles.ITEM_BELOW

    def own(self, words: str, width: float) -> float:
        if not words:
            return 0.0
        wide = width - styles.OWN_RULE - styles.OWN_GAP
        label = self.size * (self.faces["label"].line + styles.LABEL_BELOW)
        below = self.size * styles.SECTION_BELOW * 1.5
        return label + self.text(words, "own", wide) + below

    def items(self, items: list[str]) -> float:
        wide = styles.SIDE - self.size * styles.INDENT
        below = self.size * styles.ROW_BELOW * 0.5
        return sum(self.text(words, "side", wide) + below for words in items)

    def actor(self, actor: ActorLine) -> float:
        wide = styles.SIDE - styles.NAMED
        left = self.text(actor.name, "name", wide) + self.text(actor.role, "side", wide)
        cited = self.text(named_words(actor), "side", styles.NAMED)
        return max(left, cited) + self.size * styles.ROW_BELOW
