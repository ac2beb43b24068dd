"""Articles taken out of the library, and put back as long as the program runs.

What is removed stands in temporary tables of this connection, which SQLite deletes with it, however
the program ends. What the reader corrected and wrote stays in the library, for the case that the
article is opened again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefing.library.schema import transaction

A_STEP = 50
"""Articles that are removed before others may use the library again."""
TABLES = ("openings", "briefings", "originals", "articles")
"""The list comes last, so that it has nothing that is not there yet."""
ITS_KEYS = """
    SELECT key FROM articles WHERE key = :key UNION
    SELECT o.key FROM articles a JOIN openings o ON o.text = a.text WHERE a.key = :key UNION
    SELECT o.key FROM articles a JOIN openings o ON o.source = a.source AND o.title = a.title
    WHERE a.key = :key AND (
        o.text IS NULL OR NOT EXISTS (SELECT 1 FROM articles b WHERE b.text = o.text)
    )
"""
"""Of all briefings of an article: those that other versions of brief or other options made too, and
those of what stood under the same title at the same source before."""


def begin(database: sqlite3.Connection) -> int:
    """Begin another removal, and give its number."""
    for table in TABLES:
        database.execute(
            f"CREATE TEMP TABLE IF NOT EXISTS removed_{table} AS"
            f" SELECT 0 AS removal, * FROM {table} WHERE 0"
        )
    return (last(database) or 0) + 1


def remove(database: sqlite3.Connection, keys: Sequence[str], removal: int) -> None:
    """Remove articles, all of them or none.

    Args:
        database: The library, in autocommit mode.
        keys: Of their entries.
        removal: What `begin` gave.
    """
    with transaction(database):
        for key in keys:
            database.execute(
                "DELETE FROM words WHERE rowid = (SELECT place FROM articles WHERE key = ?)",
                (key,),
            )
            for (one,) in database.execute(ITS_KEYS, {"key": key}).fetchall():
                for table in TABLES:
                    database.execute(
                        f"INSERT INTO removed_{table} SELECT ?, * FROM {table} WHERE key = ?",
                        (removal, one),
                    )
                    database.execute(f"DELETE FROM {table} WHERE key = ?", (one,))


def last(database: sqlite3.Connection) -> int | None:
    """The number of the last removal that can be undone."""
    made = "SELECT 1 FROM temp.sqlite_master WHERE name = 'removed_articles'"
    if database.execute(made).fetchone() is None:
        return None
    (number,) = database.execute("SELECT max(removal) FROM removed_articles").fetchone()
    return None if number is None else int(number)


def restore(database: sqlite3.Connection, removal: int, table: str) -> int:
    """Put back some rows of a table that were removed, and give how many; articles are due then.

    What was opened again since stays as it is.
    """
    columns = _columns(database, table)
    some = f"(SELECT rowid FROM removed_{table} WHERE removal = ? ORDER BY rowid LIMIT {A_STEP})"
    with transaction(database):
        if table == "articles":
            database.execute(
                f"UPDATE removed_articles SET place = NULL, is_due = 1 WHERE rowid IN {some}",
                (removal,),
            )
        database.execute(
            f"INSERT OR IGNORE INTO {table} ({columns})"
            f" SELECT {columns} FROM removed_{table} WHERE rowid IN {some}",
            (removal,),
        )
        return database.execute(
            f"DELETE FROM removed_{table} WHERE rowid IN {some}", (removal,)
        ).rowcount


def _columns(database: sqlite3.Connection, table: str) -> str:
    rows = database.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    return ", ".join(name for (name,) in rows)
