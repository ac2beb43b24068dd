"""The feeds and their entries in the library, or in memory where there is none."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any, Final, TypeVar

from briefing.feeds.fetching import Refreshed
from briefing.feeds.rows import (
    COLUMNS,
    ENTRY_COLUMNS,
    FollowedFeed,
    KeptEntry,
    entry_of,
    feed_of,
    time_of,
)
from briefing.feeds.values import Feed, NamedFeed
from briefing.library.corrections import Do
from briefing.library.schema import migrate, transaction

MOST_KEPT: Final = 2_000
"""Entries of a feed that are kept after it has no longer had them."""
DAYS_KEPT: Final = 30
"""For which a feed is kept that is not followed."""
OF_ONE: Final = "FROM feed_entries e JOIN feeds f ON f.address = e.feed WHERE e.feed = ?"
OF_FOLLOWED: Final = """
    FROM feed_entries e JOIN feeds f ON f.address = e.feed WHERE f.is_followed AND NOT EXISTS (
        SELECT 1 FROM feed_entries d JOIN feeds g ON g.address = d.feed
        WHERE d.address = e.address AND g.is_followed AND d.feed < e.feed
    )
"""
"""Each article once, however many of the feeds have it."""
SAVE: Final = """
    INSERT INTO feed_entries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, 0)
    ON CONFLICT (feed, id) DO UPDATE SET address = ?3, title = ?4, published = ?5,
        time = CASE WHEN ?5 IS NULL THEN time ELSE ?6 END,
        summary = ?7, is_teaser = ?8, last_seen = ?9
"""
DROP_OLD: Final = """
    DELETE FROM feed_entries WHERE feed = ?1 AND last_seen <> ?2 AND id NOT IN (
        SELECT id FROM feed_entries WHERE feed = ?1 ORDER BY time DESC LIMIT ?3
    )
"""

T = TypeVar("T")


class KeptFeeds:
    """Feeds in a library; its methods raise `LibraryError`.

    Args:
        do: Works with the library's database, which is in autocommit mode.
        now: Gives the time.
    """

    def __init__(self, do: Do, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._do = do
        self._now = now

    def followed(self) -> tuple[FollowedFeed, ...]:
        """The feeds that are followed, by their titles."""
        rows = self._rows(
            f"SELECT {COLUMNS}, count(e.id), count(e.id) - coalesce(sum(e.is_read), 0)"
            " FROM feeds f LEFT JOIN feed_entries e ON e.feed = f.address"
            " WHERE f.is_followed GROUP BY f.address ORDER BY f.title COLLATE NOCASE, f.address"
        )
        return tuple(FollowedFeed(feed_of(row[:-2]), int(row[-2]), int(row[-1])) for row in rows)

    def feed(self, address: str) -> Feed | None:
        """What is known of a feed, followed or not."""
        rows = self._rows(f"SELECT {COLUMNS} FROM feeds f WHERE f.address = ?", address)
        return feed_of(rows[0]) if rows else None

    def is_followed(self, address: str) -> bool:
        """True if a feed is followed."""
        return bool(self._rows("SELECT 1 FROM feeds WHERE address = ? AND is_followed", address))

    def follow(self, feeds: Iterable[NamedFeed]) -> int:
        """Follow feeds, and give how many were not followed before."""
        named = list(feeds)

        def write(database: sqlite3.Connection) -> int:
            changed = 0
            with transaction(database):
                for feed in named:
                    database.execute(
                        "INSERT OR IGNORE INTO feeds (address, title, looked_at) VALUES (?, ?, ?)",
                        (feed.address, feed.title, self._written()),
                    )
                    changed += database.execute(
                        "UPDATE feeds SET is_followed = 1 WHERE address = ? AND NOT is_followed",
                        (feed.address,),
                    ).rowcount
            return changed

        return self._do(write)

    def unfollow(self, address: str) -> bool:
        """Follow a feed no longer; false if it was not followed.

        Its entries are kept for a while, so that following it again brings back what was read.
        """

        def write(database: sqlite3.Connection) -> bool:
            with transaction(database):
                return (
                    database.execute(
                        "UPDATE feeds SET is_followed = 0, looked_at = ? WHERE address = ? AND"
                        " is_followed",
                        (self._written(), address),
                    ).rowcount
                    > 0
                )

        return self._do(write)

    def save(self, refreshed: Refreshed) -> int:
        """Keep what came of asking for a feed, and give how many entries are new."""
        feed, content, seen = refreshed.feed, refreshed.content, self._written()
        said = feed.validators
        state = (feed.title, said.address, said.etag, said.last_modified, feed.fetched,
                 feed.wait_until, feed.problem, seen, feed.address)  # fmt: skip
        rows = [
            (feed.address, one.id, one.address, one.title, one.published,
             time_of(one.published) or seen, one.summary, one.is_teaser, seen)
            for one in (content.entries if content else ())
        ]  # fmt: skip

        def write(database: sqlite3.Connection) -> int:
            with transaction(database):
                database.execute("INSERT OR IGNORE INTO feeds (address) VALUES (?)", state[-1:])
                database.execute(
                    "UPDATE feeds SET title = ?, found_at = ?, etag = ?, last_modified = ?,"
                    " fetched = ?, wait_until = ?, problem = ?, looked_at = ? WHERE address = ?",
                    state,
                )
                if content is None:
                    return 0
                before = _count(database, feed.address)
                database.executemany(SAVE, rows)
                after = _count(database, feed.address)
                database.execute(DROP_OLD, (feed.address, seen, MOST_KEPT))
                packed = zlib.compress(refreshed.data)
                database.execute(
                    "UPDATE feeds SET data = ? WHERE address = ?", (packed, feed.address)
                )
                self._drop_unfollowed(database)
                return after - before

        return self._do(write)

    def entries(
        self, feed: str | None = None, start: int = 0, limit: int = 50
    ) -> tuple[KeptEntry, ...]:
        """A part of the entries of one feed, or of all that are followed, latest first.

        Args:
            feed: Its address, or None for all.
            start: Number of the first, from 0.
            limit: The most that are given.
        """
        which, values = (OF_FOLLOWED, ()) if feed is None else (OF_ONE, (feed,))
        rows = self._rows(
            f"SELECT {ENTRY_COLUMNS} {which} ORDER BY e.time DESC, e.feed, e.id LIMIT ? OFFSET ?",
            *values,
            limit,
            start,
        )
        return tuple(map(entry_of, rows))

    def count(self, feed: str | None = None) -> int:
        """How many entries one feed has, or all that are followed."""
        which, values = (OF_FOLLOWED, ()) if feed is None else (OF_ONE, (feed,))
        return int(self._rows(f"SELECT count(*) {which}", *values)[0][0])

    def mark_read(self, kept: KeptEntry) -> None:
        """Note that an entry was opened, in all feeds that have its address."""
        self._rows(
            "UPDATE feed_entries SET is_read = 1 WHERE (feed = ? AND id = ?) OR address = ?",
            kept.feed,
            kept.entry.id,
            kept.entry.address,
        )

    def data(self, address: str) -> bytes:
        """The bytes of a feed as they were fetched last; none where they are not kept."""
        rows = self._rows("SELECT data FROM feeds WHERE address = ?", address)
        with suppress(zlib.error, TypeError):
            return zlib.decompress(rows[0][0]) if rows else b""
        return b""

    def _drop_unfollowed(self, database: sqlite3.Connection) -> None:
        """Drop feeds that nobody follows and nobody has looked at for long."""
        before = (self._now() - timedelta(days=DAYS_KEPT)).astimezone(UTC).isoformat()
        old = "SELECT address FROM feeds WHERE NOT is_followed AND looked_at < ?"
        database.execute(f"DELETE FROM feed_entries WHERE feed IN ({old})", (before,))
        database.execute("DELETE FROM feeds WHERE NOT is_followed AND looked_at < ?", (before,))

    def _written(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="microseconds")

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._do(lambda database: database.execute(statement, values).fetchall())


def in_memory() -> Do:
    """Works with a database that lasts as long as the program."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(database)
    lock = Lock()

    def do(work: Callable[[sqlite3.Connection], T]) -> T:
        with lock:
            return work(database)

    return do


def _count(database: sqlite3.Connection, address: str) -> int:
    statement = "SELECT count(*) FROM feed_entries WHERE feed = ?"
    return int(database.execute(statement, (address,)).fetchone()[0])
