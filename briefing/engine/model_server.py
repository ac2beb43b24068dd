"""The program that loads the model once, and is forked for each worker, which thus begins warm.

It ends with the program that started it, even while it is still loading. Its socket is the first
argument, the number of the process that started it the second.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from msgspec import json

from briefing.engine.confining import forbid_network
from briefing.engine.local_sockets import MESSAGE, End, connection, inherited, receive
from briefing.engine.processes import EXIT_CODE, PID, Birth
from briefing.errors import BriefingError

PR_SET_PDEATHSIG = 1
"""To prctl(2)."""


def end_with(parent: int) -> None:
    """Have the system end this process when the one that started it ends, where it can do that."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it has ended before
            os._exit(1)


def load() -> None:
    """Load the model and all that each worker would load otherwise."""
    gc.disable()  # nothing loaded now is garbage
    from briefing.tagging import annotation

    annotation.pipeline()
    annotation.gazetteer()
    gc.freeze()  # what is shared with the workers stays so only as long as nothing touches it
    gc.enable()


def serve(control: End) -> None:
    """Fork a worker for each request, and tell of each that has ended, until nobody asks."""
    watched: dict[int, int] = {}
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    while True:
        ready, _, _ = select.select([control.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, MESSAGE)
            _tell_of_ended(watched)
        if control.fileno() in ready:
            data, descriptors = receive(control, 2)
            if not data:
                return
            theirs, told = descriptors
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for each in (control.fileno(), woken, wake, told, *watched.values()):
                    os.close(each)
                _work(json.decode(data, type=Birth), End(fileno=theirs))
            os.close(theirs)
            watched[pid] = told
            control.sendall(PID.pack(pid))


def _tell_of_ended(watched: dict[int, int]) -> None:
    while watched:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        told = watched.pop(pid)
        with suppress(BrokenPipeError):  # nobody wants to know
            os.write(told, EXIT_CODE.pack(os.waitstatus_to_exitcode(status)))
        os.close(told)


def _work(birth: Birth, end: End) -> NoReturn:
    code = 1
    try:
        getattr(import_module(birth.module), birth.function)(connection(end), birth.memory_limit)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        os._exit(code)


def main() -> None:
    """Load the model and serve over the socket."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program alone
    end_with(int(sys.argv[2]))
    forbid_network()
    control = inherited(sys.argv[1])
    with suppress(BriefingError):  # each worker says what is missing
        load()
    serve(control)


if __name__ == "__main__":
    main()
