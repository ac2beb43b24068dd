"""Searching in the article or in a pane, as the query is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.reader.search_state import (
    SearchState,
    cleared,
    stepped,
    with_other_rows,
    with_rows,
    with_text,
)

if TYPE_CHECKING:
    from tui.reader.evidence import Evidence
    from tui.reader.view import ReaderView
    from tui.widgets.search_bar import SearchBar


class Search:
    """One search at a time, drawn on the screen.

    Attributes:
        state: What is searched for, and what was found.
    """

    def __init__(self, screen: ReaderView, evidence: Evidence) -> None:
        self._screen = screen
        self._evidence = evidence
        self._came_from = evidence.here
        self._bar: SearchBar | None = None
        self.state = SearchState()

    @property
    def query(self) -> str:
        """What is searched for; "" when nothing is."""
        return self.state.query

    def words(self) -> str:
        """How much was found, and which hit this is."""
        return self.state.words()

    async def open(self, pane: str) -> None:
        """Open the field for a search in a pane."""
        if self._bar is not None:
            return
        from tui.widgets.search_bar import SearchBar

        if pane != self.state.pane:
            self.clear()
        article = self._screen.article_view
        began_at = article.place if pane == "article" else self._screen.rows(pane).index
        self.state = replace(self.state, pane=pane, began_at=began_at)
        self._came_from = self._evidence.here
        self._bar = SearchBar(self.state.place, self.query)
        await self._screen.mount(self._bar)

    def type(self, query: str) -> None:
        """Look for another query."""
        query, state, screen = query.strip(), self.state, self._screen
        if state.in_article:
            self.state = with_text(state, query, screen.analysis.article.text)
            screen.article_view.show_hits(self.state.hits, self.state.current)
            if not self.state.hits:
                screen.article_view.place = state.began_at
        else:
            self.state = with_rows(state, query, screen.rows(state.pane).find(query))
            self._choose_row()
        self._show_count()

    def step(self, step: int) -> None:
        """To another hit, around the end."""
        if not self.state.count:
            return
        self.state = stepped(self.state, step)
        if self.state.in_article:
            self._screen.article_view.show_hits(self.state.hits, self.state.current)
        else:
            self._choose_row()
        self._show_count()

    def _choose_row(self) -> None:
        if self.state.rows:
            self._screen.rows(self.state.pane).choose(self.state.rows[self.state.current])

    def _show_count(self) -> None:
        if self._bar is not None:
            self._bar.show_count(self.words())
        else:
            self._screen.update_bars()

    async def close(self, *, keep: bool) -> None:
        """Close the field; the hits stay lit, or the reader is back where the search began."""
        if self._bar is None:
            return
        bar, self._bar = self._bar, None
        pane, began_at = self.state.pane, self.state.began_at
        self._screen.go_to(pane)
        await bar.remove()
        if not keep:
            self.clear()
            if pane == "article":
                self._screen.article_view.place = began_at
            elif self._screen.rows(pane).rows:
                self._screen.rows(pane).choose(began_at)
        elif not self.state.count:
            self.clear()
        elif pane == "article":
            self._screen.remember(self._came_from)
        self._screen.update_bars()

    def clear(self) -> None:
        """Look for nothing any more."""
        before, self.state = self.state, cleared(self.state)
        if before.hits:
            self._screen.article_view.show_hits(self.state.hits)
        if not before.in_article:
            self._screen.rows(before.pane).find("")

    def rows_changed(self) -> None:
        """The panes may have other rows than before; a search in one of them goes on in those."""
        if self.state.in_article or not self.query:
            return
        pane = self._screen.rows(self.state.pane)
        self.state = with_other_rows(self.state, pane.find(self.query), pane.index)
