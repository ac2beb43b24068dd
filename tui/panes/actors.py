"""The actors pane: who acts, in what role, how often, and where in the article."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Actor, Briefing, Span
from tui.panes.base import EvidencePane
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, apart, fit

BARS_AT = ((60, 20), (44, 10), (36, 8), (24, 5))
"""From how many cells on the spread takes how many; narrower lists go without."""
BARS = " ▁▂▃▄▅▆▇█"


class ActorsPane(EvidencePane):
    """Actors, the most salient first, each with its count and its spread over the article."""

    NUMBER = 3
    TITLE = "Actors"
    LOADING = "finding who acts"
    EMPTY = "nobody is named"
    PARTS = ("actors",)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        length = len(briefing.article.text)
        return [
            Row(
                draw=partial(_draw, actor, length),
                spans=actor.mentions,
                name=actor.name,
                item=actor,
            )
            for actor in briefing.actors
        ]


def _draw(actor: Actor, length: int, width: int, limit: int) -> list[Line]:  # noqa: ARG001
    count: Line = [(f"{len(actor.mentions):>2}", "ink")]
    bars = next((bars for least, bars in BARS_AT if width >= least), 0)
    if bars:
        count.append((f" {spread(actor.mentions, length, bars)}", "dim"))
    lines = [apart([(actor.name, "actor")], count, width)]
    if actor.role:
        lines.append(fit([("  ", "dim"), (actor.role, "dim")], width))
    return lines


def spread(mentions: Sequence[Span], length: int, width: int) -> str:
    """Where in a text of `length` characters the mentions fall, as `width` small bars."""
    counts = [0] * width
    for start, _ in mentions:
        counts[min(start * width // max(length, 1), width - 1)] += 1
    top = max(*counts, 3)
    return "".join(BARS[-(-count * (len(BARS) - 1) // top)] for count in counts)
