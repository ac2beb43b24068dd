"""A library that is only looked at: nothing is made, mended or brought up to date."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefing.errors import LibraryError
from briefing.library.file import BUSY_MILLISECONDS, as_text
from briefing.library.refusals import explained, refuse_other_kinds
from briefing.library.schema import check, is_current
from briefing.library.setting_aside import identity

MISSING = "there is none yet; open an article with brief to begin one"
FORMER = "it was made by an earlier brief; start brief once to bring it up to date"

T = TypeVar("T")


class ReadOnlyFile:
    """A library's file, opened so that SQLite itself refuses to write; as `LibraryFile`.

    Args:
        path: Where it lies.

    Attributes:
        notice: Always "": nothing is set aside.

    Raises:
        LibraryError: There is none, it cannot be opened, or an earlier brief made it.
    """

    notice = ""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._database: sqlite3.Connection
        self._opened: tuple[int, int] | None = None
        with self._lock, explained(path):
            self._open()

    def close(self) -> None:
        """Close it."""
        self._database.close()

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Read from the database, one thread at a time."""
        with self._lock, explained(self._path):
            if identity(self._path) != self._opened:  # another program began a new one
                self._database.close()
                self._open()
            return work(self._database)

    def _open(self) -> None:
        refuse_other_kinds(self._path)
        self._opened = identity(self._path)
        if self._opened is None:
            raise LibraryError(MISSING)
        self._database = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode=ro",
            uri=True,
            timeout=BUSY_MILLISECONDS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
        self._database.text_factory = as_text
        try:
            check(self._database)
            if not is_current(self._database):
                raise LibraryError(FORMER)
        except BaseException:
            self._database.close()
            raise
