"""The list of the library: in one of several orders, a part at a time."""

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
