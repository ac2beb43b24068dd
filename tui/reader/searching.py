"""Searching in the article or in a pane, as the query is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Span
from tui.commands import ARTICLES
from tui.text_search import Hits

if TYPE_CHECKING:
    from tui.reader.evidence import Evidence
    from tui.reader.view import ReaderView
    from tui.widgets.search_bar import SearchBar


WHERE = {"article": "the article", ARTICLES: "the list of articles"}
"""What is searched, as the user is told; the others are panes."""


class Search:
    """One search at a time.

    Attributes:
        query: What is searched for; "" when nothing is.
        pane: Where: the article, or the pane that had the focus.
        current: Number of the hit at which the reader is.
    """

    def __init__(self, screen: ReaderView, evidence: Evidence) -> None:
        self._screen = screen
        self._evidence = evidence
        self._came_from = evidence.here
        self.query = ""
        self.pane = "article"
        self.current = 0
        self._hits = Hits()
        self._rows: tuple[int, ...] = ()
        self._began_at = 0  # first character in view, or row, from which the search goes on
        self._bar: SearchBar | None = None

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self._hits) if self.pane == "article" else len(self._rows)

    async def open(self, pane: str) -> None:
        """Open the field for a search in a pane."""
        if self._bar is not None:
            return
        from tui.widgets.search_bar import SearchBar

        if pane != self.pane:
            self.clear()
        self.pane = pane
        article = self._screen.article_view
        self._began_at = article.place if pane == "article" else self._screen.rows(pane).index
        self._came_from = self._evidence.here
        self._bar = SearchBar(self._place, self.query)
        await self._screen.mount(self._bar)

    def type(self, query: str) -> None:
        """Look for another query."""
        self.query = query.strip()
        screen = self._screen
        if self.pane == "article":
            self._hits = Hits.of(screen.analysis.article.text, self.query)
            self.current = self._hits.first_from(self._began_at)
            screen.article_view.show_hits(self._hits, self.current)
            if not self._hits:
                screen.article_view.place = self._began_at
        else:
            self._rows = screen.rows(self.pane).find(self.query)
            later = (n for n, row in enumerate(self._rows) if row >= self._began_at)
            self.current = next(later, 0)
            if self._rows:
                screen.rows(self.pane).choose(self._rows[self.current])
        self._show_count()

    @property
    def hit(self) -> Span | None:
        """The hit in the article at which the reader is."""
        return self._hits[self.current] if self._hits else None

    def step(self, step: int) -> None:
        """To another hit, round the end."""
        if not self.count:
            return
        self.current = (self.current + step) % self.count
        if self.pane == "article":
            self._screen.article_view.show_hits(self._hits, self.current)
        else:
            self._screen.rows(self.pane).choose(self._rows[self.current])
        self._show_count()

    def words(self) -> str:
        """How much was found, and which hit this is."""
        if not self.query:
            return ""
        return f"{self.current + 1} of {self.count}" if self.count else f"not in {self._place}"

    @property
    def _place(self) -> str:
        return WHERE.get(self.pane, f"the {self.pane} pane")

    def _show_count(self) -> None:
        if self._bar is not None:
            self._bar.say(self.words())
        else:
            self._screen.update_bars()

    async def close(self, *, keep: bool) -> None:
        """Close the field; the hits stay lit, or the reader is back where the search began."""
        if self._bar is None:
            return
        bar, self._bar = self._bar, None
        self._screen.go_to(self.pane)
        await bar.remove()
        if not keep:
            began_at = self._began_at
            self.clear()
            if self.pane == "article":
                self._screen.article_view.place = began_at
            elif self._screen.rows(self.pane).rows:
                self._screen.rows(self.pane).choose(began_at)
        elif not self.count:
            self.clear()
        elif self.pane == "article":
            self._screen.remember(self._came_from)
        self._screen.update_bars()

    def clear(self) -> None:
        """Look for nothing any more."""
        self.query, self.current, self._rows = "", 0, ()
        if self._hits:
            self._hits = Hits()
            self._screen.article_view.show_hits(self._hits)
        if self.pane != "article":
            self._screen.rows(self.pane).find("")

    def rows_changed(self) -> None:
        """The panes may have other rows than before; a search in one of them goes on in those."""
        if self.pane == "article" or not self.query:
            return
        pane = self._screen.rows(self.pane)
        self._rows = pane.find(self.query)
        self.current = self._rows.index(pane.index) if pane.index in self._rows else 0
