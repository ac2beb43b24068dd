"""The page on a reader's screen, kept up to date with the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.model import Briefing
    from briefing.page.beyond import Beyond
    from briefing.page.room import Room
    from tui.reader.view import ReaderView


class LivePage:
    """Shows the page as it would be saved now, in the place of the article.

    Args:
        screen: The reader's screen, whose state says if the page is to be seen.
    """

    def __init__(self, screen: ReaderView) -> None:
        self._screen = screen
        self._made: tuple[Briefing, Room] | None = None
        self._held: tuple[Room, tuple[Beyond, ...]] | None = None

    def room(self) -> Room:
        """The page, and the room that is left on it; made once of a briefing.

        Raises:
            BriefingError: The template fails.
        """
        from briefing.page.room import room
        from briefing.page.templates import layout_of

        briefing = self._screen.briefing
        if self._made is None or self._made[0] is not briefing:
            layout = layout_of(self._screen.app.settings.template)
            self._made = briefing, room(briefing, layout)
        return self._made[1]

    def beyond(self) -> tuple[Beyond, ...]:
        """What HTML and Word hold beyond the page, where that is shown; made once of a page.

        Raises:
            BriefingError: The template fails, or there is no room on the sheet.
        """
        from briefing.page.beyond import beyond

        if not self._screen.page_view.shows_sheet:
            return ()
        room = self.room()
        if self._held is None or self._held[0] is not room:
            self._held = room, beyond(self._screen.briefing, room.on_page)
        return self._held[1]

    def turn(self) -> None:
        """Show what HTML and Word hold beyond the page, or the page again."""
        screen = self._screen
        screen.page_view.shows_sheet = not (screen.state.page and screen.page_view.shows_sheet)
        if not screen.state.page:
            self.open()
        screen.page_view.scroll_home(animate=False)
        self.show()

    def open(self) -> None:
        """Have the page in the place of the article, and go there if that cannot be seen."""
        screen = self._screen
        screen.state = replace(screen.state, page=True)
        if "article" in screen.panes_in_view:
            screen.go_to(screen.state.focused)
        else:
            screen.leave_for("article")
        self.show()

    def close(self) -> None:
        """Have the article in its place again."""
        screen = self._screen
        if screen.state.page:
            screen.state = replace(screen.state, page=False)
            screen.go_to(screen.state.focused)
            self.show()

    def show(self) -> None:
        """Show the page as it is now, if it is to be seen, and in the panes what is on it."""
        screen, on_page = self._screen, None
        if screen.state.page and screen.analysis.state == "done":
            try:
                room, beyond = self.room(), self.beyond()
            except BriefingError as error:
                screen.page_view.say(str(error))
            else:
                screen.page_view.show(room, beyond)
                on_page = frozenset((*room.on_page, *(one.target for one in beyond)))
        elif screen.state.page:
            screen.page_view.say("the page is made when everything is found")
        for pane in screen.evidence_panes:
            pane.set_on_page(on_page)
