"""What sites show instead of an article: checks, walls for consent, logins, errors; and teasers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from briefing.tables import rows

IN_BROWSER: Final = "open it in your browser, save the page and give the file"
REASONS: Final[Mapping[str, str]] = {
    "check": f"the site shows a check instead of the article; {IN_BROWSER}",
    "script": f"the site shows its article only where scripts run; {IN_BROWSER}",
    "consent": f"the site asks for consent instead of showing the article; {IN_BROWSER}",
    "login": "the site asks for a login; log in with your browser, save the page and give the file",
    "denied": f"the site denies access to the page; {IN_BROWSER}",
    "missing": "the site says that there is no such page; check the address",
}
"""The names of the table `gates.tsv` that are gates, and what is said of them."""
TEASER: Final = "teaser"
"""The name of lines with which the free part of an article ends."""
MARKUP: Final = " markup"
LONGEST: Final = 700
"""Characters of a line that may be of a gate."""
LONGEST_TEASER = 400
"""Words; pages that also say that they are not free show longer texts to those who paid."""
LEAST_STATED, MOST_OF_ARTICLE = 150, 0.6
"""Words that a page says that its article has, to be believed; the share of them in a teaser."""
MOST_BESIDE, MOST_BELOW_TITLE = 40, 250
"""Words of other text on a page that is a gate by a line of it, and of all text by its title."""


def gate_of(titles: Iterable[str], lines: Sequence[str], source: str) -> str | None:
    """What the user is told of a page that is a gate, or None.

    Args:
        titles: Of the page, as it gives them; none where it says that it is an article.
        lines: Its text.
        source: Its HTML.
    """
    words = sum(len(line.split()) for line in lines)
    if words > MOST_BELOW_TITLE:
        return None
    if named := next(filter(None, map(_gate_in, titles)), None):
        return REASONS[named]
    kinds = [_gate_in(line) for line in lines]
    beside = sum(len(line.split()) for line, kind in zip(lines, kinds, strict=True) if not kind)
    if beside > MOST_BESIDE:
        return None
    if named := next(filter(None, kinds), None):
        return REASONS[named]
    marked = (
        name.removesuffix(MARKUP)
        for name, _, pattern in _table()
        if name.endswith(MARKUP) and re.search(pattern, source, re.I)
    )
    return next(map(REASONS.__getitem__, marked), None)


def is_teaser(line: str) -> bool:
    """True for a line that says that the rest of the article is for subscribers."""
    return TEASER in _names_of(line)


def is_beginning(words: int, stated: int | None, *, is_free: bool, end: Iterable[str]) -> bool:
    """True if a text seems to be the free beginning of a longer article.

    Args:
        words: How many it has.
        stated: How many the page says that the article has.
        is_free: False if the page says that the article is not free to read.
        end: The lines with which it ends, and those that follow it.
    """
    if stated and (stated >= LEAST_STATED or words >= stated):
        return words < MOST_OF_ARTICLE * stated
    return words < LONGEST_TEASER and (not is_free or any(map(is_teaser, end)))


def _gate_in(line: str) -> str | None:
    return next((name for name in _names_of(line) if name in REASONS), None)


def _names_of(line: str) -> list[str]:
    """The names of the rows that a line matches."""
    if len(line) > LONGEST:
        return []
    words = set(re.findall(r"\w+", line.casefold()))
    return [
        name
        for name, cues, pattern in _table()
        if not words.isdisjoint(cues) and re.fullmatch(rf"\W*(?:{pattern})\W*", line, re.I)
    ]


@cache
def _table() -> tuple[tuple[str, frozenset[str], str], ...]:
    return tuple((name, frozenset(cues.split()), pattern) for name, cues, pattern in rows("gates"))
