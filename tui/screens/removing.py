"""Articles taken out of the library from the start screen, and put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.commands import shown_of
from tui.screens.library_rows import title_of

if TYPE_CHECKING:
    from briefing.library import Entry
    from tui.base_app import BaseApp


class Removing:
    """Removes articles in a thread, and says how they come back.

    Args:
        screen: Where that is asked for.
        app: Has the library.
        after: Called when the library is another one than before.

    Attributes:
        ticked: Keys of the entries that are ticked.
    """

    def __init__(self, screen: Screen[None], app: BaseApp, after: Callable[[], object]) -> None:
        self._screen = screen
        self._app = app
        self._after = after
        self.ticked: set[str] = set()

    def remove(self, entry: Entry | None) -> None:
        """Remove what is ticked, or else one article."""
        library = self._app.library
        keys = sorted(self.ticked) or [entry.key for entry in (entry,) if entry]
        if library is None or not keys:
            self._app.say("choose an article of the library first")
            return
        name = "" if self.ticked or entry is None else f"“{title_of(entry)}”"
        self._change(partial(library.remove, keys), partial(self._removed, name))

    def remove_batch(self, entry: Entry | None) -> None:
        """Remove all that a command put in with an article."""
        if self._app.library is None or entry is None or entry.batch is None:
            self._app.say("choose an article that a command put in with others first")
            return
        self._change(
            partial(self._app.library.remove_batch, entry.batch), partial(self._removed, "")
        )

    def put_back(self) -> None:
        """Put back what was removed last."""
        if self._app.library is not None:
            self._change(self._app.library.restore, _put_back)

    def _change(self, work: Callable[[], int], words: Callable[[int], str]) -> None:
        self._screen.run_worker(
            partial(self._work, work, words), group="library", thread=True, exit_on_error=False
        )

    def _work(self, work: Callable[[], int], words: Callable[[int], str]) -> None:
        """In a thread: change the library, which takes a while where it is much."""
        self._app.call_from_thread(self._tell, words(work()))

    def _tell(self, words: str) -> None:
        self.ticked.clear()
        self._after()
        self._app.say(words)

    def _removed(self, name: str, count: int) -> str:
        key = shown_of("put-back", self._app.keymap)
        them = "it" if count == 1 else "them"
        return f"removed {name or _articles(count)}; {key} puts {them} back"


def _put_back(count: int) -> str:
    return f"put back {_articles(count)}" if count else "nothing is left to put back"


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"
