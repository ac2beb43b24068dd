"""What stands on the page of a dossier and how much room is left on it, before it is saved."""

from __future__ import annotations

from briefing.dossier.page.laying import PART_OF, target_of
from briefing.dossier.page.one_page import markdown_of, selected
from briefing.dossier.page.pieces import pieces_of
from briefing.dossier.values import Dossier
from briefing.page.one_page import fits, too_long
from briefing.page.room import Room, room_of


def room(dossier: Dossier) -> Room:
    """The page of `briefing.dossier.page.one_page.to_markdown`, and the room that is left on it."""
    shown = selected(dossier)
    markdown = markdown_of(pieces_of(dossier, shown))
    problem = "" if fits(markdown) else too_long(markdown)
    return room_of(
        markdown, shown, lambda part, item: target_of(dossier, PART_OF[part], item), problem
    )
