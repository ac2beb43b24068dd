"""Words that stand before names or say what somebody is, from the table `titles.tsv`."""

from __future__ import annotations

from functools import cache

from briefing.tables import ENGLISH, word_list


@cache
def titles(language: str = ENGLISH) -> frozenset[str]:
    """Titles and honorifics as they stand before a name."""
    return word_list("titles", "title", language) | word_list("titles", "honorific", language)


@cache
def roles(language: str = ENGLISH) -> frozenset[str]:
    """Words that say what somebody is or does, in the singular, and titles."""
    return word_list("titles", "role", language) | word_list("titles", "title", language)


def is_title(word: str, language: str = ENGLISH) -> bool:
    """True if the word is a title or honorific as it stands before a name, or all in capitals."""
    written = word.title() if word.isupper() and len(word) > 2 else word
    return written in titles(language)


def is_role(word: str, language: str = ENGLISH) -> bool:
    """True if the word says what somebody is or does, in the singular or as a title."""
    return word in roles(language) or word.lower() in word_list("titles", "role", language)
