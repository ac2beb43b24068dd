"""What the dialogs that save have in common: a field, the format, a question, the keys."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.errors import NoWidget
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.page.formats import FORMATS, PageFormat
from tui.saving.format_bar import format_items
from tui.screens.leaving import LeftOnce
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from tui.base_app import BaseApp


class SaveDialog(ModalScreen[None], LeftOnce[None], inherit_bindings=False):
    """Asks where to and in which format; what is there is only replaced after a yes."""

    TITLE_WORDS: ClassVar[str] = ""
    KEYS: ClassVar[str] = "enter save   esc cancel   tab format"
    ASKING_KEYS: ClassVar[str] = "y yes   n no"

    CSS = """
    .dialog {
        width: 80;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $accent;
        border-title-color: $accent;
        background: $background;
        padding: 1 2;
        overflow-y: auto;
        scrollbar-size: 1 1;
    }
    .dialog Input { background: $chosen; }
    .dialog #whole { height: auto; max-height: 3; color: $dim; }
    .dialog #formats { margin: 1 0 0 0; }
    .dialog #answer { height: auto; min-height: 1; margin: 1 0 0 0; color: $accent; }
    .dialog #keys { color: $dim; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "do not save", show=False),
        Binding("tab", "next_format", "the next format", show=False),
        Binding("shift+tab", "next_format(-1)", "the format before", show=False),
        Binding("y", "yes", "replace what is there", show=False),
        Binding("n", "no", "keep what is there", show=False),
    ]

    app: BaseApp

    def __init__(self, forms: Sequence[PageFormat] = FORMATS) -> None:
        super().__init__()
        self.forms = forms
        self.asking = False

    # What a dialog says for itself

    def first_path(self) -> Path:
        """What the field begins with."""
        raise NotImplementedError

    @property
    def ending(self) -> str:
        """The ending of the chosen format."""
        raise NotImplementedError

    def use_ending(self, ending: str) -> None:
        """Choose a format by its ending."""
        raise NotImplementedError

    def save(self, path: Path) -> None:
        """Save there, or ask first."""
        raise NotImplementedError

    def answered(self, path: Path, *, yes: bool) -> None:
        """Go on after the question."""
        raise NotImplementedError

    # What they have in common

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as dialog:
            dialog.border_title = self.TITLE_WORDS
            # selected below and not on focus, which may come when something is typed already
            yield Input(str(self.first_path()), id="path", compact=True, select_on_focus=False)
            yield Static("", id="whole", markup=False)
            yield Bar(id="formats")
            yield Static("", id="answer", markup=False)
            yield Static(self.KEYS, id="keys", markup=False)

    def on_mount(self) -> None:
        self.field.action_select_all()
        self.show_format()

    def ask(self, words: str) -> None:
        """Ask a question that y or n answers."""
        self._say(words, self.ASKING_KEYS, asking=True)

    def answer(self, words: str) -> None:
        """Say what is the matter, and let the user try again."""
        self._say(words, self.KEYS, asking=False)

    def _say(self, words: str, keys: str, *, asking: bool) -> None:
        self.asking = asking
        self.query_one("#answer", Static).update(words)
        self.query_one("#keys", Static).update(keys)
        self.field.disabled = asking
        self.set_class(asking, "-asking")
        self.set_class(bool(words), "-answered")
        if not asking:
            self.field.focus()
        self.call_after_refresh(self._show_answer)

    def _show_answer(self) -> None:
        """Scroll to a question where there is no room for everything."""
        dialog = self.query_one(".dialog")
        if self.asking:
            dialog.scroll_end(animate=False, immediate=True)
        else:
            dialog.scroll_home(animate=False, immediate=True)

    @property
    def question_in_view(self) -> bool:
        """True if the end of the question can be read, and the keys that answer it."""
        return self.asking and all(self._end_in_view(name) for name in ("#answer", "#keys"))

    def _end_in_view(self, name: str) -> bool:
        try:
            found = self.find_widget(self.query_one(name))
        except NoWidget:
            return False
        seen = found.visible_region
        return bool(seen) and seen.bottom == found.region.bottom

    @property
    def field(self) -> Input:
        """Where the path is typed."""
        return self.query_one("#path", Input)

    @property
    def path(self) -> Path | None:
        """The path in the field, or None if it is empty."""
        value = self.field.value.strip()
        return Path(os.path.expanduser(value)) if value else None  # noqa: PTH111 - raises nothing

    def show_format(self) -> None:
        """Light the chosen format."""
        bar = self.query_one("#formats", Bar)
        bar.set_items(format_items(self.ending, bar.size.width, self.forms))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.show_format()
        self.show_whole()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_whole)
        self.call_after_refresh(self.show_format)
        self.call_after_refresh(self._show_answer)

    def show_whole(self) -> None:
        """Show the whole of a path that is longer than its field."""
        value, width = self.field.value, self.field.content_size.width
        self.query_one("#whole", Static).update(value if cell_len(value) >= width > 0 else "")

    def action_format(self, ending: str) -> None:
        if not self.asking:
            self.use_ending(ending)
            self.show_format()
            self.field.focus()

    def action_next_format(self, step: int = 1) -> None:
        endings = [form.ending for form in self.forms]
        self.action_format(endings[(endings.index(self.ending) + step) % len(endings)])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.on_top and not self.asking:  # and not one of an enter that came too late
            self.submit()

    def submit(self) -> None:
        """Save to what the field says."""
        path = self.path
        if path is None:
            self.answer("type a path")
        else:
            self.save(path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        del parameters
        return self.question_in_view if action in ("yes", "no") else True

    def action_yes(self) -> None:
        if self.path is not None:
            self.answered(self.path, yes=True)

    def action_no(self) -> None:
        if self.path is not None:
            self.answered(self.path, yes=False)

    def action_cancel(self) -> None:
        self.dismiss(None)
