"""The time that a fetch has left, and the question to its caller if it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final, TypeVar

from briefing.errors import Cancelled
from briefing.web.refusing import LATER, SAVE_IT, Refused

TICK: Final = 0.1
"""Seconds for which nothing else is looked at while waiting."""
STOPPED = "the fetch was stopped"
TOO_SLOW = f"it takes too long; {LATER}, or {SAVE_IT}"

Result = TypeVar("Result")


class Watch:
    """Looks after one fetch, with all its redirects.

    Attributes:
        total: Seconds for the whole of it.
    """

    def __init__(self, total: float, stop: Callable[[], bool] | None = None) -> None:
        self.total = total
        self._end = monotonic() + total
        self._stop = stop

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            Cancelled: The fetch is no longer wanted.
            Refused: None are left.
        """
        if self._stop and self._stop():
            raise Cancelled(STOPPED)
        left = self._end - monotonic()
        if left <= 0:
            raise Refused(TOO_SLOW)
        return left

    def wait(self, attempt: Callable[[float], Result], limit: float, late: str) -> Result:
        """What the attempt gives.

        Args:
            attempt: Waits for so many seconds at most, and then raises `TimeoutError`; it is made
                again until it gives something.
            limit: Seconds for all attempts.
            late: Why the address is refused if nothing has come by then.

        Raises:
            Cancelled: The fetch is no longer wanted.
            Refused: It is too late.
        """
        end = monotonic() + limit
        while True:
            left = min(self.left(), end - monotonic())
            if left <= 0:
                raise Refused(late)
            try:
                return attempt(min(TICK, left))
            except TimeoutError:
                continue
