"""Opening an article from the start screen: read in a thread, with the progress in the header."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.errors import BriefingError, ReadError
from briefing.model import Article, Span
from briefing.opening import FeedFound
from briefing.sanitize import one_line
from tui.fetch_progress import amount_fetched
from tui.widgets.bar import Bar
from tui.widgets.strips import Line

if TYPE_CHECKING:
    from briefing.feeds.rows import KeptEntry
    from briefing.library import Entry, Hit
    from tui.base_app import BaseApp

MOST_PROBLEMS = 5
Outcomes = Sequence[Article | ReadError]


class Opening:
    """Opens one source after the other.

    Args:
        screen: Where that is shown, in the bar `#header`.
        app: Opens the sources, and shows the articles.
        after: Called when nothing is read any more, to draw the header as it was.
    """

    def __init__(self, screen: Screen[None], app: BaseApp, after: Callable[[], object]) -> None:
        self._screen = screen
        self._app = app
        self._after = after
        self._stop = Event()  # set to end a fetch
        self.is_reading = False

    def stop(self) -> None:
        """End what is fetched."""
        self._stop.set()

    def entry(self, entry: Entry, hit: Hit | None = None) -> None:
        """Open an article of the library as it was kept, or else as it is at its source now.

        Args:
            entry: The article.
            hit: Where in it to begin.
        """
        self._open(partial(self._kept, entry), "the article", hit)

    def feed_entry(self, kept: KeptEntry) -> None:
        """Open the article of an entry of a feed."""
        self._open(partial(self._of_entry, kept), kept.entry.title)

    def sources(self, *sources: str) -> None:
        """Open paths or addresses."""
        self._open(partial(self._opened, sources), ", ".join(sources))

    def text(self, text: str) -> None:
        """Open a pasted text."""
        self._open(partial(self._app.sources.open_text, text), "the pasted text")

    def _kept(self, entry: Entry) -> Outcomes:
        """In a thread: an article of the library."""
        kept = self._app.library.article(entry.key) if self._app.library is not None else None
        return (kept,) if kept else self._opened((entry.source,))

    def _of_entry(self, kept: KeptEntry) -> Outcomes:
        """In a thread: the article of an entry of a feed."""
        assert self._app.feeds is not None
        return self._app.feeds.open_entry(
            kept, on_progress=self._show_fetch_from_thread, stop=self._stop.is_set
        )

    def _opened(self, sources: Sequence[str]) -> Outcomes:
        """In a thread: what sources hold, with the progress of a fetch in the header."""
        return [
            outcome
            for source in sources
            for outcome in self._app.sources.open(
                source,
                on_progress=self._show_fetch_from_thread,
                stop=self._stop.is_set,
            )
        ]

    def _open(self, opener: Callable[[], Outcomes], source: str, hit: Hit | None = None) -> None:
        self._stop.clear()
        self.is_reading = True
        self._show_reading(f"reading {source}")
        self._screen.run_worker(
            partial(self._read, opener, hit),
            group="opening",
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )

    def _show_reading(self, words: str) -> None:
        line: Line = [("brief", "key"), (f"  {one_line(words)}", "dim")]
        self._screen.query_one("#header", Bar).set_line(line)

    def _show_fetch_from_thread(self, arrived: int, expected: int | None) -> None:
        self._app.call_from_thread(self._show_fetch, arrived, expected)

    def _show_fetch(self, arrived: int, expected: int | None) -> None:
        if self.is_reading:
            self._show_reading(f"fetching  {amount_fetched(arrived, expected)} · esc stops")

    def _read(self, opener: Callable[[], Outcomes], hit: Hit | None) -> None:
        """In a thread: read the articles, then go on in the screen's own."""
        try:
            outcomes = opener()
        except BriefingError as error:
            outcomes = (ReadError(str(error)),)
        self._app.call_from_thread(self._show, outcomes, hit)

    def _show(self, outcomes: Outcomes, hit: Hit | None) -> None:
        self.is_reading = False
        articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
        feeds = [outcome for outcome in outcomes if isinstance(outcome, FeedFound)]
        shown = feeds[:1] if not articles else []
        problems = [
            str(outcome)
            for outcome in outcomes
            if isinstance(outcome, ReadError) and outcome not in shown
        ]
        if problems:
            self._after()
            self._app.say("\n".join(problems[:MOST_PROBLEMS]), failed=True)
        if shown:
            self._after()
            self._app.show_feeds(shown[0].source)
        if articles:
            self._app.open_articles(articles, place_of(hit, articles[0].text) if hit else None)


def place_of(hit: Hit, text: str) -> Span | None:
    """Where a hit is in a text, which another version of brief may have read another way."""
    if hit.span is None:
        return None
    if hit.start is None:
        return hit.span if hit.span[1] <= len(text) else None
    on_one_line = text.replace("\n", " ")
    start = hit.start if on_one_line.startswith(hit.text, hit.start) else on_one_line.find(hit.text)
    shift = start - hit.start
    return None if start < 0 else (hit.span[0] + shift, hit.span[1] + shift)
