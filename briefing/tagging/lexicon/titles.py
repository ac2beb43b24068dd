"""Words that stand before names or say what somebody is, from `data/titles.tsv`."""

from __future__ import annotations

from functools import cache

from briefing.tables import rows

KINDS = ("honorific", "female", "male", "title", "role")


@cache
def words(kind: str) -> frozenset[str]:
    """The table's words of one kind.

    Raises:
        KeyError: There is no such kind.
    """
    return _table()[kind]


@cache
def _table() -> dict[str, frozenset[str]]:
    table = {kind: frozenset(names.split("|")) for kind, names in rows("titles")}
    if set(table) != set(KINDS):
        raise ValueError(f"titles.tsv has the kinds {sorted(table)}")
    return table


def is_title(word: str) -> bool:
    """Whether the word is a title or honorific as it stands before a name, or all in capitals."""
    written = word.title() if word.isupper() and len(word) > 2 else word
    return written in words("title") or written in words("honorific")


def is_role(word: str) -> bool:
    """Whether the word says what somebody is or does, in the singular or as a title."""
    return word.lower() in words("role") or word in words("title") or word in words("role")
