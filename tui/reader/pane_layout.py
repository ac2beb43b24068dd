"""Which panes of the reader are on the screen, and how much room the article has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import ARTICLES, PANES
from tui.reader.arrangement import (
    LARGEST_SHARE,
    LIST_WIDTH,
    SHARE_STEP,
    SHARES,
    SMALLEST_SHARE,
    WIDTH_FOR_LIST,
    Arrangement,
    arrangement_for,
    panes_shown,
)

if TYPE_CHECKING:
    from tui.reader.base import Stage

LOWEST_WITH_FRAMES = 10
TALL_FROM = 56
"""Lines from which a summary of usual length needs less than its share."""


class Placing:
    """Arranges the panes for the size of the terminal.

    Attributes:
        beside: The pane that stands with the article where there is room for one.
        zoomed: Whether the focused pane has the whole screen.
    """

    def __init__(self, screen: Stage) -> None:
        self._screen = screen
        self.beside = "summary"
        self.zoomed = False
        self._arranged: tuple[object, ...] = ()

    @property
    def arrangement(self) -> Arrangement:
        """How the panes stand at the present size."""
        return arrangement_for(*self._screen.app.size)

    def arrange(self) -> None:
        """Show and hide panes; does nothing where all stands as it should."""
        screen = self._screen
        size, focused = screen.app.size, screen.focused_pane
        arrangement = self.arrangement
        listed = screen.several and size.width >= WIDTH_FOR_LIST
        shown = panes_shown(arrangement, focused, self.beside, zoomed=self.zoomed, listed=listed)
        state = (size, shown, self.zoomed, screen.complete, self.share)
        if state == self._arranged:  # to show what is shown draws the whole screen anew
            return
        self._arranged = state
        for kind in ("wide", "side", "stacked", "single"):
            screen.set_class(kind == arrangement, f"-{kind}")
        screen.set_class(size.height < LOWEST_WITH_FRAMES, "-low")
        screen.set_class(size.height >= TALL_FROM, "-tall")
        screen.set_class(self.zoomed, "-zoomed")
        screen.query_one("#panes").display = bool(shown - {"article", ARTICLES})
        for name in (ARTICLES, *PANES):
            for widget in screen.query(f"#{name}"):
                widget.display = name in shown
        self._size_article(arrangement, shown)

    def _size_article(self, arrangement: Arrangement, shown: set[str]) -> None:
        width, height = self._screen.app.size
        if ARTICLES in shown:
            width -= LIST_WIDTH
        across = arrangement in ("wide", "side") and shown - {"article", ARTICLES}
        styles = self._screen.article_view.styles
        styles.width = round(width * self.share / 100) if across else "1fr"
        down = arrangement == "stacked" and shown - {"article"}
        styles.height = round(height * self.share / 100) if down else "1fr"

    @property
    def share(self) -> int:
        """Percent of the screen's width or height that the article has."""
        arrangement = self.arrangement
        kept = self._screen.app.remembered.share(arrangement)
        return kept or SHARES.get(arrangement, 100)

    def widen(self, step: int) -> None:
        """Give the article more room, or less, and remember that for this arrangement."""
        if self.arrangement in SHARES:
            share = max(SMALLEST_SHARE, min(self.share + step * SHARE_STEP, LARGEST_SHARE))
            self._screen.app.remembered.keep_share(self.arrangement, share)
            self.arrange()
