"""The bytes of a source, of ordinary files and streams only and never more than a sane number."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import BinaryIO

from briefing.errors import ReadError
from briefing.files import opened
from briefing.sanitize import one_line

LARGEST_FILE = 20_000_000
"""Bytes; a longer source is refused before it is read."""
STDIN = "-"

FOLDER = "it is a folder; give the files in it"
KINDS = (
    (stat.S_ISDIR, FOLDER),
    (stat.S_ISFIFO, "it is a pipe; give the article on standard input, as -"),
    (stat.S_ISSOCK, "it is a socket; give an article file"),
    (stat.S_ISCHR, "it is a device; give an article file"),
    (stat.S_ISBLK, "it is a device; give an article file"),
)
FAILURES = {
    errno.ENOENT: "there is no such file; check the path",
    errno.ENOTDIR: "there is no such file; check the path",
    errno.EACCES: "you may not read it; change its permissions",
    errno.EPERM: "you may not read it; change its permissions",
    errno.EISDIR: FOLDER,
    errno.ELOOP: "its links lead in a circle; give the file itself",
    errno.ENXIO: "it is a socket or a pipe; give an article file",
    errno.ENAMETOOLONG: "the path is too long; check it",
}
TOO_LARGE = f"it is larger than {LARGEST_FILE // 1_000_000} MB; give a shorter text"
EMPTY = "it is empty; give a file with an article in it"


def load(source: str, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of a path or, for "-", of standard input.

    Raises:
        ReadError: No ordinary file, not readable, empty, or larger than `LARGEST_FILE`.
    """
    try:
        data = _read_stdin(stdin) if source == STDIN else _read_file(source)
    except OSError as error:
        why = FAILURES.get(error.errno or 0) or f"{error.strerror or error}; check the file"
        raise refusal(source, why) from error
    except ValueError as error:  # a NUL in the path
        raise refusal(source, "this is no path; check it") from error
    if not data:
        raise refusal(source, EMPTY)
    if len(data) > LARGEST_FILE:
        raise refusal(source, TOO_LARGE)
    return data


def refusal(source: str, why: str) -> ReadError:
    """The one-line error for a source; `why` ends with what to do."""
    return ReadError(f"cannot read {shown_name(source)}: {one_line(why)}")


def shown_name(source: str) -> str:
    """The source as it can be shown in a message."""
    return "standard input" if source == STDIN else one_line(source) or "a file without a name"


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    if stdin is None and sys.stdin is None:
        raise refusal(STDIN, "it is closed; give the path of an article file")
    return (stdin or sys.stdin.buffer).read(LARGEST_FILE + 1)


def _read_file(path: str) -> bytes:
    with opened(path) as (descriptor, status):
        for is_kind, why in KINDS:
            if is_kind(status.st_mode):
                raise refusal(path, why)
        if status.st_size > LARGEST_FILE:
            raise refusal(path, TOO_LARGE)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST_FILE + 1)
