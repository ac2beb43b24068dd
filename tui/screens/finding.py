"""Finding words in the library from the start screen, in a thread, as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.library import Hit
    from tui.base_app import BaseApp

MOST_FOUND = 50
"""Hits that are listed."""


class Finding:
    """Looks for one query after the other; only the hits of the last one are shown.

    Args:
        screen: Where that is asked for.
        app: Has the library.
        after: Called when something was found, or nothing.

    Attributes:
        hits: What was found.
        problem: What is wrong with the query, in one line, or "".
        is_on: True until that is known.
    """

    def __init__(self, screen: Screen[None], app: BaseApp, after: Callable[[], object]) -> None:
        self._screen = screen
        self._app = app
        self._after = after
        self._query = ""
        self.hits: Sequence[Hit] = ()
        self.problem = ""
        self.is_on = False

    def begin(self, query: str) -> None:
        """Look for a query instead of the one before; for none where it is empty."""
        if query != self._query:
            self.hits, self.problem = (), ""
        self._query = query
        self.is_on = bool(query and self._app.library)
        if self.is_on:
            self._screen.run_worker(
                partial(self._find, query),
                group="finding",
                thread=True,
                exclusive=True,
                exit_on_error=False,
            )

    def _find(self, query: str) -> None:
        """In a thread: look for a query, unless there is another one by now."""
        hits: Sequence[Hit] = ()
        problem = ""
        if query == self._query and self._app.library:
            try:
                hits = self._app.library.find(query, MOST_FOUND, is_typing=True)
            except BriefingError as error:
                problem = str(error)
        self._app.call_from_thread(self._show, query, hits, problem)

    def _show(self, query: str, hits: Sequence[Hit], problem: str) -> None:
        if query == self._query and self._screen.is_mounted:
            self.hits, self.problem, self.is_on = hits, problem, False
            self._after()
