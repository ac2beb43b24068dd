"""A program on a pseudo-terminal, and how long it takes to draw."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

FRAME_END = b"\x1b[?2026l"
ESCAPES = re.compile(rb"\x1b\][^\x07]*\x07|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>78]")
PATIENCE = 20.0
"""Seconds until a program that does not draw is given up."""
QUIET = 0.06
"""Seconds without a byte after which everything that a small thing causes has been drawn."""
KEPT = 60_000
"""Bytes of what was drawn that are kept: two screens or more."""
LONG_QUIET = 0.4
"""The same for what may be drawn in parts."""


class Terminal:
    """Runs a command on a terminal that it believes to be real, until the context ends.

    Args:
        command: The command.
        columns: The width of the terminal.
        rows: Its height.
        environment: The command's environment; that of this process if None.

    Attributes:
        began: When the program was forked, by `time.perf_counter`.
        received: How many bytes it has written.
    """

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.received = 0
        self.began = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(command[0], command, {**(environment or os.environ), **terminal})
        self._size(columns, rows)
        self._written = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *exception: object) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is written next, or nothing when nothing is for so long."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        data = os.read(self._terminal, 65536)
        if b"\x1b[?2026$p" in data:  # whether it can draw a frame at once
            os.write(self._terminal, b"\x1b[?2026;2$y")
        self.received += len(data)
        self._written = self._written[-KEPT:] + data
        return data

    def shows(self, words: bytes) -> bool:
        """True if a text without colors in it was drawn lately."""
        return words in ESCAPES.sub(b"", self._written)

    def until(self, marker: bytes, seconds: float = PATIENCE) -> float:
        """Milliseconds from the fork until a text without colors in it is drawn."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if self.read(0.05) and self.shows(marker):
                return (time.perf_counter() - self.began) * 1000
        raise SystemExit(f"{marker!r} was not drawn")

    def settle(self, seconds: float = 0.5) -> None:
        """Wait until nothing has been drawn for so long."""
        while self.read(seconds):
            pass

    def press(self, key: bytes, quiet: float = QUIET) -> float:
        """Milliseconds from a key until the last byte of what it caused was drawn.

        Args:
            key: What the terminal sends for it.
            quiet: Seconds without a byte after which that is all.
        """
        return self.paint(key, quiet)[1]

    def paint(self, key: bytes, quiet: float = QUIET) -> tuple[float, float]:
        """Milliseconds from a key until the first frame and until the last one was drawn whole."""
        while self.read(0):
            pass
        began = time.perf_counter()
        os.write(self._terminal, key)
        first = last = 0.0
        while data := self.read(quiet if last else PATIENCE):
            last = time.perf_counter()
            if not first and FRAME_END in data:
                first = last
        if not last:
            raise SystemExit("nothing was drawn")
        return ((first or last) - began) * 1000, (last - began) * 1000

    def bytes_of(self, key: bytes, quiet: float = LONG_QUIET) -> int:
        """How many bytes a key makes the program send; none where it changes nothing."""
        while self.read(0):
            pass
        before = self.received
        os.write(self._terminal, key)
        self.settle(quiet)
        return self.received - before

    def resize(self, columns: int, rows: int, quiet: float = QUIET) -> float:
        """Milliseconds from another size until the screen is drawn in it."""
        began = time.perf_counter()
        self._size(columns, rows)
        return self._drawn(began, quiet)

    def _drawn(self, began: float, quiet: float) -> float:
        last = 0.0
        while self.read(quiet if last else PATIENCE):
            last = time.perf_counter()
        if not last:
            raise SystemExit("nothing was drawn")
        return (last - began) * 1000

    def megabytes(self) -> float:
        """Memory that the program itself, without its workers, has now."""
        status = Path(f"/proc/{self._child}/status").read_text()
        with contextlib.suppress(StopIteration):
            line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
            return int(line.split()[1]) / 1024
        raise SystemExit("the program has ended")
