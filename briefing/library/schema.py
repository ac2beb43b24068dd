"""The tables of the library, and how a library of an earlier brief comes to have them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import LibraryError

MIGRATIONS = (
    """
    CREATE TABLE briefings (
        key TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        word_count INTEGER NOT NULL,
        opened TEXT NOT NULL,
        briefing BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX briefings_by_time ON briefings (opened DESC);
    """,
    # What changes with each opening stands apart from the briefing, which never changes.
    """
    CREATE TABLE openings (
        key TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        word_count INTEGER NOT NULL,
        opened TEXT NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO openings SELECT key, title, source, word_count, opened FROM briefings;
    ALTER TABLE briefings RENAME TO former_briefings;
    CREATE TABLE briefings (key TEXT PRIMARY KEY, briefing BLOB NOT NULL);
    INSERT INTO briefings SELECT key, briefing FROM former_briefings;
    DROP TABLE former_briefings;
    """,
    # The bytes of a fetched page, packed, and the version of the code that read them.
    """
    CREATE TABLE originals (key TEXT PRIMARY KEY, data BLOB NOT NULL, read_by TEXT NOT NULL)
    """,
    # What the server said of their encoding.
    "ALTER TABLE originals ADD COLUMN charset TEXT",
    # What the reader changed, under the digest of the article's text; nothing is deleted.
    """
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        data BLOB NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX corrections_by_text ON corrections (text, id);
    """,
)
"""Each takes the library from one `user_version` to the next; none is ever changed."""


def migrate(database: sqlite3.Connection, path: Path) -> None:
    """Bring a library up to date, all of it or nothing.

    Args:
        database: The library, in autocommit mode.
        path: Where it lies, for the message of an error.

    Raises:
        LibraryError: It was made by a newer brief.
        sqlite3.Error: It cannot be changed.
    """
    with transaction(database):
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise LibraryError(
                f"the library {path} was made by a newer brief; update brief to use it"
            )
        for statements in MIGRATIONS[version:]:
            for statement in statements.split(";"):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Write all of what is done inside, or nothing of it."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
