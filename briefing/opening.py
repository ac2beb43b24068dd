"""Whatever a user gives, opened: files, folders, addresses, standard input, a paste."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.engine.reading import Reader, needs_no_process
from briefing.errors import ReadError
from briefing.model import Article
from briefing.reading.decoding import is_never_text
from briefing.reading.formats.sniffing import format_of
from briefing.reading.sources import STDIN, load, refusal, shown_name
from briefing.web.addresses import is_address

if TYPE_CHECKING:
    from briefing.feeds.fetching import FeedReader
    from briefing.web.fetching import Fetched, OnFetched, Stop

Outcome = Article | ReadError
"""What came of a source: an article, or why there is none."""
OF_NO_ARTICLE = re.compile(r"^\.|[_.](?:files|dateien|fichiers|archivos|bestanden)$", re.I)
PART = "#"
"""Stands between a source and the number of one of its articles."""
NO_FILES = "there is no article in the folder; give another one"
NOT_LISTED = "the folder cannot be listed; change its permissions"
NO_SUCH_PART = "it has no article of that number; give the file alone to see all of them"


class FeedFound(ReadError):  # noqa: N818 - a result rather than an error
    """A source is a feed, whose entries are to be listed rather than read.

    Attributes:
        source: The address, as the user gave it.
        page: What was fetched of it.
    """

    def __init__(self, source: str, page: Fetched) -> None:
        super().__init__(f"{shown_name(source)} is a feed; give it alone to see its entries")
        self.source = source
        self.page = page


class Opened(Struct, frozen=True):
    """What a source held.

    Attributes:
        outcomes: Articles in their order, and why others could not be read; at least one, but for
            a file of a folder that is never an article.
        fetched: What came from its address; None where it is no address.
    """

    outcomes: tuple[Outcome, ...]
    fetched: Fetched | None = None


class Opener:
    """Opens sources, one at a time or several.

    Call `close`, or use it as a context manager, so that no process outlives the program.

    Args:
        allow_private: True if addresses of this machine and of intranets may be fetched.

    Attributes:
        lists_feeds: True if a feed is given as `FeedFound`, rather than as all of its articles.
    """

    def __init__(self, *, allow_private: bool = False) -> None:
        self.lists_feeds = False
        self._allow_private = allow_private
        self._reader = Reader()

    def __enter__(self) -> Opener:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @cached_property
    def feed_reader(self) -> FeedReader:
        """What asks for feeds, by the same rules and with the same process."""
        from briefing.feeds.fetching import FeedReader

        return FeedReader(self._reader, allow_private=self._allow_private)

    def close(self) -> None:
        """End the process that reads, if there is one."""
        self._reader.close()

    def open(
        self, source: str, *, on_progress: OnFetched | None = None, stop: Stop | None = None
    ) -> Opened:
        """What a source holds: a file's articles, those of a folder, the page of an address.

        Args:
            source: A path, an address, or "-" for standard input; "#2" after a path is the second
                of its articles alone.
            on_progress: Called while an address is fetched.
            stop: Asked while an address is fetched; when it gives True, the fetch ends.

        Raises:
            Cancelled: `stop` gave True.
        """
        try:
            if is_address(source):
                return self._fetched(source.strip(), on_progress, stop)
            if is_folder(source):
                return Opened(tuple(chain.from_iterable(self._in_folder(source))))
            whole, number = _part_of(source)
            return self._part(load(whole), whole, number)
        except ReadError as error:
            return Opened((error,))

    def each(
        self, source: str, *, on_progress: OnFetched | None = None, stop: Stop | None = None
    ) -> Iterator[Opened]:
        """What a source holds, as `open` takes it; of a folder one file after another."""
        if is_address(source) or not is_folder(source):
            yield self.open(source, on_progress=on_progress, stop=stop)
            return
        try:
            for outcomes in self._in_folder(source):
                yield Opened(outcomes)
        except ReadError as error:
            yield Opened((error,))

    def open_found(self, file: str) -> tuple[Outcome, ...]:
        """What a file of a folder holds; nothing if it is one that is never an article."""
        try:
            data = load(file)
        except ReadError as error:
            return (error,)
        return () if is_never_text(data) else self.open_data(data, file).outcomes

    def open_all(
        self,
        sources: Sequence[str],
        meanwhile: Callable[[], object] = lambda: None,
        on_progress: Callable[[str, int, int | None], None] = lambda *_: None,
    ) -> list[Opened]:
        """What each source holds, in their order.

        Where this is interrupted, what is fetched or read is given up, and so is this opener.

        Args:
            sources: As `open` takes them.
            meanwhile: Called in this thread while another one reads, unless that takes no time.
            on_progress: Called, by that other thread, with an address, how many bytes of it have
                come and how many are expected.
        """
        stop = Event()
        all_begun = [
            self._begun(source, partial(on_progress, source), stop.is_set) for source in sources
        ]
        if all(isinstance(begun, Opened) for begun in all_begun):
            return [begun for begun in all_begun if isinstance(begun, Opened)]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as thread:
            opened = thread.submit(
                lambda: [one if isinstance(one, Opened) else one() for one in all_begun]
            )
            try:
                meanwhile()
                return opened.result()
            except BaseException:
                stop.set()
                self.close()
                raise

    def open_data(
        self, data: bytes, source: str, *, address: str | None = None, charset: str | None = None
    ) -> Opened:
        """What bytes hold that are at hand: a paste, a page that was kept.

        Args:
            data: The bytes.
            source: Where they came from.
            address: The web address that they were fetched from, if there is one.
            charset: What the server said of their encoding.
        """
        try:
            return Opened(self._reader.articles_of(data, source, address=address, charset=charset))
        except ReadError as error:
            return Opened((error,))

    def _begun(
        self, source: str, on_progress: OnFetched, stop: Stop
    ) -> Opened | Callable[[], Opened]:
        """What a source holds, or what gives it where that takes time."""
        if is_address(source) or is_folder(source):
            return partial(self.open, source, on_progress=on_progress, stop=stop)
        whole, number = _part_of(source)
        try:
            data = load(whole)
        except ReadError as error:
            return Opened((error,))
        if needs_no_process(data):
            return self._part(data, whole, number)
        if whole == STDIN:
            return partial(self._part, data, whole, number)
        return partial(self.open, source)  # once more, so that not all are held at the same time

    def _part(self, data: bytes, source: str, number: int | None) -> Opened:
        """The articles of a source, or the one of a number, from 1."""
        opened = self.open_data(data, source)
        if number is None:
            return opened
        parts = opened.outcomes[number - 1 : number] if number else ()
        return Opened(parts or (refusal(f"{source}{PART}{number}", NO_SUCH_PART),))

    def _fetched(self, address: str, on_progress: OnFetched | None, stop: Stop | None) -> Opened:
        from briefing.web import fetch

        self._reader.start()  # while the network is waited for
        page = fetch(address, allow_private=self._allow_private, on_progress=on_progress, stop=stop)
        if self.lists_feeds and format_of(page.data) == "feed":
            return Opened((FeedFound(address, page),), page)
        articles = self._reader.articles_of(
            page.data, address, address=page.address, charset=page.charset
        )
        return Opened(articles, page)

    def _in_folder(self, folder: str) -> Iterator[tuple[Outcome, ...]]:
        """What each file in and below a folder holds; nothing for one that is never an article."""
        found = False
        for file in files_below(folder):
            outcomes = self.open_found(file)
            yield outcomes
            found = found or bool(outcomes)
        if not found:
            raise refusal(folder, NO_FILES)


def is_folder(source: str) -> bool:
    """True if a source is a folder."""
    return os.path.isdir(source)  # noqa: PTH112 - Path raises where a name is too long


def files_below(folder: str) -> Iterator[str]:
    """The files of a folder by name, then those of each of its folders.

    Left out are hidden ones, and the folders in which browsers put what a page is drawn with.

    Raises:
        ReadError: The folder cannot be listed.
    """
    if not os.access(folder, os.R_OK | os.X_OK):
        raise refusal(folder, NOT_LISTED)
    for below, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not OF_NO_ARTICLE.search(name))
        shown = (Path(below, name) for name in sorted(files) if not name.startswith("."))
        yield from (str(path) for path in shown if path.is_file())


def _part_of(source: str) -> tuple[str, int | None]:
    """A source and the number of one of its articles; None where it is all of them."""
    whole, sign, number = source.rpartition(PART)
    is_part = bool(sign) and number.isascii() and number.isdigit() and len(number) < 7
    if is_part and not os.path.exists(source) and os.path.isfile(whole):  # noqa: PTH110, PTH113
        return whole, int(number)
    return source, None
