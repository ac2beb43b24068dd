"""What was read before: articles and their briefings in one SQLite file.

A briefing is kept under a key that tells whether the same would be found again, so that opening it
needs no model (`briefing.library.key`). It is written once; what changes when it is opened stands
beside it. Several programs may use one library at a time.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

from msgspec import Struct
from msgspec.structs import replace
from platformdirs import user_data_path

from briefing import codec
from briefing.errors import LibraryError
from briefing.library.corrections import KeptCorrections
from briefing.library.key import code_version, key_of
from briefing.library.schema import migrate, transaction
from briefing.model import Article, Briefing
from briefing.options import Options

BUSY_MILLISECONDS = 5_000


def default_path() -> Path:
    """Where the library lies on this platform."""
    return user_data_path("brief", appauthor=False) / "library.sqlite"


class Entry(Struct, frozen=True):
    """An article of the library.

    Attributes:
        opened: When it was opened last, ISO 8601 in UTC.
    """

    key: str
    title: str
    source: str
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
    """

    def __init__(self, path: Path) -> None:
        """Open it.

        Args:
            path: The SQLite file.

        Raises:
            LibraryError: It cannot be opened, or is no library.
        """
        self.path = path
        self._lock = threading.Lock()
        with self._errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(
                path,
                timeout=BUSY_MILLISECONDS / 1000,
                isolation_level=None,
                check_same_thread=False,
            )
            self._write_ahead()
            self._database.execute("PRAGMA synchronous = NORMAL")
            migrate(self._database, path)
        self.corrections = KeptCorrections(self._database, self._errors)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def find(self, article: Article, options: Options) -> Briefing | None:
        """The briefing that was made of this very text with these options, or None."""
        with self._errors():
            row = self._database.execute(
                "SELECT briefing FROM briefings WHERE key = ?", (key_of(article, options),)
            ).fetchone()
        if row is None:
            return None
        try:
            found = codec.decode(row[0])
        except ValueError:
            return None
        return replace(found, article=article)

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
        with self._errors(), transaction(self._database):
            key = key_of(article, options)
            row = (key, _title(article), article.source, article.word_count, _now())
            self._database.execute("INSERT OR REPLACE INTO briefings VALUES (?, ?)", (key, data))
            self._database.execute("INSERT OR REPLACE INTO openings VALUES (?, ?, ?, ?, ?)", row)
            if original is not None:
                packed = zlib.compress(original.data)
                kept = (key, packed, _reader_version(), original.charset)
                self._database.execute("INSERT OR REPLACE INTO originals VALUES (?, ?, ?, ?)", kept)

    def touch(self, article: Article, options: Options) -> None:
        """Note when and from where an article was opened again; its briefing is left alone.

        An article without a briefing is not noted.

        Raises:
            LibraryError: It cannot be written.
        """
        with self._errors():
            row = (_title(article), article.source, _now(), key_of(article, options))
            self._database.execute(
                "UPDATE openings SET title = ?, source = ?, opened = ? WHERE key = ?", row
            )

    def recent(self, limit: int = 20) -> tuple[Entry, ...]:
        """The articles that were opened last, the latest first, each once."""
        with self._errors():
            rows = self._database.execute(
                "SELECT key, title, source, word_count, max(opened) FROM openings"
                " GROUP BY title, source ORDER BY max(opened) DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return tuple(Entry(*row) for row in rows)

    def article(self, key: str) -> Article | None:
        """The article of an entry, as it was read then."""
        with self._errors():
            row = self._database.execute(
                "SELECT briefing, source FROM briefings JOIN openings USING (key) WHERE key = ?",
                (key,),
            ).fetchone()
        if row is None:
            return None
        with suppress(ValueError):
            return replace(codec.decode_article(row[0]), source=row[1])
        return None

    def original(self, key: str) -> Original | None:
        """What an entry's page was, if this version of brief might read it another way."""
        with self._errors():
            row = self._database.execute(
                "SELECT data, read_by, charset FROM originals WHERE key = ?", (key,)
            ).fetchone()
        if row is None or row[1] == _reader_version():
            return None
        with suppress(zlib.error):
            return Original(zlib.decompress(row[0]), row[2])
        return None

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

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Let one thread in at a time, and turn errors of SQLite and the file system into ours."""
        try:
            with self._lock:
                yield
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(
                f"the library {self.path} cannot be used ({error}); move it away to start a new one"
            ) from error


def _title(article: Article) -> str:
    """What an article is listed under: its title, else how its text begins."""
    return article.title or article.text[:80].split("\n")[0]


def _reader_version() -> str:
    return sha256(code_version().encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
