"""Narrowing a briefing to one actor or place; pure."""

from __future__ import annotations

from briefing.model import Actor, Briefing, Location, Quote
from tui.reader.state import Subject
from tui.widgets.rows import Row


def narrowed_briefing(briefing: Briefing, only: Subject | None, length: int) -> Briefing:
    """What of a briefing is to be shown, with a summary of a length in sentences."""
    if only is None:
        return briefing
    from briefing.narrowing import narrowed

    return narrowed(briefing, only, length)


def subject_of(whole: Briefing, row: Row | None) -> Subject | None:
    """The actor or place of the whole briefing that a row is about; of a quote, who said it."""
    from tui.panes.base import identity

    item = row.item if row else None
    if isinstance(item, Quote):
        return next((actor for actor in whole.actors if actor.id == item.speaker_id), None)
    if not isinstance(item, Actor | Location):
        return None
    known: tuple[Subject, ...] = (*whole.actors, *whole.locations)
    return next((one for one in known if identity(one) == identity(item)), item)
