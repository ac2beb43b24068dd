"""Why a library cannot be used, in one line that says what to do."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import LibraryError
from briefing.library.schema import NotOursError
from briefing.sanitize import one_line, path_line

MOVE_IT = "move it away to start a new one"
REASONS = {
    sqlite3.SQLITE_BUSY: "another program holds it; end that program",
    sqlite3.SQLITE_LOCKED: "another program holds it; end that program",
    sqlite3.SQLITE_READONLY: "it may not be written; change its permissions or those of its folder",
    sqlite3.SQLITE_CANTOPEN: "it may not be opened; change its permissions or those of its folder",
    sqlite3.SQLITE_FULL: "the disk is full; free some space",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the file system into ours, with the path of the library."""
    try:
        yield
    except OSError as error:
        words = one_line(error.strerror or str(error))
        what = f"{words}; change the permissions of its folder, or set XDG_DATA_HOME to another"
        raise LibraryError(_cannot_be_used(path, what)) from error
    except (sqlite3.Error, NotOursError) as error:
        code = getattr(error, "sqlite_errorcode", -1) & 0xFF
        what = REASONS.get(code) or f"{one_line(str(error))}; {MOVE_IT}"
        raise LibraryError(_cannot_be_used(path, what)) from error
    except LibraryError as error:
        raise LibraryError(_cannot_be_used(path, str(error))) from error


def _cannot_be_used(path: Path, why: str) -> str:
    return f"the library {path_line(path)} cannot be used: {why}"


def refuse_other_kinds(path: Path) -> None:
    """Refuse what is no ordinary file; SQLite would wait for whoever writes into a pipe.

    Raises:
        LibraryError: There is something else in its place.
    """
    try:
        mode = path.stat().st_mode  # once, since another program may move it at any time
    except OSError:
        if path.is_symlink():
            raise LibraryError(f"it is a link that leads nowhere; {MOVE_IT}") from None
        return
    if stat.S_ISDIR(mode):
        raise LibraryError(f"it is a folder; {MOVE_IT}")
    if not stat.S_ISREG(mode):
        raise LibraryError(f"it is a device or a pipe; {MOVE_IT}")
