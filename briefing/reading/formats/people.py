"""Bylines in the text of a file, and what tells a person from a program or an account."""

from __future__ import annotations

import re
import unicodedata

from briefing.reading.masthead import authors_of
from briefing.tables import word_list

PROGRAMS = frozenset(
    "apache calibre google libreoffice microsoft office openoffice pandoc poi python python-docx"
    " unknown word".split()
)
"""Words in the names of programs."""
ACCOUNTS = PROGRAMS | frozenset(
    "admin administrator author authors benutzer company computer customer default docs editor"
    " editors gmbh guest home inc limited llc ltd mac macbook news newsroom owner pc press"
    " redaktion reporter staff student team temp the un-named user username utilisateur windows"
    " writer".split()
)
"""Words in the names of programs, accounts, companies and desks."""
TITLES = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev)\b\.?\s+)+")
MOST_WORDS = 6
LONGEST_LINE = 250
"""Characters of a line with names."""


def bylined(line: str, language: str) -> tuple[str, ...]:
    """The names in a line that is a byline and nothing else, or nothing."""
    if len(line) > LONGEST_LINE:
        return ()
    line = re.sub(r"^by\b", "By", " ".join(line.split()))
    plain = "".join(map(_plain_capital, line))
    names = []
    for name in authors_of(plain, language):
        start = plain.find(name)
        names.append(line[start : start + len(name)] if start >= 0 else name)
    return tuple(TITLES.sub("", name) for name in names)


def named_alone(line: str, language: str) -> tuple[str, ...]:
    """The name in a line that is nothing else, told by a given name: "Ana Ruiz"."""
    if len(line) > LONGEST_LINE or not is_person(line) or not bylined(line.upper(), language):
        return ()
    return (" ".join(line.split()),)


def is_person(name: str) -> bool:
    """True if a name is one of a person, and of no program, account or company."""
    words = name.split()
    particles = word_list("name_parts", "particle")
    return (
        2 <= len(words) <= MOST_WORDS
        and not any(map(str.isdigit, name))
        and ACCOUNTS.isdisjoint(word.strip(".,").lower() for word in words)
        and all(word[0].isupper() or not word.isascii() or word in particles for word in words)
    )


def _plain_capital(char: str) -> str:
    """A capital without its accent, which the patterns of bylines know; other characters as is."""
    if char.isascii() or not char.isupper():
        return char
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else "X"
