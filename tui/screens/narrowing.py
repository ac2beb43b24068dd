"""Narrowing the reader to one actor or place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Actor, Briefing, Location, Quote
from tui.commands import PANES

if TYPE_CHECKING:
    from tui.screens.evidence import Evidence
    from tui.screens.stage import Stage


class Narrowing:
    """What everything is narrowed to.

    Attributes:
        only: The actor or place, as the whole briefing has it, or None.
    """

    def __init__(self, screen: Stage, evidence: Evidence) -> None:
        self._screen = screen
        self._evidence = evidence
        self.only: Actor | Location | None = None

    @property
    def name(self) -> str:
        """The name of what everything is narrowed to, or ""."""
        return self.only.name if self.only else ""

    def applied(self, briefing: Briefing, length: int) -> Briefing:
        """What of a briefing is to be shown, with a summary of a length."""
        if self.only is None:
            return briefing
        from briefing.narrowing import narrowed

        return narrowed(briefing, self.only, length)

    @property
    def subject(self) -> Actor | Location | None:
        """The actor or place that the lit row is about; of a quote, who said it."""
        row = self._evidence.row
        item = row.item if row else None
        if isinstance(item, Quote):
            item = next((a for a in self._whole.actors if a.name == item.speaker), None)
        if isinstance(item, Actor):
            return next((a for a in self._whole.actors if a.name == item.name), item)
        if isinstance(item, Location):
            same = (place for place in self._whole.locations if _same_place(place, item))
            return next(same, item)
        return None

    @property
    def _whole(self) -> Briefing:
        return self._screen.analysis.briefing

    def toggle(self) -> None:
        """Narrow to the subject, or widen again where it is that already."""
        screen, subject = self._screen, self.subject
        if self.only is not None and (subject is None or subject == self.only):
            self.narrow_to(None)
        elif subject is None:
            screen.app.say("choose an actor, a place or a named speaker first")
        elif not screen.analysis.has("summary"):
            screen.app.say("the sentences are not weighed yet; try again in a moment")
        else:
            self.narrow_to(subject)

    def narrow_to(self, item: Actor | Location | None) -> None:
        """Show what concerns an actor or place only, or everything again."""
        screen = self._screen
        panes = [screen.pane(name) for name in PANES[1:]]
        chosen = [pane.chosen for pane in panes]
        self.only = item
        screen.show_briefing()
        for pane, before in zip(panes, chosen, strict=True):
            pane.point_at_same(before)
        self._evidence.light()


def _same_place(one: Location, other: Location) -> bool:
    return (one.name, one.country, one.admin1) == (other.name, other.country, other.admin1)
