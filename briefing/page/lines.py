"""Places and dates on one line each, with their paragraphs."""

from __future__ import annotations

from itertools import groupby

from briefing.countries import country_name
from briefing.model import Article, DateMention, Figure, Location
from briefing.page.citing import cite, cite_first
from briefing.page.markdown import shorten
from briefing.page.notation import Notation
from briefing.weight_of_figures import words_of

PLACE_WORDS, PLACE_CELLS = 6, 40
DATE_WORDS, DATE_CELLS = 8, 50
FIGURE_WORDS, FIGURE_CELLS = 10, 60


def date_line(article: Article, dates: list[DateMention], notation: Notation) -> str:
    """Dates that have a value, as listed: "2015, 2016 ¶10 · Monday (2021-08-09) ¶2"."""
    groups = groupby(dates, lambda date: cite(article, date.start))
    return " · ".join(
        f"{', '.join(_date(date, notation) for date in group)} {cited}" for cited, group in groups
    )


def date_words(date: DateMention) -> str:
    """A date as written, on one line."""
    return shorten(date.text, DATE_WORDS, DATE_CELLS)


def date_value(date: DateMention) -> str:
    """The value of a date where its words do not say it, or ""."""
    return "" if date.value is None or date.value[:4] in date.text else date.value


def _date(date: DateMention, notation: Notation) -> str:
    text, value = notation.text(date_words(date)), date_value(date)
    return f"{text} ({notation.text(value)})" if value else text


def figure_line(article: Article, figures: list[Figure], notation: Notation) -> str:
    """Figures as written, with what they count: "Three people (killed) ¶1 · $4 million ¶3"."""
    groups = groupby(figures, lambda figure: cite(article, figure.start))
    return " · ".join(
        f"{', '.join(_figure(article, figure, notation) for figure in group)} {cited}"
        for cited, group in groups
    )


STEMS = {
    "killed": ("kill", "dead", "death", "died", "slain"),
    "injured": ("injur", "wound", "hurt"),
    "missing": ("missing",),
    "displaced": ("displac", "evacuat", "homeless"),
    "arrested": ("arrest", "detain"),
}
"""What says in a figure's own words what happened to those whom it counts."""


def figure_words(article: Article, figure: Figure) -> str:
    """A figure as written, with what it counts and what happened, on one line."""
    words = shorten(words_of(article, figure), FIGURE_WORDS, FIGURE_CELLS)
    told = f"{figure.text} {figure.what or ''}".lower()
    says_it = any(stem in told for stem in STEMS.get(figure.kind or "", ()))
    return words if figure.kind is None or says_it else f"{words} ({figure.kind})"


def _figure(article: Article, figure: Figure, notation: Notation) -> str:
    return notation.text(figure_words(article, figure))


def place_line(article: Article, places: list[Location], notation: Notation) -> str:
    """The places by country: "Afghanistan ¶1 (9): Kabul ¶1 (3), Kandahar ¶7 · Aral Sea ¶2"."""
    groups: dict[str, list[Location]] = {}
    for place in places:
        groups.setdefault(place.country or f"none {place.id}", []).append(place)
    return " · ".join(_group(article, code, members, notation) for code, members in groups.items())


def place_name(place: Location) -> str:
    """The name of a place, on one line."""
    return shorten(place.name, PLACE_WORDS, PLACE_CELLS)


def _group(article: Article, code: str, members: list[Location], notation: Notation) -> str:
    heads = [place for place in members if place.kind == "country"]
    others = [place for place in members if place.kind != "country"]
    country = country_name(code)
    if heads:
        head = ", ".join(_place(article, place, notation) for place in heads)
    elif country and {place.name for place in others} != {country}:
        head = notation.text(country)
    else:
        head = ""
    listed = ", ".join(_place(article, place, notation) for place in others)
    return ": ".join(part for part in (head, listed) if part)


def _place(article: Article, place: Location, notation: Notation) -> str:
    name = notation.text(place_name(place))
    if not place.mentions:
        return name
    cited = f"{name} {cite_first(article, place.mentions)}"
    return f"{cited} ({len(place.mentions)})" if len(place.mentions) > 1 else cited
