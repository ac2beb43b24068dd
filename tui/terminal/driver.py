"""The terminal as it really is: stray bytes, windows that are closed, jobs of a shell.

Textual's driver ends the program at a byte that is no UTF-8, runs on without its terminal, and
leaves the screen blank after ctrl+z.
"""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

import os
import select
import signal
import threading
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.web_driver import WebDriver
from textual.events import CursorPosition

from tui.ending import end_soon, leave_signals, status_of
from tui.terminal.drawn_forms import agreed
from tui.terminal.input import Input
from tui.terminal.lookalikes import UTF8, charset_of_locale, encoded

if TYPE_CHECKING:
    from tui.base_app import BaseApp

Cells = tuple[int, int]

PATIENCE = 0.1
"""Seconds without input after which a lone escape is a key, and the end is noticed."""
SECONDS_TO_WRITE = 0.5
"""How long what is drawn last may take on its way out."""
READ_AT_ONCE = 4096

ASK_FOR_GROUND = "\x1b]11;?\x1b\\\x1b[?2031h"
"""Ask for the color of the ground, and for a report whenever light or dark is chosen."""
ASK_NO_MORE = "\x1b[?2031l"
ASK_FOR_CHARSET = "\x1b[Hé\x1b[6n".encode()
"""In the corner a letter that is two in other encodings, and where the cursor is then."""
NO_UTF8 = (
    "this terminal has {} instead of UTF-8: frames are of ASCII, and letters that it lacks are ?"
)


class Output(threading.Thread):
    """Writes to the terminal, which may be slow, stopped or gone; the program never waits for it.

    Args:
        descriptor: That of the terminal.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__(name="brief-output", daemon=True)
        self._descriptor = descriptor
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()

    def write(self, data: bytes) -> None:
        """Write this after what waits already."""
        self._waiting.put(data)

    def stop(self) -> None:
        """Write what waits, unless the terminal takes nothing."""
        self._waiting.put(None)
        self.join(SECONDS_TO_WRITE)

    def run(self) -> None:
        try:
            while (data := self._waiting.get()) is not None:
                left = memoryview(data)
                while left:
                    try:
                        left = left[os.write(self._descriptor, left) :]
                    except BlockingIOError:
                        select.select([], [self._descriptor], [])
        except OSError:
            pass  # there is nobody left to draw for; the input notices that too


def hang_up(driver: Driver) -> None:
    """End the program, from any thread, since nobody can see or control it any more."""
    status = status_of(signal.SIGHUP)
    end_soon(status)
    with suppress(RuntimeError):  # the loop has ended already
        driver._loop.call_soon_threadsafe(partial(driver._app.exit, return_code=status))


class TerminalDriver(LinuxDriver):
    """Draws on a terminal and takes keys from it."""

    def __init__(
        self, app: BaseApp, *, debug: bool = False, mouse: bool = True, size: Cells | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._brief = app
        self._output: Output | None = None
        self._stopped_itself = False
        self._asked = False
        self._charset = charset_of_locale()
        self._asked_charset = False
        self._keys = Input(self._charset)
        self._take_job_signals()

    def _take_job_signals(self) -> None:
        with suppress(NotImplementedError, RuntimeError):
            self._loop.add_signal_handler(signal.SIGTSTP, self._stop)
            self._loop.add_signal_handler(signal.SIGCONT, self._continued)

    # Drawing

    def write(self, data: str) -> None:
        if self._output is not None:
            self._output.write(encoded(agreed(data), self._charset))

    def start_application_mode(self) -> None:
        self._brief.forget_screen()
        self._output = Output(2 if os.isatty(2) else 1)
        self._output.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:  # in the background, where nothing may be drawn
            self.close()
        else:
            self.ask_for_ground()
            self._ask_for_charset()

    def _ask_for_charset(self) -> None:
        """Ask a terminal that is said to have no UTF-8 whether that is so."""
        if self._charset != UTF8 and self._output is not None:
            self._asked_charset = True
            self._output.write(ASK_FOR_CHARSET)

    def _charset_told(self, column: int) -> None:
        """Go on in UTF-8 where the cursor went one cell to the right, and not two."""
        self._asked_charset = False
        if column == 1:
            self._charset = UTF8
            self._keys = Input(UTF8)
            redraw = self._brief.action_redraw
        else:
            redraw = partial(self._brief.say, NO_UTF8.format(self._charset.upper()))
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._brief.call_later, redraw)

    def ask_for_ground(self) -> None:
        """Ask the terminal whether it is light or dark, if that has an effect.

        Nothing waits for the answer, which many a terminal does not give.
        """
        if self._brief.follows_terminal:
            self._asked = True
            self.write(ASK_FOR_GROUND)

    def stop_application_mode(self) -> None:
        if self._asked:
            self._asked = False
            self.write(ASK_NO_MORE)
        super().stop_application_mode()

    def close(self) -> None:
        super().close()
        self._writer_thread = None
        output, self._output = self._output, None
        if output is not None:
            output.stop()

    # Keys

    def run_input_thread(self) -> None:
        while not self.exit_event.is_set():
            try:
                ready, _, _ = select.select([self.fileno], [], [], PATIENCE)
                data = os.read(self.fileno, READ_AT_ONCE) if ready else None
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if data == b"":
                hang_up(self)
                return
            for message in self._keys.feed(data) if data else self._keys.tick():
                if self._asked_charset and isinstance(message, CursorPosition):
                    self._charset_told(message.x)
                    continue
                with suppress(RuntimeError):  # the loop has ended
                    self.process_message(message)

    # Jobs

    def _stop(self) -> None:
        """Give the terminal back and stop, with all processes of the job, until it goes on."""
        self.suspend_application_mode()
        self._stopped_itself = True
        leave_signals()
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        os.killpg(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)  # nothing happens where no shell could go on with it
        self._take_job_signals()
        self._draw_anew()

    def _continued(self) -> None:
        """Take the terminal again, which the shell had in the meantime."""
        if self._stopped_itself and self._output is not None:
            self._stopped_itself = False
            return
        if self._output is not None:
            self.suspend_application_mode()
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._brief.take_up_again()
        self.resume_application_mode()
        if self._output is not None:
            self._brief.action_redraw()


class PageDriver(WebDriver):
    """Draws on a page of a browser by way of the server that has started the program."""

    def __init__(
        self, app: BaseApp, *, debug: bool = False, mouse: bool = True, size: Cells | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(self._send)

    def write(self, data: str) -> None:
        super().write(agreed(data))

    def _send(self, data: bytes) -> int:
        with suppress(OSError):  # the server has gone; the input notices that too
            return os.write(self.fileno, data)
        return 0

    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            hang_up(self)


def guarded(driver: type[Driver]) -> type[Driver]:
    """The driver that does not break, for one of Textual's."""
    own: dict[type[Driver], type[Driver]] = {LinuxDriver: TerminalDriver, WebDriver: PageDriver}
    return own.get(driver, driver)
