"""Several sources at once; large ones in a process of their own, while the program loads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from msgspec import DecodeError, msgpack

from briefing.errors import ReadError
from briefing.model import Article
from briefing.reading import read
from briefing.reading.sources import STDIN

WORTH_A_PROCESS = 300_000
"""Bytes of all sources; fewer are read sooner than a process begins and answers."""


def read_all(
    sources: Sequence[str], meanwhile: Callable[[], object] = lambda: None
) -> list[Article | ReadError]:
    """What `read` gives for each source, or why it gave nothing, in their order.

    Args:
        sources: Paths of text files, or "-" for standard input.
        meanwhile: Called while a process of its own reads, if there is one; other threads must not
            run yet.
    """
    if STDIN in sources or not hasattr(os, "fork") or _size(sources) < WORTH_A_PROCESS:
        return [_outcome(source) for source in sources]
    from tempfile import TemporaryFile

    with TemporaryFile() as answer:  # a pipe would hold the process up until it is read from
        process = os.fork()
        if process == 0:
            _answer(sources, answer)
        meanwhile()
        os.waitpid(process, 0)
        answer.seek(0)
        data = answer.read()
    try:
        found = msgpack.decode(data, type=list[Article | str])
    except DecodeError:  # the process did not come to its end
        return [_outcome(source) for source in sources]
    return [ReadError(entry) if isinstance(entry, str) else entry for entry in found]


def _outcome(source: str) -> Article | ReadError:
    try:
        return read(source)
    except ReadError as error:
        return error


def _size(sources: Sequence[str]) -> int:
    size = 0
    for source in sources:
        try:
            size += Path(source).stat().st_size
        except (OSError, ValueError):  # reading it says why
            continue
    return size


def _answer(sources: Sequence[str], answer: IO[bytes]) -> None:
    """The whole life of the process."""
    try:
        outcomes = map(_outcome, sources)
        found = [str(one) if isinstance(one, ReadError) else one for one in outcomes]
        answer.write(msgpack.encode(found))
        answer.flush()
    finally:
        os._exit(0)  # nothing of the program that it was forked from may run to its end here
