"""Saving the briefing as one page: where to, in which format, and whether to replace a file."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.errors import BriefingError
from briefing.model import Briefing
from tui.saving.dialog import SaveDialog
from tui.saving.page_formats import OTHERS, PAGES


class SaveScreen(SaveDialog):
    """Asks for a path, whose ending is the format, and writes the page."""

    TITLE_WORDS = "Save as one page"
    KEYS = "enter save   esc cancel   tab format   ctrl+o save and open"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "open", "save and open", show=False),
    ]

    def __init__(self, briefing: Briefing, *, whole: bool = False) -> None:
        """Ask where to save a briefing; `whole` says that only a part of it is on the screen."""
        super().__init__()
        self.briefing = briefing
        self._whole = whole
        self.opens = False  # what is saved is to be opened

    def on_mount(self) -> None:
        super().on_mount()
        if self._whole:
            self.answer("the page is about the whole article, not only about what is shown")

    def first_path(self) -> Path:
        from briefing.page.saving import default_path

        path = default_path(self.briefing.article)
        folder = self.app.remembered.folder
        return folder / path.name if folder else path

    @property
    def ending(self) -> str:
        return ending_of(self.field.value)

    def use_ending(self, ending: str) -> None:
        self.field.value = with_ending(self.field.value, ending)
        self.field.cursor_position = len(self.field.value)

    def submit(self) -> None:
        self.opens = False
        super().submit()

    def action_open(self) -> None:
        if not self.asking:
            self.opens = True
            super().submit()

    def save(self, path: Path) -> None:
        from briefing.page.saving import is_folder, is_there

        if is_folder(path):
            path /= self.first_path().name
            self.field.value = str(path)
        if path.suffix.lower() in OTHERS:
            self.answer(f"cannot save {path.name}: end the name with {' or '.join(PAGES)}")
        elif is_there(path) and not is_folder(path):
            self.ask(f"{path.name} is there already. Replace it?")
        else:
            self._write(path, overwrite=False)

    def answered(self, path: Path, *, yes: bool) -> None:
        if yes:
            self._write(path, overwrite=True)
        else:
            self.answer("")

    def _write(self, path: Path, *, overwrite: bool) -> None:
        from briefing.page.saving import save_page

        try:
            written = save_page(self.page_of(self.briefing), path, overwrite=overwrite)
        except BriefingError as error:
            self.answer(str(error))
            return
        self.app.remembered.folder = written.parent
        self.dismiss(None)
        said = f"saved to {path}"
        self.app.say(said)
        if self.opens:
            from tui.browsing import open_page

            open_page(self.app, written.as_uri(), said)


def ending_of(name: str) -> str:
    """The ending that says what is written into a file of this name."""
    ending = Path(name.strip()).suffix.lower()
    return ending if ending in PAGES else next(iter(PAGES))


def with_ending(name: str, ending: str) -> str:
    """The name with this ending, in the place of one that says something else."""
    name = name.strip()
    if not name or name.endswith("/"):
        return name
    if Path(name).suffix.lower() in PAGES:
        name = name[: -len(Path(name).suffix)]
    return name + ending
