"""The panes beside the article, in a module of their own that is loaded after the first frame."""

from __future__ import annotations

from tui.widgets.actors import ActorsPane
from tui.widgets.dates import DatesPane
from tui.widgets.locations import PlacesPane
from tui.widgets.pane import EvidencePane
from tui.widgets.quotes import QuotesPane
from tui.widgets.summary import SummaryPane


def evidence_panes() -> dict[str, EvidencePane]:
    """A new widget for each of them by its name, in the order of their places."""
    return {
        "summary": SummaryPane(id="summary"),
        "actors": ActorsPane(id="actors"),
        "places": PlacesPane(id="places"),
        "quotes": QuotesPane(id="quotes"),
        "when": DatesPane(id="when"),
    }
