"""Stories of the library, suggested on the start screen and opened as dossiers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.errors import ReadError
from briefing.model import Article
from tui.dossier.opening import DossierOpening

if TYPE_CHECKING:
    from briefing.library import Entry
    from tui.base_app import BaseApp

GONE = "it is no longer in the library as it was"


class Suggesting:
    """Finds which of the latest articles tell the same, in a thread.

    Args:
        screen: Where that is shown.
        app: Has the library.
        after: Called when other stories are known than before.

    Attributes:
        stories: For the key of each article that is not alone, those of all that tell the same.
        new: Keys of those that came since the reader looked at the dossier of their story.
    """

    def __init__(self, screen: Screen[None], app: BaseApp, after: Callable[[], object]) -> None:
        self._screen = screen
        self._app = app
        self._after = after
        self._opening = DossierOpening(screen, app)
        self._stop = Event()
        self.stories: Mapping[str, Sequence[str]] = {}
        self.new: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Look once more, as the library may have changed."""
        if self._app.library is not None:
            self._screen.run_worker(
                self._find, group="stories", thread=True, exclusive=True, exit_on_error=False
            )

    def stop(self) -> None:
        """Look no further, and give up what is being analyzed."""
        self._stop.set()
        self._opening.stop()

    def _find(self) -> None:
        if self._app.library is not None:
            stories = self._app.library.stories(self._stop.is_set)
            new = self._app.library.new_among(stories)
            if not self._stop.is_set():
                self._app.call_from_thread(self._show, stories, new)

    def _show(self, stories: Mapping[str, Sequence[str]], new: frozenset[str]) -> None:
        if (stories, new) != (self.stories, self.new) and self._screen.is_mounted:
            self.stories, self.new = stories, new
            self._after()

    def open(self, entry: Entry | None) -> None:
        """Open the dossier of all articles that tell the same as one."""
        keys = self.stories.get(entry.key, ()) if entry else ()
        if entry is None or not keys:
            self._app.say("no other article of the library is known to tell the same")
            return
        first = [entry.key, *(key for key in keys if key != entry.key)]
        self._opening.open(partial(self._articles, first), len(first))

    def _articles(self, keys: Sequence[str]) -> Sequence[Article | ReadError]:
        """In a thread: the articles of the library with these keys."""
        library = self._app.library
        found = [library.article(key) if library else None for key in keys]
        missing = [ReadError(f"cannot open an article: {GONE}")] if None in found else []
        return [*filter(None, found), *missing]
