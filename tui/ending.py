"""The end of the program when the system asks for it, or when its terminal has gone."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
"""What ends the program in good order, with 128 and the signal's number as its exit status."""
SECONDS_TO_END = 1.5
"""How long an end in good order may take."""


def status_of(number: int) -> int:
    """The exit status of a program that a signal has ended."""
    return 128 + number


def take_signals(end: Callable[[int], object]) -> None:
    """From now on, call `end` in the running loop with the exit status of a signal that ends."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, end, status_of(number))
            except (NotImplementedError, RuntimeError):
                return  # not on this platform, or not in the main thread


def leave_signals() -> None:
    """Let the signals end the program at once, as they do where nobody takes them."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and loop.remove_signal_handler(number):
            signal.signal(number, signal.SIG_DFL)


def end_soon(status: int) -> None:
    """End the process at the latest after `SECONDS_TO_END`, whatever still holds it up then."""
    timer = threading.Timer(SECONDS_TO_END, os._exit, [status])
    timer.daemon = True
    timer.start()
