"""A search in the article or in the rows of a pane, as one value; pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Span
from tui.commands import ARTICLES
from tui.text_search import Hits

NAMES = {"article": "the article", ARTICLES: "the list of articles"}
"""What is searched, as the user is told; the others are panes."""


class SearchState(Struct, frozen=True):
    """What is searched for, and what was found.

    Attributes:
        query: What is searched for; "" when nothing is.
        pane: Where: the article, or a pane.
        current: Number of the hit at which the reader is.
        hits: What was found in the article.
        rows: Numbers of the rows of a pane in which it was found.
        began_at: First character in view, or row, from which the search goes on.
    """

    query: str = ""
    pane: str = "article"
    current: int = 0
    hits: Hits = Hits()
    rows: tuple[int, ...] = ()
    began_at: int = 0

    @property
    def in_article(self) -> bool:
        """True if the article is searched, and not a pane."""
        return self.pane == "article"

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self.hits) if self.in_article else len(self.rows)

    @property
    def hit(self) -> Span | None:
        """The hit in the article at which the reader is."""
        return self.hits[self.current] if self.hits else None

    @property
    def place(self) -> str:
        """What is searched, as the user is told."""
        return NAMES.get(self.pane, f"the {self.pane} pane")

    def words(self) -> str:
        """How much was found, and which hit this is."""
        if not self.query:
            return ""
        return f"{self.current + 1} of {self.count}" if self.count else f"not in {self.place}"


def with_text(search: SearchState, query: str, text: str) -> SearchState:
    """The search for another query in the article; the first hit is where it began, or after."""
    hits = Hits.of(text, query)
    return replace(search, query=query, hits=hits, current=hits.first_from(search.began_at))


def with_rows(search: SearchState, query: str, rows: Sequence[int]) -> SearchState:
    """The search for another query, which stands in these rows of the pane."""
    later = (number for number, row in enumerate(rows) if row >= search.began_at)
    return replace(search, query=query, rows=tuple(rows), current=next(later, 0))


def with_other_rows(search: SearchState, rows: Sequence[int], index: int) -> SearchState:
    """The same search in a pane that has other rows than before, with the row `index` chosen."""
    current = rows.index(index) if index in rows else 0
    return replace(search, rows=tuple(rows), current=current)


def stepped(search: SearchState, step: int) -> SearchState:
    """At another hit, around the end."""
    return replace(search, current=(search.current + step) % search.count)


def cleared(search: SearchState) -> SearchState:
    """No search; it remembers where it was."""
    return SearchState(pane=search.pane, began_at=search.began_at)
