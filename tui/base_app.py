"""The base of the application: what its screens and widgets use of it."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, SystemCommand
from textual.filter import LineFilter, Monochrome, NoColor
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from briefing.model import Article
from briefing.sanitize import one_line
from tui.commands import COMMANDS, NO_KEYMAP, PANE_SCOPES, Keymap, palette
from tui.messages import GroundTold
from tui.session_state import Remembered
from tui.settings import Settings
from tui.terminal.last_door import LastDoor
from tui.terminal.screen_memory import Changes, ScreenMemory
from tui.theme import AUTO, DARK, theme_for, themes, variable_defaults
from tui.widgets.shared_colors import share_colors

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.command import Provider
    from textual.driver import Driver

    from briefing.corrections.corrector import Corrector
    from briefing.model import Briefing, Span
    from briefing.names_file import NamesFile
    from tui.analyses import AnalysisJob
    from tui.services import FeedService, Shelf, Sources


def commands_provider() -> type[Provider]:
    """What finds commands in the palette; loaded when that is opened."""
    from tui.palette import Commands

    return Commands


class BaseApp(App[None]):
    """Themes, keys and notifications of all screens.

    Args:
        library: What was read before, or None.
        theme: Name of the theme to begin with; without it, that of the settings, else the one
            chosen last.
        settings: What the user chose once and for all.
        keymap: Command ids and the keys that they have instead of their own.
        remembered: What is remembered of earlier runs.
    """

    COMMANDS: ClassVar = {commands_provider}
    theme = Reactive(DARK)  # from the start: a change of theme reads all styles again
    chosen_theme = AUTO
    feeds: FeedService | None = None
    """What has the feeds, where there is something."""
    names: NamesFile | None = None
    """The reader's file of names, where there is to be one."""
    on_light = False
    """The terminal has told that its ground is light."""

    def __init__(
        self,
        library: Shelf | None = None,
        theme: str | None = None,
        settings: Settings | None = None,
        keymap: Keymap = NO_KEYMAP,
        remembered: Remembered | None = None,
    ) -> None:
        super().__init__()
        share_colors()
        self._memory = ScreenMemory()
        self._last_door = LastDoor()
        self.library = library
        self.settings = settings or Settings()
        self.remembered = remembered or Remembered()
        self.keymap = keymap
        self._use_keymap()
        self._use_theme(theme)
        if self.no_color:  # Textual makes grays of them, even of a terminal's own
            self._filters = [NoColor() if isinstance(f, Monochrome) else f for f in self._filters]

    def _use_keymap(self) -> None:
        self.set_keymap(dict(self.keymap))
        for command in COMMANDS:  # those that have no key of their own to put another in place of
            if command.scope == "app" and not command.keys and command.id in self.keymap:
                keys = self.keymap[command.id]
                self.bind(keys, command.action, description=command.label, show=False)

    def _use_theme(self, name: str | None) -> None:
        chosen = f"brief-{self.settings.theme}" if self.settings.theme else self.remembered.theme
        name = name or chosen or AUTO
        self.chosen_theme = name if name in self.available_themes else AUTO
        self._draw_with_theme()

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """As Textual's, but a key that comes as the last screen has gone is nobody's."""
        return not self.screen_stack or await super()._check_bindings(key, priority)

    @property
    def has_all_colors(self) -> bool:
        """True if the terminal shows each color as it is, and may show any."""
        return self.console.color_system == "truecolor" and not self.no_color

    @property
    def follows_terminal(self) -> bool:
        """True if what the terminal tells of its light or dark ground has an effect."""
        return self.chosen_theme == AUTO and self.has_all_colors

    def on_ground_told(self, message: GroundTold) -> None:
        """Be light or dark as the terminal is."""
        self.on_light = message.light
        self._draw_with_theme()

    def _draw_with_theme(self) -> None:
        name = theme_for(self.chosen_theme, all_colors=self.has_all_colors, light=self.on_light)
        if self.theme != name:
            self.theme = name

    @property
    def available_themes(self) -> dict[str, Theme]:
        return super().available_themes | {own.name: own for own in themes()}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    @property
    def sources(self) -> Sources:
        """Opens what the user gives; slow, so not in the thread that draws."""
        raise NotImplementedError

    def open_articles(self, articles: Sequence[Article], at: Span | None = None) -> None:
        """Show articles beside those that are open, the first of them at once, at a place in it."""
        raise NotImplementedError

    def analysis_of(self, article: Article) -> AnalysisJob:
        """Begin the analysis of an article that is not open."""
        raise NotImplementedError

    corrector: Corrector
    """Makes and gives the reader's corrections."""

    def with_corrections(self, briefing: Briefing) -> Briefing:
        """A briefing with what the reader corrected."""
        raise NotImplementedError

    def show_feeds(self, feed: str | None = None) -> None:
        """Show the entries of one feed, or of all that are followed."""
        raise NotImplementedError

    def say(self, words: str, *, failed: bool = False) -> None:
        """Show a notification in the place of the one before.

        The words are made safe, and never read as markup.
        """
        self.clear_notifications()
        words = "\n".join(map(one_line, words.split("\n")))
        self.notify(words, severity="error" if failed else "information", markup=False)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, ChopsUpdate | LayoutUpdate) and self._draws:
            changes = self._memory.changes(renderable, self.size, self.console)
            cursor = screen.outer_size.clamp_offset(self.cursor_position)
            if not changes and cursor == self._previous_cursor_position:
                self.post_display_hook()
                return
            # not named by Rich's types, since only Textual draws it
            renderable = cast("RenderableType", Changes(changes))
        super()._display(screen, renderable)

    @property
    def _draws(self) -> bool:
        """True if what is displayed now is sent to the terminal."""
        is_open = self._running and not self._closed and self._driver is not None
        return is_open and not self.is_headless and not self._batch_count

    def on_resize(self) -> None:
        self.forget_screen()

    def forget_screen(self) -> None:
        """Send the terminal all of what is drawn next, since it may have lost what it had."""
        self._memory.forget()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, whatever the user copies it from, and say where it is then."""
        from tui.terminal.clipboard import copy

        self._clipboard = text  # what fields paste
        copy(self, text)

    def send_to_terminal(self, text: str) -> None:
        """Ask the terminal to put a text into its clipboard; whether it does is not known."""
        super().copy_to_clipboard(text)

    def keys_above(self, screen: Screen[Any]) -> Mapping[str, str] | None:
        """The keys of what lies above a screen, or None if nothing does.

        They are empty where what lies above names them itself.
        """
        above = self.screen_stack[-1:]
        if not above or above[0] is screen or screen not in self.screen_stack:
            return None
        keys: Mapping[str, str] = getattr(above[0], "FOOTER", {})
        return keys

    def get_driver_class(self) -> type[Driver]:
        from tui.terminal.driver import guarded

        return guarded(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._last_door]

    def take_up_again(self) -> None:
        """Take up again what was left while the program was stopped."""

    @property
    def can_give_terminal(self) -> bool:
        """True if another program can have the terminal for a while."""
        return self._driver is not None and self._driver.can_suspend

    # Commands

    def action_redraw(self) -> None:
        self.forget_screen()
        self.screen.refresh(layout=True)

    def action_suspend(self) -> None:
        if self.can_give_terminal:
            os.kill(os.getpid(), signal.SIGTSTP)
        else:
            self.say("there is no shell here to go back to")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        scopes = getattr(screen, "COMMAND_SCOPES", ("app",))
        for command in palette(self.keymap):
            pane = command.scope if command.scope in PANE_SCOPES else ""
            if command.scope not in scopes or (pane and not screen.query(f"#{pane}")):
                continue
            title = command.label[:1].upper() + command.label[1:]
            keys = f" ({command.shown})" if command.shown else ""

            async def run(action: str = command.action, pane: str = pane) -> None:
                if pane:
                    await self.run_action(f"pane('{pane}')", screen)
                await self.run_command(action, screen)

            yield SystemCommand(title, command.help + keys, run)

    def action_command_palette(self) -> None:
        from tui.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

    async def run_command(self, action: str, screen: Screen[object]) -> None:
        """Run an action as its key would: in the focused widget, else the screen, else the app.

        Nothing happens if the screen is no longer the one that the user sees.
        """
        if self.screen_stack[-1:] != [screen]:
            return
        name = action.partition("(")[0]
        for place in (screen.focused, screen):
            if place is not None and hasattr(place, f"action_{name}"):
                await self.run_action(action, place)
                return
        await self.run_action(action, self)

    def action_theme(self, name: str) -> None:
        self.chosen_theme = self.remembered.theme = name
        self._draw_with_theme()
        ask = getattr(self._driver, "ask_for_ground", None)
        if ask is not None:
            ask()
        if self.settings.theme and name != f"brief-{self.settings.theme}":
            self.say(f"until you leave; settings.toml has theme = “{self.settings.theme}”")
