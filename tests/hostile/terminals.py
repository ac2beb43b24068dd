"""The real command on a pseudo-terminal that a test can damage, stop and close."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 30.0
SECONDS_TO_END = 2.0
"""Within which everything ends."""
LEFT = b"\x1b[?1049l"
"""The terminal is given back."""


@dataclass
class Terminal:
    """A program and the other side of its terminal."""

    process: subprocess.Popen[bytes]
    side: int
    seen: bytes = b""
    unread: bytes = b""
    before: list[object] = field(default_factory=list)

    def press(self, keys: bytes) -> None:
        """Give keys; what was drawn before is not looked at any more."""
        self.unread = b""
        os.write(self.side, keys)

    def see(self, marker: bytes, seconds: float = PATIENCE) -> None:
        """Wait until the marker is drawn; what follows it is for the next look."""
        end = time.monotonic() + seconds
        while marker not in self.unread and time.monotonic() < end:
            if select.select([self.side], [], [], 0.1)[0]:
                try:
                    self._take()
                except OSError:
                    break
        before, found, self.unread = self.unread.partition(marker)
        assert found, before[-3000:].decode(errors="replace")

    def _take(self) -> None:
        data = os.read(self.side, 65536)
        self.seen += data
        self.unread += data

    def modes(self) -> list[object]:
        """How the terminal is set: characters at once or lines, with an echo or without."""
        return termios.tcgetattr(self.side)[:4]

    def ended(self, seconds: float = PATIENCE) -> int:
        """The exit status, while what is still drawn is taken."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            try:
                if select.select([self.side], [], [], 0.05)[0]:
                    self._take()
            except (OSError, ValueError):
                self.process.wait(max(end - time.monotonic(), 0.01))
        return self.process.wait(0.01)


@contextmanager
def on_terminal(
    *command: str, stderr: int | None = None, folder: Path | None = None
) -> Iterator[Terminal]:
    """A program with a terminal of 100 × 30 cells of its own, as a job of its own."""
    side, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if stderr is None else stderr,
        cwd=folder,
        start_new_session=True,
        preexec_fn=_own_terminal,
        env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    )
    terminal = Terminal(process, side)
    try:
        terminal.before = termios.tcgetattr(theirs)[:4]
        os.close(theirs)
        yield terminal
    finally:
        for ended in family(process.pid):
            _kill(ended)
        _kill(process.pid)
        process.wait()
        if terminal.side >= 0:
            os.close(terminal.side)


def _own_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _kill(number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


def brief(*arguments: str | Path) -> Sequence[str]:
    """The command of the program."""
    return (sys.executable, "-m", "tui", *map(str, arguments))


def family(session: int) -> set[int]:
    """The processes of a session that have not ended."""
    members = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, its_session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its_session) == session and state != "Z":
            members.add(int(folder.name))
    return members


def until_nobody(session: int, seconds: float = SECONDS_TO_END, but: int = 0) -> set[int]:
    """Who else is still there after so many seconds, at the latest."""
    end = time.monotonic() + seconds
    while (left := family(session) - {but}) and time.monotonic() < end:
        select.select([], [], [], 0.02)
    return left
