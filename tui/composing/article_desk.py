"""The page of one article, composed on the reader's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.corrections.checking import ON_PAGES, problem_of
from briefing.corrections.composition import Composition, Highlight
from briefing.corrections.matching import PARTS, target_of
from briefing.corrections.values import Correction, Target

if TYPE_CHECKING:
    from briefing.page.beyond import Beyond
    from briefing.page.room import Room
    from tui.base_app import BaseApp
    from tui.reader.changing import ChangingView

NOTHING_CHOSEN = "choose a row of a pane first"
NOT_ON_PAGES = "rows like this one do not go on the page"


class ArticleDesk:
    """A `tui.composing.flow.Desk` on a reader's screen.

    Args:
        screen: The reader's screen.
    """

    def __init__(self, screen: ChangingView) -> None:
        self._screen = screen

    @property
    def app(self) -> BaseApp:
        """The app."""
        return self._screen.app

    @property
    def composition(self) -> Composition:
        """What the reader wrote and chose so far."""
        return self._screen.analysis.briefing.composition

    @property
    def shows_page(self) -> bool:
        """True if the reader sees the page."""
        return self._screen.state.page

    @property
    def has_page(self) -> bool:
        """True if everything is found that the page is made of."""
        return self._screen.analysis.state == "done"

    @property
    def passage(self) -> str:
        """The chosen row as a text of its own, or ""."""
        return self._screen.chosen_passage()

    def target(self) -> Target | None:
        """What the chosen row shows, if that can stand on a page."""
        row = self._screen.evidence.row
        item = row.item if row else None
        if item is None:
            self.app.say(NOTHING_CHOSEN)
        elif PARTS.get(type(item)) not in ON_PAGES:
            self.app.say(NOT_ON_PAGES)
        else:
            return target_of(item)
        return None

    def room(self) -> Room | None:
        """The page as it is now; None where there is none yet, which is said."""
        screen = self._screen
        if not self.has_page:
            screen.app.say("the briefing is not finished yet; compose the page when it is")
            return None
        return screen.live.room()

    def beyond(self) -> tuple[Beyond, ...]:
        """What HTML and Word hold beyond the page, where that is shown."""
        return self._screen.live.beyond() if self.shows_page else ()

    def correct(self, correction: Correction) -> None:
        """Make a correction of the article."""
        screen = self._screen
        screen.analyses.correct(screen.state.number, correction)
        screen.show_briefing(follow=True)

    def problem_of(self, correction: Correction) -> str:
        """What is wrong with a correction, or ""."""
        return problem_of(correction, self._screen.analysis.article.text)

    def show_highlight(self, kept: Highlight) -> None:
        """Show the words in the article."""
        self._screen.show_span((kept.start, kept.end), kept.text)
