"""A template of the user's runs in a process of its own, under limits of time, memory and size.

A template can loop or grow without end, and nothing in this process could stop it.
"""

from __future__ import annotations

import time
import weakref
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, msgpack

from briefing.engine.pipes import begin, end, receive, send
from briefing.page.sandbox import TemplateError
from briefing.page.values import Pieces

if TYPE_CHECKING:
    import subprocess

SECONDS = 2.0
"""For all renderings of a page; it is rendered anew, with less on it, until it fits."""
SECONDS_TO_BEGIN = 8.0
"""For the process, on a machine that is busy."""
MEMORY_LIMIT = 384 * 1024**2
"""Bytes of address space for the process, which needs a tenth of them itself."""
LARGEST = 200_000
"""Characters; a page has some 4,000."""
TOO_LONG = f": it runs longer than {SECONDS:.0f} seconds"
TOO_MUCH_MEMORY = ": it needs more memory than a template may use"
TOO_LARGE = f": it makes more than {LARGEST:,} characters"


class Request(Struct, frozen=True):
    """To the process: fill in this template.

    Attributes:
        template: Its source.
        pieces: What it may show; None to see only if it is valid.
    """

    template: str
    pieces: Pieces | None = None


class Refused(Struct, frozen=True, tag=True):
    """From the process: why there is no page."""

    reason: str


class ConfinedTemplate:
    """A template that is compiled and filled in by its process, which ends with it.

    Args:
        source: The template.

    Raises:
        TemplateError: It is not valid, or exceeds a limit already.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._process: subprocess.Popen[bytes] | None = None
        self._page: tuple[str, str] | None = None
        self._left = SECONDS
        self._ask(None)

    def __call__(self, pieces: Pieces) -> str:
        """What it makes of the contents of a page.

        Raises:
            TemplateError: It fails, or exceeds a limit.
        """
        page = pieces.headline, pieces.source_line
        if self._page not in (None, page):  # the first one shares its time with the compiling
            self._left = SECONDS
        self._page = page
        return self._ask(pieces)

    def _ask(self, pieces: Pieces | None) -> str:
        process = self._process or self._begun()
        began = time.monotonic()
        try:
            deadline = began + self._left
            send(process, msgpack.encode(Request(self._source, pieces)), deadline)
            reply = receive(process, deadline, 8 * LARGEST)
            answer = msgpack.decode(reply, type=str | Refused)
        except TimeoutError as error:
            self._end()
            raise TemplateError(TOO_LONG) from error
        except (OSError, EOFError, DecodeError) as error:
            self._end()
            raise TemplateError(TOO_MUCH_MEMORY) from error
        self._left -= time.monotonic() - began
        if isinstance(answer, Refused):
            raise TemplateError(answer.reason)
        return answer

    def _begun(self) -> subprocess.Popen[bytes]:
        """A process that answers, so that its start is no part of a template's time."""
        process = begin("briefing.page.template_worker", str(MEMORY_LIMIT), str(int(SECONDS)))
        self._process, self._ends = process, weakref.finalize(self, end, process)
        try:
            deadline = time.monotonic() + SECONDS_TO_BEGIN
            send(process, msgpack.encode(Request("")), deadline)
            receive(process, deadline)
        except (OSError, EOFError) as error:
            self._end()
            raise TemplateError(": the process that fills it in cannot begin; try again") from error
        return process

    def _end(self) -> None:
        self._process = None
        self._ends()
