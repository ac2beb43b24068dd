"""Paths as terminals write them where files are dropped: quoted, with backslashes, as addresses."""

from __future__ import annotations

import os
import platform
import shlex
from collections.abc import Iterator, Sequence
from contextlib import suppress
from urllib.parse import unquote, urlsplit

FILE_ADDRESS = "file://"
LONGEST = 20_000
"""Characters; a longer paste is a text."""


def dropped_paths(pasted: str) -> tuple[str, ...]:
    """The paths that a paste consists of; none where it is anything else.

    Args:
        pasted: What the terminal sent.
    """
    if len(pasted) <= LONGEST:
        for written in _readings(pasted):
            paths = tuple(map(_plain, written))
            if paths and all(path.startswith("/") and is_there(path) for path in paths):
                return paths
    return ()


def path_of(typed: str) -> str | None:
    """The path that was typed, if it is one.

    Args:
        typed: What stands in the field.
    """
    for written in _readings(typed):
        path = _plain(os.path.expanduser(written[0])) if len(written) == 1 else ""  # noqa: PTH111 - Path makes another thing of an address
        if path and is_there(path):
            return path
    return None


def is_there(path: str) -> bool:
    """True if a file or a folder has this path."""
    with suppress(ValueError):  # a NUL in it
        return os.path.exists(path)  # noqa: PTH110 - Path raises where a name is too long
    return False


def _readings(text: str) -> Iterator[Sequence[str]]:
    """The ways in which a text may be one path or several."""
    lines = [line for line in text.strip("\r\n").splitlines() if line.strip()]
    if len(lines) == 1:
        yield lines
    yield [line.strip() for line in lines]
    with suppress(ValueError):  # a quotation mark alone
        yield shlex.split(text)


def _plain(written: str) -> str:
    """The path that an address of a file on this machine means; other words as they are."""
    if not written.startswith(FILE_ADDRESS):
        return written
    with suppress(ValueError):
        host, path = urlsplit(written.replace("#", "%23").replace("?", "%3F"))[1:3]
        if host in ("", "localhost", platform.node()):
            return unquote(path, errors="surrogateescape")
    return ""
