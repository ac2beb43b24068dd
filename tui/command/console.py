"""What all ways to call the command share: exit statuses and messages for the user."""

from __future__ import annotations

import contextlib
import os
import sys

ALL_DONE, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def say(message: str) -> None:
    """Print one line for the user on standard error, without any terminal control sequence."""
    from briefing.sanitize import one_line

    with contextlib.suppress(OSError, ValueError):  # where nobody can be told, all else goes on
        print(f"brief: {one_line(message)}", file=sys.stderr, flush=True)


def is_served() -> bool:
    """True if another program draws the screen, as with `brief --web` in a browser."""
    return "TEXTUAL_DRIVER" in os.environ
