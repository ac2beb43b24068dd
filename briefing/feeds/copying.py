"""Feeds and their entries taken from one library into another; nothing there is overwritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Final

TABLES: Final = {"feeds": 11, "feed_entries": 11}
"""Each with the number of its columns."""


def copy_feeds(
    rows_of: Callable[[str], Iterable[tuple[object, ...]]], database: sqlite3.Connection
) -> None:
    """Copy what a library has and another one has not.

    Args:
        rows_of: Gives what a statement finds in the one.
        database: The other one, in a transaction.
    """
    for table, columns in TABLES.items():
        marks = ", ".join("?" * columns)
        for row in rows_of(f"SELECT * FROM {table}"):
            database.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
