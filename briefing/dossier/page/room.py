"""What stands on the page of a dossier and how much room is left on it, before it is saved."""

from __future__ import annotations

from collections.abc import Collection

from briefing.corrections.values import Target
from briefing.dossier.page.laying import PART_OF, target_of
from briefing.dossier.page.one_page import markdown_of, selected
from briefing.dossier.page.pieces import pieces_of
from briefing.dossier.values import Dossier
from briefing.page.beyond import Beyond, beyond_of
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


def beyond(dossier: Dossier, on_page: Collection[Target]) -> tuple[Beyond, ...]:
    """What the sheets of a dossier hold beyond its page; see `briefing.page.beyond.beyond`."""
    from briefing.dossier.page.formats import fitted
    from briefing.page.formats.docx_styles import SHEET

    sheets = {"HTML": fitted(dossier).selection, "Word": fitted(dossier, SHEET).selection}
    return beyond_of(sheets, on_page, lambda part, item: target_of(dossier, PART_OF[part], item))
