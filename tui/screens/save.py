"""Saving the briefing as one page: where to, in which format, and whether to replace a file."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.errors import BriefingError
from briefing.model import Briefing
from tui.widgets.bar import Bar, Item

if TYPE_CHECKING:
    from tui.app import BriefApp

FORMATS = {".md": "Markdown", ".html": "HTML"}
"""Ending of a file's name → what is written into it; the first where a name has none of them."""
KEYS = "enter save   tab format   ctrl+o save and open   esc cancel"


class SaveScreen(ModalScreen[None], inherit_bindings=False):
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
    .dialog #formats { margin: 1 0 0 0; }
    .dialog #answer { height: auto; min-height: 1; margin: 1 0 0 0; color: $accent; }
    .dialog #keys { color: $dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "do not save", show=False),
        Binding("tab,shift+tab", "next_format", "the other format", show=False),
        Binding("ctrl+o", "open", "save and open", show=False),
        Binding("y", "yes", "replace the file", show=False),
        Binding("n", "no", "keep the file", show=False),
    ]

    app: BriefApp

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self.briefing = briefing
        self.asking = False
        self.opens = False  # what is saved is to be opened

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as dialog:
            dialog.border_title = "Save as one page"
            yield Input(str(self._default_path()), id="path", compact=True)
            yield Bar(id="formats")
            yield Static("", id="answer", markup=False)
            yield Static(KEYS, id="keys", markup=False)

    def _default_path(self) -> Path:
        from briefing.save import default_path

        path = default_path(self.briefing.article)
        folder = self.app.remembered.folder
        return folder / path.name if folder else path

    def on_mount(self) -> None:
        self._show_format()

    def _answer(self, words: str, keys: str = KEYS, *, asking: bool = False) -> None:
        self.asking = asking
        self.query_one("#answer", Static).update(words)
        self.query_one("#keys", Static).update(keys)
        self.field.disabled = asking
        if not asking:
            self.field.focus()

    @property
    def field(self) -> Input:
        """Where the path is typed."""
        return self.query_one("#path", Input)

    @property
    def path(self) -> Path | None:
        """The path in the field, or None if it is empty."""
        value = self.field.value.strip()
        return Path(value).expanduser() if value else None

    # The format

    def _show_format(self) -> None:
        present = ending_of(self.field.value)
        items: list[Item] = []
        for ending, name in FORMATS.items():
            ink = "marker-on" if ending == present else "dim"
            between = [Item([("·", "dim")])] if items else []
            items += [*between, Item([(f" {name} ", ink)], f"format('{ending}')")]
        self.query_one("#formats", Bar).set_items(items)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show_format()

    def action_format(self, ending: str) -> None:
        """Give the name in the field this ending, and so the page this format."""
        if not self.asking:
            self.field.value = with_ending(self.field.value, ending)
            self.field.cursor_position = len(self.field.value)
            self.field.focus()

    def action_next_format(self) -> None:
        endings = list(FORMATS)
        present = endings.index(ending_of(self.field.value))
        self.action_format(endings[(present + 1) % len(endings)])

    # Saving

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._save(opens=False)

    def action_open(self) -> None:
        if not self.asking:
            self._save(opens=True)

    def _save(self, *, opens: bool) -> None:
        self.opens = opens
        path = self.path
        if path is None:
            self._answer("type the path of a file")
        elif path.is_file():
            words = f"{path.name} is there already. Replace it?"
            self._answer(words, "y yes   n no", asking=True)
        else:
            self._write(path, overwrite=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        del parameters
        return self.asking if action in ("yes", "no") else True

    def action_yes(self) -> None:
        if self.path is not None:
            self._write(self.path, overwrite=True)

    def action_no(self) -> None:
        self._answer("")

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _write(self, path: Path, *, overwrite: bool) -> None:
        from briefing.save import save_page

        try:
            save_page(self._page(path), path, overwrite=overwrite)
        except BriefingError as error:
            self._answer(str(error))
            return
        self.app.remembered.folder = path.absolute().parent
        self.dismiss(None)
        self.app.say(f"saved to {path}")
        if self.opens:
            self.app.open_url(path.absolute().as_uri())

    def _page(self, path: Path) -> str:
        render: Callable[..., str]
        if ending_of(path.name) == ".html":
            from briefing.html_page import to_html as render
        else:
            from briefing.page import to_markdown as render
        template = self.app.settings.template
        if template is None:
            return render(self.briefing)
        from briefing.templates import load

        return render(self.briefing, load(template))


def ending_of(name: str) -> str:
    """The ending that says what is written into a file of this name."""
    ending = Path(name.strip()).suffix.lower()
    return ending if ending in FORMATS else next(iter(FORMATS))


def with_ending(name: str, ending: str) -> str:
    """The name with this ending, in the place of one that says something else."""
    name = name.strip()
    if not name or name.endswith("/"):
        return name
    if Path(name).suffix.lower() in FORMATS:
        name = name[: -len(Path(name).suffix)]
    return name + ending
