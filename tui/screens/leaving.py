"""A screen that is left once, however often the keys that leave it are pressed."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class LeftOnce(Screen[ScreenResultType]):
    """A screen that only leaves while it is on top, and never as the last one.

    Messages of keys that were pressed before it was left may arrive after that, and would take
    the next screen away.
    """

    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "-tiny"),
        (5, "-flat"),
        (9, "-short"),
        (17, "-middle"),
        (24, "-high"),
    ]
    """Rows from which on the styles of a name hold, so that what lies above leaves out what it can
    do without."""

    @property
    def on_top(self) -> bool:
        """True if the reader sees this screen, with nothing over it."""
        return self.is_attached and self.app.screen is self

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave the screen with a result; nothing happens where it has been left already."""
        if not self.on_top or len(self.app.screen_stack) == 1:
            return AwaitComplete()
        return super().dismiss(result)
