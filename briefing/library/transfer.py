"""A library as one file: exported, and merged into another one, in which nothing is overwritten."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.errors import LibraryError
from briefing.feeds.copying import copy_feeds
from briefing.library.refusals import refuse_other_kinds
from briefing.library.schema import MIGRATIONS, NotOursError, check, migrate, transaction
from briefing.sanitize import one_line, path_line

A_STEP = 50
"""Articles that are taken in before others may use the library again."""
LISTED = "key, text, title, source, word_count, opened, batch"
STANDS = 0


def export(database: sqlite3.Connection, path: Path) -> None:
    """Write the library as it is now into a file that is empty or not there."""
    database.execute("VACUUM INTO ?", (str(path),))


@contextmanager
def opened_export(path: Path) -> Iterator[sqlite3.Connection]:
    """A file that was exported, which is not changed; a copy of it where it is of an earlier brief.

    Raises:
        LibraryError: It is no library, it is damaged, or it was made by a newer brief.
    """
    try:
        refuse_other_kinds(path)
        if not path.exists():
            raise LibraryError("there is no such file; check the path")
        with closing(_read_only(path)) as database:
            check(database)
            (version,) = database.execute("PRAGMA user_version").fetchone()
            if version == len(MIGRATIONS):
                yield database
                return
        with TemporaryDirectory(prefix="brief-") as folder:
            copy = Path(folder) / "library.sqlite"
            shutil.copyfile(path, copy)
            with closing(sqlite3.connect(copy, isolation_level=None)) as database:
                database.text_factory = _text
                migrate(database)
                yield database
    except (sqlite3.Error, NotOursError, LibraryError, OSError) as error:
        words = error.strerror if isinstance(error, OSError) else ""
        raise LibraryError(
            f"{path_line(path)} cannot be taken in: {one_line(words or str(error))}"
        ) from error


def _read_only(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    database.text_factory = _text
    return database


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def keys_of(other: sqlite3.Connection) -> list[object]:
    """The keys of all briefings of a library."""
    return [key for (key,) in other.execute("SELECT key FROM briefings")]


def take_in(database: sqlite3.Connection, other: sqlite3.Connection, keys: list[object]) -> int:
    """Take in some briefings of another library that this one has not, all of them or none.

    Their articles are listed, and due. Gives how many articles are new.
    """
    new = 0
    with transaction(database):
        for key in keys:
            for table, columns in (("briefings", 2), ("originals", 4), ("openings", 6)):
                marks = ", ".join("?" * columns)
                for row in other.execute(f"SELECT * FROM {table} WHERE key = ?", (key,)):
                    database.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
            for row in other.execute(f"SELECT {LISTED} FROM articles WHERE key = ?", (key,)):
                new += database.execute(
                    f"INSERT OR IGNORE INTO articles ({LISTED}) VALUES (?, ?, ?, ?, ?, ?, ?)", row
                ).rowcount
    return new


def take_in_sets(database: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Take in which articles were composed or saved together there."""
    with transaction(database):
        for table, columns in (("article_sets", 3), ("members_of_sets", 2)):
            marks = ", ".join("?" * columns)
            rows = other.execute(f"SELECT * FROM {table}").fetchall()
            database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def take_in_feeds(database: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Take in the feeds and the entries that are not here."""
    with transaction(database):
        copy_feeds(other.execute, database)


def take_in_corrections(database: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Take in what the reader changed there, after what was changed here.

    Where nothing was changed here, all comes along, what was undone too; else what stands there and
    was not made here.
    """
    for (text,) in other.execute("SELECT DISTINCT text FROM corrections").fetchall():
        theirs = other.execute(
            "SELECT data, undone FROM corrections WHERE text = ? ORDER BY id", (text,)
        ).fetchall()
        with transaction(database):
            statement = "SELECT data FROM corrections WHERE text = ?"
            ours = {data for (data,) in database.execute(statement, (text,))}
            more = [
                (text, data, undone)
                for data, undone in theirs
                if not ours or (data not in ours and undone == STANDS)
            ]
            database.executemany(
                "INSERT INTO corrections (text, data, undone) VALUES (?, ?, ?)", more
            )
            if more:
                database.execute("UPDATE articles SET is_due = 1 WHERE text = ?", (text,))
