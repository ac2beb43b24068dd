"""Names of actors in forms that can be compared: without titles, accents and legal forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.dossier.words import folded
from briefing.tables import word_list, word_lists

PART = re.compile(r"[^\W_]+(?:['.\-&][^\W_]+)*")
WORD = re.compile(r"\w+")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def name_words(name: str) -> frozenset[str]:
    """The words of a name: "n" and "marrow" of "n. marrow"."""
    return frozenset(WORD.findall(name))


@lru_cache(maxsize=20_000)
def person_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name, without titles before it and "Jr." after it."""
    parts = [part.rstrip(".") for part in PART.findall(folded(name))]
    while len(parts) > 1 and parts[0] in _titles():
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return tuple(parts)


@lru_cache(maxsize=20_000)
def organization_key(name: str) -> str:
    """The name of an organization without "the" before it and "Inc." after it."""
    parts = [part.rstrip(".") for part in PART.findall(folded(name))]
    while len(parts) > 1 and parts[0] == "the":
        parts.pop(0)
    forms = word_list("organizations", "legal form")
    while len(parts) > 1 and parts[-1] in forms:
        parts.pop()
    return " ".join(parts).replace(".", "")


@lru_cache(maxsize=20_000)
def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that a name of several words may have: with and without its small words."""
    parts = organization_key(name).replace("-", " ").split()
    large = [part for part in parts if part not in word_list("organizations", "small")]
    return frozenset("".join(part[0] for part in some) for some in (parts, large) if len(some) > 1)


def is_acronym(name: str) -> bool:
    """True for "WHO" and "U.N."."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()


@cache
def _titles() -> frozenset[str]:
    """What stands before names and is no part of them, in small letters."""
    lists = word_lists("titles")
    return frozenset(folded(word).rstrip(".") for words in lists.values() for word in words)


def may_be_one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if two full names may be of one person: "J. Berg" and "Jon Arne Berg"."""
    if one == other:
        return True
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    if first == second or _may_be_one_name(first, second):
        return _agree(one[1:-1], other[1:-1])
    first, second = first.replace(".", ""), second.replace(".", "")
    return len(one) != len(other) and (second in one[:-1] or first in other[:-1])


def _may_be_one_name(one: str, other: str) -> bool:
    """True for "j" and "james", "jim" and "james", "jim" and "jimmy"."""
    short, full = sorted((one, other), key=len)
    if len(short) == 1:
        return full.startswith(short)
    return any({one, other} <= {name, *forms} for name, forms in _short_forms().items())


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Short forms of first names, in small letters."""
    lists = word_lists("short_names")
    return {folded(name): frozenset(map(folded, forms)) for name, forms in lists.items()}


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if middle names may be the same."""
    return not one or not other or one[0][0] == other[0][0]
