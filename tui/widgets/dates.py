"""The dates pane: when, as written, and what that is on the calendar where it is known."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Article, Briefing, DateMention
from tui.widgets.pane import EvidencePane, label_width, labelled
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, fit, width_of


class DatesPane(EvidencePane):
    """Dates in the article's order."""

    NUMBER = 6
    TITLE = "When"
    LOADING = "reading the dates"
    EMPTY = "no dates given"
    COUNTED = "dates"

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        return [
            Row(
                draw=partial(_draw, briefing.article, date),
                spans=((date.start, date.end),),
                item=date,
            )
            for date in briefing.dates
        ]


def _draw(article: Article, date: DateMention, width: int, limit: int) -> list[Line]:
    lines = labelled(article, date.start, date.text, "date", width, limit)
    if date.value is None or date.value == date.text:
        return lines
    value = ("  " + date.value, "dim")
    if width_of([*lines[-1], value]) <= width:
        return [*lines[:-1], [*lines[-1], value]]
    indent = " " * label_width(article)
    return [*lines, fit([(indent, "dim"), (date.value, "dim")], width)]
