"""The SQLite file of a library: opened, worked with, and begun anew where it is damaged."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from briefing.errors import LibraryError
from briefing.library.refusals import explained, refuse_other_kinds
from briefing.library.rescue import rescue
from briefing.library.schema import NotOursError, check, migrate
from briefing.library.setting_aside import identity, is_damage, set_aside
from briefing.sanitize import one_line, path_line

BUSY_MILLISECONDS = 5_000
MOST_ATTEMPTS = 3
"""To open it, while it is damaged and others set it aside at the same time."""

T = TypeVar("T")


class LibraryFile:
    """A file that several threads and programs may use at a time; made when it is not there.

    Args:
        path: Where it lies.

    Attributes:
        notice: One line for the user after a damaged file was set aside and a new one begun, or "".

    Raises:
        LibraryError: It cannot be opened, or there is something else in its place.
    """

    def __init__(self, path: Path) -> None:
        self.notice = ""
        self._path = path
        self._lock = threading.Lock()
        self._database: sqlite3.Connection
        self._opened: tuple[int, int] | None = None  # what `identity` says of the open file
        self._aside: Path | None = None  # what was set aside and not yet looked through
        with self._lock, explained(path):
            refuse_other_kinds(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()

    def close(self) -> None:
        """Close it."""
        self._database.close()

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Work with the database, one thread at a time; with a new one if it is damaged.

        What was written while another program set the file aside is written into the new one too.
        """
        with self._lock, explained(self._path):
            for _ in range(MOST_ATTEMPTS):
                try:
                    result = work(self._database)
                except sqlite3.Error as error:
                    if not self._make_way(error):
                        raise
                else:
                    if self._is_in_place():
                        return result
                    self._database.close()
                self._open()
            return work(self._database)

    def _open(self) -> None:
        """Open the file; one that is damaged is set aside, and a new one opened."""
        for attempt in range(MOST_ATTEMPTS):
            self._connect()
            try:
                check(self._database)
                self._write_ahead()
                self._database.execute("PRAGMA synchronous = NORMAL")
                migrate(self._database)
            except (sqlite3.Error, NotOursError, LibraryError) as error:
                if attempt == MOST_ATTEMPTS - 1 or not self._make_way(error):
                    self._database.close()
                    raise
            else:
                self._rescue()
                return

    def _connect(self) -> None:
        """Connect to the file, which is made if it is not there, and note which one it is."""
        while True:
            before = identity(self._path)
            self._database = sqlite3.connect(
                self._path,
                timeout=BUSY_MILLISECONDS / 1000,
                isolation_level=None,
                check_same_thread=False,
            )
            self._database.text_factory = as_text
            self._opened = identity(self._path)
            if before in (None, self._opened):
                return
            self._database.close()  # another program has put a new one in its place meanwhile

    def _make_way(self, error: Exception) -> bool:
        """Make way for a new library; False if the error does not ask for one."""
        if not self._is_in_place():
            self._database.close()
            return True
        if not isinstance(error, NotOursError) and not is_damage(error):
            return False
        self._set_aside(error)
        return True

    def _is_in_place(self) -> bool:
        """True if no other program has set aside the file that is open."""
        return identity(self._path) == self._opened

    def _set_aside(self, error: Exception) -> None:
        """Set the open file aside, as it is."""
        try:
            aside = set_aside(self._path.resolve(), self._opened)
        finally:
            self._database.close()  # now, so that SQLite finishes nothing in a damaged file
        if aside is not None:
            self._aside = aside
            self.notice = (
                f"the library {path_line(self._path)} was damaged ({one_line(str(error))});"
                f" it is kept as {path_line(aside)}, and a new one is begun"
            )

    def _rescue(self) -> None:
        """Take over what can be read of a library that was just set aside."""
        aside, self._aside = self._aside, None
        if aside is not None and (count := rescue(aside, self._database)):
            self.notice += f" with what can be read of it: {count:,} articles"

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


def as_text(data: bytes) -> str:
    """A text of the database, with a sign for what is no UTF-8."""
    return data.decode("utf-8", "replace")
