"""The start screen: recent articles, the sample, and a field to open or find one."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input

from briefing.errors import BriefingError, ReadError
from briefing.model import Article
from briefing.sanitize import one_line
from tui.command_spec import Scope
from tui.commands import bindings, shown_of
from tui.dropped_files import path_of
from tui.fetch_progress import amount_fetched
from tui.messages import RowEntered
from tui.reader.bars import footer_items_of, key_items
from tui.screens.leaving import LeftOnce
from tui.screens.library_rows import entry_lines, sample_lines
from tui.text_search import query_of
from tui.widgets.bar import Bar, BarItem
from tui.widgets.paste_field import PasteField
from tui.widgets.row_list import RowList
from tui.widgets.rows import Row, text_of
from tui.widgets.selectable import SelectsInOneView
from tui.widgets.strips import Line

if TYPE_CHECKING:
    from briefing.library import Entry
    from tui.base_app import BaseApp

MOST_RECENT = 200
MOST_PROBLEMS = 5
Outcomes = Sequence[Article | ReadError]
Choice = tuple[Row, Callable[[], Outcomes]]
"""A row of the list, and what opens its article."""


def sample_path() -> Path | None:
    """The sample article, which the build puts into the package."""
    return next(Path(str(files("briefing") / "data" / "sample")).glob("*.txt"), None)


class LibraryScreen(LeftOnce[None], SelectsInOneView[None], inherit_bindings=False):
    """What was read before, newest first, and ways to open more."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("start")]
    DEFAULT_CSS = """
    LibraryScreen #start { height: 1fr; padding: 0 1; }
    LibraryScreen #path {
        border: round $faint;
        border-title-color: $dim;
        background: $background;
        height: 3;
        padding: 0 1;
    }
    LibraryScreen #path:focus { border: round $accent; border-title-color: $accent; }
    """
    AUTO_FOCUS = "#recent"
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("start", "app")

    app: BaseApp

    def __init__(self, *, typing: bool = False) -> None:
        """Make the screen.

        Args:
            typing: True if keys go to the field at first, as where another article is opened.
        """
        super().__init__()
        self._typing = typing
        self._choices: list[Choice] = []
        self._openers: list[Callable[[], Outcomes]] = []  # of the rows that are listed
        self._stop = Event()  # set to end a fetch
        self._reading = False

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        with Container(id="start"):
            yield PasteField(
                placeholder="path, address or text; or words of one below",
                id="path",
            )
            yield RowList(id="recent")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self.query_one("#path").border_title = "Open"
        self.query_one("#recent").border_title = "Recent articles"
        if self._typing:
            self.query_one("#path").focus()
        self._fill()

    def on_unmount(self) -> None:
        self._stop.set()  # the program waits for its threads when it ends

    def on_screen_suspend(self) -> None:
        self._update_bars()

    def on_screen_resume(self) -> None:
        self._update_bars()
        self._fill()

    def on_resize(self) -> None:
        self._update_bars()

    def _update_bars(self) -> None:
        self.query_one("#header", Bar).set_line(
            [("brief", "key"), ("  an article beside a briefing that can be checked", "dim")]
        )
        keymap, above = self.app.keymap, self.app.keys_above(self)
        items = footer_items_of(["start", "app"], keymap=keymap)
        if len(self.app.screen_stack) > 1:
            items.insert(
                0, BarItem([(shown_of("return", keymap), "key"), (" back", "dim")], "leave")
            )
        self.query_one("#footer", Bar).set_items(items if above is None else key_items(above))

    def _fill(self) -> None:
        entries: Sequence[Entry] = ()
        if self.app.library is not None:
            try:
                entries = self.app.library.recent(MOST_RECENT)
            except BriefingError as error:
                self.app.say(str(error), failed=True)
        self._choices = [
            (Row(draw=partial(entry_lines, entry)), partial(self._again, entry))
            for entry in entries
        ]
        sample = sample_path()
        if sample is not None:
            self._choices.append(
                (Row(draw=sample_lines), partial(self.app.sources.open, str(sample)))
            )
        self._list()

    def _list(self) -> None:
        """List what has the words of the field in it; all where it is empty."""
        query = self.query_one("#path", Input).value.strip()
        sought = [found for word in query.split() if (found := query_of(word))]
        listed = [
            (row, opener)
            for row, opener in self._choices
            if all(word.is_in(text_of(row)) for word in sought)
        ]
        self._openers = [opener for _, opener in listed]
        recent = self.query_one("#recent", RowList)
        words = (
            "none of them; enter opens it as a path"
            if query
            else "nothing was read yet; type the path of an article above"
        )
        recent.set_rows([row for row, _ in listed], (words, "dim"))
        recent.find(query)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one("#recent", RowList).index = 0
        self._list()

    def on_row_entered(self, message: RowEntered) -> None:
        self._open(self._openers[message.index], "the article")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip()
        path = path_of(typed)
        if path is None and self._openers:
            self.action_choose()
        elif typed:
            source = path or typed
            self._open(partial(self._opened, source), source)

    def on_paste_field_pasted(self, message: PasteField.Pasted) -> None:
        message.stop()
        self._open(partial(self.app.sources.open_text, message.text), "the pasted text")

    def on_paste_field_dropped(self, message: PasteField.Dropped) -> None:
        message.stop()
        paths = message.paths
        self._open(partial(self._all_opened, paths), ", ".join(paths))

    def on_paste(self, event: events.Paste) -> None:
        """A paste while the list has the focus: an article, or what is typed into the field."""
        event.stop()
        field = self.query_one("#path", PasteField)
        field.focus()
        field.take(event.text)

    def on_key(self, event: events.Key) -> None:
        """From the field down to what it found."""
        if event.key == "down" and self.query_one("#path").has_focus:
            event.stop()
            self.query_one("#recent").focus()

    def _again(self, entry: Entry) -> Outcomes:
        """An article of the library as it was kept, or else as it is at its source now."""
        kept = self.app.library.article(entry.key) if self.app.library is not None else None
        return (kept,) if kept else self._opened(entry.source)

    def _opened(self, source: str) -> Outcomes:
        """In a thread: what a source holds, with the progress of a fetch in the header."""
        return self.app.sources.open(
            source,
            on_progress=lambda *amount: self.app.call_from_thread(self._show_fetch, *amount),
            stop=self._stop.is_set,
        )

    def _all_opened(self, paths: Sequence[str]) -> Outcomes:
        """In a thread: what several sources hold."""
        return [outcome for path in paths for outcome in self._opened(path)]

    def _open(self, opener: Callable[[], Outcomes], source: str) -> None:
        self._stop.clear()
        self._reading = True
        self._show_reading(f"reading {source}")
        self.run_worker(
            partial(self._read, opener), thread=True, exclusive=True, exit_on_error=False
        )

    def _show_reading(self, words: str) -> None:
        line: Line = [("brief", "key"), (f"  {one_line(words)}", "dim")]
        self.query_one("#header", Bar).set_line(line)

    def _show_fetch(self, arrived: int, expected: int | None) -> None:
        if self._reading:
            self._show_reading(f"fetching  {amount_fetched(arrived, expected)} · esc stops")

    def _read(self, opener: Callable[[], Outcomes]) -> None:
        """In a thread: read the articles, then go on in the screen's own."""
        try:
            outcomes = opener()
        except BriefingError as error:
            outcomes = (ReadError(str(error)),)
        self.app.call_from_thread(self._show, outcomes)

    def _show(self, outcomes: Outcomes) -> None:
        self._reading = False
        articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
        problems = [str(outcome) for outcome in outcomes if isinstance(outcome, ReadError)]
        if problems:
            self._update_bars()
            self.app.say("\n".join(problems[:MOST_PROBLEMS]), failed=True)
        if articles:
            self.app.open_articles(articles)

    def action_choose(self) -> None:
        self.query_one("#recent", RowList).action_choose()

    def action_path(self) -> None:
        self.query_one("#path", Input).focus()

    def action_leave(self) -> None:
        if self._reading:
            self._stop.set()
            return
        field = self.query_one("#path", Input)
        if (field.has_focus and not self._typing) or field.value:
            field.value = ""
            self.query_one("#recent").focus()
        else:
            self.dismiss()
