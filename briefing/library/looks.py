"""Which articles of the library the reader has seen in a dossier, and when last."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from briefing.library.schema import transaction


def look_at(database: sqlite3.Connection, texts: Sequence[str]) -> tuple[int, ...]:
    """Note that the reader looks at a dossier now.

    Args:
        database: The library, in autocommit mode.
        texts: Digests of the texts of its articles.

    Returns:
        The numbers of the articles that are new to a reader who has seen others of them; none where
        all are new.
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    with transaction(database):
        new = _unseen(database, texts)
        database.executemany(
            "INSERT INTO looks (text, looked) VALUES (?, ?)"
            " ON CONFLICT (text) DO UPDATE SET looked = excluded.looked",
            [(text, now) for text in texts],
        )
    numbers = tuple(number for number, text in enumerate(texts) if text in new)
    return numbers if len(numbers) < len(texts) else ()


def new_among(database: sqlite3.Connection, stories: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The keys of articles that are new in stories of which the reader has seen others.

    Args:
        database: The library.
        stories: For the key of each article, those of all that tell the same.
    """
    text_of = {
        key: text
        for key in stories
        for (text,) in database.execute("SELECT text FROM articles WHERE key = ?", (key,))
        if text is not None
    }
    unseen = _unseen(database, text_of.values())
    new = {key for key, text in text_of.items() if text in unseen}
    seen = text_of.keys() - new
    return frozenset(key for key in new if not seen.isdisjoint(stories[key]))


def _unseen(database: sqlite3.Connection, texts: Collection[str]) -> set[str]:
    seen = "SELECT 1 FROM looks WHERE text = ?"
    return {text for text in texts if not database.execute(seen, (text,)).fetchone()}
