"""Names of authors in metadata, which are written in many ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.reading.formats.references import decode_references
from briefing.sanitize import one_line
from briefing.tables import any_of, word_list

MOST_WORDS: Final = 8
MOST_AUTHORS: Final = 50
LONGEST: Final = 1_000
"""Characters of a value that are looked at."""
WIKI_LINK: Final = re.compile(r"!?\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]")
LINK: Final = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
TAG: Final = re.compile(r"<[^<>]*>")
MAIL: Final = re.compile(r"[<(]?(?:mailto:)?[\w.+-]+@[\w.-]+[>)]?")
BESIDE: Final = re.compile(r"\s+[|•·]\s.*")
"""What stands beside a name: a paper, a date."""
TITLE: Final = rf"(?:(?:{any_of(word_list('titles', 'abbreviation'))})\.|Mr|Mrs|Ms|Dr|Prof)\s+"
FAMILY_FIRST: Final = re.compile(r"\s*((?:[a-z]+\s+)*[^\s,]+),\s+([^\s,]*[a-z][^\s,]*)\s*")
"""A family name before a given one: "de Kok, Piet"."""
PARTED: Final = re.compile(r"\s*[;\n]\s*|\s+(?:and|AND|&|und|et)\s+|,\s+(?:and\s+|&\s+)?")
BY: Final = re.compile(r"(?:by|written by|story by|words by)\s*:?\s+", re.I)
AFTER_NAME: Final = re.compile(r"(?:[js]r|ph\.?d|m\.?d|esq|i{1,3}|iv)\.?", re.I)
"""What stands after a comma and belongs to the name before it."""
HANDLE: Final = re.compile(r"@?[a-z0-9_./-]+")
"""A single word in small letters is what an author is to a program."""


def names_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that the texts give, each once, without "By", addresses and handles."""
    names: dict[str, None] = {}
    for text in texts:
        for name in _parted(_bare(text[:LONGEST])):
            if 0 < len(name.split()) <= MOST_WORDS and not HANDLE.fullmatch(name):
                names[name] = None
    return tuple(names)[:MOST_AUTHORS]


def _bare(text: str) -> str:
    """The text without marks of links, tags and addresses of mail."""
    text = LINK.sub(r"\1", WIKI_LINK.sub(r"\1", TAG.sub(" ", text)))
    in_brackets = re.fullmatch(r"\s*\S+@\S+\s+\((.+)\)\s*", text)
    text = in_brackets[1] if in_brackets else MAIL.sub(" ", text)
    return decode_references(re.sub(r"https?://\S+", " ", text))[0]


def _parted(text: str) -> list[str]:
    names: list[str] = []
    text = FAMILY_FIRST.sub(r"\2 \1", text) if FAMILY_FIRST.fullmatch(text) else text
    for part in PARTED.split(BY.sub("", BESIDE.sub("", text.strip()), count=1)):
        name = re.sub(TITLE, "", one_line(part), count=1).strip("*_\"“”',: ")
        if names and AFTER_NAME.fullmatch(name):
            names[-1] += f", {name}"
        elif any(map(str.isalpha, name)):
            names.append(name)
    return names
