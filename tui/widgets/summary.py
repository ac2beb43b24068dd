"""The summary pane: the chosen sentences, each with its paragraph."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Briefing
from tui.widgets.pane import EvidencePane, labelled
from tui.widgets.row_list import Row


class SummaryPane(EvidencePane):
    """Sentences of the article that stand for the whole."""

    NUMBER = 2
    TITLE = "Summary"
    LOADING = "weighing the sentences"
    EMPTY = "no sentence to choose"
    COUNTED = "sentences"
    SPACED = True

    total = 0

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        self.total = briefing.longest_summary
        return [
            Row(
                draw=partial(labelled, briefing.article, item.start, item.text, "ink"),
                spans=((item.start, item.end),),
                item=item,
            )
            for item in briefing.summary
        ]

    def frame_note(self) -> str:
        if not self.rows or not self.total:
            return ""
        lead = " · " if self.has_focus or self.holds_evidence else ""
        if lead or self.rows_in_view() == len(self.rows):
            count = "" if lead else f"{len(self.rows)} "
            return f"{lead}{count}of {self.total} sentences  − +"
        return f" shown, of {self.total} sentences  − +"
