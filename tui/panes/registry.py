"""The panes beside the article, in a module of their own that is loaded after the first frame."""

from __future__ import annotations

from tui.panes.actors import ActorsPane
from tui.panes.base import EvidencePane
from tui.panes.dates import DatesPane
from tui.panes.locations import PlacesPane
from tui.panes.quotes import QuotesPane
from tui.panes.summary import SummaryPane


def evidence_panes() -> dict[str, EvidencePane]:
    """A new widget for each of them by its name, in the order of their places."""
    return {
        "summary": SummaryPane(id="summary"),
        "actors": ActorsPane(id="actors"),
        "places": PlacesPane(id="places"),
        "quotes": QuotesPane(id="quotes"),
        "when": DatesPane(id="when"),
    }
