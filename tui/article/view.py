"""The article: frozen text on the line API, with marks by kind and the evidence lit."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.strip import Strip

from briefing.model import Article, Briefing, Span
from tui.article.highlights import Lights
from tui.article.layout import ArticleLayout, Layers
from tui.article.selecting import paragraph_at, place_near, selection_of, span_of, word_at
from tui.article.words import word_in_row
from tui.commands import bindings
from tui.messages import ArticleEntered, TextClicked
from tui.settings import DEFAULT_TEXT_WIDTH
from tui.text_search import Hits
from tui.theme import ink
from tui.widgets.paged_view import PagedView
from tui.widgets.row_list import BAR
from tui.widgets.selectable import SelectableView
from tui.widgets.strips import Line, strip_of

TICK = "▐"
AHEAD = 20_000
"""Characters after the first one in view that are wrapped at once; the rest follows."""
SLICE = 400_000
"""Characters that are then wrapped between one key and another."""


class ArticleView(SelectableView, PagedView, can_focus=True, inherit_bindings=False):
    """Shows an article; it never changes, what is lit in it does.

    Attributes:
        article: The article, or None.
        lights: What of it is marked and lit.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move", "article")]

    def __init__(self, *, id: str, text_width: int = DEFAULT_TEXT_WIDTH) -> None:
        super().__init__(id=id)
        self.border_title = Content("1 Article")
        self.article: Article | None = None
        self.lights = Lights()
        self._text_width = text_width
        self._layout_rows: ArticleLayout | None = None
        self._strips: dict[int, Strip] = {}
        self._drawn_theme = ""
        self._gutter = 4
        self._ticks: frozenset[int] = frozenset()
        self._lit_rows: dict[int, bool] = {}
        self._place = 0  # offset of the first character in view, kept over resizes
        self._laying_out = False
        self._reveal_later: Span | None = None

    # What it shows

    def show(self, article: Article, top: int = 0) -> None:
        """Show another article from the row with the character at `top`."""
        self.article = article
        self.border_title = Content(
            "1 Article" + ("  see i: it was tidied" if article.notes else "")
        )
        self._gutter = len(str(article.last_number)) + 4  # ¶, number, space, bar, space
        self.lights, self._layout_rows, self._place = Lights(article.text), None, top
        self._lay_out()

    def mark(self, briefing: Briefing) -> None:
        """Mark the names, places, quotes and dates of a briefing of this article."""
        if self.lights.mark(briefing):
            self._strips.clear()
            self.refresh()

    def light(self, spans: Sequence[Span], current: int, also: Sequence[Span] = ()) -> None:
        """Light spans as evidence, one of them as the current one; `also` is lit beside them."""
        if self.lights.light(spans, current, also):
            self._find_lit_rows()
            self.refresh()

    def show_hits(self, hits: Hits, current: int = 0) -> None:
        """Light what a search found, and show the current hit."""
        self.lights.hits, self.lights.hit = hits, current
        self._strips.clear()
        self.refresh()
        if hits:
            self.reveal(hits[current])

    def reveal(self, span: Span | None = None) -> None:
        """Scroll so that a span, or the current evidence, can be seen, if it cannot be already."""
        layout = self._layout_rows
        if span is None:
            if not self.lights.evidence:
                return
            span = self.lights.evidence[self.lights.current]
        if layout is None or not self.size.height:
            self._reveal_later = span
            return
        self._reveal_later = None
        rows = layout.rows_of(span)
        self._update_height()
        height, top = self.view_height, self.scroll_offset.y
        margin = min(2, height // 4)
        if rows.start >= top + margin and rows.stop <= top + height - margin:
            return
        room = max(height - len(rows), 0)
        self.scroll_to(y=max(rows.start - room // 3, 0), animate=False, immediate=True)

    @property
    def place(self) -> int:
        """Offset of the first character in view."""
        return self._place

    @place.setter
    def place(self, offset: int) -> None:
        self._place, self._reveal_later = offset, None
        if self._layout_rows is not None:
            row = self._layout_rows.row_or_gap(offset) if offset else 0
            self._update_height()
            self.scroll_to(y=row, animate=False, immediate=True, force=True)

    def word_beside(self, word: Span, step: int) -> Span | None:
        """The word in the row above or below another one."""
        layout = self._layout_rows
        return word_in_row(layout, word, step) if layout else None

    @property
    def in_view(self) -> Span:
        """The span of the characters in view."""
        layout = self._layout_rows
        if layout is None or not layout.has_row(0):
            return (0, 0)
        last = self.scroll_offset.y + self.view_height - 1
        return self._place, layout.ends[last if layout.has_row(last) else -1]

    # Laying out

    def _layout_for(self, width: int) -> ArticleLayout | None:
        """The rows at a width, wrapped anew where it is another one than before."""
        if self.article is None or width <= 0:
            return None
        column = max(min(self._text_width, width - self._gutter - 1), 1)
        if self._layout_rows is None or self._layout_rows.width != column:
            self._strips.clear()
            self.deselect()
            self._layout_rows = ArticleLayout(self.article, column)
            self._layout_rows.wrap_past(self._place + AHEAD)
            if not self._layout_rows.complete:
                self.call_after_refresh(self._wrap_rest, self._layout_rows)
        return self._layout_rows

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        layout = self._layout_for(width)
        if layout is None:
            return
        self._strips.clear()
        self._laying_out = True
        row = layout.row_or_gap(self._place) if self._place else 0
        self._update_height()
        self.scroll_to(y=row, animate=False, immediate=True, force=True)
        self._laying_out = False
        self._find_lit_rows()
        if self._reveal_later:
            self.reveal(self._reveal_later)
        self.refresh()

    def _wrap_rest(self, layout: ArticleLayout) -> None:
        """Make the rows that are far from the view, a slice at a time so that keys come between."""
        if layout is not self._layout_rows:
            return
        layout.wrap_past(layout.wrapped + SLICE)
        if layout.complete:
            self._update_height()
            self._find_lit_rows()
            self.refresh()
        else:
            self.call_later(self._wrap_rest, layout)

    def _update_height(self) -> None:
        """Set the height that the scroll bar shows: how many rows there are, or an estimate."""
        if self._layout_rows is not None:
            width = self.scrollable_content_region.width
            self.virtual_size = Size(width, self._layout_rows.height)

    def on_resize(self) -> None:
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        layout = self._layout_rows
        if layout and layout.has_row(0) and not self._laying_out:
            row = round(new_value)
            self._place = layout.starts[row if layout.has_row(row) else -1] if row else 0

    def _find_lit_rows(self) -> None:
        """Rows with a bar in the gutter, and lines of the view with a tick at the right."""
        layout = self._layout_rows
        self._strips.clear()
        self._lit_rows = {}
        if layout is None or not layout.has_row(0):
            return
        self._lit_rows = self.lights.rows(layout)
        height = self.view_height
        self._ticks = frozenset(row * height // layout.height for row in self._lit_rows)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.app.theme != self._drawn_theme:  # and not for each change of the focus
            self._drawn_theme = self.app.theme
            self._strips.clear()
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        theme = self.app.theme
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row, theme, width - 1)
        tick = Segment(TICK if y in self._ticks else " ", ink(theme, "accent"))
        return Strip([*strip, tick], width)

    def _draw(self, row: int, theme: str, width: int) -> Strip:
        layout = self._layout_for(width + 1)  # the first frame comes before the first resize
        if layout is None or not layout.has_row(row):
            return strip_of([], theme, width)
        gutter = strip_of(self._gutter_line(layout, row), theme, self._gutter)
        text = Strip(self._segments(layout, row, theme))
        blank = strip_of([], theme, self._margin(width, layout))
        whole = Strip.join([blank, gutter, text])
        return whole.adjust_cell_length(width, ink(theme, "ink"))

    def _margin(self, width: int, layout: ArticleLayout) -> int:
        """Empty cells before the gutter where there is more room than the text takes."""
        return max((width - self._gutter - layout.width) // 2, 0)

    @property
    def _text_begins(self) -> int:
        """The column of the text's first cell."""
        layout, width = self._layout_rows, self.scrollable_content_region.width - 1
        return self._gutter + (self._margin(width, layout) if layout else 0)

    def _gutter_line(self, layout: ArticleLayout, row: int) -> Line:
        number = None
        if layout.opens_paragraph(row):
            number = layout.article.paragraphs[layout.owners[row]].number
        label = f"¶{number}" if number is not None else ""
        lit = self._lit_rows.get(row)
        bar = (BAR if lit else "▏", "accent") if lit is not None else (" ", "ink")
        return [(f"{label:<{self._gutter - 2}}", "key" if lit else "dim"), bar]

    def _segments(self, layout: ArticleLayout, row: int, theme: str) -> Iterator[Segment]:
        if layout.owners[row] < 0:
            return
        text = layout.article.text
        kind = layout.article.paragraphs[layout.owners[row]].kind
        start, end = layout.starts[row], layout.ends[row]
        selected = self._selected(start, end)
        for left, right, name, ground in self.lights.inks(start, end, kind, selected):
            yield Segment(text[left:right], ink(theme, name, ground))

    # Choosing

    def on_click(self, event: events.Click) -> None:
        at, layout = event.get_content_offset(self), self._layout_rows
        if at is None or layout is None:
            return
        offset = layout.offset_at(at.y + self.scroll_offset.y, at.x - self._text_begins)
        if offset is None:
            return
        if event.chain > 1:
            self._select(event.chain, offset, layout)
        else:
            self.post_message(TextClicked(offset))

    def action_last(self) -> None:
        if self._layout_rows is not None:
            self._layout_rows.finish()
            self._update_height()
        super().action_last()

    def action_choose(self) -> None:
        self.post_message(ArticleEntered())

    # Selecting

    def offset_near(self, x: int, y: int) -> Offset:
        if self._layout_rows is None:
            return Offset(0, 0)
        return place_near(self._layout_rows, y + self.scroll_offset.y, x - self._text_begins)

    def _select(self, chain: int, offset: int, layout: ArticleLayout) -> None:
        """Take the word of a double click, or the paragraph of a triple one."""
        text = layout.article.text
        self.select(word_at(text, offset) if chain == 2 else paragraph_at(layout, offset))

    def select(self, span: Span | None) -> None:
        """Select a span, as the mouse does, and show it; None to select nothing."""
        layout = self._layout_rows
        self.screen.selections = {self: selection_of(layout, span)} if span and layout else {}
        if span:
            self.reveal(span)

    @property
    def selected(self) -> Span | None:
        """What is selected, if there are words in it."""
        selection, layout = self.text_selection, self._layout_rows
        span = span_of(layout, selection) if selection and layout else (0, 0)
        return span if span[0] < span[1] else None

    def _selected(self, start: int, end: int) -> Layers:
        first, last = self.selected or (0, 0)
        return Layers([(max(start, first), min(end, last), 1)])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        layout = self._layout_rows
        return (layout.article.text[slice(*span_of(layout, selection))], "") if layout else None

    def selection_updated(self, selection: Selection | None) -> None:
        del selection
        self._strips.clear()
        self.refresh()
