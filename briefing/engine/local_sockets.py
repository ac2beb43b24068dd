"""Sockets between the processes of the engine, which lead nowhere else.

This is the one place of the engine that knows sockets; none of them has an address.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

End = socket.socket
"""One end of a socket."""
MESSAGE = 4096
"""Bytes that a message with descriptors has at most."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""More threads in a worker would only compete for the cores, and none may exist at a fork."""


def pair() -> tuple[End, End]:
    """The two ends of a new socket."""
    return socket.socketpair()


def start(module: str, *arguments: str) -> tuple[subprocess.Popen[bytes], End]:
    """Run a module, without a terminal, that gets the number of a socket and the arguments."""
    path = os.pathsep.join(folder for folder in sys.path if folder)
    ours, theirs = pair()
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(theirs.fileno()), *arguments],
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": path},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return process, ours


def inherited(argument: str) -> End:
    """The end whose number a process that was started got as its argument."""
    return End(fileno=int(argument))


def connection(end: End) -> Connection:
    """An end as what messages are sent over."""
    from multiprocessing.connection import Connection

    return Connection(end.detach())


def send(end: End, data: bytes, descriptors: Sequence[int]) -> None:
    """Send bytes together with descriptors."""
    socket.send_fds(end, [data], descriptors)


def receive(end: End, most: int) -> tuple[bytes, list[int]]:
    """The next bytes with their descriptors; no bytes when the other end is closed."""
    data, descriptors, _, _ = socket.recv_fds(end, MESSAGE, most)
    return data, descriptors


def shut(end: End) -> None:
    """Let whoever waits at either end go."""
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:  # the other end has gone
        return
