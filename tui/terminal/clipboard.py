"""Copying: with a program of the system's, by tmux, else through the terminal.

"Copied" is said only where the text was read back from the clipboard. The terminal's own way
(OSC 52) reaches through ssh and gives no answer. A program that does not answer is ended, so that
nothing waits for it and nothing of it is left.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.base_app import BaseApp

COPIED = "copied"
IN_TMUX = "in tmux's buffer"
IN_TMUX_AND_SENT = f"{IN_TMUX}, and sent to the terminal"
SENT = "sent to the terminal"
TOO_LONG = "not copied: {} kB, and a terminal takes {}; select less, or save the page"
MOST_FOR_A_TERMINAL = 74_994
"""Bytes; xterm and others drop a sequence of more than 100,000, and base64 makes four of three."""
SECONDS_TO_COPY = 1.0
"""How long all programs together may take."""

Command = tuple[str, ...]


class Clipboard(Struct, frozen=True):
    """Programs that write to a clipboard of the system's and read it.

    Attributes:
        copies: Takes the text as its input.
        pastes: Writes out what is in the clipboard; without it, `copies` is believed.
        needs: Variables of the environment without which they find no clipboard.
        encoding: What `copies` reads.
    """

    copies: Command
    pastes: Command = ()
    needs: tuple[str, ...] = ()
    encoding: str = "utf-8"


WAYLAND, X = ("WAYLAND_DISPLAY",), ("DISPLAY",)
CLIPBOARDS = (
    Clipboard(("wl-copy",), ("wl-paste", "--no-newline", "--type", "text"), WAYLAND),
    Clipboard(("xclip", "-selection", "c"), ("xclip", "-selection", "c", "-o"), X),
    Clipboard(("xsel", "-b", "-i"), ("xsel", "-b", "-o"), X),
)
OF_A_MAC = (Clipboard(("pbcopy",), ("pbpaste",)),)
OF_WINDOWS = (Clipboard(("clip.exe",), needs=("WSL_DISTRO_NAME",), encoding="utf-16-le"),)


def copy(app: BaseApp, text: str) -> None:
    """Copy the text and tell the user how; a copy that is still going on is given up."""
    work = partial(_copy, app, text)
    _: Worker[None] = app.run_worker(work, group="clipboard", exclusive=True, exit_on_error=False)


async def _copy(app: BaseApp, text: str) -> None:
    try:
        async with asyncio.timeout(SECONDS_TO_COPY):
            said = await copied_by_programs(text)
    except TimeoutError:
        said = ""
    app.say(said or _sent(app, text))


async def copied_by_programs(text: str) -> str:
    """What to tell the user of where the text is now, or "" if no program has taken it."""
    in_tmux = await _load_into_tmux(text) if os.environ.get("TMUX") else ""
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS_TO_COPY / 2 if in_tmux else None):
            if not terminal_is_elsewhere() and await copy_natively(text):
                return COPIED
    return in_tmux


def terminal_is_elsewhere() -> bool:
    """True if the user sits at another machine, whose clipboard is not this one's."""
    return any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))


async def copy_natively(text: str) -> bool:
    """Put the text into the system's clipboard; True if it is there now."""
    clipboard = clipboard_of(os.environ)
    if (
        clipboard is None
        or await _output(clipboard.copies, text.encode(clipboard.encoding)) is None
    ):
        return False
    if not clipboard.pastes:
        return True
    there = await _output(clipboard.pastes, reads=True)
    # line ends may be others
    return there is not None and there.decode("utf-8", "replace").split() == text.split()


def clipboard_of(environment: Mapping[str, str]) -> Clipboard | None:
    """The first clipboard that there is on this system."""
    for one in OF_A_MAC if sys.platform == "darwin" else (*OF_WINDOWS, *CLIPBOARDS):
        programs = [command[0] for command in (one.copies, one.pastes) if command]
        if all(map(environment.get, one.needs)) and all(map(shutil.which, programs)):
            return one
    return None


async def _load_into_tmux(text: str) -> str:
    """Put the text into tmux's buffer and have it sent on; an old tmux does the first only."""
    content = text.encode()
    ways = {("-w",): IN_TMUX_AND_SENT, (): IN_TMUX}
    if len(content) > MOST_FOR_A_TERMINAL:
        del ways["-w",]
    for options, words in ways.items():
        if await _output(("tmux", "load-buffer", *options, "-"), content) is not None:
            return words
    return ""


async def _output(command: Command, given: bytes = b"", *, reads: bool = False) -> bytes | None:
    """What a program writes out, or None if it fails.

    It is ended when the task is. Its output is not read unless that is wanted, since a program
    that keeps the clipboard stays on and holds it open.
    """
    quiet = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE if reads else quiet,
            stderr=quiet,
            start_new_session=True,
        )
    except OSError:
        return None
    try:
        written, _ = await process.communicate(given)
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    return (written or b"") if process.returncode == 0 else None


def _sent(app: BaseApp, text: str) -> str:
    size = len(text.encode())
    if size > MOST_FOR_A_TERMINAL:
        return TOO_LONG.format(f"{size / 1000:,.0f}", f"{MOST_FOR_A_TERMINAL / 1000:.0f}")
    app.send_to_terminal(text)
    return SENT
