"""Nouns that can say what a person or an organization is: "hydrologist", "airline"."""

from __future__ import annotations

import re
from functools import cache

from briefing.tables import rows, word_list
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.titles import is_title

PREFIX = re.compile(r"(?:ex|co|vice|then|deputy|step|great|grand|sub|under|super|multi)-?")
PERSON_ENDING = re.compile(
    r"[a-z]{3,}(?:ologist|ographer|ographist|iatrist|onomist|wright|woman|person|smith|monger)"
    r"|[a-z]{3,}(?:sman|wman|kman|rman|tman)"
)
"""Endings of nouns that name people and next to nothing else."""


@cache
def _person_nouns() -> frozenset[str]:
    listed = frozenset(word for (words,) in rows("person_nouns") for word in words.split())
    return (
        (listed | word_list("titles", "role")) - word_list("organizations", "only") - _not_roles()
    )


@cache
def _not_roles() -> frozenset[str]:
    return word_list("role_words", "weak")


def is_person_noun(word: str) -> bool:
    """True if the word, in the singular, says what a person is: "skipper", "ex-minister"."""
    lower = word.lower().rstrip(".")
    if lower in _not_roles():
        return False
    last = re.split(r"[-/–]", lower)[-1]
    return (
        lower in _person_nouns()
        or word in word_list("titles", "role")
        or last in _person_nouns()
        or PERSON_ENDING.fullmatch(last) is not None
        or (
            (match := PREFIX.match(last)) is not None
            and len(match.group()) < len(last)
            and last[match.end() :] in _person_nouns()
        )
    )


def is_organization_noun(word: str) -> bool:
    """True if the word says what an organization is: "airline", "think-tank"."""
    lower = word.lower()
    return lower in word_list("organizations", "role") or lower.rsplit("-", 1)[-1] in word_list(
        "organizations", "role"
    )


def is_plural_of_person_noun(word: str) -> bool:
    """True if the word names several people: "justices", "spokeswomen"."""
    lower = word.lower()
    if lower.endswith("men"):
        return is_person_noun(lower[:-2] + "an")
    if lower.endswith("ies"):
        return is_person_noun(lower[:-3] + "y")
    return lower.endswith("s") and not lower.endswith("ss") and is_person_noun(lower[:-1])


def is_title_word(word: str) -> bool:
    """True for a word, in the singular, that may be a title before a name and is no first name."""
    return (is_title(word) or is_person_noun(word)) and word.lower() not in given_names()
