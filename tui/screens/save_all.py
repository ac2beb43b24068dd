"""Saving a page of each of several articles into a folder."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model import Briefing
from tui.formats import PAGES
from tui.screens.save_dialog import SaveDialog


class SaveAllScreen(SaveDialog):
    """Asks for a folder and writes the pages; those that are there are replaced after a yes only.

    Args:
        briefings: The finished ones.
        unfinished: How many more were meant, and are not analyzed yet.
    """

    ASKING_KEYS = "y yes   n save the others only   esc cancel"

    def __init__(self, briefings: Sequence[Briefing], unfinished: int = 0) -> None:
        super().__init__()
        self.briefings = tuple(briefings)
        self._unfinished = unfinished
        self._ending = next(iter(PAGES))

    def on_mount(self) -> None:
        super().on_mount()
        count = len(self.briefings)
        words = "Save one page" if count == 1 else f"Save {count} pages"
        self.query_one(".dialog").border_title = f"{words} into a folder"
        if self._unfinished:
            self.answer(f"{self._unfinished} not analyzed yet, and left out")

    def first_path(self) -> Path:
        from platformdirs import user_documents_path

        return self.app.remembered.folder or user_documents_path()

    @property
    def ending(self) -> str:
        return self._ending

    def use_ending(self, ending: str) -> None:
        self._ending = ending

    def _targets(self, folder: Path) -> list[tuple[Path, Briefing]]:
        from briefing.save import Folder

        names = Folder(folder, self.ending)
        return [(names.path_of(briefing.article), briefing) for briefing in self.briefings]

    def save(self, path: Path) -> None:
        there = sum(target.exists() for target, _ in self._targets(path))
        if there:
            are = "is" if there == 1 else "are"
            self.ask(f"{there} of {len(self.briefings)} {are} there already. Replace?")
        else:
            self._write(path, overwrite=False)

    def answered(self, path: Path, *, yes: bool) -> None:
        self._write(path, overwrite=yes)

    def _write(self, folder: Path, *, overwrite: bool) -> None:
        from briefing.save import save_page

        saved = 0
        for target, briefing in self._targets(folder):
            if target.exists() and not overwrite:
                continue
            try:
                save_page(self.page_of(briefing), target, overwrite=overwrite)
            except BriefingError as error:
                self.answer(f"{saved} saved, then: {error}")
                return
            saved += 1
        if saved:
            self.app.remembered.folder = folder.absolute()
        self.dismiss(None)
        self.app.say(f"saved {saved} {'page' if saved == 1 else 'pages'} to {folder}")
