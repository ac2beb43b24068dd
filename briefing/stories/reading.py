"""What many files tell, read in several processes; nobody holds more than some of them."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, msgpack
from msgspec.structs import replace

from briefing.engine.pipes import begin, end, receive, send
from briefing.engine.reading import CRASHED, SECONDS
from briefing.errors import ReadError
from briefing.model import Article
from briefing.opening import Opener
from briefing.reading.sources import refusal
from briefing.stories.evidence import evidence_of
from briefing.stories.values import Evidence

if TYPE_CHECKING:
    import subprocess

AT_ONCE = 40
"""Files of one request; fewer are read sooner than a process begins."""
MEMORY_LIMIT = 1024**3
"""Bytes of address space for each process."""

Known = Evidence | ReadError


class Request(Struct, frozen=True):
    """To the process: what do these files tell?

    Attributes:
        files: Their paths, as the system writes them.
        date: When articles were published that do not say so themselves, or None.
    """

    files: tuple[bytes, ...]
    date: str | None = None


Answer = tuple[Evidence | str, ...]
"""What is known of each article, or why there is none."""


def known_of(files: Iterable[str], date: str | None = None, workers: int = 2) -> Iterator[Known]:
    """What is known of the articles in files, in their order, or why they cannot be read.

    Args:
        files: Paths; a file that is never an article, a picture, is passed over.
        date: When articles were published that do not say so themselves.
        workers: The most processes.
    """
    waiting = iter(files)
    pieces = iter(lambda: tuple(islice(waiting, AT_ONCE)), ())
    first = next(pieces, ())
    if len(first) < AT_ONCE:
        with Opener() as opener:
            for file in first:
                yield from known_in(opener, file, date)
        return
    processes = [_Process(date) for _ in range(workers)]
    busy: deque[_Process] = deque()
    try:
        for process, piece in zip(processes, (first, *islice(pieces, workers - 1)), strict=False):
            process.ask(piece)
            busy.append(process)
        while busy:
            process = busy.popleft()
            answer = process.answer()
            if piece := next(pieces, ()):
                process.ask(piece)
                busy.append(process)
            yield from answer
    finally:
        for process in processes:
            process.close()


def known_in(opener: Opener, file: str, date: str | None) -> Iterator[Known]:
    """What is known of the articles in one file of a folder."""
    for outcome in opener.open_found(file):
        yield known(outcome, date)


def known(outcome: Article | ReadError, date: str | None) -> Known:
    """What is known of an article that was opened; it gets the date if it has none."""
    if isinstance(outcome, ReadError):
        return outcome
    return evidence_of(outcome if outcome.published else replace(outcome, published=date))


class _Process:
    """A process that reads, for one request at a time."""

    def __init__(self, date: str | None) -> None:
        self._date = date
        self._files: tuple[str, ...] = ()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, files: tuple[str, ...]) -> None:
        """Have it read some files."""
        self._files = files
        request = Request(tuple(map(os.fsencode, files)), self._date)
        if self._process is None:
            self._process = begin("briefing.stories.worker", str(MEMORY_LIMIT))
        with suppress(OSError):  # then there is no answer
            send(self._process, msgpack.encode(request), self._deadline())

    def answer(self) -> Iterator[Known]:
        """What it found; where a file ends the process, the others are read again without it."""
        files, process = self._files, self._process
        assert process is not None
        try:
            answer = msgpack.decode(receive(process, self._deadline()), type=Answer)
        except (OSError, EOFError, DecodeError):
            self.close()
            return self._one_by_one(files)
        return (ReadError(each) if isinstance(each, str) else each for each in answer)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            end(self._process)
            self._process = None

    def _one_by_one(self, files: tuple[str, ...]) -> Iterator[Known]:
        if len(files) == 1:
            yield refusal(files[0], CRASHED)
            return
        alone = _Process(self._date)
        try:
            for file in files:
                alone.ask((file,))
                yield from alone.answer()
        finally:
            alone.close()

    def _deadline(self) -> float:
        return time.monotonic() + 2 * SECONDS * len(self._files)
