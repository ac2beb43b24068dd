"""Saving a page of each of several articles into a folder."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model import Article, Briefing
from briefing.page.formats import BY_ENDING, FORMATS, renderer
from tui.saving.dialog import SaveDialog

NAMED = 3
"""File names that a question lists."""


class SaveAllScreen(SaveDialog):
    """Asks for a folder and writes the pages; those that are there are replaced after a yes only.

    Args:
        articles: All open ones; the names of the files are made for all of them, so that an article
            has the same one whichever are saved.
        briefings: The finished ones that are to be saved, by the number of their article.
        unfinished: How many more were meant, and are not analyzed yet.
    """

    ASKING_KEYS = "y yes   n save the others only   esc cancel"

    def __init__(
        self, articles: Sequence[Article], briefings: Mapping[int, Briefing], unfinished: int = 0
    ) -> None:
        super().__init__()
        self._articles = tuple(articles)
        self._briefings = dict(briefings)
        self._unfinished = unfinished
        self._ending = FORMATS[0].ending

    def on_mount(self) -> None:
        super().on_mount()
        count = len(self._briefings)
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
        from briefing.page.saving import Folder

        names = Folder(folder, self.ending)
        paths = [names.path_of(article) for article in self._articles]
        return [(paths[number], briefing) for number, briefing in self._briefings.items()]

    def save(self, path: Path) -> None:
        from briefing.page.saving import is_there

        there = [target.name for target, _ in self._targets(path) if is_there(target)]
        if there:
            are = "is" if len(there) == 1 else "are"
            names = ", ".join(there[:NAMED]) + (", …" if len(there) > NAMED else "")
            self.ask(
                f"{len(there)} of {len(self._briefings)} {are} there already ({names}). Replace?"
            )
        else:
            self._write(path, overwrite=False)

    def answered(self, path: Path, *, yes: bool) -> None:
        self._write(path, overwrite=yes)

    def _write(self, folder: Path, *, overwrite: bool) -> None:
        from briefing.page.saving import is_there, save_page

        saved = kept = 0
        for target, briefing in self._targets(folder):
            if is_there(target) and not overwrite:
                kept += 1
                continue
            try:
                written = save_page(self._page_of(briefing), target, overwrite=overwrite)
            except BriefingError as error:
                self.answer(f"{saved} saved, then: {error}")
                return
            saved += 1
        if saved:
            self.app.remembered.folder = written.parent
        self.dismiss(None)
        rest = f"; {kept} left as {'it was' if kept == 1 else 'they were'}" if kept else ""
        self.app.say(f"saved {saved} {'page' if saved == 1 else 'pages'} to {folder}{rest}")

    def _page_of(self, briefing: Briefing) -> str | bytes:
        """The page of a briefing in the chosen format, laid out as the settings say."""
        return renderer(BY_ENDING[self.ending], self.app.settings.template)(briefing)
