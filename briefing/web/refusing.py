"""Why an address is not read, and what the user can do instead."""

from __future__ import annotations

from typing import Final

SAVE_IT: Final = "save the page in your browser and give the file"
CHECK_IT: Final = "check the address"
LATER: Final = "try again later"


class Refused(Exception):  # noqa: N818 - a decision rather than a fault
    """An address is not read; the message says why and what to do, without the address.

    Attributes:
        wait: Seconds for which the site wants to be left alone, where it has too much to do.
    """

    def __init__(self, why: str, wait: int | None = None) -> None:
        super().__init__(why)
        self.wait = wait
