"""What was read before: articles and their briefings in one SQLite file.

A briefing is kept under a key that tells whether the same would be found again, so that opening it
needs no model (`briefing.library.key`). It is written once; what changes when it is opened stands
beside it. Several programs may use one library at a time.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace
from platformdirs import user_data_path

from briefing import codec
from briefing.library.corrections import KeptCorrections
from briefing.library.file import LibraryFile
from briefing.library.key import code_version, key_of
from briefing.library.schema import transaction
from briefing.model import Article, Briefing
from briefing.options import Options
from briefing.sanitize import SafeLine, one_line, path_line

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
    """

    def __init__(self, path: Path) -> None:
        """Open it.

        Args:
            path: The SQLite file.

        Raises:
            LibraryError: It cannot be opened, or is no file.
        """
        self.path = path
        self._file = LibraryFile(path)
        self.corrections = KeptCorrections(self._file.do)

    @property
    def notice(self) -> str:
        """One line for the user after a damaged library was set aside, or ""."""
        return self._file.notice

    def close(self) -> None:
        """Close the file."""
        self._file.close()

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

        self._file.do(write)

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
        return self._file.do(lambda database: database.execute(statement, values).fetchall())


def _decoded(decode: Callable[[bytes], T], data: object) -> T | None:
    """What was kept, or None if it is damaged."""
    with suppress(ValueError, TypeError, RecursionError):
        return decode(data)  # type: ignore[arg-type] # whatever stands in the column
    return None


def _title(article: Article) -> str:
    """What an article is listed under: its title, else how its text begins."""
    return article.title or article.text[:80].split("\n")[0]


def _reader_version() -> str:
    return sha256(code_version().encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
