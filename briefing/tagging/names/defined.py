"""Organizations that the text itself names in full and by a short form: "Harbor Relief Fund (HRF)".

The letters of the short form are looked for from its end backwards in the words before it,
its first letter at the beginning of a word (Schwartz and Hearst, 2003).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.model import Span
from briefing.tables import any_of, word_list

SHORT = re.compile(
    r"(?: ?\(|, (?:or|known as|called|short) )(?:the )?([A-Z][A-Za-z&.-]{1,9}(?<![.]))[),]"
)
CAPITALS = 2
"""Fewest in a short form."""
WORDS_MORE = 5
"""Words that a name may have beside those with a letter in its short form."""
BEFORE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(“\"‘—–]))(?:[^\s()“”\"]+ ){0,14}[^\s()“”\"]+$")
CAPITALIZED = re.compile(r"(?:(?!The |A |An )[A-Z][\w.-]+ )+$")
SMALL = word_list("organizations", "small")
OF_SEVERAL = re.compile(
    r"\b(?!The )(?:[A-Z][\w.-]* ){0,4}[A-Z]\w+s['’] (?:[A-Z]\w+ ){0,3}"
    rf"(?:{any_of(word_list('organizations', 'head') | word_list('organizations', 'other'))})\b"
)
"""An organization of many: "Velmora Harbor Pilots' Association"."""


class Definition(NamedTuple):
    """A name and its short form.

    Attributes:
        name: Span of the name in full.
        short: Span of the short form.
    """

    name: Span
    short: Span


def definitions(text: str) -> Iterator[Definition]:
    """The short forms that a text gives in brackets right after the names of organizations."""
    for match in SHORT.finditer(text):
        letters = match[1].replace(".", "").replace("&", "").replace("-", "")
        if sum(map(str.isupper, letters)) < CAPITALS:
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        before = BEFORE.search(text[line : match.start()])
        start = _start_of(before.group(), letters) if before else None
        if before is None or start is None:
            continue
        start = _with_state(text[line : match.start()], start + before.start()) + line
        if is_organization(text[start : match.start()]):
            yield Definition((start, match.start()), match.span(1))


def _start_of(words: str, letters: str) -> int | None:
    """Where the name begins in the words before its short form, or None if they do not fit."""
    at = len(words)
    for number, letter in reversed(list(enumerate(letters.lower()))):
        at -= 1
        while at >= 0 and not (
            words[at].lower() == letter and (number or at == 0 or words[at - 1] in " -")
        ):
            at -= 1
        if at < 0:
            return None
    return at if len(words[at:].split()) <= len(letters) + WORDS_MORE else None


def _with_state(words: str, start: int) -> int:
    """Where a name begins with the capitalized words before it: "Brannoc" has no letter in HRF."""
    before = CAPITALIZED.search(words[:start])
    return before.start() if before else start


def is_organization(name: str) -> bool:
    """True if a name in full has capitals and the word for an organization in it."""
    words = name.split()
    large = [word for word in words if word not in SMALL]
    return (
        len(words) > 1
        and words[0][0].isupper()
        and all(word[0].isupper() for word in large)
        and not _kinds().isdisjoint(large)
    )


@cache
def _kinds() -> frozenset[str]:
    """Words for organizations as they stand in names."""
    roles = {word.capitalize() for word in word_list("organizations", "only")}
    lists = (word_list("organizations", kind) for kind in ("head", "other", "state"))
    return frozenset(roles).union(*lists)
