"""The summary pane: the chosen sentences, each with its paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model import Briefing, SummarySentence
from tui.panes.labels import labelled
from tui.panes.spec import PaneSpec
from tui.stage_words import UNDER_WAY
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from tui.details.facts import Details
    from tui.panes.base import EvidencePane


def rows(briefing: Briefing) -> Sequence[Row]:
    """The sentences that stand for the whole article."""
    return [
        Row(
            draw=partial(labelled, briefing.article, item.start, item.text, "ink"),
            spans=((item.start, item.end),),
            item=item,
        )
        for item in briefing.summary
    ]


def card(briefing: Briefing, sentence: SummarySentence) -> Details:
    """Why a sentence is in the summary."""
    from tui.details.facts import sentence_details

    return sentence_details(briefing, sentence)


def _widget() -> type[EvidencePane]:
    from tui.panes.summary_pane import SummaryPane

    return SummaryPane


SUMMARY = PaneSpec(
    name="summary",
    number=2,
    title="Summary",
    purpose="To the summary.",
    stage="summary",
    parts=("summary", "sentences", "actors", "locations"),
    progress=UNDER_WAY["summary"],
    loading="weighing the sentences",
    empty="no sentence to choose",
    lists=SummarySentence,
    rows=rows,
    card=card,
    walked=False,
    spaced=True,
    may_cut=False,
    widget=_widget,
)
