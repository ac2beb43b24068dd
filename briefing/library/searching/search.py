"""The search of the library in SQLite's index; its hits are of the latest articles first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice

from briefing import codec
from briefing.library.entry import COLUMNS, entry_of
from briefing.library.searching.columns import COLUMN_OF
from briefing.library.searching.hits import Hit, hits_of, quote_lines
from briefing.library.searching.index import first_place, with_corrections
from briefing.library.searching.query import Query, Term

LAST_PLACE = 2**63 - 1


def search(database: sqlite3.Connection, query: Query, limit: int) -> tuple[Hit, ...]:
    """The first hits of a query, those of the articles published last first."""
    if limit < 1 or query.is_empty:
        return ()
    return tuple(islice(_hits(database, query), limit))


def _hits(database: sqlite3.Connection, query: Query) -> Iterator[Hit]:
    for key, place in _places(database, query):
        row = database.execute(
            f"SELECT briefing, a.text, {COLUMNS} FROM articles a JOIN briefings USING (key)"
            " WHERE key = ? AND place = ?",
            (key, place),
        ).fetchone()
        if row is None:
            continue
        with suppress(ValueError, TypeError, RecursionError):  # it is damaged
            entry = entry_of(row[2:])
            found = codec.decode(row[0])
            if entry.is_corrected or entry.is_noted:
                found = with_corrections(database, found, str(row[1]))
            yield from hits_of(query, entry, found)


def _places(database: sqlite3.Connection, query: Query) -> Iterator[tuple[object, object]]:
    """Keys and places of the articles that may have what is asked, the latest first."""
    first = first_place(query.after or date.min)
    last = first_place(query.before) - 1 if query.before else LAST_PLACE
    words = words_to_match(query)
    if not words:
        excluded = _either(_excluded(query))
        without = " AND place NOT IN (SELECT rowid FROM words WHERE words MATCH ?)"
        yield from database.execute(
            "SELECT key, place FROM articles WHERE place BETWEEN ? AND ?"
            f"{without if excluded else ''} ORDER BY place DESC",
            (first, last, *([excluded] if excluded else [])),
        )
        return
    columns = ", words.quotes, words.speakers" if query.is_of_quotes else ""
    rows = database.execute(
        f"SELECT articles.key, words.rowid{columns} FROM words"
        " CROSS JOIN articles ON articles.place = words.rowid"
        " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid DESC",
        (words, first, last),
    )
    for key, place, *lines in rows:
        if not lines or quote_lines(query, *map(str, lines)):
            yield key, place


def words_to_match(query: Query) -> str:
    """What SQLite is asked for, or "" where a query has nothing but what is excluded.

    >>> from briefing.library.searching.query import parse
    >>> words_to_match(parse('speaker:Guterres climate -place:Oslo'))
    '({speakers} : "guterres" AND {speakers quotes} : "climate") NOT ({places} : "oslo")'
    """
    sought = [term for term in query.terms if not term.is_excluded]
    if not sought:
        return ""
    words = " AND ".join(_match(term, query) for term in sought)
    excluded = _either(_excluded(query))
    return f"({words}) NOT ({excluded})" if excluded else words


def _excluded(query: Query) -> list[Term]:
    """What the article must not have, and not only the quote."""
    of_quotes = (None, "quote", "speaker") if query.is_of_quotes else ()
    return [term for term in query.terms if term.is_excluded and term.field not in of_quotes]


def _either(terms: list[Term]) -> str:
    return " OR ".join(_match(term, Query()) for term in terms)


def _match(term: Term, query: Query) -> str:
    words = f'"{" ".join(term.words)}"{"*" if term.is_prefix else ""}'
    if term.field:
        return f"{{{COLUMN_OF[term.field]}}} : {words}"
    return f"{{speakers quotes}} : {words}" if query.is_of_quotes else words
