"""The page of a dossier, composed on its screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.corrections import checking
from briefing.corrections.composition import Composition, Highlight
from briefing.corrections.values import Correction, Target
from briefing.dossier.page.laying import articles_of, composed, target_of
from briefing.dossier.values import Dossier
from briefing.page.room import Room
from tui.composing.article_desk import NOT_ON_PAGES, NOTHING_CHOSEN

if TYPE_CHECKING:
    from briefing.corrections.corrector import Corrector
    from briefing.page.beyond import Beyond
    from tui.base_app import BaseApp
    from tui.dossier.view import DossierView


class DossierDesk:
    """A `tui.composing.flow.Desk` for a dossier.

    Args:
        screen: Of the dossier.
        found: The dossier without what the reader wrote and chose.
        corrector: Makes and gives that.

    Attributes:
        dossier: With what the reader wrote and chose.
    """

    def __init__(self, screen: DossierView, found: Dossier, corrector: Corrector) -> None:
        self._screen = screen
        self._found = found
        self._corrector = corrector
        self._subject = articles_of(found)
        self._room: tuple[Dossier, Room] | None = None
        self._held: tuple[Room, tuple[Beyond, ...]] | None = None
        self.dossier = composed(found, corrector.of(self._subject))

    @property
    def app(self) -> BaseApp:
        """The app."""
        return self._screen.app

    @property
    def composition(self) -> Composition:
        """What the reader wrote and chose so far."""
        return self.dossier.composition

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the articles, by their digests."""
        return self._subject.texts

    @property
    def shows_page(self) -> bool:
        """True if the reader sees the page."""
        return self._screen.shows_page

    @property
    def has_page(self) -> bool:
        """True if everything is found that the page is made of."""
        return True

    @property
    def passage(self) -> str:
        """The chosen passage with its article, or ""."""
        return self._screen.chosen_passage()

    def target(self) -> Target | None:
        """What the chosen row shows, if that can stand on a page."""
        cited = self._screen.cited
        if cited is None:
            self.app.say(NOTHING_CHOSEN)
        elif cited.item is None or cited.part is None:
            self.app.say(NOT_ON_PAGES)
        else:
            return target_of(self.dossier, cited.part, cited.item)
        return None

    def room(self) -> Room:
        """The page as it is now; made once of a dossier."""
        from briefing.dossier.page.room import room

        if self._room is None or self._room[0] is not self.dossier:
            self._room = self.dossier, room(self.dossier)
        return self._room[1]

    def beyond(self) -> tuple[Beyond, ...]:
        """What HTML and Word hold beyond the page, where that is shown; made once of a page."""
        from briefing.dossier.page.room import beyond

        if not self.shows_page or not self._screen.page_view.shows_sheet:
            return ()
        room = self.room()
        if self._held is None or self._held[0] is not room:
            self._held = room, beyond(self.dossier, room.on_page)
        return self._held[1]

    def correct(self, correction: Correction) -> None:
        """Make a correction of the dossier."""
        self._corrector.correct(self._subject, correction)
        self._show_anew()

    def undo(self) -> Correction | None:
        """Take the last one back, and give it; None where none stands."""
        undone = self._corrector.undo(self._subject)
        self._show_anew()
        return undone

    def redo(self) -> Correction | None:
        """Make it again, and give it; None where none was taken back."""
        redone = self._corrector.redo(self._subject)
        self._show_anew()
        return redone

    def note_saved(self) -> None:
        """Remember that a page of these articles was saved."""
        self._corrector.note_saved(self._subject)

    def _show_anew(self) -> None:
        self.dossier = composed(self._found, self._corrector.of(self._subject))
        self._screen.show_dossier()

    def problem_of(self, correction: Correction) -> str:
        """What is wrong with a correction, or ""."""
        return checking.problem_of(correction, "", self._subject.texts)

    def show_highlight(self, kept: Highlight) -> None:
        """Nothing: a dossier has no highlights of its own."""
