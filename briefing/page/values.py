"""What may stand on a page, in words: values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of the summary and its paragraph."""

    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor.

    Attributes:
        role: May be ""; a sign at its end says that it is not the article's.
        mentions: How often they are named and the first paragraph, in words.
        count: How often they are named, or 0 where `cite` alone tells.
        cite: The first paragraph, or "".
    """

    name: str
    role: str
    mentions: str
    count: int
    cite: str


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote without its marks, its speaker as far as known, and its paragraph."""

    text: str
    speaker: str
    cite: str


@dataclass(frozen=True, slots=True)
class HighlightLine:
    """Words of the article that the reader kept, their paragraph, and the reader's note or ""."""

    text: str
    cite: str
    note: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place.

    Attributes:
        country: The name of its country; "" where it is one, or is in none.
        mentions: How often it is named.
        cite: The first paragraph, or "".
        latitude: Degrees north, or None where it is not known; `longitude` degrees east.
    """

    name: str
    country: str
    mentions: int
    cite: str
    latitude: float | None
    longitude: float | None

    @property
    def is_located(self) -> bool:
        """True if it can be put on a map."""
        return self.latitude is not None and self.longitude is not None

    @property
    def point(self) -> tuple[float, float]:
        """Its longitude and latitude, where they are known."""
        return self.longitude or 0.0, self.latitude or 0.0


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as written with what is counted, and its paragraph."""

    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date as written, its value where the words do not say it, and its paragraph."""

    text: str
    value: str
    cite: str


@dataclass(frozen=True, slots=True)
class LegendLine:
    """An article of a dossier, and the letter that it is cited by, or ""."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class SideLine:
    """What some articles say of something on which they differ.

    Attributes:
        cite: Where they say it, and who says so there: "A ¶2, police; B ¶1"; may be "".
    """

    text: str
    cite: str

    def __str__(self) -> str:
        return f"{self.text} ({self.cite})" if self.cite else self.text


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """Something on which articles differ, and what they say."""

    what: str
    sides: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Everything that a layout may show; each text is one line of Markdown, or "".

    What the reader wrote may have several lines: `why`, `next` and `note`.

    Attributes:
        headline: The reader's own, or else the article's.
        article_headline: The article's, where the headline is the reader's.
        prepared: By whom, for whom and as of when, as the reader wrote it.
        why: Why it matters, in the reader's words.
        next: What comes next, in the reader's words.
        note: What else the reader wrote.
        where: All places on one line; `places` has them one by one.
        when: All dates on one line; `dates` has them one by one.
        how_many: All figures on one line; `figures` has them one by one.
        highlights: What the reader kept for the page.
        basis: How to read the page.
        left_out: What was found but is not on the page: "2 quotes, 1 place".
        provenance: How the page was made.
        legend: The articles of a dossier; empty, as the next two, for one article.
        differences: Where the articles differ.
        only_one: What only one of them says.
    """

    headline: str
    article_headline: str
    source_line: str
    prepared: str
    why: str
    summary: tuple[SummaryLine, ...]
    highlights: tuple[HighlightLine, ...]
    actors: tuple[ActorLine, ...]
    where: str
    places: tuple[PlaceLine, ...]
    quotes: tuple[QuoteLine, ...]
    when: str
    dates: tuple[DateLine, ...]
    how_many: str
    figures: tuple[FigureLine, ...]
    next: str
    note: str
    basis: str
    left_out: str
    provenance: str
    legend: tuple[LegendLine, ...] = ()
    differences: tuple[DifferenceLine, ...] = ()
    only_one: tuple[SummaryLine, ...] = ()

    @property
    def kind(self) -> str:
        """What the page is called: a briefing, or a dossier."""
        return "Dossier" if self.legend else "Briefing"
