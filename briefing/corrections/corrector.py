"""Makes, takes back and gives the corrections of articles, and of several articles together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property

from briefing.corrections.log import CorrectionLog, MemoryLog
from briefing.corrections.subject import Digests, Together, identity_of, nearest
from briefing.corrections.values import Correction
from briefing.errors import BriefingError, LibraryError
from briefing.model import Article

Subject = Article | Together
"""What corrections are kept for."""
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

    def of(self, subject: Subject) -> tuple[Correction, ...]:
        """The corrections that stand; nothing where they are left out.

        Those of several articles begin with what was written for most of them.
        """
        if not self._as_found:
            with contextlib.suppress(LibraryError):
                return self._log.of(self._text_of(subject))
        return ()

    def correct(self, subject: Subject, *corrections: Correction) -> None:
        """Make more corrections, all of them or none.

        Raises:
            BriefingError: One of them makes no sense, they cannot be kept, or they are left out.
        """
        from briefing.corrections.checking import problem_of

        self._refuse_as_found()
        for correction in corrections:
            if isinstance(subject, Article):
                problem = problem_of(correction, subject.text)
            else:
                problem = problem_of(correction, "", subject.texts)
            if problem:
                raise BriefingError(f"{problem}; nothing was changed")
        self._log.add(self._begun(subject), *corrections)

    def undo(self, subject: Subject) -> Correction | None:
        """Take the last one back, and give it; None where none stands.

        Raises:
            BriefingError: That cannot be kept, or they are left out.
        """
        self._refuse_as_found()
        return self._log.undo(self._begun(subject))

    def take_back(self, subject: Subject, correction: Correction) -> None:
        """Take one of those back that stand, whichever were made after it; redo makes it again.

        Raises:
            BriefingError: That cannot be kept, or they are left out.
        """
        self._refuse_as_found()
        self._log.take_back(self._begun(subject), correction)

    def redo(self, subject: Subject) -> Correction | None:
        """Make the one again that was taken back last, and give it; None where there is none.

        Raises:
            BriefingError: That cannot be kept, or they are left out.
        """
        self._refuse_as_found()
        return self._log.redo(self._begun(subject))

    def _text_of(self, subject: Subject) -> str:
        """What the corrections are kept under."""
        if isinstance(subject, Article):
            return subject.text
        known = self._log.sets(subject.digests, "changed")
        is_known = subject.digests in known
        return identity_of(
            subject.digests if is_known else nearest(subject.digests, known) or subject.digests
        )

    def _begun(self, subject: Subject) -> str:
        """The same, before more are kept.

        Articles that were not corrected together before are given a copy of what was written for
        most of them.
        """
        text = self._text_of(subject)
        if isinstance(subject, Article):
            return text
        own = identity_of(subject.digests)
        if text != own:
            self._log.add(own, *self._log.of(text))
        self._log.add_set(subject.digests, "changed")
        return own

    def note_saved(self, articles: Together) -> None:
        """Remember that these articles stand on a saved page, if that can be kept."""
        with contextlib.suppress(LibraryError):
            self._log.add_set(articles.digests, "saved")

    def saved_before(self, articles: Together) -> Digests:
        """Those of the articles that stand on an earlier saved page; one with all is none."""
        earlier: set[str] = set()
        with contextlib.suppress(LibraryError):
            for saved in self._log.sets(articles.digests, "saved"):
                if not articles.digests <= saved:
                    earlier |= saved & articles.digests
        return frozenset(earlier)

    def _refuse_as_found(self) -> None:
        if self._as_found:
            raise BriefingError(AS_FOUND)
