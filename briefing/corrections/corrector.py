"""Makes, takes back and gives the corrections of articles."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property

from briefing.corrections.log import CorrectionLog, MemoryLog
from briefing.corrections.values import Correction
from briefing.errors import BriefingError, LibraryError
from briefing.model import Article

AS_FOUND = "the article is shown as it was found; start brief without --as-found to correct it"


class Corrector:
    """The reader's corrections, wherever they are kept.

    Args:
        open_log: Gives where they are kept; called when they are wanted for the first time.
        as_found: True if they are left out, and none can be made.
    """

    def __init__(
        self, open_log: Callable[[], CorrectionLog] = MemoryLog, *, as_found: bool = False
    ) -> None:
        self._open_log = open_log
        self._as_found = as_found

    @cached_property
    def _log(self) -> CorrectionLog:
        return self._open_log()

    def of(self, article: Article) -> tuple[Correction, ...]:
        """The corrections of an article that stand; nothing where they are left out."""
        if not self._as_found:
            with contextlib.suppress(LibraryError):
                return self._log.of(article.text)
        return ()

    def correct(self, article: Article, *corrections: Correction) -> None:
        """Make more corrections, all of them or none.

        Raises:
            BriefingError: One of them makes no sense, they cannot be kept, or they are left out.
        """
        from briefing.corrections.checking import problem_of

        self._refuse_as_found()
        for correction in corrections:
            if problem := problem_of(correction, article.text):
                raise BriefingError(f"{problem}; nothing was changed")
        self._log.add(article.text, *corrections)

    def undo(self, article: Article) -> Correction | None:
        """Take the last one back, and give it; None where none stands.

        Raises:
            BriefingError: That cannot be kept, or they are left out.
        """
        self._refuse_as_found()
        return self._log.undo(article.text)

    def redo(self, article: Article) -> Correction | None:
        """Make the one again that was taken back last, and give it; None where there is none.

        Raises:
            BriefingError: That cannot be kept, or they are left out.
        """
        self._refuse_as_found()
        return self._log.redo(article.text)

    def _refuse_as_found(self) -> None:
        if self._as_found:
            raise BriefingError(AS_FOUND)
