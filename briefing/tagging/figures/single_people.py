"""Single people to whom something happened: "a man was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.model import Figure
from briefing.tables import any_of, word_list
from briefing.tagging.figures import harm
from briefing.tagging.figures.saying import Sayings


@cache
def _one_person() -> re.Pattern[str]:
    people = any_of(word_list("figure_words", "people"))
    harmed = any_of(
        word
        for kind in ("killed", "injured", "shot")
        for word in word_list("figure_words", f"harm {kind}")
    )
    return re.compile(
        rf"\b(?P<one>[Aa]n?|[Oo]ne|[Aa]nother)\s(?P<what>(?:[\w'’.-]+\s){{0,3}}?"
        rf"(?:{people}|\d+[- ](?:year|month)[- ]old(?:\s(?:{people}))?))\b"
        rf"|\b(?P<alone>[Aa]nother|[Oo]ne)(?=\s(?:was\s|is\s)?(?:{harmed})\b)"
    )


def single_people(
    text: str, start: int, end: int, figures: Sequence[Figure], sayings: Sayings
) -> Iterator[Figure]:
    """Figures of one for single people to whom something happened.

    Args:
        text: Of the article.
        start: Of a part of it.
        end: Likewise.
        figures: Those that were found in it already.
        sayings: Who says what.
    """
    for match in _one_person().finditer(text, start, end):
        if any(figure.start < match.end() and match.start() < figure.end for figure in figures):
            continue
        one = "one" if match["one"] else "alone"
        what = match.span("what") if match["what"] else None
        kind = harm.kind_of(text, match.start(), match.end(), match["what"] or "", end)
        if kind is not None:
            yield Figure(
                text=match[one],
                start=match.start(one),
                end=match.end(one),
                value=1,
                unit="people",
                what=match["what"],
                what_mention=what,
                kind=kind,
                **sayings.of(match.start(), match.end()),
            )
