"""Words that stand before names or say what somebody is, from `data/en/titles.tsv`."""

from __future__ import annotations

from briefing.tables import word_list


def is_title(word: str) -> bool:
    """True if the word is a title or honorific as it stands before a name, or all in capitals."""
    written = word.title() if word.isupper() and len(word) > 2 else word
    return written in word_list("titles", "title") or written in word_list("titles", "honorific")


def is_role(word: str) -> bool:
    """True if the word says what somebody is or does, in the singular or as a title."""
    return (
        word.lower() in word_list("titles", "role")
        or word in word_list("titles", "title")
        or word in word_list("titles", "role")
    )
