"""What a reader has before them, as one value; pure.

Each function gives the state that follows another one. `tui.reader.view` draws a state.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Actor, Location
from tui.commands import PANES
from tui.widgets.rows import Row

Subject = Actor | Location
Exit = Literal["search", "zoom", "page", "narrowing", "back", "article", "evidence", "screen", ""]
"""What the key that leaves would end or go to; "" for nothing."""


class Visit(Struct, frozen=True):
    """A place to come back to: a pane, its row and mention, and the article's top."""

    pane: str
    owner: str
    row: Row | None
    mention: int
    top: int


class ReaderState(Struct, frozen=True):
    """What is shown, and the way back.

    Attributes:
        number: Which of the open articles.
        focused: The pane that has the focus.
        beside: The pane that stands with the article where there is room for one.
        zoomed: The focused pane has the whole screen.
        page: The page stands in the place of the article.
        only: The actor or place that everything is narrowed to, as the whole briefing has it.
        owner: The pane whose chosen row is lit in the article, or "".
        history: Where `back` leads, the last place last.
    """

    number: int = 0
    focused: str = "article"
    beside: str = PANES[1]
    zoomed: bool = False
    page: bool = False
    only: Subject | None = None
    owner: str = ""
    history: tuple[Visit, ...] = ()

    @property
    def only_name(self) -> str:
        """The name of what everything is narrowed to, or ""."""
        return self.only.name if self.only else ""

    @property
    def came_from_pane(self) -> bool:
        """True if the place that was left last is another pane than the article."""
        return bool(self.history) and self.history[-1].pane != "article"


def with_focus(state: ReaderState, pane: str) -> ReaderState:
    """After the reader went to a pane."""
    return replace(with_beside(state, pane), focused=pane)


def with_beside(state: ReaderState, pane: str) -> ReaderState:
    """With this pane beside the article, if it is one that can stand there."""
    return replace(state, beside=pane) if pane in PANES[1:] else state


def remembering(state: ReaderState, visit: Visit) -> ReaderState:
    """With a place that `back` leads to."""
    if state.history[-1:] == (visit,):
        return state
    return replace(state, history=(*state.history, visit))


def gone_back(state: ReaderState) -> tuple[ReaderState, Visit | None]:
    """Without the place that was left last, and that place."""
    if not state.history:
        return state, None
    return replace(state, history=state.history[:-1]), state.history[-1]


def with_article(state: ReaderState, number: int, only: Subject | None = None) -> ReaderState:
    """With another article, of which nothing is chosen; `only` is what it was narrowed to."""
    return replace(state, number=number, only=only, owner="", history=())


def neighbor(state: ReaderState, panes: Sequence[str], step: int) -> str:
    """The pane that many places after the focused one, around the end."""
    return panes[(panes.index(state.focused) + step) % len(panes)]


def exit_of(state: ReaderState, *, searching: bool, on_top: bool) -> Exit:
    """The innermost thing that the reader is in, which the key that leaves ends.

    Args:
        state: Where the reader is.
        searching: A search is on.
        on_top: There is another screen below.
    """
    if searching:
        return "search"
    if state.zoomed:
        return "zoom"
    if state.page:
        return "page"
    if state.only is not None:
        return "narrowing"
    if state.focused != "article":
        return "article"
    if state.came_from_pane:
        return "back"
    if state.owner:
        return "evidence"
    return "screen" if on_top else ""
