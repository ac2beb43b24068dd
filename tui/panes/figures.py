"""The figures pane: how many or how much, of what, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model import Article, Briefing, Figure
from briefing.weight_of_figures import by_weight, words_of
from tui.command_spec import Command
from tui.panes.labels import labelled
from tui.panes.spec import Order, PaneSpec
from tui.stage_words import UNDER_WAY
from tui.widgets.rows import Row
from tui.widgets.strips import Line, width_of

if TYPE_CHECKING:
    from tui.details.facts import Details


def rows(briefing: Briefing) -> Sequence[Row]:
    """Figures by their weight in the story."""
    return [_row(briefing.article, figure) for figure in by_weight(briefing)]


def rows_by_count(briefing: Briefing) -> Sequence[Row]:
    """Figures grouped by what is counted, the groups by their first figures."""
    weighed = by_weight(briefing)
    groups = list(dict.fromkeys(map(_group, weighed)))
    ordered = sorted(weighed, key=lambda figure: groups.index(_group(figure)))
    return [_row(briefing.article, figure) for figure in ordered]


def card(briefing: Briefing, figure: Figure) -> Details:
    """All about a figure."""
    from tui.details.facts import figure_details

    return figure_details(briefing, figure)


def _group(figure: Figure) -> str:
    """What is counted: what happened to people, or the last word for it, or the unit."""
    words = (figure.what or "").casefold().split()
    return figure.kind or (words[-1].removesuffix("s") if words else figure.unit or "")


def _row(article: Article, figure: Figure) -> Row:
    also = (figure.what_mention,) if figure.what_mention else ()
    draw = partial(drawn_figure, article, figure)
    return Row(draw=draw, spans=((figure.start, figure.end),), also=also, item=figure)


def drawn_figure(article: Article, figure: Figure, width: int, limit: int) -> list[Line]:
    """A figure as written with what it counts, what happened, and who says so."""
    lines = labelled(article, figure.start, words_of(article, figure), "strong", width, limit)
    told = [part for part in (figure.kind, figure.speaker) if part]
    for part in told:
        piece = (f"  {part}", "dim")
        if width_of([*lines[-1], piece]) <= width:
            lines[-1] = [*lines[-1], piece]
    return lines


FIGURES = PaneSpec(
    name="figures",
    number=7,
    title="Figures",
    purpose="To the figures: how many or how much, of what, and who says so.",
    stage="figures",
    parts=("figures",),
    progress=UNDER_WAY["figures"],
    loading="reading the figures",
    empty="no figures given",
    lists=Figure,
    rows=rows,
    order=Order("by what is counted", "by-count", rows_by_count, usual="by weight"),
    card=card,
    walked=False,
    commands=(
        Command("by-count", "t", "by count", "Figures grouped by what is counted, or by weight"
                " again.", "figures", "reorder", footer=65, shown="t", palette=True),
    ),
    help_heading="In the figures",
    shares_with="6",
)  # fmt: skip
