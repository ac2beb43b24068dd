"""Files opened without ever waiting for them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WITHOUT_WAITING = os.O_RDONLY | os.O_CLOEXEC | os.O_NOCTTY | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def opened(path: str | Path) -> Iterator[tuple[int, os.stat_result]]:
    """A descriptor to read from, and what kind of file it is.

    A pipe into which nobody writes does not hang; what is looked at is what is read.

    Raises:
        OSError: It is not there, or may not be read.
    """
    descriptor = os.open(path, WITHOUT_WAITING)
    try:
        yield descriptor, os.fstat(descriptor)
    finally:
        os.close(descriptor)


def ordinary_bytes(path: Path) -> bytes:
    """What a file holds that the program reads by itself.

    Raises:
        OSError: It is not there, may not be read, or is no ordinary file.
    """
    with opened(path) as (descriptor, status):
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.ENODEV, "it is no ordinary file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read()
