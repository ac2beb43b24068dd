"""What was read before: articles and their briefings in one SQLite file.

A briefing is kept under a key that tells whether the same would be found again, so that opening it
needs no model (`briefing.library.key`). It is written once; what changes when it is opened stands
beside it. Several programs may use one library at a time.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace
from platformdirs import user_data_path

from briefing import codec
from briefing.corrections.values import digest_of
from briefing.library.corrections import KeptCorrections
from briefing.library.file import LibraryFile
from briefing.library.key import code_version, key_of
from briefing.library.listing import list_article, listed
from briefing.library.read_only import ReadOnlyFile
from briefing.library.schema import WELL_TYPED, transaction
from briefing.model import Article, Briefing
from briefing.options import Options
from briefing.sanitize import path_line

if TYPE_CHECKING:
    from briefing.feeds.kept import KeptFeeds
    from briefing.library.entry import Entry
    from briefing.library.searching.hits import Hit
    from briefing.library.searching.query import Query
    from briefing.library.shelf import Shelf

FILE_NAME = "library.sqlite"
A_STEP = 8
"""Articles that are put into the index before others may use the library again."""
A_FEW = 32
"""Articles that are indexed before a search: more than are corrected between two."""

T = TypeVar("T")


def default_path() -> Path:
    """Where the library lies on this platform."""
    return user_data_path("brief", appauthor=False) / FILE_NAME


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

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open it.

        Args:
            path: The SQLite file.
            read_only: True if nothing is to be written: what is saved is not kept then, what is
                due is not indexed, and a file that is not there is not made.

        Raises:
            LibraryError: It cannot be opened, or is no file.
        """
        self.path = path
        self._is_read_only = read_only
        self._file = ReadOnlyFile(path) if read_only else LibraryFile(path)
        self.corrections = KeptCorrections(self._file.do)

    @property
    def notice(self) -> str:
        """One line for the user after a damaged library was set aside, or ""."""
        return self._file.notice

    @cached_property
    def shelf(self) -> Shelf:
        """The list of all articles, from which they are removed and to which others are added."""
        from briefing.library.shelf import Shelf

        return Shelf(self._file.do)

    @cached_property
    def feeds(self) -> KeptFeeds:
        """The feeds and their entries."""
        from briefing.feeds.kept import KeptFeeds

        return KeptFeeds(self._file.do)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def briefing_of(self, article: Article, options: Options) -> Briefing | None:
        """The briefing that was made of this very text with these options, or None."""
        key = key_of(article, options)
        rows = self._rows("SELECT briefing FROM briefings WHERE key = ?", key)
        found = _decoded(codec.decode, rows[0][0]) if rows else None
        return replace(found, article=article) if found else None

    def save(
        self,
        briefing: Briefing,
        options: Options,
        original: Original | None = None,
        batch: str | None = None,
    ) -> None:
        """Keep a finished briefing, whose article has just been opened.

        Args:
            briefing: The briefing.
            options: How it was made.
            original: What its article was read from, where that cannot be had again.
            batch: When the command began that puts it in; None where it was opened on the screen.

        Raises:
            LibraryError: It cannot be written.
        """
        if self._is_read_only:
            return
        from briefing.library.searching.index import index_article

        article, data = briefing.article, codec.encode(briefing)
        key, digest = key_of(article, options), digest_of(article.text)
        opening = (_title(article), article.source, article.word_count, _now())
        kept = original and (key, zlib.compress(original.data), _reader_version(), original.charset)

        def write(database: sqlite3.Connection) -> None:
            with transaction(database):
                database.execute("INSERT OR REPLACE INTO briefings VALUES (?, ?)", (key, data))
                database.execute(
                    "INSERT OR REPLACE INTO openings VALUES (?, ?, ?, ?, ?, ?)",
                    (key, *opening, digest),
                )
                if kept:
                    database.execute("INSERT OR REPLACE INTO originals VALUES (?, ?, ?, ?)", kept)
                list_article(database, key, digest, opening, batch)
                index_article(database, key, briefing)

        self._file.do(write)

    def touch(self, article: Article, options: Options, batch: str | None = None) -> None:
        """Note when and from where an article was opened again; its briefing is left alone.

        An article without a briefing is not noted.

        Args:
            article: The article.
            options: How it was analyzed.
            batch: As in `save`.

        Raises:
            LibraryError: It cannot be written.
        """
        if self._is_read_only:
            return
        key, digest = key_of(article, options), digest_of(article.text)
        opening = (_title(article), article.source, article.word_count, _now())

        def write(database: sqlite3.Connection) -> None:
            with transaction(database):
                changed = database.execute(
                    "UPDATE openings SET title = ?, source = ?, opened = ?, text = ? WHERE key = ?",
                    (*opening[:2], opening[3], digest, key),
                )
                if changed.rowcount:
                    list_article(database, key, digest, opening, batch)

        self._file.do(write)

    def recent(self, limit: int = 20) -> tuple[Entry, ...]:
        """The articles that were opened last, the latest first, each once.

        Those that were opened on the screen come before those that commands put in.
        """
        return self._file.do(lambda database: listed(database, "read", 0, limit))

    def find(self, query: Query | str, limit: int = 50) -> tuple[Hit, ...]:
        """Where the articles of the library have what a query asks for.

        >>> from tempfile import TemporaryDirectory
        >>> from briefing import Options
        >>> from briefing.model import Article, Briefing, Quote
        >>> text = "Floods in Velden. The mayor, Ana Ruiz, said the levee held."
        >>> quote = Quote(text="the levee held", start=44, end=58, speaker="Ana Ruiz")
        >>> article = Article(title="Floods", source="a.txt", text=text, published="2026-11-02")
        >>> folder = TemporaryDirectory()
        >>> library = Library(Path(folder.name) / "library.sqlite")
        >>> library.save(Briefing(article=article, quotes=(quote,)), Options())
        >>> for hit in library.find("speaker:ruiz levee after:2026-11"):
        ...     print(hit.kind, hit.speaker, hit.span, text[slice(*hit.span)])
        quote Ana Ruiz (44, 58) the levee held
        >>> library.find("levee -ruiz")
        ()
        >>> library.close()
        >>> folder.cleanup()

        Args:
            query: What is looked for, as `briefing.library.searching.query` takes it.
            limit: The most hits that are given.

        Returns:
            Hits, those in the articles published last first. What is due to be indexed is found
            once it is (see `index_due`); a little of it is indexed now.

        Raises:
            QueryError: The query makes no sense.
            LibraryError: The library cannot be used.
        """
        from briefing.library.searching.query import parse
        from briefing.library.searching.search import search

        asked = parse(query) if isinstance(query, str) else query
        if self.due:
            self.index_due(A_FEW)
        return self._file.do(lambda database: search(database, asked, limit))

    def articles_with(
        self, phrases: Sequence[Sequence[str]], limit: int, *, any_of: bool = False
    ) -> tuple[tuple[Entry, Article], ...]:
        """The articles whose texts have some phrases, as far as they are in the index.

        Args:
            phrases: Each as `briefing.library.searching.folding.words_of` gives its words; at least
                one.
            limit: The most articles that are given.
            any_of: True if one of the phrases is enough; those that have most come first then,
                else those published last.
        """
        from briefing.library.searching.phrases import articles_with

        return self._file.do(lambda database: articles_with(database, phrases, limit, any_of))

    def index_due(self, most: int = A_STEP) -> int:
        """Put articles that are due into the index of words; gives how many were.

        Those that are saved are put in at once. Those of a library of an earlier brief, those that
        were corrected and those that were imported are due until this is called.
        """
        if self._is_read_only:
            return 0
        from briefing.library.searching.index import index_next

        return self._file.do(lambda database: index_next(database, most))

    @property
    def due(self) -> int:
        """How many articles are still to be put into the index."""
        return int(self._rows("SELECT count(*) FROM articles WHERE is_due")[0][0])

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
