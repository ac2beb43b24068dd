"""The actors pane: who acts, in what role, how often, and where in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model import Actor, Briefing, Span
from tui.panes.spec import PaneSpec, TextMarks
from tui.stage_words import UNDER_WAY
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified

if TYPE_CHECKING:
    from tui.details.facts import Details

BARS_AT = ((60, 20), (44, 10), (36, 8), (24, 5))
"""From how many cells on the spread takes how many; narrower lists go without."""
BARS = " ▁▂▃▄▅▆▇█"


def rows(briefing: Briefing) -> Sequence[Row]:
    """Actors, the most salient first, each with its count and its spread over the article."""
    length = len(briefing.article.text)
    return [
        Row(draw=partial(_draw, actor, length), spans=actor.mentions, name=actor.name, item=actor)
        for actor in briefing.actors
    ]


def card(briefing: Briefing, actor: Actor) -> Details:
    """All about an actor."""
    from tui.details.facts import actor_details

    return actor_details(briefing, actor)


def mentions(briefing: Briefing) -> Iterator[Span]:
    """Where the actors are named."""
    return (span for actor in briefing.actors for span in actor.mentions)


def _draw(actor: Actor, length: int, width: int, limit: int) -> list[Line]:  # noqa: ARG001
    count: Line = [(f"{len(actor.mentions):>2}", "ink")]
    bars = next((bars for least, bars in BARS_AT if width >= least), 0)
    if bars:
        count.append((f" {spread(actor.mentions, length, bars)}", "dim"))
    lines = [justified([(actor.name, "actor")], count, width)]
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


ACTORS = PaneSpec(
    name="actors",
    number=3,
    title="Actors",
    purpose="To the actors: who acts, in what role, how often.",
    stage="actors",
    parts=("actors",),
    progress=UNDER_WAY["actors"],
    loading="finding who acts",
    empty="nobody is named",
    counted=("actor", "actors"),
    lists=Actor,
    rows=rows,
    card=card,
    marks=TextMarks("actor", mentions),
    signs=(("Name", "mark-actor", "an actor: underlined"),),
    legend=(("▂▅", "dim", "beside an actor, where in the article and how often the name stands"),),
)
