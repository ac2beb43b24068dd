"""Stories among the open articles, suggested in their list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Event
from time import sleep
from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from briefing.model import Article
    from briefing.stories.values import Evidence

A_BREAK = 0.005
"""Seconds after each article that is looked at, for the thread that draws."""


class OpenStories:
    """Finds in a thread which of the open articles tell the same.

    Args:
        screen: The reader's screen.
        articles: Gives the open articles; later ones may come at the end.
        after: Called when stories are known.

    Attributes:
        stories: For the number of each article that is not alone, those of all that tell the same.
    """

    def __init__(
        self,
        screen: Screen[None],
        articles: Callable[[], Sequence[Article]],
        after: Callable[[], object],
    ) -> None:
        self._screen = screen
        self._articles = articles
        self._after = after
        self._stop = Event()
        self._known: list[Evidence] = []
        self.stories: Mapping[int, Sequence[int]] = {}

    def begin(self) -> None:
        """Look among the articles that are open now, if there are several."""
        if len(self._articles()) > 1:
            self._screen.run_worker(
                self._find, group="stories", thread=True, exclusive=True, exit_on_error=False
            )

    def stop(self) -> None:
        """Look no further."""
        self._stop.set()

    def _find(self) -> None:
        from briefing.stories.among import stories_among
        from briefing.stories.evidence import evidence_of

        articles = self._articles()
        known = self._known.copy()
        for article in articles[len(known) :]:
            if self._stop.is_set():
                return
            known.append(evidence_of(article))
            sleep(A_BREAK)
        found = stories_among((str(number), one) for number, one in enumerate(known))
        stories = {int(name): tuple(map(int, names)) for name, names in found.items()}
        if not self._stop.is_set():
            self._screen.app.call_from_thread(self._show, known, stories)

    def _show(self, known: list[Evidence], stories: Mapping[int, Sequence[int]]) -> None:
        self._known = known
        if self._screen.is_mounted:
            self.stories = stories
            self._after()
