"""The panes beside the article, in the order of their places."""

from __future__ import annotations

from tui.panes.actors import ACTORS
from tui.panes.dates import WHEN
from tui.panes.places import PLACES
from tui.panes.quotes import QUOTES
from tui.panes.spec import PaneSpec
from tui.panes.summary import SUMMARY

EVIDENCE_PANES: tuple[PaneSpec, ...] = (
    SUMMARY,
    ACTORS,
    PLACES,
    QUOTES,
    WHEN,
)
PANE_OF_NAME = {spec.name: spec for spec in EVIDENCE_PANES}
