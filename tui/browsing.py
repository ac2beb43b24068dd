"""Opening a saved page in a browser: one with a window, or one that needs the terminal.

What a browser writes never gets onto the screen, and none is waited for, but for one that draws in
the terminal: it has the terminal until it is left.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.ending import leave_signals

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.base_app import BaseApp

IN_A_TERMINAL = ("www-browser", "lynx", "w3m", "links", "links2", "elinks", "browsh", "carbonyl")
IN_A_WINDOW = ("xdg-open", "x-www-browser", "sensible-browser", "firefox", "chromium")
NONE_HERE = "there is no browser here to open it with"
SECONDS_TO_FAIL = 1.0
"""A browser that runs for longer than this has not failed to open the page."""


class Browser(Struct, frozen=True):
    """A program that shows a page.

    Attributes:
        command: Its words; "%s" among them stands for the address, which else comes last.
        takes_terminal: It draws in the terminal.
    """

    command: tuple[str, ...]
    takes_terminal: bool = False

    @property
    def name(self) -> str:
        """What it is called."""
        return Path(self.command[0]).name

    def opening(self, address: str) -> list[str]:
        """The command that shows a page."""
        words = [word.replace("%s", address) for word in self.command]
        return words if words != list(self.command) else [*words, address]


def browser_of(environment: Mapping[str, str]) -> Browser | None:
    """The browser that the user chose, or else the first one that there is."""
    windows = sys.platform == "darwin" or any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    chosen = [_words(command) for command in environment.get("BROWSER", "").split(os.pathsep)]
    own = [("open",)] if sys.platform == "darwin" else [("wslview",)]
    usual = [(name,) for name in ((*IN_A_WINDOW,) if windows else ()) + IN_A_TERMINAL]
    for command in (*chosen, *own, *usual):
        if command and shutil.which(command[0]):
            known = Path(command[0]).name in IN_A_TERMINAL
            return Browser(command, takes_terminal=known or (command in chosen and not windows))
    return None


def _words(command: str) -> tuple[str, ...]:
    with suppress(ValueError):  # a quotation mark alone
        return tuple(shlex.split(command))
    return ()


def open_page(app: BaseApp, address: str, said: str) -> None:
    """Show a page in a browser.

    Args:
        app: The application.
        address: Of the page.
        said: What the user was told already, which any problem is added to.
    """
    browser = browser_of(os.environ)
    if app.is_web:
        app.open_url(address)
    elif browser is None:
        app.say(f"{said}; {NONE_HERE}")
    elif browser.takes_terminal:
        if not _shown_in_terminal(app, browser.opening(address)):
            app.say(f"{said}; {browser.name} could not open it", failed=True)
    else:

        async def work() -> None:
            if not await _started(browser.opening(address)):
                app.say(f"{said}; {browser.name} could not open it", failed=True)

        _: Worker[None] = app.run_worker(work, group="browser", exit_on_error=False)


async def _started(command: list[str]) -> bool:
    """True if a program runs, or has done what it should."""
    quiet = asyncio.subprocess.DEVNULL
    with suppress(OSError):
        process = await asyncio.create_subprocess_exec(
            *command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        with suppress(TimeoutError):
            async with asyncio.timeout(SECONDS_TO_FAIL):
                return await process.wait() == 0
        return True
    return False


def _shown_in_terminal(app: BaseApp, command: list[str]) -> bool:
    """Give a program the terminal until it ends; False if it fails or cannot have it."""
    if app.can_give_terminal:
        with suppress(OSError), _lent(app):
            return subprocess.run(command, check=False).returncode == 0
    return False


@contextmanager
def _lent(app: BaseApp) -> Iterator[None]:
    """Give the terminal away; the keys that interrupt or stop are for who has it now."""
    leave_signals()
    before = {number: signal.signal(number, _nothing) for number in (signal.SIGINT, signal.SIGQUIT)}
    before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    told_by = signal.set_wakeup_fd(-1)  # else the loop would hear of them afterwards
    try:
        with app.suspend():
            yield
    finally:
        signal.set_wakeup_fd(told_by)
        for number, handler in before.items():
            signal.signal(number, handler)
        app.take_up_again()


def _nothing(*_: object) -> None:
    """A handler that, other than a signal that is ignored, is not handed on to a program."""
