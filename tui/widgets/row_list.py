"""A list of rows of inked lines, one of them chosen, on the line API."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.strip import Strip

from tui.commands import bindings
from tui.messages import RowChosen, RowEntered
from tui.text_search import Query, query_of
from tui.widgets.row_selection import part_of, place_near, selected_words, with_selection, words_of
from tui.widgets.rows import Row, text_of
from tui.widgets.selectable import SelectableView
from tui.widgets.strips import Line, Piece, lit, strip_of
from tui.widgets.wrap import fold

LIMITS = (99, 4, 3, 2)
"""How many lines a row's text may take: the first of these at which all rows fit, else the last."""

BAR = "▌"


class RowList(SelectableView, can_focus=True, inherit_bindings=False):
    """Rows of different heights with a chosen one; posts `RowChosen` and `RowEntered`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move", "list")]
    spaced = False
    """An empty line stands between rows where there is room."""
    may_cut = True
    """Long rows are cut, so that more of them are in view; if not, they are scrolled."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.index = 0
        self.holds_evidence = False
        self.notice: Piece = ("", "dim")
        self._lines: Sequence[tuple[Line, int]] = []
        self._starts: Sequence[int] = [0]
        self._drawn_width = -1
        self._sought: Query | None = None

    # What it shows

    def set_rows(self, rows: Sequence[Row], notice: Piece = ("", "dim")) -> None:
        """Show these rows; with none, the notice says why there are none."""
        self.rows = tuple(rows)
        self.notice = notice
        self.index = max(0, min(self.index, len(self.rows) - 1))
        self.redraw()

    def set_holds_evidence(self, holds: bool) -> None:
        """Mark the chosen row as what the article lights, even without the focus, or no longer."""
        if holds != self.holds_evidence:
            self.holds_evidence = holds
            self.refresh()

    def head_height(self) -> int:
        """Lines that stand above the rows and do not scroll."""
        return 0

    def head_line(self, y: int) -> Line:  # noqa: ARG002
        """One of the lines above the rows."""
        return []

    def foot_height(self) -> int:
        """Lines that stand below the rows and do not scroll."""
        return 0

    def foot_line(self, y: int) -> Line:  # noqa: ARG002
        """One of the lines below the rows."""
        return []

    def redraw(self) -> None:
        """Lay the rows out again for the present width."""
        width = self.content_width
        if width <= 0:
            self._drawn_width = -1
            return
        self.deselect()
        self._compose_lines(width)
        self.virtual_size = Size(width, self.head_height() + len(self._lines) + self.foot_height())
        self.rows_laid_out()
        self.refresh()

    def _compose_lines(self, width: int) -> None:
        self._drawn_width = width
        height = self.content_height
        room = height - self.head_height()
        drawn: list[Sequence[Line]] = []
        limits = LIMITS if len(self.rows) <= room else LIMITS[-1:]  # each takes a line at least
        if not self.may_cut:
            limits = (max(room - 1, LIMITS[-1]),)
        for limit in limits:
            drawn = [row.lines(width - 1, limit) for row in self.rows]
            if sum(map(len, drawn)) <= room:
                break
        spare = room - sum(map(len, drawn))
        for number, row in enumerate(self.rows if limit < LIMITS[0] and spare > 0 else ()):
            fuller = row.lines(width - 1, limit + spare)  # what is left goes to the first ones cut
            spare -= len(fuller) - len(drawn[number])
            drawn[number] = fuller
        gap = self.spaced and sum(map(len, drawn)) + len(drawn) - 1 <= room
        lines: list[tuple[Line, int]] = []
        for number, its in enumerate(drawn):
            lines.extend((line, number) for line in its)
            if gap and number < len(drawn) - 1:
                lines.append(([], -1))
        heights = [len(its) + (1 if gap else 0) for its in drawn]
        words, name = self.notice
        notice = fold(words, max(width - 1, 1), max(room, 1))
        self._lines = lines or [([(part, name)], -1) for part in notice]
        self._starts = [0, *accumulate(heights)]

    def rows_laid_out(self) -> None:
        """Called when lines are new; panes say in their frame what is in view."""

    @property
    def content_width(self) -> int:
        """Cells between the frame and the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def content_height(self) -> int:
        """Lines inside the frame and above the foot."""
        return self.scrollable_content_region.height - self.foot_height()

    def rows_in_view(self) -> int:
        """How many rows begin in the visible part."""
        top = self.scroll_offset.y
        bottom = top + self.content_height - self.head_height()
        return sum(top <= start < bottom for start in self._starts[: len(self.rows)])

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Lay the rows out for the present size, with the chosen one in view."""
        self.redraw()
        self._keep_in_view()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.content_width
        theme = self.app.theme
        if self._drawn_width != width:  # the first frame may come before the first resize
            self._compose_lines(width)
            self.call_later(self._fit)  # or instead of it
        head = self.head_height()
        if y < head:
            return strip_of([(" ", "ink"), *self.head_line(y)], theme, width)
        if y >= self.content_height:
            foot = self.foot_line(y - self.content_height)
            return strip_of([(" ", "ink"), *foot], theme, width)
        at = y - head + self.scroll_offset.y
        if at >= len(self._lines):
            return strip_of([], theme, width)
        line, owner = self._lines[at]
        on = owner == self.index and (self.has_focus or self.holds_evidence)
        whole = [(BAR, "accent") if on else (" ", "ink"), *line]
        strip = strip_of(whole, theme, width, "chosen" if on else "background")
        strip = lit(strip, self._sought, theme) if self._sought and owner >= 0 else strip
        selection = self.text_selection
        part = part_of(selection, at, len(words_of(line))) if selection else None
        return with_selection(strip, part, theme, len(BAR)) if part else strip

    # Moving

    def choose(self, index: int) -> None:
        """Make a row the chosen one and tell the screen."""
        if not self.rows:
            return
        self.point_at(index)
        self.post_message(RowChosen(self.id or "", self.index))

    def point_at(self, index: int) -> None:
        """Make a row the chosen one and tell nobody."""
        self.index = max(0, min(index, len(self.rows) - 1))
        self._keep_in_view()
        self.index_changed()
        self.refresh()

    def find(self, query: str) -> tuple[int, ...]:
        """Light a query in the rows, and give the numbers of those that have it."""
        self._sought = query_of(query)
        self.refresh()
        if self._sought is None:
            return ()
        sought = self._sought
        return tuple(number for number, row in enumerate(self.rows) if sought.is_in(text_of(row)))

    def index_changed(self) -> None:
        """Called when another row was chosen."""

    def _keep_in_view(self) -> None:
        if not self.rows or self._drawn_width <= 0:
            return
        room = max(self.content_height - self.head_height(), 1)
        top, bottom = self._starts[self.index], self._starts[self.index + 1]
        y = self.scroll_offset.y
        if top < y or bottom - top > room:
            self._scroll_to_line(top)
        elif bottom > y + room:
            self._scroll_to_line(bottom - room)

    def _scroll_to_line(self, y: int) -> None:
        # forced, since a list whose rows are new has no scroll bar yet
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def _row_at(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def _step(self, lines: int) -> None:
        """To the row some lines away, and at least to the next one."""
        if self.rows:
            target = self._row_at(max(self._starts[self.index] + lines, 0))
            beside = self.index + (1 if lines > 0 else -1)
            self.choose(max(target, beside) if lines > 0 else min(target, beside))

    def action_line_down(self) -> None:
        self.choose(self.index + 1)

    def action_line_up(self) -> None:
        self.choose(self.index - 1)

    def action_page_down(self) -> None:
        self._step(self.content_height)

    def action_page_up(self) -> None:
        self._step(-self.content_height)

    def action_half_down(self) -> None:
        self._step(self.content_height // 2)

    def action_half_up(self) -> None:
        self._step(-(self.content_height // 2))

    def action_first(self) -> None:
        self.choose(0)

    def action_last(self) -> None:
        self.choose(len(self.rows) - 1)

    def action_choose(self) -> None:
        if self.rows:
            self.post_message(RowEntered(self.id or "", self.index))

    def on_focus(self) -> None:
        self.refresh()
        if self.rows:
            self.post_message(RowChosen(self.id or "", self.index))

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None or not self.head_height() <= at.y < self.content_height:
            return
        line = at.y - self.head_height() + self.scroll_offset.y
        if line < len(self._lines) and self._lines[line][1] >= 0:
            self.choose(self._lines[line][1])
            if event.chain > 1:
                self.action_choose()

    # Selecting with the mouse

    def offset_near(self, x: int, y: int) -> Offset:
        line = y - self.head_height() + self.scroll_offset.y
        return place_near(self._lines, line, x - len(BAR))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selected_words(self._lines, selection), ""
