"""The application: its themes, its screens, and what holds everywhere."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from briefing.errors import ReadError
from briefing.model import Article, Briefing
from briefing.options import DEFAULT_SUMMARY_LENGTH, Options
from tui.analyses import Analyses
from tui.commands import COMMANDS, NO_KEYMAP, Keymap, bindings, palette
from tui.messages import AnalysisMoved
from tui.remembered import Remembered
from tui.settings import Settings
from tui.theme import DARK, themes, variable_defaults

if TYPE_CHECKING:
    from briefing.library import Entry
    from tui.analyses import Submit


class Recent(Protocol):
    """What the start screen needs of a library."""

    def recent(self, limit: int = ...) -> Sequence[Entry]:
        """The articles opened last, newest first."""
        ...

    def article(self, key: str) -> Article | None:
        """An article as it was kept, or None."""
        ...


class BriefApp(App[None]):
    """Reads articles beside their briefings.

    Args:
        articles: The articles to read; without any, the start screen opens.
        submit: Starts an analysis; see `briefing.engine`.
        cached: Finished briefings by the number of their article.
        library: What was read before, or None.
        options: How to analyze.
        open_source: Reads a path into an article; raises `ReadError`.
        summary_length: Sentences of a summary, until the reader wants another number.
        theme: Name of the theme to begin with; without it, that of the settings, else the one
            chosen last.
        settings: What the user chose once and for all.
        keymap: Command ids and the keys that they have instead of their own.
        remembered: What is remembered of earlier runs.
        problems: What to tell the user when the screen is there.
        at_first_frame: Called when the screen has been drawn for the first time.
    """

    TITLE = "brief"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    theme = Reactive(DARK)  # from the start: a change of theme reads all styles again

    def __init__(
        self,
        articles: Sequence[Article],
        submit: Submit,
        *,
        cached: Mapping[int, Briefing] | None = None,
        library: Recent | None = None,
        options: Options | None = None,
        open_source: Callable[[str], Article] | None = None,
        summary_length: int = DEFAULT_SUMMARY_LENGTH,
        theme: str | None = None,
        settings: Settings | None = None,
        keymap: Keymap = NO_KEYMAP,
        remembered: Remembered | None = None,
        problems: Sequence[str] = (),
        at_first_frame: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.remembered = remembered or Remembered()
        self.keymap = keymap
        self._use_keymap()
        self._use_theme(theme)
        self.articles = tuple(articles)
        self.library = library
        self.options = options or Options()
        self.summary_length = summary_length
        self._submit = submit
        self._cached = dict(cached or {})
        self._open_source = open_source
        self._analyses: list[Analyses] = []
        self._problems = tuple(problems)
        self._at_first_frame = at_first_frame

    def _use_keymap(self) -> None:
        self.set_keymap(dict(self.keymap))
        for command in COMMANDS:  # those that have no key of their own to put another in place of
            if command.scope == "app" and not command.keys and command.id in self.keymap:
                keys = self.keymap[command.id]
                self.bind(keys, command.action, description=command.label, show=False)

    def _use_theme(self, name: str | None) -> None:
        chosen = f"brief-{self.settings.theme}" if self.settings.theme else self.remembered.theme
        name = name or chosen or DARK
        if name != DARK and name in self.available_themes:
            self.theme = name

    @property
    def available_themes(self) -> dict[str, Theme]:
        return super().available_themes | {own.name: own for own in themes()}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    def get_default_screen(self) -> Screen[None]:
        if self.articles:
            return self._reader(self.articles, self._cached)
        from tui.screens.library import LibraryScreen

        return LibraryScreen()

    def _reader(self, articles: Sequence[Article], cached: Mapping[int, Briefing]) -> Screen[None]:
        from tui.screens.reader import ReaderScreen

        screen: ReaderScreen
        analyses = Analyses(
            articles,
            self._submit,
            self.options,
            self.summary_length,
            cached,
            lambda number: screen.post_message(AnalysisMoved(number)),
        )
        self._analyses.append(analyses)
        screen = ReaderScreen(analyses)
        return screen

    def on_load(self) -> None:
        """End in good order when the system asks for it, so that the terminal is restored."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._ended_by, int(number))
                except (NotImplementedError, RuntimeError):
                    return  # not on this platform, or not in the main thread

    def on_ready(self) -> None:
        if self._at_first_frame:
            self.call_after_refresh(self._at_first_frame)
        for problem in self._problems:
            self.call_after_refresh(self.say, problem, failed=True)

    def _ended_by(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def on_unmount(self) -> None:
        for analyses in self._analyses:
            analyses.stop()
        self.remembered.save()

    def read(self, source: str) -> Article:
        """Read a source into an article; slow, so not in the thread that draws.

        Raises:
            ReadError: It cannot be read as an article.
        """
        if self._open_source is None:
            raise ReadError("articles cannot be opened here; give them on the command line")
        return self._open_source(source)

    def open_article(self, article: Article) -> None:
        """Show an article in a reader of its own, above the start screen."""
        self.push_screen(self._reader((article,), {}))

    def say(self, words: str, *, failed: bool = False) -> None:
        """Tell the user something in passing; the words are never read as markup."""
        self.notify(words, severity="error" if failed else "information", markup=False)

    # Commands

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        scopes = getattr(screen, "COMMAND_SCOPES", ("app",))
        for command in palette(self.keymap):
            if command.scope not in scopes:
                continue
            title = command.label[:1].upper() + command.label[1:]
            keys = f" ({command.shown})" if command.shown else ""

            async def run(action: str = command.action) -> None:
                await self.run_command(action, screen)

            yield SystemCommand(title, command.help + keys, run)

    async def run_command(self, action: str, screen: Screen[object]) -> None:
        """Run an action as its key would: in the focused widget, else the screen, else the app."""
        name = action.partition("(")[0]
        for place in (screen.focused, screen):
            if place is not None and hasattr(place, f"action_{name}"):
                await self.run_action(action, place)
                return
        await self.run_action(action, self)

    def action_theme(self, name: str) -> None:
        self.theme = name
        self.remembered.theme = name

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def action_start(self) -> None:
        """To the start screen, which is made when it is first wanted."""
        from tui.screens.library import LibraryScreen

        if len(self.screen_stack) > 1 and isinstance(self.screen_stack[-2], LibraryScreen):
            self.pop_screen()
        else:
            self.push_screen(LibraryScreen())
