"""Stories among the latest articles of a library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import sleep
from typing import TYPE_CHECKING

from briefing.stories.among import stories_among
from briefing.stories.evidence import evidence_of
from briefing.stories.values import Evidence

if TYPE_CHECKING:
    from briefing.library import Entry
    from briefing.library.listing import Order
    from briefing.model import Article

MOST_READ, MOST_PUBLISHED = 100, 200
"""Articles that are compared: those read last, and those published last."""
A_BREAK = 0.005
"""Seconds after each article that is looked at, for the thread that draws."""


class Latest:
    """Finds which of the latest articles tell the same; what is known of them is kept.

    Args:
        listed: Gives a part of the library's list: its order, the first, how many.
        article: Gives the article of a key, or None.
    """

    def __init__(
        self,
        listed: Callable[[Order, int, int], Sequence[Entry]],
        article: Callable[[str], Article | None],
    ) -> None:
        self._listed = listed
        self._article = article
        self._known: dict[str, Evidence] = {}

    def stories(self, stop: Callable[[], bool] = lambda: False) -> dict[str, tuple[str, ...]]:
        """For the key of each article that is not alone, the keys of all that tell the same.

        It takes some milliseconds for each article that was not looked at before.

        Args:
            stop: Asked for each article; when it gives True, nothing is found.
        """
        entries = (*self._listed("read", 0, MOST_READ), *self._listed("date", 0, MOST_PUBLISHED))
        keys = list(dict.fromkeys(entry.key for entry in entries))
        for key in keys:
            if stop():
                return {}
            if key not in self._known and (article := self._article(key)):
                self._known[key] = evidence_of(article)
                sleep(A_BREAK)
        return stories_among((key, self._known[key]) for key in keys if key in self._known)
