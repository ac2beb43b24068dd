"""The curated tables in `briefing/data`: tab-separated rows; "# " begins a comment.

A table with words of a language lies in the folder of that language, `data/en` for English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")
ENGLISH = "en"
EVERY_LANGUAGE = ""
"""The folder `data` itself, whose tables concern no single language."""


def rows(table: str, language: str = ENGLISH) -> Iterator[list[str]]:
    """The rows of `data/<language>/<table>.tsv` as lists of cells, without comments."""
    lines = (DATA / language / f"{table}.tsv").read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("# "))


@cache
def word_lists(table: str, language: str = ENGLISH) -> dict[str, frozenset[str]]:
    """All rows of a table of word lists: the name of each list and its words.

    Raises:
        ValueError: A row does not consist of a name and of words separated by "|".
    """
    lists: dict[str, frozenset[str]] = {}
    for name, *cells in rows(table, language):
        if len(cells) != 1 or name in lists:
            raise ValueError(f"{table}.tsv: a bad row, or a second one, {name!r}")
        lists[name] = frozenset(cells[0].split("|"))
    return lists


def word_list(table: str, name: str, language: str = ENGLISH) -> frozenset[str]:
    """One list of words, `name`, of a table.

    Raises:
        KeyError: The table has no list of that name.
    """
    return word_lists(table, language)[name]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first: "Sept|Sep"."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
