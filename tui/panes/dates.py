"""The dates pane: a line of time, and when, as written, with what it is on the calendar."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from briefing.model import Article, Briefing, DateMention
from tui.commands import bindings
from tui.panes.base import label_width, labelled
from tui.panes.ordered import OrderedPane
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, fit, width_of

LINE_FROM, LABELS_FROM = 6, 9
"""Lines of a pane from which it has the line of time, and labels below it."""


class DatesPane(OrderedPane):
    """Dates as written or in the order of time, below a line on which they stand."""

    NUMBER = 6
    TITLE = "When"
    LOADING = "reading the dates"
    EMPTY = "no dates given"
    ORDER = "by time"
    PARTS = ("dates",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("when")]

    def __init__(self, *, id: str) -> None:
        self._values: list[str | None] = []
        self._line: tuple[object, list[Line]] = (None, [])
        super().__init__(id=id)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        from tui.panes.time_line import in_time

        dates = list(briefing.dates)
        if self.reordered:
            dates = [dates[number] for number in in_time([date.value for date in dates])]
        self._values = [date.value for date in dates]
        return [
            Row(
                draw=partial(drawn_date, briefing.article, date),
                spans=((date.start, date.end),),
                item=date,
            )
            for date in dates
        ]

    def action_by_time(self) -> None:
        self.reorder()

    def head_height(self) -> int:
        height = self.content_height
        wanted = 0 if height < LINE_FROM else 1 if height < LABELS_FROM else 2
        return min(wanted, len(self._time_line(wanted))) if wanted and self.rows else 0

    def head_line(self, y: int) -> Line:
        return self._time_line(self.head_height())[y]

    def _time_line(self, height: int) -> list[Line]:
        from tui.panes.time_line import time_line

        chosen = self.index if self.has_focus or self.holds_evidence else None
        published = self._briefing.article.published if self._briefing else None
        key = (tuple(self._values), published, self.content_width, height, chosen)
        if self._line[0] != key:
            width = self.content_width - 2
            self._line = (key, time_line(self._values, published, width, height, chosen))
        return self._line[1]


def drawn_date(article: Article, date: DateMention, width: int, limit: int) -> list[Line]:
    """A date as written, and what it is on the calendar, whole, beside or below it."""
    lines = labelled(article, date.start, date.text, "date", width, limit)
    if date.value is None or date.value == date.text:
        return lines
    value = ("  " + date.value, "dim")
    if width_of([*lines[-1], value]) <= width:
        return [*lines[:-1], [*lines[-1], value]]
    return [*lines, *_value_lines(date.value, label_width(article), width)]


def _value_lines(value: str, indent: int, width: int) -> list[Line]:
    """A value below its words, whole: nearer to the edge, or the ends of an interval apart."""
    fits = len(value) <= width
    parts = [value] if fits else value.replace("/", "/ ").split()
    return [
        fit([(" " * min(indent, max(width - len(part), 0)), "dim"), (part, "dim")], width)
        for part in parts
    ]
