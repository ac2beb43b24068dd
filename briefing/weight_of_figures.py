"""Which figures matter most in an article; pure."""

from __future__ import annotations

from briefing.model import Article, Briefing, Figure

HARM = ("killed", "injured", "missing", "displaced", "arrested")
NEAR = 12
"""Characters between a figure and what it counts that belong to both: "of the "."""
EARLY = 3
"""Paragraphs at the top of an article, whose figures weigh more."""


def by_weight(briefing: Briefing) -> list[Figure]:
    """The figures of a briefing without repetitions, those first that say most of the story.

    Who was harmed comes before all else; then what stands in the headline or at the top, what is
    said more than once, and money, before other numbers. A number without a value comes last.
    """
    first: dict[tuple[object, ...], Figure] = {}
    times: dict[tuple[object, ...], int] = {}
    for figure in sorted(briefing.figures, key=_is_implied):
        key = _meaning(figure)
        first.setdefault(key, figure)
        times[key] = times.get(key, 0) + 1

    def weight(key: tuple[object, ...]) -> tuple[bool, int, float, int]:
        figure = first[key]
        paragraph = briefing.article.paragraph_at(figure.start)
        number = paragraph.number if paragraph else None
        early = number is None or number <= EARLY
        points = 2.0 * early + min(times[key] - 1, 2) + (figure.unit in MONEY)
        points += 0.5 * (figure.what is not None) - (figure.unit in TIMES)
        vague = not says_how_much(figure)
        rank = HARM.index(figure.kind) if figure.kind in HARM else len(HARM)
        return vague, rank, -points, figure.start

    return [first[key] for key in sorted(first, key=weight)]


def words_of(article: Article, figure: Figure) -> str:
    """A figure and what it counts, as one span of the article where they stand together."""
    if figure.what_mention is None:
        return figure.text
    end = figure.what_mention[1]
    if figure.start <= end and figure.what_mention[0] - figure.end <= NEAR:
        return " ".join(article.text[figure.start : max(end, figure.end)].split())
    return f"{figure.text} {figure.what}"


def is_told(figure: Figure) -> bool:
    """True for one that says something by itself: it has a value, and something that it counts."""
    counts = bool(figure.what or figure.unit or figure.kind)
    return says_how_much(figure) and counts and not _is_implied(figure)


def _is_implied(figure: Figure) -> bool:
    """True where no word says how many: "Hunter found dead"."""
    return figure.text == figure.what


def says_how_much(figure: Figure) -> bool:
    """False for one such as "dozens"."""
    return not (figure.value is None and figure.low is None and figure.high is None)


TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade"})
MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "INR", "CAD", "AUD", "CHF", "cent"})


def _meaning(figure: Figure) -> tuple[object, ...]:
    """The same for figures that say the same again."""
    what = figure.kind or (figure.what or "").casefold()
    words = "" if says_how_much(figure) else figure.text.casefold()
    return figure.value, figure.low, figure.high, figure.unit, what, words
