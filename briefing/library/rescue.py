"""What can be read of a damaged library is taken over into the new one, entry by entry."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from briefing.feeds.copying import copy_feeds
from briefing.library.schema import LIST_OPENINGS, MIGRATIONS, transaction

TABLES = {"openings": "?, ?, ?, ?, ?, ?", "briefings": "?, ?", "originals": "?, ?, ?, ?"}
"""Each with a value for each of its columns, of which the key is one."""


def rescue(damaged: Path, database: sqlite3.Connection) -> int:
    """Copy all entries that can be read; the damaged library is not changed.

    Args:
        damaged: Where it lies now.
        database: The new one.

    Returns:
        How many entries were copied; none where the new one cannot be written.
    """
    with suppress(sqlite3.DatabaseError), closing(_opened(damaged)) as old:
        if old.execute("PRAGMA user_version").fetchone() != (len(MIGRATIONS),):
            return 0
        with transaction(database):
            for key in dict.fromkeys(_keys(old)):
                for table, values in TABLES.items():
                    for row in _rows(old, f"SELECT * FROM {table} WHERE key = ?", key):
                        database.execute(f"INSERT OR IGNORE INTO {table} VALUES ({values})", row)
            for row in _corrections(old):
                database.execute("INSERT INTO corrections VALUES (?, ?, ?, ?)", row)
            copy_feeds(partial(_rows, old), database)
            database.execute(LIST_OPENINGS)
            for row in _rows(old, "SELECT batch, key FROM articles WHERE batch IS NOT NULL"):
                database.execute("UPDATE articles SET batch = ? WHERE key = ?", row)
            return int(database.execute("SELECT count(*) FROM openings").fetchone()[0])
    return 0


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    return database


def _keys(old: sqlite3.Connection) -> Iterator[object]:
    """The keys of the entries up to what is damaged, and from the other end."""
    for order in ("ASC", "DESC"):
        yield from (key for (key,) in _rows(old, f"SELECT key FROM openings ORDER BY key {order}"))


def _corrections(old: sqlite3.Connection) -> list[tuple[object, ...]]:
    """What the reader changed, up to what is damaged, and from the other end."""
    found: dict[object, tuple[object, ...]] = {}
    for order in ("ASC", "DESC"):
        statement = f"SELECT id, text, data, undone FROM corrections ORDER BY id {order}"
        found |= {row[0]: row for row in _rows(old, statement)}
    return sorted(found.values(), key=lambda row: str(row[0]).zfill(20))


def _rows(old: sqlite3.Connection, statement: str, *values: object) -> Iterator[tuple[object, ...]]:
    """The rows that a statement gives before it comes to what is damaged."""
    with suppress(sqlite3.DatabaseError):
        yield from old.execute(statement, values)
