"""Narrowing the reader to one actor or place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Actor, Briefing, Location, Quote

if TYPE_CHECKING:
    from tui.reader.base import Stage
    from tui.reader.evidence import Evidence


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
        from tui.panes.base import identity

        row, whole = self._evidence.row, self._screen.analysis.briefing
        item = row.item if row else None
        if isinstance(item, Quote):
            return next((actor for actor in whole.actors if actor.id == item.speaker_id), None)
        if not isinstance(item, Actor | Location):
            return None
        known: tuple[Actor | Location, ...] = (*whole.actors, *whole.locations)
        return next((one for one in known if identity(one) == identity(item)), item)

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
        self.only = item
        self._screen.show_briefing(follow=True)
