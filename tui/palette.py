"""Finding a command by its name, or by the words of its help."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from contextlib import suppress

from textual.command import CommandPalette, Hit, Hits
from textual.system_commands import SystemCommandsProvider

from tui.screens.leaving import LeftOnce

HELP_WEIGHT = 0.5
"""What a match in the help counts beside one in the name."""


class Commands(SystemCommandsProvider):
    """The commands of the screen beneath the palette."""

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        words = query.casefold().split()
        for title, explained, run, _ in self.app.get_system_commands(self.screen):
            score = matcher.match(title)
            if score <= 0 and all(word in explained.casefold() for word in words):
                score = HELP_WEIGHT
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, help=explained)


class Palette(CommandPalette, LeftOnce[None]):
    """Textual's palette, in which a second enter does not leave the screen below it too."""

    def _action_command_list(self, action: str) -> None:
        with suppress(LookupError):  # to a page of a list that is not laid out yet
            super()._action_command_list(action)
