"""Formats that need a parser are read in a process of their own, under limits of memory and time.

A file that is a bomb, or that crashes or hangs a parser, costs one article and one line; the next
one is read by a new process.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import DecodeError, Struct, msgpack

from briefing.engine.pipes import begin, end, receive, send
from briefing.errors import ReadError
from briefing.feeds.values import FeedContent, NamedFeeds
from briefing.model import Article
from briefing.reading import articles_of
from briefing.reading.formats.sniffing import format_of
from briefing.reading.sources import refusal

if TYPE_CHECKING:
    import subprocess

MEMORY_LIMIT = 1024**3
"""Bytes of address space for the process."""
SECONDS = 9.0
"""For one source, from the request to the articles."""
WORTH_A_PROCESS = 300_000
"""Bytes of plain text; less is read sooner than a process begins and answers."""

TOO_LONG = "reading it took longer than {:.0f} seconds; give a smaller part of it"
CRASHED = "it is damaged in a way that ends its reader; save it in another format, or as text"


T = TypeVar("T")


class Request(Struct, frozen=True):
    """To the process: read this.

    Attributes:
        data: The bytes of the source.
        source: Where they came from.
        address: The web address that they were fetched from, or None.
        charset: What the server said of their encoding, or None.
        wanted: What is to be read from them: articles, or the entries of a feed.
    """

    data: bytes
    source: str
    address: str | None = None
    charset: str | None = None
    wanted: Literal["articles", "feed"] = "articles"


class Reader:
    """Reads the bytes of sources; small plain texts at once, all else in its process.

    It may be used from several threads, one source at a time. Call `close`, or use it as a context
    manager, when nothing is to be read any more.

    Args:
        memory_limit: Bytes of address space that the process may use.
        seconds: For one source.
    """

    def __init__(self, *, memory_limit: int = MEMORY_LIMIT, seconds: float = SECONDS) -> None:
        self._memory_limit = memory_limit
        self._seconds = seconds
        self._lock = threading.Lock()
        """Held while a source is read."""
        self._starting = threading.Lock()
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def articles_of(
        self, data: bytes, source: str, *, address: str | None = None, charset: str | None = None
    ) -> tuple[Article, ...]:
        """The articles in the bytes of a source, at least one.

        Args:
            data: The bytes.
            source: Where they came from, as the user gave it.
            address: The web address that they were fetched from, if there is one.
            charset: What the server said of their encoding.

        Raises:
            ReadError: There is no article in them, or their reader crashed or took too long.
        """
        if needs_no_process(data):
            return articles_of(data, source, address=address, charset=charset)
        request = Request(data, _encodable(source), address, charset)
        return self._answer(request, tuple[Article, ...])

    def feed_of(
        self, data: bytes, source: str, *, address: str | None = None, charset: str | None = None
    ) -> FeedContent | NamedFeeds:
        """The entries of a feed, or the feeds that a list or a page names.

        Args:
            data: The bytes.
            source: Where they came from, as the user gave it.
            address: As in `articles_of`, and so is the other.
            charset: What the server said of their encoding.

        Raises:
            ReadError: They are neither, or their reader crashed or took too long.
        """
        request = Request(data, _encodable(source), address, charset, "feed")
        return self._answer(request, FeedContent | NamedFeeds)  # type: ignore[arg-type]

    def _answer(self, request: Request, kind: type[T]) -> T:
        with self._lock:
            found = self._ask(request, kind)
        if isinstance(found, str):
            raise ReadError(found)
        return found

    def start(self) -> None:
        """Start the process if it does not run, and return at once."""
        with self._lock, suppress(OSError, EOFError):  # which whoever asks for articles is told
            self._started()

    def close(self) -> None:
        """End the process, whatever it does; a thread that waits for articles gets an error."""
        with self._starting:
            self._closed = True
            if self._process is not None:
                self._process.kill()  # so that a thread that waits for it lets go of the lock
        with self._lock:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            with self._starting:
                if self._closed:
                    raise EOFError
                self._process = begin("briefing.engine.reading_worker", str(self._memory_limit))
        return self._process

    def _ask(self, request: Request, kind: type[T]) -> T | str:
        deadline = time.monotonic() + self._seconds
        try:
            process = self._started()
            send(process, msgpack.encode(request), deadline)
            answer: T | str = msgpack.decode(receive(process, deadline), type=kind | str)
            return answer
        except TimeoutError as error:
            self._end()
            raise refusal(request.source, TOO_LONG.format(self._seconds)) from error
        except (OSError, EOFError, DecodeError) as error:
            self._end()
            raise refusal(request.source, CRASHED) from error


def _encodable(source: str) -> str:
    """The name of a source, with a sign for each byte of a file name that is no text."""
    return source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def needs_no_process(data: bytes) -> bool:
    """True for a plain text that is read sooner than a process begins."""
    return len(data) < WORTH_A_PROCESS and format_of(data) == "plain"
