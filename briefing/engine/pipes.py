"""Messages to and from a process of our own that may stop reading or answering at any byte."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress
from struct import Struct as Layout
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import subprocess

LENGTH = Layout(">Q")
"""What goes before each message."""
CHUNK = 65_536
LARGEST = 1 << 40


def begin(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a process that runs a module of ours."""
    import subprocess

    process = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    )
    assert process.stdin is not None
    os.set_blocking(process.stdin.fileno(), False)  # it may stop reading at any byte
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    """End the process at once."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def send(process: subprocess.Popen[bytes], message: bytes, deadline: float) -> None:
    """Send a message.

    Raises:
        TimeoutError: The deadline, on the monotonic clock, has passed.
        OSError: The process has ended.
    """
    assert process.stdin is not None
    pipe = process.stdin.fileno()
    left = memoryview(LENGTH.pack(len(message)) + message)
    while left:
        _wait(pipe, select.POLLOUT, deadline)
        left = left[os.write(pipe, left[:CHUNK]) :]


def receive(process: subprocess.Popen[bytes], deadline: float, largest: int = LARGEST) -> bytes:
    """Take a message of at most so many bytes.

    Raises:
        TimeoutError: The deadline, on the monotonic clock, has passed.
        OSError: The process has ended, or the message is larger.
        EOFError: The process has ended.
    """
    assert process.stdout is not None
    pipe = process.stdout.fileno()

    def exactly(count: int) -> bytes:
        pieces = []
        while count:
            _wait(pipe, select.POLLIN, deadline)
            piece = os.read(pipe, min(count, CHUNK))
            if not piece:
                raise EOFError
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)

    (length,) = LENGTH.unpack(exactly(LENGTH.size))
    if length > largest:
        raise OSError(f"a message of {length} bytes")
    return exactly(length)


def taken_streams() -> tuple[BinaryIO, BinaryIO]:
    """In the process: its standard input and output, for the messages alone.

    What anything else prints goes nowhere, and what it reads is empty.
    """
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return requests, replies


def _wait(pipe: int, event: int, deadline: float) -> None:
    waiting = select.poll()
    waiting.register(pipe, event)
    patience = deadline - time.monotonic()
    if patience <= 0 or not waiting.poll(patience * 1000):
        raise TimeoutError
