"""The list of the library: each article once, in one of several orders, a part at a time."""

from __future__ import annotations

import sqlite3
from typing import Literal, get_args

from briefing.library.entry import COLUMNS, Entry, entry_of

Order = Literal["read", "date", "title", "outlet"]
ORDERS: tuple[Order, ...] = get_args(Order)
SORTED: dict[Order, str] = {
    "read": "batch IS NOT NULL, opened DESC",
    "date": "published DESC, opened DESC",
    "title": "title COLLATE NOCASE",
    "outlet": "outlet = '', outlet COLLATE NOCASE, published DESC",
}
"""Each has an index of its own, so that no part of a long list takes longer than another."""


def listed(database: sqlite3.Connection, order: Order, start: int, limit: int) -> tuple[Entry, ...]:
    """A part of the list, from a number on."""
    rows = database.execute(
        f"SELECT {COLUMNS} FROM articles ORDER BY {SORTED[order]} LIMIT ? OFFSET ?", (limit, start)
    )
    return tuple(map(entry_of, rows))


def count(database: sqlite3.Connection) -> int:
    """How many articles are listed."""
    return int(database.execute("SELECT count(*) FROM articles").fetchone()[0])


def list_article(
    database: sqlite3.Connection,
    key: str,
    digest: str,
    opening: tuple[str, str, int, str],
    batch: str | None,
) -> None:
    """List an article that has just been opened, once; it is due if it has another briefing now.

    Args:
        database: The library, in a transaction.
        key: Of its briefing.
        digest: Of its text.
        opening: Title, source, number of words, and when that was.
        batch: When the command began that put it in; None where it was opened on the screen. What
            was opened there stays so.
    """
    title, source, words, opened = opening
    for (other,) in database.execute(
        "SELECT key FROM articles WHERE source = ? AND title = ? AND text IS NOT ?"
        " UNION SELECT key FROM articles WHERE key = ? AND text IS NOT ?",
        (source, title, digest, key, digest),
    ).fetchall():
        unlist(database, other)
    database.execute(
        "INSERT INTO articles (key, text, title, source, word_count, opened, batch)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (text) DO UPDATE SET key = excluded.key, title = excluded.title,"
        " source = excluded.source, word_count = excluded.word_count,"
        " is_due = is_due OR key <> excluded.key,"
        " opened = CASE WHEN batch IS NULL AND excluded.batch IS NOT NULL"
        " THEN opened ELSE excluded.opened END,"
        " batch = CASE WHEN batch IS NULL THEN NULL ELSE excluded.batch END",
        (key, digest, title, source, words, opened, batch),
    )


def unlist(database: sqlite3.Connection, key: object) -> None:
    """Take an article off the list and out of the index."""
    database.execute(
        "DELETE FROM words WHERE rowid = (SELECT place FROM articles WHERE key = ?)", (key,)
    )
    database.execute("DELETE FROM articles WHERE key = ?", (key,))
