"""The start screen: the library, the sample, and a field to open an article or find words."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input

from briefing.library.entry import Entry
from tui.command_spec import Scope
from tui.commands import bindings, shown_of
from tui.dropped_files import path_of
from tui.messages import RowEntered
from tui.reader.bars import footer_items_of, key_items
from tui.screens.finding import Finding
from tui.screens.leaving import LeftOnce
from tui.screens.library_list import EntryRows, LibraryList
from tui.screens.library_rows import Marks, entry_lines, marks_of, row_of_hit, sample_lines
from tui.screens.opening import Opening
from tui.screens.removing import Removing
from tui.screens.suggesting import Suggesting
from tui.text_search import query_of
from tui.widgets.bar import Bar, BarItem
from tui.widgets.paste_field import PasteField
from tui.widgets.rows import Row, text_of
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from briefing.library.listing import Order
    from tui.base_app import BaseApp

MOST_NARROWED = 200
"""Of the entries, that are looked through for the words of the field."""
TITLES: dict[Order, str] = {
    "read": "Recent articles",
    "date": "Articles by date",
    "title": "Articles by title",
    "outlet": "Articles by outlet",
}
"""Of the list in each order."""
FOUND = "Found in the library"
NONE_READ = "nothing was read yet; type the path of an article above"
NONE_FOUND = "none of them; enter opens it as a path"


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

    def __init__(self, *, typing: bool = False, pasted: str = "") -> None:
        """Make the screen.

        Args:
            typing: True if keys go to the field at first, as where another article is opened.
            pasted: What the field takes at once.
        """
        super().__init__()
        self._typing = typing
        self._pasted = pasted
        self._opening = Opening(self, self.app, self._update_bars)
        self._finding = Finding(self, self.app, self._show_found)
        self._removing = Removing(self, self.app, self._find_again)
        self._suggesting = Suggesting(self, self.app, self._show_stories)
        self._order: Order = "read"
        self._chooses_when_found = False

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        with Container(id="start"):
            yield PasteField(placeholder="path, address or text; or what to find", id="path")
            yield LibraryList(id="recent")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self.query_one("#path").border_title = "Open or find"
        if self._typing:
            self.query_one("#path").focus()
        self._list()
        if self._pasted:
            self._field.take(self._pasted)

    def on_unmount(self) -> None:
        self._opening.stop()  # the program waits for its threads when it ends
        self._suggesting.stop()

    def on_screen_suspend(self) -> None:
        self._update_bars()

    def on_screen_resume(self) -> None:
        self._update_bars()
        self._list()
        self.call_after_refresh(self._suggesting.begin)

    def on_resize(self) -> None:
        self._update_bars()

    def _update_bars(self) -> None:
        self.query_one("#header", Bar).set_line(
            [("brief", "key"), ("  an article beside a briefing that can be checked", "dim")]
        )
        keymap, above = self.app.keymap, self.app.keys_above(self)
        without = () if self._suggesting.stories else ("open-story",)
        items = footer_items_of(["start", "app"], without, keymap)
        feeds = BarItem([(shown_of("feeds", keymap), "key"), (" feeds", "dim")], "feeds")
        items.insert(-2, feeds)
        if len(self.app.screen_stack) > 1:
            items.insert(
                0, BarItem([(shown_of("return", keymap), "key"), (" back", "dim")], "leave")
            )
        self.query_one("#footer", Bar).set_items(items if above is None else key_items(above))

    # The list

    @property
    def _field(self) -> PasteField:
        return self.query_one("#path", PasteField)

    @property
    def _rows(self) -> LibraryList:
        return self.query_one("#recent", LibraryList)

    @property
    def _query(self) -> str:
        return self._field.value.strip()

    def _entries(self, start: int, limit: int) -> Sequence[Entry]:
        return self.app.library.listed(self._order, start, limit) if self.app.library else ()

    def _marks_of(self, entries: Sequence[Entry]) -> Mapping[str, Marks]:
        keys = [entry.key for entry in entries]
        watched = self.app.library.watched_in(keys) if self.app.library else {}
        told = self._suggesting
        return marks_of(keys, self._removing.ticked, watched, told.stories, told.new)

    def _show_stories(self) -> None:
        self._list()
        self._update_bars()

    def _list(self) -> None:
        """List the library, or what of it has to do with the words of the field."""
        path = sample_path()
        sample = [] if path is None else [Row(draw=sample_lines)]
        count = self.app.library.count if self.app.library else 0
        if query := self._query:
            hits, problem = self._finding.hits, self._finding.problem
            rows = [*self._narrowed(query, sample), *map(row_of_hit, hits)]
            words = "looking for it …" if self._finding.is_on else problem or NONE_FOUND
            self._rows.set_rows(rows, (words, "dim"))
            subtitle = f"{len(hits):,} found" if hits else ""
        else:
            rows_of_all = EntryRows(self._entries, count, sample, self._marks_of)
            self._rows.set_rows(rows_of_all, (NONE_READ, "dim"))
            subtitle = f"{len(self._removing.ticked):,} ticked of " if self._removing.ticked else ""
            subtitle = f"{subtitle}{count:,} articles" if count > 1 else ""
        self._rows.light(query)
        self._rows.border_title = Content(FOUND if query else TITLES[self._order])
        self._rows.border_subtitle = Content(subtitle)

    def _narrowed(self, query: str, sample: Sequence[Row]) -> list[Row]:
        """The first entries that have all words in what is listed of them."""
        sought = [found for word in query.split() if (found := query_of(word))]
        entries = self._entries(0, MOST_NARROWED)
        marks = self._marks_of(entries)
        rows = [
            Row(draw=partial(entry_lines, entry, marks[entry.key]), item=entry) for entry in entries
        ]
        return [row for row in (*rows, *sample) if all(word.is_in(text_of(row)) for word in sought)]

    # Finding

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._rows.index = 0
        self._find_again()

    def _find_again(self) -> None:
        """Look for the words of the field in the library as it is now."""
        self._chooses_when_found = False
        query = self._query
        self._finding.begin("" if path_of(query) else query)
        self._list()

    def _show_found(self) -> None:
        self._list()
        if self._chooses_when_found:
            self._submit()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit()

    def _submit(self) -> None:
        """Open what the field names, or else the first that it found."""
        query = self._query
        path = path_of(query)
        if path is None and self._rows.rows:
            self.action_choose()
        elif path is None and self._finding.is_on:
            self._chooses_when_found = True
        elif query:
            self._opening.sources(path or query)

    def on_row_entered(self, message: RowEntered) -> None:
        from briefing.library import Hit

        match self._rows.rows[message.index].item:
            case Entry() as entry:
                self._opening.entry(entry)
            case Hit() as hit:
                self._opening.entry(hit.entry, hit)
            case None if (path := sample_path()) is not None:
                self._opening.sources(str(path))

    # Opening

    def on_paste_field_pasted(self, message: PasteField.Pasted) -> None:
        message.stop()
        self._opening.text(message.text)

    def on_paste_field_dropped(self, message: PasteField.Dropped) -> None:
        message.stop()
        self._opening.sources(*message.paths)

    def on_paste(self, event: events.Paste) -> None:
        """A paste while the list has the focus: an article, or what is typed into the field."""
        event.stop()
        self._field.focus()
        self._field.take(event.text)

    def on_key(self, event: events.Key) -> None:
        """From the field down to what it found."""
        if event.key == "down" and self._field.has_focus:
            event.stop()
            self._rows.focus()

    def action_choose(self) -> None:
        self._rows.action_choose()

    def action_path(self) -> None:
        self._field.focus()

    def action_leave(self) -> None:
        if self._opening.is_reading:
            self._opening.stop()
            return
        if (self._field.has_focus and not self._typing) or self._field.value:
            self._field.value = ""
            self._rows.focus()
        else:
            self.dismiss()

    # Sorting, removing

    def action_sort(self) -> None:
        orders = list(TITLES)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._rows.index = 0
        self._list()

    @property
    def _chosen(self) -> Entry | None:
        """The entry that is chosen in the list, or that the chosen hit is in."""
        rows = self._rows
        item = rows.rows[rows.index].item if rows.rows else None
        return item if isinstance(item, Entry) else getattr(item, "entry", None)

    def action_pick(self) -> None:
        if (entry := self._chosen) is not None:
            self._removing.ticked ^= {entry.key}
            self._list()
            self._rows.action_line_down()

    def action_remove(self) -> None:
        self._removing.remove(self._chosen)

    def action_remove_batch(self) -> None:
        self._removing.remove_batch(self._chosen)

    def action_dossier(self) -> None:
        self._suggesting.open(self._chosen)

    def action_put_back(self) -> None:
        self._removing.put_back()
