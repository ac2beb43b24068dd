"""A library that is damaged is moved out of the way, whole, so that a new one can be begun."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

FILES = ("-wal", "-shm", "")
"""What SQLite appends to the names of a database's files. The database itself is moved last: alone
it is a damaged library still, while the others without it would be deleted by a new one."""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_damage(error: Exception) -> bool:
    """True if an error says that the file is damaged, and not only that it cannot be used now."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in DAMAGED


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from any other, whatever its name; None where there is none."""
    with suppress(OSError):
        stat = path.stat()
        return stat.st_dev, stat.st_ino
    return None


def set_aside(path: Path, damaged: tuple[int, int] | None) -> Path | None:
    """Give the files of a library names that nothing has.

    Args:
        path: The library, no link.
        damaged: The `identity` of the file that was found to be damaged.

    Returns:
        The new path, or None if another program has set it aside already.

    Raises:
        OSError: It cannot be moved.
    """
    with _alone_in(path.parent):
        if identity(path) != damaged:
            return None
        names = (path.with_name(f"{path.stem}.damaged-{n}{path.suffix}") for n in count(1))
        aside = next(name for name in names if not any(map(os.path.lexists, _files_of(name))))
        for now, then in zip(_files_of(path), _files_of(aside), strict=True):
            with suppress(FileNotFoundError):
                now.rename(then)
    return aside


def _files_of(path: Path) -> list[Path]:
    return [path.with_name(path.name + end) for end in FILES]


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let one program in at a time."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(ImportError, OSError):  # not a POSIX system, or a file system without locks
            from fcntl import LOCK_EX, flock

            flock(descriptor, LOCK_EX)
        yield
    finally:
        os.close(descriptor)
