"""Feeds asked for politely: one at a time from each site, seldom, and only for what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from queue import SimpleQueue
from threading import Event, Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import Cancelled, ReadError
from briefing.feeds.values import Feed, FeedContent, NamedFeed, NamedFeeds
from briefing.reading.sources import refusal
from briefing.web.answers import LONGEST_WAIT

if TYPE_CHECKING:
    from briefing.engine.reading import Reader
    from briefing.web.fetching import Fetched, Limits, Network, Stop

TICK: Final = 0.1
"""Seconds between two questions if a pause is still wanted."""
STOPPED: Final = "the feeds are no longer asked for"
IS_LIST: Final = "it is a list of feeds; save it, and give the file to --follow"
NAMES_OTHERS: Final = "it is no feed but names one; follow {} instead"


class Manners(Struct, frozen=True):
    """How seldom sites are asked.

    Attributes:
        pause: Seconds from one answer of a site to the next request.
        again: Minutes before a feed is asked for again, unless the reader insists.
        busy: Minutes for which a site that has too much to do is left alone if it does not say.
        sites: How many are asked at a time.
    """

    pause: float = 0.5
    again: int = 15
    busy: int = 60
    sites: int = 4


class Refreshed(Struct, frozen=True):
    """What came of asking for a feed.

    Attributes:
        feed: What is known of it now; its problem says if it could not be read.
        content: What it holds, where that may be new.
        data: The bytes of that.
    """

    feed: Feed
    content: FeedContent | None = None
    data: bytes = b""


class FeedReader:
    """Asks for feeds; it may be used from several threads.

    Args:
        reader: Reads what is fetched.
        allow_private: True if addresses of this machine and of intranets may be fetched.
        manners: How seldom sites are asked.
        limits: What one fetch may cost; the usual if None.
        network: By what the world is reached; the usual if None.
        now: Gives the time.
        wait: Waits so many seconds.
    """

    def __init__(
        self,
        reader: Reader,
        *,
        allow_private: bool = False,
        manners: Manners = Manners(),  # noqa: B008 - frozen
        limits: Limits | None = None,
        network: Network | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        wait: Callable[[float], object] = sleep,
    ) -> None:
        self._reader = reader
        self._allow_private = allow_private
        self._manners = manners
        self._costs = {"limits": limits, "network": network}
        self._now = now
        self._wait = wait
        self._sites: defaultdict[str, _Site] = defaultdict(_Site)

    def refresh(self, feed: Feed, *, insists: bool = False, stop: Stop | None = None) -> Refreshed:
        """Ask for a feed, unless that was done a short while ago; nothing is raised if it is dead.

        Args:
            feed: What is known of it.
            insists: True to ask again however short the while. A site that wants to be left alone
                is left alone nevertheless.
            stop: Asked all the time; when it gives True, this ends.

        Raises:
            Cancelled: `stop` gave True.
        """
        if self._is_too_soon(feed, insists=insists):
            return Refreshed(feed)
        asked = replace(feed, fetched=_written(self._now()), wait_until=None)
        from briefing.web.fetching import TooBusyError

        try:
            page = self.fetch(feed, stop)
            if page is None:
                return Refreshed(replace(asked, problem=""))
            return self.refreshed(feed, page)
        except TooBusyError as error:
            seconds = error.wait or 60 * self._manners.busy
            until = _written(self._now() + timedelta(seconds=seconds))
            return Refreshed(replace(asked, problem=str(error), wait_until=until))
        except ReadError as error:
            _end_if(stop)  # where the reader was closed meanwhile
            return Refreshed(replace(asked, problem=str(error)))

    def refreshed(self, feed: Feed, page: Fetched) -> Refreshed:
        """What came of asking for a feed, of which a page was fetched just now.

        Raises:
            ReadError: It is no feed.
        """
        found = self.read(page, feed.address)
        if isinstance(found, NamedFeeds):
            why = IS_LIST if found.is_list else NAMES_OTHERS.format(found.feeds[0].address)
            raise refusal(feed.address, why)
        title = found.title or feed.title or site_of(feed.address)
        now = _written(self._now())
        return Refreshed(Feed(feed.address, title, page.validators, now), found, page.data)

    def refresh_all(
        self, feeds: Iterable[Feed], *, insists: bool = False, stop: Stop | None = None
    ) -> Iterator[Refreshed]:
        """Ask for feeds, each as `refresh` does, and give what comes of each as soon as it comes.

        Several sites are asked at a time, and the feeds of one site one after the other.

        Raises:
            Cancelled: `stop` gave True.
        """
        by_site: defaultdict[str, list[Feed]] = defaultdict(list)
        for feed in feeds:
            by_site[_site_asked(feed)].append(feed)
        done: SimpleQueue[Refreshed | BaseException] = SimpleQueue()
        ended = Event()

        def is_over() -> bool:
            return ended.is_set() or bool(stop and stop())

        def ask(its: list[Feed]) -> None:
            try:
                for feed in its:
                    done.put(self.refresh(feed, insists=insists, stop=is_over))
            except BaseException as error:  # raised in the thread that waits
                done.put(error)

        with ThreadPoolExecutor(self._manners.sites, "feeds") as threads:
            try:
                for its in by_site.values():
                    threads.submit(ask, its)
                for _ in range(sum(map(len, by_site.values()))):
                    outcome = done.get()
                    if isinstance(outcome, BaseException):
                        raise outcome
                    yield outcome
            finally:
                ended.set()
                threads.shutdown(cancel_futures=True)

    def fetch(self, feed: Feed, stop: Stop | None = None) -> Fetched | None:
        """What stands at the address of a feed when it is its site's turn; None if unchanged.

        Raises:
            TooBusyError: The site wants to be left alone.
            ReadError: It cannot be fetched.
            Cancelled: `stop` gave True.
        """
        from briefing.web.fetching import fetch_if_changed

        costs = {name: value for name, value in self._costs.items() if value is not None}
        with self._turn(_site_asked(feed), stop):
            return fetch_if_changed(
                feed.address,
                feed.validators,
                allow_private=self._allow_private,
                stop=stop,
                **costs,  # type: ignore[arg-type] # each is of its own type
            )

    def read(self, page: Fetched, source: str) -> FeedContent | NamedFeeds:
        """The entries of what was fetched, or the feeds that it names.

        Raises:
            ReadError: It is neither.
        """
        return self._reader.feed_of(page.data, source, address=page.address, charset=page.charset)

    def named_in(self, data: bytes, source: str) -> tuple[NamedFeed, ...]:
        """The feeds that a file names: those of a list, or itself by no address at all.

        Raises:
            ReadError: It is no list of feeds.
        """
        found = self._reader.feed_of(data, source)
        return found.feeds if isinstance(found, NamedFeeds) else ()

    def _is_too_soon(self, feed: Feed, *, insists: bool) -> bool:
        now = self._now()
        left = _seconds(now, feed.wait_until)
        if left is not None and 0 < left <= LONGEST_WAIT:
            return True
        since = _seconds(now, feed.fetched)
        return not insists and since is not None and 0 <= -since < 60 * self._manners.again

    @contextmanager
    def _turn(self, name: str, stop: Stop | None) -> Iterator[None]:
        """Wait until a site is asked for nothing else, and has had its pause."""
        site = self._sites[name]
        while not site.lock.acquire(timeout=TICK):
            _end_if(stop)
        try:
            while (left := site.answered + self._manners.pause - monotonic()) > 0:
                _end_if(stop)
                self._wait(min(TICK, left))
            yield
        finally:
            site.answered = monotonic()
            site.lock.release()


class _Site:
    """A site, and when it gave its last answer, by the monotonic clock."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.answered = float("-inf")


def site_of(address: str) -> str:
    """The host of an address, or ""."""
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""


def _site_asked(feed: Feed) -> str:
    """The site that gives the feed, which an address may only redirect to."""
    return site_of(feed.validators.address or feed.address)


def _end_if(stop: Stop | None) -> None:
    if stop and stop():
        raise Cancelled(STOPPED)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _seconds(now: datetime, written: str | None) -> float | None:
    """How many seconds a moment is after now; None if it is none."""
    try:
        return (datetime.fromisoformat(written or "") - now).total_seconds()
    except (ValueError, TypeError):
        return None
