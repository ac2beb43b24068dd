"""The terminal as it really is: stray bytes, windows that are closed, jobs of a shell.

Textual's driver ends the program at a byte that is no UTF-8, runs on without its terminal, and
leaves the screen blank after ctrl+z.
"""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

import os
import re
import select
import signal
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.web_driver import WebDriver
from textual.message import Message

from tui.ending import end_soon, leave_signals, status_of

if TYPE_CHECKING:
    from tui.base_app import BaseApp

Cells = tuple[int, int]

PATIENCE = 0.1
"""Seconds without input after which a lone escape is a key, and the end is noticed."""
SECONDS_TO_WRITE = 0.5
"""How long what is drawn last may take on its way out."""
READ_AT_ONCE = 4096
OLD_MOUSE_REPORT = re.compile(rb"\x1b\[M.{3}", re.DOTALL)
SEQUENCE = re.compile(r"(\x1b\[[^@-~\x1b]*[@-~])")
BEYOND_ALL = re.compile(r"\x1b\[(?:.*\d{7}|48;.*\d{5})")
"""A character that there is none of, or a terminal of ten thousand rows."""
BEGUN_REPORT = re.compile(rb"\x1b\[M.{0,2}\Z", re.DOTALL)


class Input:
    """Keys and reports from the bytes of a terminal; whatever makes no sense is left out."""

    def __init__(self) -> None:
        self._parser = XTermParser()
        self._decode = getincrementaldecoder("utf-8")("ignore").decode
        self._begun = b""

    def feed(self, data: bytes) -> list[Message]:
        """What these bytes say, together with the ones before."""
        data = OLD_MOUSE_REPORT.sub(b"", self._begun + data)
        begun = BEGUN_REPORT.search(data)
        self._begun = begun[0] if begun else b""
        text = self._decode(data[: begun.start()] if begun else data)
        pieces = [piece for piece in SEQUENCE.split(text) if piece and not BEYOND_ALL.match(piece)]
        taken = [self._taken(self._parser.feed, piece) for piece in pieces]
        return [message for messages in taken for message in messages] or self.tick()

    def tick(self) -> list[Message]:
        """What is known as no more bytes have come."""
        return self._taken(self._parser.tick)

    def _taken(self, read: Callable[..., Iterable[Message]], *text: str) -> list[Message]:
        messages: list[Message] = []
        try:
            messages.extend(read(*text))
        except Exception:  # a report that Textual cannot read
            former, self._parser = self._parser, XTermParser()
            self._parser.mouse_pixels = former.mouse_pixels
            self._parser.terminal_size = former.terminal_size
            self._parser.terminal_pixel_size = former.terminal_pixel_size
        return messages


class Output(threading.Thread):
    """Writes to the terminal, which may be slow, stopped or gone; the program never waits for it.

    Args:
        descriptor: That of the terminal.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__(name="brief-output", daemon=True)
        self._descriptor = descriptor
        self._waiting: SimpleQueue[str | None] = SimpleQueue()

    def write(self, text: str) -> None:
        """Write this after what waits already."""
        self._waiting.put(text)

    def stop(self) -> None:
        """Write what waits, unless the terminal takes nothing."""
        self._waiting.put(None)
        self.join(SECONDS_TO_WRITE)

    def run(self) -> None:
        try:
            while (text := self._waiting.get()) is not None:
                left = memoryview(text.encode("utf-8", "replace"))
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
        self._take_job_signals()

    def _take_job_signals(self) -> None:
        with suppress(NotImplementedError, RuntimeError):
            self._loop.add_signal_handler(signal.SIGTSTP, self._stop)
            self._loop.add_signal_handler(signal.SIGCONT, self._continued)

    # Drawing

    def write(self, data: str) -> None:
        if self._output is not None:
            self._output.write(data)

    def start_application_mode(self) -> None:
        self._brief.forget_screen()
        self._output = Output(2 if os.isatty(2) else 1)
        self._output.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:  # in the background, where nothing may be drawn
            self.close()

    def close(self) -> None:
        super().close()
        self._writer_thread = None
        output, self._output = self._output, None
        if output is not None:
            output.stop()

    # Keys

    def run_input_thread(self) -> None:
        keys = Input()
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
            for message in keys.feed(data) if data else keys.tick():
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
