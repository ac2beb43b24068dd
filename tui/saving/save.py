"""Saving the briefing as one page: where to, in which format, and whether to replace a file."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.errors import BriefingError
from briefing.page.formats import (
    BY_ENDING,
    FORMATS,
    PageFormat,
    ending_in,
    endings,
    format_of,
)
from tui.saving.dialog import SaveDialog


class SaveScreen(SaveDialog):
    """Asks for a path, whose ending is the format, and writes the page."""

    TITLE_WORDS = "Save as one page"
    KEYS = "enter save   esc cancel   tab format   ctrl+o and open   ctrl+e and edit"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "save_and('open')", "save and open", show=False),
        Binding("ctrl+e", "save_and('edit')", "save and edit", show=False, priority=True),
    ]

    def __init__(
        self,
        make: Callable[[PageFormat], str | bytes],
        path: Path,
        *,
        notice: str = "",
        forms: Sequence[PageFormat] = FORMATS,
        on_saved: Callable[[], object] = lambda: None,
    ) -> None:
        """Ask where to save a page.

        Args:
            make: Makes the page in a format.
            path: Where it is saved by default; in the folder that was used last if there is one.
            notice: What is said at first, or "".
            forms: The formats that can be chosen; the first is meant where no ending says another.
            on_saved: Called when the page is saved.
        """
        super().__init__(forms)
        self._make = make
        self._path = path
        self._notice = notice
        self._on_saved = on_saved
        self._then = ""  # what is to be done with what is saved: "open" or "edit"

    def on_mount(self) -> None:
        super().on_mount()
        if self._notice:
            self.answer(self._notice)

    def first_path(self) -> Path:
        folder = self.app.remembered.folder
        return folder / self._path.name if folder else self._path

    @property
    def ending(self) -> str:
        ending = ending_of(self.field.value)
        known = any(form.ending == ending for form in self.forms)
        return ending if known else self.forms[0].ending

    def use_ending(self, ending: str) -> None:
        self.field.value = with_ending(self.field.value, ending)
        self.field.cursor_position = len(self.field.value)

    def submit(self) -> None:
        self._then = ""
        super().submit()

    def action_save_and(self, then: str) -> None:
        if self.on_top and not self.asking:
            self._then = then
            super().submit()

    def save(self, path: Path) -> None:
        from briefing.page.saving import is_folder, is_there

        if is_folder(path):
            path /= self.first_path().name
            self.field.value = str(path)
        if format_of(path.name) not in self.forms:
            self.answer(f"cannot save {path.name}: end the name with {endings(self.forms)}")
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
            written = save_page(self._make(BY_ENDING[self.ending]), path, overwrite=overwrite)
        except BriefingError as error:
            self.answer(str(error))
            return
        self._on_saved()
        self.app.remembered.folder = written.parent
        self.dismiss(None)
        said = f"saved to {path}"
        self.app.say(said)
        if self._then == "open":
            from tui.terminal.browsing import open_page

            open_page(self.app, written.as_uri(), said)
        elif self._then == "edit":
            from tui.terminal.editing import edit

            try:
                edit(self.app, written)
            except BriefingError as error:
                self.app.say(f"{said}; {error}", failed=True)


def ending_of(name: str) -> str:
    """The ending that says what is written into a file of this name."""
    return ending_in(name.strip()) or FORMATS[0].ending


def with_ending(name: str, ending: str) -> str:
    """The name with this ending, in the place of one that says something else."""
    name = name.strip()
    if not name or name.endswith("/"):
        return name
    return name[: len(name) - len(ending_in(name))] + ending
