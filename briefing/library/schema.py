"""The tables of the library, and how a library of an earlier brief comes to have them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.errors import LibraryError

WELL_TYPED = (
    "(typeof(key), typeof(title), typeof(source), typeof(word_count), typeof(opened))"
    " = ('text', 'text', 'text', 'integer', 'text')"
)
"""True for a row that is not damaged; SQLite lets any value stand in any column."""
LIST_OPENINGS = f"""
    INSERT OR IGNORE INTO articles (key, title, source, word_count, opened)
    SELECT key, title, source, word_count, max(opened) FROM openings
    WHERE {WELL_TYPED} GROUP BY title, source
"""
"""Lists what was opened, each article once."""
INDEX = "words"
"""The table that SQLite searches, which keeps what it needs in others whose names begin so."""
PARTS_OF_INDEX = ("data", "idx", "content", "docsize", "config")
"""What those end with; their columns are for SQLite to know, and may be others one day."""

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
    # What is listed and searched: a row for each article, which is due until its words are in the
    # index, at a place that begins with its day; `text` is the digest of its text.
    f"""
    ALTER TABLE openings ADD COLUMN text TEXT;
    CREATE TABLE articles (
        key TEXT PRIMARY KEY,
        text TEXT UNIQUE,
        place INTEGER UNIQUE,
        is_due INTEGER NOT NULL DEFAULT 1,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        word_count INTEGER NOT NULL,
        opened TEXT NOT NULL,
        batch TEXT,
        outlet TEXT NOT NULL DEFAULT '',
        published TEXT,
        actors TEXT NOT NULL DEFAULT '[]',
        is_corrected INTEGER NOT NULL DEFAULT 0,
        is_noted INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX articles_by_opening ON articles (batch IS NOT NULL, opened DESC);
    CREATE INDEX articles_by_date ON articles (published DESC, opened DESC);
    CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE);
    CREATE INDEX articles_by_outlet ON articles (
        outlet = '', outlet COLLATE NOCASE, published DESC
    );
    CREATE INDEX articles_by_batch ON articles (batch);
    CREATE INDEX openings_by_text ON openings (text);
    CREATE INDEX openings_by_source ON openings (source, title);
    CREATE INDEX articles_by_source ON articles (source, title);
    CREATE INDEX articles_due ON articles (opened) WHERE is_due;
    CREATE VIRTUAL TABLE words USING fts5 (
        title, text, quotes, speakers, actors, places, notes, figures, outlet,
        tokenize = 'unicode61 remove_diacritics 2'
    );
    {LIST_OPENINGS}
    """,
    # When the reader last saw an article in a dossier; `text` is the digest of its text.
    "CREATE TABLE looks (text TEXT PRIMARY KEY, looked TEXT NOT NULL) WITHOUT ROWID",
    # Feeds, with the bytes that came last, packed; and their entries, sorted by `time`, which is
    # when they were first seen where they do not say when they were published.
    """
    CREATE TABLE feeds (
        address TEXT PRIMARY KEY,
        title TEXT NOT NULL DEFAULT '',
        is_followed INTEGER NOT NULL DEFAULT 0,
        found_at TEXT NOT NULL DEFAULT '',
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        fetched TEXT,
        wait_until TEXT,
        problem TEXT NOT NULL DEFAULT '',
        looked_at TEXT NOT NULL DEFAULT '',
        data BLOB
    );
    CREATE TABLE feed_entries (
        feed TEXT NOT NULL,
        id TEXT NOT NULL,
        address TEXT,
        title TEXT NOT NULL,
        published TEXT,
        time TEXT NOT NULL,
        summary TEXT NOT NULL,
        is_teaser INTEGER NOT NULL,
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        is_read INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (feed, id)
    );
    CREATE INDEX feed_entries_by_time ON feed_entries (time DESC, feed, id);
    CREATE INDEX feed_entries_by_address ON feed_entries (address)
    """,
)
"""Each takes the library from one `user_version` to the next; none is ever changed."""


Shape = dict[str, list[tuple[object, ...]]]
"""Names of tables, and what SQLite says of their columns."""


class NotOursError(Exception):
    """A database has other tables than a library of its version; the message says what it is."""


def check(database: sqlite3.Connection) -> None:
    """Look whether a database is a library, or is empty; it is not changed.

    Raises:
        LibraryError: It was made by a newer brief.
        NotOursError: It has other tables than a library, or other columns.
        sqlite3.Error: It cannot be read.
    """
    database.execute("BEGIN")
    try:
        version = _version_of(database)
        shape = _shape_of(database)
    except sqlite3.OperationalError as error:
        if "no such module" in str(error):
            raise LibraryError(f"this Python's SQLite lacks what it needs: {error}") from error
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # a format that SQLite does not know
            raise NotOursError(str(error)) from error
        raise
    finally:
        _roll_back(database)
    ours = _shape_at(version)
    latest = ours if version == len(MIGRATIONS) else _shape_at(len(MIGRATIONS))
    names = shape.keys() if version == 0 else ours.keys() | latest.keys()
    if any(shape.get(name) != ours.get(name) for name in names):
        raise NotOursError("it has other tables than a library")


def _version_of(database: sqlite3.Connection) -> int:
    version: int
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise LibraryError("it was made by a newer brief; update brief to use it")
    return version


def _shape_of(database: sqlite3.Connection) -> Shape:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    names = [name for (name,) in database.execute(tables)]
    shape: Shape = {}
    for name in names:
        if str(name).startswith(f"{INDEX}_"):
            if str(name).removeprefix(f"{INDEX}_") in PARTS_OF_INDEX:
                shape[name] = []
            continue
        columns = "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"
        shape[name] = database.execute(columns, (name,)).fetchall()
    return shape


def _shape_at(version: int) -> Shape:
    """The shape of a library of a version."""
    database = sqlite3.connect(":memory:")
    try:
        for statements in MIGRATIONS[: max(version, 0)]:
            database.executescript(statements)
        return _shape_of(database)
    finally:
        database.close()


def is_current(database: sqlite3.Connection) -> bool:
    """True if a library has the tables of this version."""
    return _version_of(database) == len(MIGRATIONS)


def migrate(database: sqlite3.Connection) -> None:
    """Bring a library up to date, all of it or nothing.

    Args:
        database: The library, in autocommit mode.

    Raises:
        LibraryError: It was made by a newer brief.
        sqlite3.Error: It cannot be changed.
    """
    if is_current(database):
        return
    with transaction(database):
        version = _version_of(database)
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
        _roll_back(database)
        raise
    database.execute("COMMIT")


def _roll_back(database: sqlite3.Connection) -> None:
    """Leave a transaction, unless SQLite has left it already, as where the file is damaged."""
    if database.in_transaction:
        database.execute("ROLLBACK")
