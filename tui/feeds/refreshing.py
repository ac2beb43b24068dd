"""Feeds asked for, or a new one followed, from the screen: in a thread, told in the header."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.errors import BriefingError, Cancelled
from tui.feeds.adding import feeds_counted, follow

if TYPE_CHECKING:
    from briefing.feeds.following import News
    from tui.base_app import BaseApp

MOST_PROBLEMS = 3
"""That are told at once; all stand in the list of feeds."""


class Refreshing:
    """Asks for feeds, one request of the reader's at a time.

    Args:
        screen: Where that is asked for.
        app: Has the feeds.
        after: Called, in the thread that draws, with what is under way now, or "".
    """

    def __init__(self, screen: Screen[None], app: BaseApp, after: Callable[[str], object]) -> None:
        self._screen = screen
        self._app = app
        self._after = after
        self._stop = Event()
        self.is_on = False

    def stop(self) -> None:
        """End it, whatever it waits for."""
        self._stop.set()

    def refresh(self, address: str | None, count: int) -> None:
        """Ask for one feed or for all that are followed, however short a while ago that was.

        Args:
            address: Of the one feed, or None.
            count: How many are asked for.
        """
        self._begin(partial(self._refresh, address, count), f"asking for {feeds_counted(count)}")

    def follow(self, source: str) -> None:
        """Follow what the reader named."""
        self._begin(partial(self._follow, source), "looking for the feed")

    def _begin(self, work: Callable[[], str], words: str) -> None:
        if self.is_on:
            return
        self._stop.clear()
        self.is_on = True
        self._after(words)
        self._screen.run_worker(
            partial(self._work, work), group="feeds", thread=True, exit_on_error=False
        )

    def _work(self, work: Callable[[], str]) -> None:
        """In a thread: do it, and tell what came of it."""
        failed = False
        try:
            words = work()
        except Cancelled:
            words = "stopped"
        except BriefingError as error:
            words, failed = str(error), True
        self._app.call_from_thread(self._end, words, failed)

    def _end(self, words: str, failed: bool) -> None:
        self.is_on = False
        self._after("")
        self._app.say(words, failed=failed)

    def _follow(self, source: str) -> str:
        assert self._app.feeds is not None
        return follow(source, self._app.feeds.feeds, self._stop.is_set)

    def _refresh(self, address: str | None, count: int) -> str:
        assert self._app.feeds is not None
        feeds = self._app.feeds.feeds
        came: list[News] = []
        for news in feeds.refresh(address, insists=True, stop=self._stop.is_set):
            came.append(news)
            words = f"asking for feeds: {len(came):,} of {count:,}"
            self._app.call_from_thread(self._after, words)
        return outcome_of(came)


def outcome_of(came: list[News]) -> str:
    """What came of asking for feeds, in a line, and a line for each of the first problems."""
    new = sum(news.new for news in came)
    problems = [news.feed.problem for news in came if news.feed.problem]
    words = f"{new:,} new entr{'y' if new == 1 else 'ies'}"
    if len(problems) > MOST_PROBLEMS:
        words += f"; {feeds_counted(len(problems))} cannot be read, such as"
    return "\n".join((words, *problems[:MOST_PROBLEMS]))
