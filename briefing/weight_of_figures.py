"""Which figures matter most in an article; pure."""

from __future__ import annotations

from briefing.model import Briefing, Figure

HARM = ("killed", "injured", "missing", "displaced", "arrested")
EARLY = 3
"""Paragraphs at the top of an article, whose figures weigh more."""


def by_weight(briefing: Briefing) -> list[Figure]:
    """The figures of a briefing without repetitions, those first that say most of the story.

    Who was harmed comes before all else; then what stands in the headline or at the top, what is
    said more than once, and money, before other numbers. A number without a value comes last.
    """
    first: dict[tuple[object, ...], Figure] = {}
    times: dict[tuple[object, ...], int] = {}
    for figure in briefing.figures:
        key = _meaning(figure)
        first.setdefault(key, figure)
        times[key] = times.get(key, 0) + 1

    def weight(key: tuple[object, ...]) -> tuple[bool, int, float, int]:
        figure = first[key]
        paragraph = briefing.article.paragraph_at(figure.start)
        number = paragraph.number if paragraph else None
        early = number is None or number <= EARLY
        points = 2.0 * early + min(times[key] - 1, 2) + (figure.unit in MONEY)
        points += 0.5 * (figure.what is not None)
        vague = figure.value is None and figure.low is None and figure.high is None
        rank = HARM.index(figure.kind) if figure.kind in HARM else len(HARM)
        return vague, rank, -points, figure.start

    return [first[key] for key in sorted(first, key=weight)]


MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "INR", "CAD", "AUD", "CHF", "cent"})


def _meaning(figure: Figure) -> tuple[object, ...]:
    """The same for figures that say the same again."""
    what = figure.kind or (figure.what or "").casefold()
    return (
        figure.value,
        figure.low,
        figure.high,
        figure.unit,
        what,
        figure.text.casefold()
        if (figure.value is None and figure.low is None and figure.high is None)
        else "",
    )
