"""Standard input, output and error, which may be closed, full, or pipes that nobody reads."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper

from briefing.errors import BriefingError
from tui.terminal import lookalikes

MISSING = ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY))
"""What stands in the place of a stream that is closed: reading and writing fail there as before,
but no file that is opened later takes its number. Messages go nowhere."""

NAMES = ("stdin", "stdout", "stderr")


class OutputError(BriefingError):
    """Standard output takes nothing more."""


def repair() -> None:
    """Make sure that the three streams are there; call it before anything is opened."""
    for number, mode in MISSING:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # the lowest number that is free, which is this one
    for number, name in enumerate(NAMES):
        if getattr(sys, name) is None:
            stream = os.fdopen(number, "w" if number else "r", closefd=False)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, TextIOWrapper):
            output.reconfigure(errors=lookalikes.NAME)


def write(text: str) -> None:
    """Write on standard output, at once.

    Raises:
        BrokenPipeError: Whoever read it wants no more.
        OutputError: It is full or closed.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise refused(error) from error


def write_bytes(data: bytes) -> None:
    """The same for what is encoded already."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise refused(error) from error


def refused(error: OSError) -> OutputError:
    """The message for an output that takes nothing more."""
    return OutputError(f"cannot write to standard output: {error.strerror or error}")


def give_up(number: int) -> None:
    """Have what is still to be written to a stream go nowhere."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def finish() -> None:
    """Leave nothing for Python to write at its end, where a failure would be a traceback."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):
            give_up(number)
            with suppress(OSError, ValueError):
                stream.flush()
