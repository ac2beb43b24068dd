"""Whether a figure counts people killed, injured, missing, displaced or arrested; pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from briefing.tables import any_of, word_list

KINDS = ("killed", "injured", "missing", "displaced", "arrested")
SHOT = "shot"
"""Killed or injured: which of them only the whole article tells."""
CLAUSE = re.compile(
    r"[.;:!?\n()]|,\s(?:and|but|while|who)\b|\s[-–—]\s"
    r"|\b(?:while|after|when|as|before|in connection)\b"
)
FARTHEST_AFTER, FARTHEST_BEFORE = 9, 4
"""Words."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        f"{list_} {kind}": re.compile(
            rf"\b(?:{any_of(word_list('figure_words', f'{list_} {kind}'))})\b", re.IGNORECASE
        )
        for list_ in ("harm", "does")
        for kind in (*KINDS, SHOT)
        if not (list_ == "does" and kind in ("missing", SHOT))
    }


@cache
def _not_harm() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(word_list('figure_words', 'not harm'))})\b", re.IGNORECASE)


def kind_of(text: str, start: int, end: int, what: str, until: int) -> str | None:
    """What happened to those that a figure counts, or None.

    Args:
        text: Where it stands.
        start: Of the figure.
        end: After the figure and what it counts.
        what: The words for what it counts.
        until: Where the next figure begins.
    """
    for kind in (*KINDS, SHOT):
        if _patterns()[f"harm {kind}"].search(what):
            return kind
    after = CLAUSE.split(text[end : min(until, end + 90)], maxsplit=1)[0]
    after = " ".join(after.split()[:FARTHEST_AFTER])
    if _not_harm().search(after):
        return None
    hits = [
        (match.start(), kind)
        for kind in (*KINDS, SHOT)
        if (match := _patterns()[f"harm {kind}"].search(after))
    ]
    if hits:
        kinds = {kind for _, kind in hits}
        if kinds <= {"killed", "injured", SHOT}:
            return next(kind for kind in ("killed", "injured", SHOT) if kind in kinds)
        return min(hits)[1]
    before = CLAUSE.split(text[max(start - 60, 0) : start])[-1]
    before = " ".join(before.split()[-FARTHEST_BEFORE:])
    found = [
        (match.start(), kind)
        for kind in KINDS
        if kind != "missing"
        for match in _patterns()[f"does {kind}"].finditer(before)
    ]
    return max(found)[1] if found else None


def settled(text: str, kinds: Collection[str | None]) -> str | None:
    """What "shot" says in an article: injured, or nothing where it tells of deaths as well."""
    tells_of_deaths = "killed" in kinds or _patterns()["harm killed"].search(text)
    return None if tells_of_deaths else "injured"


def is_harm(words: str) -> bool:
    """True if words for what is counted tell of harm by themselves: "deaths", "wounded"."""
    return any(_patterns()[f"harm {kind}"].search(words) for kind in KINDS)
