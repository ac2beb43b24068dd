"""The dates pane: when, as written, with what it is on the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model import Article, Briefing, DateMention, Span
from tui.command_spec import Command
from tui.panes.labels import label_width, labelled
from tui.panes.spec import Order, PaneSpec, TextMarks
from tui.stage_words import UNDER_WAY
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, width_of

if TYPE_CHECKING:
    from tui.details.facts import Details
    from tui.panes.base import EvidencePane


def rows(briefing: Briefing) -> Sequence[Row]:
    """Dates as written."""
    return [_row(briefing.article, date) for date in briefing.dates]


def rows_by_time(briefing: Briefing) -> Sequence[Row]:
    """Dates in the order of time; those that are not known last."""
    from tui.panes.time_line import in_time

    order = in_time([date.value for date in briefing.dates])
    return [_row(briefing.article, briefing.dates[number]) for number in order]


def card(briefing: Briefing, date: DateMention) -> Details:
    """All about a date."""
    from tui.details.facts import date_details

    return date_details(briefing, date)


def mentions(briefing: Briefing) -> Iterator[Span]:
    """Where the dates stand."""
    return ((date.start, date.end) for date in briefing.dates)


def _row(article: Article, date: DateMention) -> Row:
    return Row(draw=partial(drawn_date, article, date), spans=((date.start, date.end),), item=date)


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
    """A value below its words, whole: nearer to the edge, or each end of an interval on a line."""
    fits = len(value) <= width
    parts = [value] if fits else value.replace("/", "/ ").split()
    return [
        fit([(" " * min(indent, max(width - len(part), 0)), "dim"), (part, "dim")], width)
        for part in parts
    ]


def _widget() -> type[EvidencePane]:
    from tui.panes.dates_pane import DatesPane

    return DatesPane


WHEN = PaneSpec(
    name="when",
    number=6,
    title="When",
    purpose="To the dates of the article.",
    stage="dates",
    parts=("dates",),
    progress=UNDER_WAY["dates"],
    loading="reading the dates",
    empty="no dates given",
    lists=DateMention,
    rows=rows,
    order=Order("by time", "by-time", rows_by_time),
    card=card,
    marks=TextMarks("date", mentions),
    signs=(("2001", "mark-date", "a date: bold and underlined"),),
    legend=(
        ("●─●┄●", "date", "dates in equal steps, not to scale; ┄ skips more than a year"),
        ("2", "date", "there, so many dates together; + for more than nine"),
        ("◆", "key", "there, the day of publication"),
    ),
    commands=(
        Command("by-time", "t", "by time", "Dates in the order of time, or as written again.",
                "when", "reorder", footer=65, shown="t", palette=True),
    ),
    help_heading="In the dates",
    shares_with="7",
    widget=_widget,
)  # fmt: skip
