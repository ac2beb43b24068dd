"""What can go wrong. Each message is one line for the user: what failed, why, what to do.

BriefingError
├── ReadError        a source cannot be read as an article
├── FormatError      the bytes of a source are not what its format asks for
├── AnalysisError    an analysis failed, crashed, hung or ran out of memory
│   └── Cancelled    it was stopped on request
├── LibraryError     the library of earlier briefings cannot be used
└── SaveError        a page cannot be written
"""

from __future__ import annotations


class BriefingError(Exception):
    """Root of all errors that are meant for the user; `str(error)` is one safe line."""


class ReadError(BriefingError):
    """A source cannot be read as an article."""


class FormatError(BriefingError):
    """Bytes are damaged, locked or without text; `briefing.reading` adds which source it was.

    The message says why and what to do: "it is locked; save it without its password".
    """


class AnalysisError(BriefingError):
    """An analysis failed, crashed, hung or ran out of memory."""


class Cancelled(AnalysisError):  # noqa: N818 - a result rather than an error
    """An analysis was stopped on request."""


class LibraryError(BriefingError):
    """The library of earlier briefings cannot be used."""


class SaveError(BriefingError):
    """A page cannot be written."""
