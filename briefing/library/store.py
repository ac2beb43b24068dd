"""What was read before: articles and their briefings in one SQLite file.

A briefing is kept under a key that tells whether the same would be found again, so that opening it
needs no model (`briefing.library.key`). It is written once; what changes when it is opened stands
beside it. Several programs may use one library at a time.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace
from platformdirs import user_data_path

from briefing import codec
from briefing.errors import LibraryError
from briefing.library.corrections import KeptCorrections
from briefing.library.key import code_version, key_of
from briefing.library.refusals import explained, refuse_other_kinds
from briefing.library.rescue import rescue
from briefing.library.schema import NotOursError, check, migrate, transaction
from briefing.library.setting_aside import identity, is_damage, set_aside
from briefing.model import Article, Briefing
from briefing.options import Options
from briefing.sanitize import SafeLine, one_line, path_line

BUSY_MILLISECONDS = 5_000
MOST_ATTEMPTS = 3
"""To open it, while it is damaged and others set it aside at the same time."""
WELL_TYPED = (
    "(typeof(key), typeof(title), typeof(source), typeof(word_count), typeof(opened))"
    " = ('text', 'text', 'text', 'integer', 'text')"
)
"""True for an opening that is not damaged; SQLite lets any value stand in any column."""

T = TypeVar("T")


def default_path() -> Path:
    """Where the library lies on this platform."""
    return user_data_path("brief", appauthor=False) / "library.sqlite"


class Entry(Struct, frozen=True):
    """An article of the library.

    Attributes:
        opened: When it was opened last, ISO 8601 in UTC.
    """

    key: str
    title: SafeLine
    source: SafeLine
    word_count: int
    opened: str


class Original(Struct, frozen=True):
    """What an article was read from.

    Attributes:
        data: The bytes.
        charset: What the server said of their encoding, or None.
    """

    data: bytes
    charset: str | None = None


class Library:
    """The library in one SQLite file, which is made when it is not there.

    Attributes:
        path: The file.
        corrections: What the reader changed.
        notice: One line for the user after a damaged library was set aside and a new one begun,
            or "".
    """

    def __init__(self, path: Path) -> None:
        """Open it.

        Args:
            path: The SQLite file.

        Raises:
            LibraryError: It cannot be opened, or is no file.
        """
        self.path = path
        self.notice = ""
        self._lock = threading.Lock()
        self._database: sqlite3.Connection
        self._opened: tuple[int, int] | None = None  # what `identity` says of the open file
        self._aside: Path | None = None  # what was set aside and not yet looked through
        with self._lock, explained(self.path):
            refuse_other_kinds(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        self.corrections = KeptCorrections(self._do)

    def _open(self) -> None:
        """Open the file; one that is damaged is set aside, and a new one opened."""
        for attempt in range(MOST_ATTEMPTS):
            self._database = sqlite3.connect(
                self.path,
                timeout=BUSY_MILLISECONDS / 1000,
                isolation_level=None,
                check_same_thread=False,
            )
            self._database.text_factory = _text
            try:
                self._opened = identity(self.path)
                check(self._database)
                self._write_ahead()
                self._database.execute("PRAGMA synchronous = NORMAL")
                migrate(self._database)
            except (sqlite3.Error, NotOursError, LibraryError) as error:
                is_damaged = isinstance(error, NotOursError) or is_damage(error)
                if not is_damaged or attempt == MOST_ATTEMPTS - 1:
                    self._database.close()
                    raise
                self._set_aside(error)
            else:
                self._rescue()
                return

    def _set_aside(self, error: Exception) -> None:
        """Set the open file aside, as it is."""
        try:
            aside = set_aside(self.path.resolve(), self._opened)
        finally:
            self._database.close()  # now, so that SQLite finishes nothing in a damaged file
        if aside is not None:
            self._aside = aside
            self.notice = (
                f"the library {path_line(self.path)} was damaged ({one_line(str(error))});"
                f" it is kept as {path_line(aside)}, and a new one is begun"
            )

    def _rescue(self) -> None:
        """Take over what can be read of a library that was just set aside."""
        aside, self._aside = self._aside, None
        if aside is not None and (count := rescue(aside, self._database)):
            self.notice += f" with what can be read of it: {count:,} articles"

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def find(self, article: Article, options: Options) -> Briefing | None:
        """The briefing that was made of this very text with these options, or None."""
        key = key_of(article, options)
        rows = self._rows("SELECT briefing FROM briefings WHERE key = ?", key)
        found = _decoded(codec.decode, rows[0][0]) if rows else None
        return replace(found, article=article) if found else None

    def save(self, briefing: Briefing, options: Options, original: Original | None = None) -> None:
        """Keep a finished briefing, whose article has just been opened.

        Args:
            briefing: The briefing.
            options: How it was made.
            original: What its article was read from, where that cannot be had again.

        Raises:
            LibraryError: It cannot be written.
        """
        article, data = briefing.article, codec.encode(briefing)
        key = key_of(article, options)
        opening = (key, _title(article), article.source, article.word_count, _now())
        kept = original and (key, zlib.compress(original.data), _reader_version(), original.charset)

        def write(database: sqlite3.Connection) -> None:
            with transaction(database):
                database.execute("INSERT OR REPLACE INTO briefings VALUES (?, ?)", (key, data))
                database.execute("INSERT OR REPLACE INTO openings VALUES (?, ?, ?, ?, ?)", opening)
                if kept:
                    database.execute("INSERT OR REPLACE INTO originals VALUES (?, ?, ?, ?)", kept)

        self._do(write)

    def touch(self, article: Article, options: Options) -> None:
        """Note when and from where an article was opened again; its briefing is left alone.

        An article without a briefing is not noted.

        Raises:
            LibraryError: It cannot be written.
        """
        self._rows(
            "UPDATE openings SET title = ?, source = ?, opened = ? WHERE key = ?",
            *(_title(article), article.source, _now(), key_of(article, options)),
        )

    def recent(self, limit: int = 20) -> tuple[Entry, ...]:
        """The articles that were opened last, the latest first, each once."""
        rows = self._rows(
            "SELECT key, title, source, word_count, max(opened) FROM openings"
            f" WHERE {WELL_TYPED} GROUP BY title, source ORDER BY max(opened) DESC LIMIT ?",
            limit,
        )
        return tuple(
            Entry(key, one_line(title), path_line(source), *rest)
            for key, title, source, *rest in rows
        )

    def article(self, key: str) -> Article | None:
        """The article of an entry, as it was read then; None if what was kept is damaged."""
        rows = self._rows(
            f"SELECT briefing, source FROM briefings JOIN openings USING (key) WHERE key = ?"
            f" AND {WELL_TYPED}",
            key,
        )
        found = _decoded(codec.decode_article, rows[0][0]) if rows else None
        return replace(found, source=path_line(rows[0][1])) if found else None

    def original(self, key: str) -> Original | None:
        """What an entry's page was, if this version of brief might read it another way."""
        rows = self._rows("SELECT data, read_by, charset FROM originals WHERE key = ?", key)
        if not rows or rows[0][1] == _reader_version():
            return None
        with suppress(zlib.error, TypeError, ValidationError):
            data, _, charset = rows[0]
            return convert({"data": zlib.decompress(data), "charset": charset}, Original)
        return None

    def _rows(self, statement: str, *values: object) -> list[Any]:
        """What one statement gives."""
        return self._do(lambda database: database.execute(statement, values).fetchall())

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Work with the database, one thread at a time; with a new one if it is damaged."""
        with self._lock, explained(self.path):
            try:
                return work(self._database)
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
                self._set_aside(error)
                self._open()
            return work(self._database)

    def _write_ahead(self) -> None:
        """Let readers and a writer work side by side.

        For this alone SQLite does not wait while another program does the same, so we try again
        for as long as it would.
        """
        deadline = monotonic() + BUSY_MILLISECONDS / 1000
        while True:
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if monotonic() > deadline:
                    raise
                sleep(0.01)
            else:
                return


def _decoded(decode: Callable[[bytes], T], data: object) -> T | None:
    """What was kept, or None if it is damaged."""
    with suppress(ValueError, TypeError, RecursionError):
        return decode(data)  # type: ignore[arg-type] # whatever stands in the column
    return None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _title(article: Article) -> str:
    """What an article is listed under: its title, else how its text begins."""
    return article.title or article.text[:80].split("\n")[0]


def _reader_version() -> str:
    return sha256(code_version().encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
