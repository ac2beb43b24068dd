"""Giving the terminal to another program for a while."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.ending import leave_signals

if TYPE_CHECKING:
    from tui.base_app import BaseApp


@contextmanager
def lent(app: BaseApp) -> Iterator[None]:
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
