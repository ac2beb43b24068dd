"""Saving the briefing as one page: where to, and whether to write over what is there."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.errors import SaveError
from briefing.model import Briefing

if TYPE_CHECKING:
    from tui.app import BriefApp


class SaveScreen(ModalScreen[None]):
    """Asks for a path, then writes; an existing file is only replaced after a yes."""

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
    }
    .dialog Input { background: $chosen; }
    .dialog #answer { height: auto; min-height: 1; margin: 1 0 0 0; color: $accent; }
    .dialog #keys, .dialog #formats { color: $dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "do not save", show=False),
        Binding("y", "yes", "replace the file", show=False),
        Binding("n", "no", "keep the file", show=False),
    ]

    app: BriefApp

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self.briefing = briefing
        self.asking = False

    def compose(self) -> ComposeResult:
        from briefing.save import default_path

        with Container(classes="dialog") as dialog:
            dialog.border_title = "Save as one page"
            yield Input(str(default_path(self.briefing.article)), id="path", compact=True)
            yield Static("Markdown, or HTML where the name ends in .html", id="formats")
            yield Static("", id="answer", markup=False)
            yield Static("enter save   esc cancel", id="keys", markup=False)

    def _answer(self, words: str, keys: str, *, asking: bool) -> None:
        self.asking = asking
        self.query_one("#answer", Static).update(words)
        self.query_one("#keys", Static).update(keys)
        field = self.query_one("#path", Input)
        field.disabled = asking
        if not asking:
            field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        path = self.path
        if path is None:
            self._answer("type the path of a file", "enter save   esc cancel", asking=False)
        elif path.is_file():
            self._answer(f"{path.name} is there already. Replace it?", "y yes   n no", asking=True)
        else:
            self._write(path, overwrite=False)

    @property
    def path(self) -> Path | None:
        """The path in the field, or None if it is empty."""
        value = self.query_one("#path", Input).value.strip()
        return Path(value).expanduser() if value else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        del parameters
        return self.asking if action in ("yes", "no") else True

    def action_yes(self) -> None:
        if self.path is not None:
            self._write(self.path, overwrite=True)

    def action_no(self) -> None:
        self._answer("", "enter save   esc cancel", asking=False)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _write(self, path: Path, *, overwrite: bool) -> None:
        from briefing.save import save_page

        try:
            save_page(self._page(path), path, overwrite=overwrite)
        except SaveError as error:
            self._answer(str(error), "enter try again   esc cancel", asking=False)
            return
        self.dismiss(None)
        self.app.say(f"saved to {path}")

    def _page(self, path: Path) -> str:
        if path.suffix.lower() == ".html":
            from briefing.html_page import to_html

            return to_html(self.briefing)
        from briefing.page import to_markdown

        return to_markdown(self.briefing)
