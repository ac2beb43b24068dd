"""The processes of the engine, as the program that uses them holds them.

Two programs are started: one that loads the language model and is then forked for each worker, and
a worker for what needs no model. To start them takes next to no time here, and nothing heavy is
imported for it.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import struct
import subprocess
import threading
from collections.abc import Callable
from typing import Protocol

from msgspec import Struct, json

from briefing.engine import local_sockets
from briefing.engine.local_sockets import End

MODEL_SERVER = "briefing.engine.model_server"
TEXT_WORKER = "briefing.engine.text_worker"
GIVING_WAY = 10
"""The niceness of processes that give way to one that draws."""
PID = struct.Struct("<q")
EXIT_CODE = struct.Struct("<q")
UNKNOWN_EXIT = 255
"""The exit code of a worker whose end nobody saw, because the server has ended before it."""


class Birth(Struct, frozen=True):
    """To the server: fork a worker, which gets the two descriptors that come with this.

    Attributes:
        module: The module of the function that it runs.
        function: The function's name.
        memory_limit: Bytes of address space that it may use, or None.
    """

    module: str
    function: str
    memory_limit: int | None


class Process(Protocol):
    """A worker process."""

    def kill(self) -> None:
        """End it at once, if it runs."""

    def wait(self, seconds: float | None = None) -> int | None:
        """Its exit code, negative for a signal, as soon as it has ended; None if it runs on."""


class Forked:
    """A process that the server has forked.

    Args:
        pid: Its number.
        status: The end of a pipe on which the server tells its exit code.
    """

    def __init__(self, pid: int, status: int) -> None:
        self._pid = pid
        self._status = status
        self._code: int | None = None

    def kill(self) -> None:
        """As `Process.kill`."""
        if self.wait(0) is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, 9)

    def wait(self, seconds: float | None = None) -> int | None:
        """As `Process.wait`."""
        if self._code is None:
            ended = select.poll()
            ended.register(self._status, select.POLLIN)
            if ended.poll(None if seconds is None else seconds * 1000):
                told = os.read(self._status, EXIT_CODE.size)
                self._code = EXIT_CODE.unpack(told)[0] if told else UNKNOWN_EXIT
                os.close(self._status)
        return self._code


class Started:
    """A process that this program has started by itself."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        """As `Process.kill`."""
        self._process.kill()

    def wait(self, seconds: float | None = None) -> int | None:
        """As `Process.wait`."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(seconds)
        return None


class ModelServer:
    """The process with the model; it ends with the program, even while it is still loading."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        """Held while it is started, or asked and has not answered."""
        self._process: subprocess.Popen[bytes] | None = None
        self._control: End | None = None

    def start(self) -> None:
        """Start it if it does not run, and return at once.

        Call it from a thread that lives long, because the process ends with that thread.
        """
        with self._lock:
            self._started()

    def fork(self, run: Callable[..., object], memory_limit: int | None) -> tuple[Process, End]:
        """A new process and our end of a socket to it, as soon as the model is loaded.

        Args:
            run: A function of a module, which gets the other end and the memory limit.
            memory_limit: Bytes of address space that the process may use, or None.

        Raises:
            OSError: The server has ended.
        """
        birth = Birth(run.__module__, run.__qualname__, memory_limit)
        ours, theirs = local_sockets.pair()
        status, told = os.pipe()
        try:
            with self._lock:
                control = self._started()
                local_sockets.send(control, json.encode(birth), [theirs.fileno(), told])
                answer = control.recv(PID.size)
            if len(answer) != PID.size:
                raise OSError("the process with the language model has ended")
        except BaseException:
            ours.close()
            os.close(status)
            raise
        finally:
            theirs.close()
            os.close(told)
        return Forked(PID.unpack(answer)[0], status), ours

    def stop(self) -> None:
        """End it; whoever waits for its answer gets an error."""
        process, control = self._process, self._control
        if process is not None and control is not None:
            process.kill()
            process.wait()
            local_sockets.shut(control)

    def _started(self) -> End:
        if self._control is None or self._process is None or self._process.poll() is not None:
            if self._control is not None:
                self._control.close()
            self._process, self._control = _start(MODEL_SERVER, str(os.getpid()))
        return self._control


def text_worker(memory_limit: int | None) -> tuple[Process, End]:
    """A new worker for what needs no model, and our end of a socket to it."""
    process, ours = _start(TEXT_WORKER, str(memory_limit or 0))
    return Started(process), ours


def _start(module: str, *arguments: str) -> tuple[subprocess.Popen[bytes], End]:
    process, ours = local_sockets.start(module, *arguments)
    if _giving_way:
        with contextlib.suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, GIVING_WAY)
    return process, ours


_giving_way = False
model_server = ModelServer()


def start_early() -> None:
    """Start the process with the model; what is started from now on gives way to this one.

    It returns at once. As for the thread that calls it see `ModelServer.start`. The worker without
    model is not started yet: on two cores a third process would keep the first frame waiting.
    """
    global _giving_way
    _giving_way = True
    model_server.start()


@atexit.register
def stop() -> None:
    """End the process with the model."""
    model_server.stop()
