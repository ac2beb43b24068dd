"""Which articles of the library have names that the reader watches."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefing.library.searching.folding import words_of
from briefing.names_file.matching import NameIndex
from briefing.names_file.values import Entry


def watched_in(
    database: sqlite3.Connection, watched: Sequence[Entry], keys: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The watched names that articles have, by their keys; those that have none are left out.

    The index of words gives the articles that may have some, whatever the capitals; their texts
    decide.

    Args:
        database: The library.
        watched: Entries of the file of names.
        keys: Of the articles.
    """
    forms = [(form, number) for number, entry in enumerate(watched) for form in entry.forms]
    phrases = dict.fromkeys(" ".join(words_of(form)) for form, _ in forms)
    query = " OR ".join(f'"{phrase}"' for phrase in phrases if phrase)
    if not query or not keys:
        return {}
    index = NameIndex(forms)
    rows = database.execute(
        "SELECT articles.key, words.title, words.text FROM articles"
        " CROSS JOIN words ON words.rowid = articles.place"
        f" WHERE articles.key IN ({', '.join('?' * len(keys))}) AND words MATCH ?",
        (*keys, f"{{title text}} : ({query})"),
    )
    found = {}
    for key, *texts in rows:
        numbers = {number for text in texts for _, _, number in index.find(str(text))}
        if numbers:
            found[str(key)] = tuple(watched[number].name for number in sorted(numbers))
    return found
