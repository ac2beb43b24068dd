"""Articles of the library whose texts have some phrases, from SQLite's index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress

from msgspec.structs import replace

from briefing import codec
from briefing.library.entry import COLUMNS, Entry, entry_of
from briefing.model import Article


def articles_with(
    database: sqlite3.Connection, phrases: Sequence[Sequence[str]], limit: int, any_of: bool
) -> tuple[tuple[Entry, Article], ...]:
    """The entries and the articles, as `briefing.library.Library.articles_with` gives them."""
    quoted = (f'"{" ".join(words)}"' for words in phrases)  # folded words have no quotation marks
    sought = f"{{text}} : ({(' OR ' if any_of else ' AND ').join(quoted)})"
    places = database.execute(
        "SELECT rowid FROM words WHERE words MATCH ?"
        f" ORDER BY {'rank' if any_of else 'rowid DESC'} LIMIT ?",
        (sought, limit),
    ).fetchall()
    return tuple(found for (place,) in places for found in _at(database, place))


def _at(database: sqlite3.Connection, place: object) -> Iterator[tuple[Entry, Article]]:
    """The article at a place; none if it is damaged."""
    rows = database.execute(
        f"SELECT briefing, {COLUMNS} FROM articles JOIN briefings USING (key) WHERE place = ?",
        (place,),
    )
    for data, *row in rows.fetchall():
        with suppress(ValueError, TypeError, RecursionError):
            entry = entry_of(tuple(row))
            yield entry, replace(codec.decode_article(data), source=entry.source)
