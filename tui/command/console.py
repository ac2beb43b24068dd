"""What both ways of the command share: exit statuses, words for the user, the choices made."""

from __future__ import annotations

import argparse
import os
import sys

from briefing.options import Options

ALL_DONE, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def say(message: str) -> None:
    """One line for the user on standard error, with nothing in it that steers a terminal."""
    from briefing.sanitize import one_line

    print(f"brief: {one_line(message)}", file=sys.stderr)


def analysis_options(arguments: argparse.Namespace) -> Options:
    """What the command line chooses about the analyses."""
    return Options(method=arguments.method, model=arguments.model)


def is_served() -> bool:
    """Whether another program draws the screen, as `brief --web` has it for a browser."""
    return "TEXTUAL_DRIVER" in os.environ
