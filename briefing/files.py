"""Files of the user's that the program reads by itself."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def ordinary_bytes(path: Path) -> bytes:
    """What a file holds; never waits, as for whoever writes into a pipe.

    Raises:
        OSError: It is not there, may not be read, or is no ordinary file.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENODEV, "it is no ordinary file")
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read()
    finally:
        os.close(descriptor)
