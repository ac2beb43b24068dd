"""Which articles the reader composed one page of, or saved as one, in the library's tables."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from briefing.corrections.subject import Digests, SetUse, identity_of
from briefing.corrections.values import digest_of
from briefing.library.schema import transaction

AT_ONCE = 500
"""Values of one statement; SQLite takes 999 at least."""


def note(database: sqlite3.Connection, digests: Digests, what: SetUse) -> None:
    """Remember that something was done with these articles now."""
    key = digest_of(identity_of(digests))
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    with transaction(database):
        database.execute("INSERT OR IGNORE INTO article_sets (article_set) VALUES (?)", (key,))
        database.execute(f"UPDATE article_sets SET {what} = ? WHERE article_set = ?", (now, key))
        database.executemany(
            "INSERT OR IGNORE INTO members_of_sets VALUES (?, ?)",
            [(digest, key) for digest in sorted(digests)],
        )


def sharing(database: sqlite3.Connection, digests: Digests, what: SetUse) -> list[Digests]:
    """The sets with one of these articles with which something was done, the latest first."""
    keys = {
        key
        for some in _some(digests)
        for (key,) in database.execute(
            f"SELECT DISTINCT article_set FROM members_of_sets WHERE text IN ({_marks(some)})",
            some,
        )
    }
    when: dict[str, str] = {}
    members: defaultdict[str, set[str]] = defaultdict(set)
    for some in _some(keys):
        when |= database.execute(
            f"SELECT article_set, {what} FROM article_sets"
            f" WHERE {what} IS NOT NULL AND article_set IN ({_marks(some)})",
            some,
        ).fetchall()
        for key, text in database.execute(
            f"SELECT article_set, text FROM members_of_sets WHERE article_set IN ({_marks(some)})",
            some,
        ):
            members[key].add(text)
    latest = sorted(when, key=lambda key: str(when[key]), reverse=True)
    return [frozenset(members[key]) for key in latest]


def _some(values: Iterable[str]) -> Iterable[tuple[str, ...]]:
    every = sorted(values)
    return [tuple(every[at : at + AT_ONCE]) for at in range(0, len(every), AT_ONCE)]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
