"""The page as it would be saved, in the place of the article."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from tui.commands import bindings, shown_of
from tui.theme import ink
from tui.widgets.frame import set_frame_words
from tui.widgets.paged_view import PagedView
from tui.widgets.strips import strip_of

if TYPE_CHECKING:
    from briefing.page.beyond import Beyond
    from briefing.page.room import Room
    from tui.base_app import BaseApp

MARGIN = 2
WIDEST = 80
"""Columns that a row of the page has at most, as its budget counts them."""


class PageView(PagedView, can_focus=True, inherit_bindings=False):
    """Shows a page, or what HTML and Word hold beyond it, and how much room is left on it.

    Attributes:
        room: The page, or None where there is none.
        shows_sheet: True if what HTML and Word hold beyond it is shown.
        beyond: That; nothing where it is not shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move")]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.border_title = Content("1 Page")
        self.room: Room | None = None
        self.shows_sheet = False
        self.beyond: tuple[Beyond, ...] = ()
        self._notice = ""
        self._strips: list[Strip] = []
        self._drawn: tuple[int, str] = (0, "")

    def show(self, room: Room, beyond: tuple[Beyond, ...]) -> None:
        """Show a page, or what the sheet holds beyond it where that is to be seen."""
        self.room, self.beyond, self._drawn = room, beyond, (0, "")
        app: BaseApp = self.app  # type: ignore[assignment]
        key = shown_of("sheet", app.keymap)
        what, others = (
            ("HTML and Word", "Markdown") if self.shows_sheet else ("Markdown", "HTML and Word")
        )
        self.border_title = Content(f"1 Page as {what} · {key} shows {others}")
        set_frame_words(self, words_of(room))
        self._draw()

    def say(self, words: str) -> None:
        """Say why there is no page."""
        self.room, self.beyond, self._notice = None, (), words
        set_frame_words(self, "")
        self.refresh()

    def _draw(self) -> None:
        width, theme = self.scrollable_content_region.width, self.app.theme
        if self.room is None or width <= 0:
            return
        if self._drawn != (width, theme):
            from tui.composing.drawing import page_strips, sheet_strips

            columns = max(min(width - 2 * MARGIN, WIDEST), 1)
            if self.shows_sheet:
                self._strips = sheet_strips(self.beyond, columns, theme)
            else:
                self._strips = page_strips(self.room.markdown, columns, theme)
            self._drawn = (width, theme)
        size = Size(width, len(self._strips))
        if size != self.virtual_size:
            # as an assignment does, but for the layout of the whole screen, which stays as it is
            self.set_reactive(PageView.virtual_size, size)
            self._scroll_update(size)
        self.refresh()

    def on_resize(self) -> None:
        self._draw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._draw()

    def render_line(self, y: int) -> Strip:
        width, theme = self.scrollable_content_region.width, self.app.theme
        row = y + self.scroll_offset.y
        if self.room is None:
            return strip_of([(f"  {self._notice}", "dim")] if not y else [], theme, width)
        if row >= len(self._strips):
            return strip_of([], theme, width)
        margin = strip_of([], theme, MARGIN)
        ground = ink(theme, "ink")
        return Strip.join([margin, self._strips[row]]).adjust_cell_length(width, ground)


def words_of(room: Room) -> str:
    """How much room is left on a page, or what is wrong with it."""
    if room.problem:
        return room.problem
    if room.refused:
        count = len(room.refused)
        rows = "row that you put" if count == 1 else "rows that you put"
        return f"no room for {count} {rows} on it"
    return f"room for {_many(room.words, 'word')}, {_many(room.rows, 'line')}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
