"""The panes beside the article, in the order of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model import Briefing
from tui.panes.actors import ACTORS
from tui.panes.dates import WHEN
from tui.panes.figures import FIGURES
from tui.panes.places import PLACES
from tui.panes.quotes import QUOTES
from tui.panes.spec import PaneSpec
from tui.panes.summary import SUMMARY

if TYPE_CHECKING:
    from tui.details.facts import Details

EVIDENCE_PANES: tuple[PaneSpec, ...] = (
    SUMMARY,
    ACTORS,
    PLACES,
    QUOTES,
    WHEN,
    FIGURES,
)
SHARED_PLACE = ("when", "figures")
"""Panes of which one stands where all panes are shown: the one that was gone to last."""
PANE_OF_NAME = {spec.name: spec for spec in EVIDENCE_PANES}


def details_of(briefing: Briefing, item: Struct) -> Details:
    """The card of an item that a pane lists."""
    spec = next(spec for spec in EVIDENCE_PANES if isinstance(item, spec.lists))
    return spec.card(briefing, item)
