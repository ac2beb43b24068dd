"""Copying: into the clipboard of the system, else through the terminal.

The terminal's way (OSC 52) reaches through ssh and gives no answer, so that the user is told which
way it was.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.base_app import BaseApp

COPIED = "copied"
SENT = "sent to the clipboard"


def copy(app: BaseApp, text: str) -> None:
    """Copy the text and tell the user how; where programs do it, they run in a thread."""
    if terminal_is_elsewhere():
        _send(app, text)
    else:
        work = partial(_copy_or_send, app, text)
        app.run_worker(work, thread=True, group="clipboard", exit_on_error=False)


def terminal_is_elsewhere() -> bool:
    """True if the user sits at another machine, whose clipboard is not this one's."""
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))


def _copy_or_send(app: BaseApp, text: str) -> None:
    if copy_natively(text):
        app.call_from_thread(app.say, COPIED)
    else:
        app.call_from_thread(_send, app, text)


def copy_natively(text: str) -> bool:
    """Put the text into the system's clipboard; True if it is there now. Slow."""
    try:
        import pyperclip  # type: ignore[import-untyped]

        pyperclip.copy(text)
        # It does not say when the program that it runs has failed; line ends may be others.
        return bool(pyperclip.paste().split() == text.split())
    except Exception:  # no mechanism, a program that fails, a library of the system's
        return False


def _send(app: BaseApp, text: str) -> None:
    app.copy_to_clipboard(text)
    app.say(SENT)
