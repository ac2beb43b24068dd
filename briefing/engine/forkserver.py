"""The process that workers are forked from, which loads the model once for all of them.

It has a module of its own so that a program can start it before it loads anything else.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from multiprocessing.context import ForkServerContext, SpawnContext

STARTED_BY = "BRIEF_STARTED_BY"
"""The environment variable with the process that started the one with the model."""
PRELOADED = "briefing.engine.preload"


def context() -> ForkServerContext | SpawnContext:
    """How workers are started; where there is no fork, each loads the model itself."""
    # one thread per worker: more would only compete for the cores, and none may exist at a fork
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    os.environ["PYTHONSAFEPATH"] = "1"  # never import from the user's current folder
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload([PRELOADED])
    return forking


def start() -> None:
    """Start the process and return at once; calling it again does nothing.

    Call it from the thread that lives longest, because the process ends with that thread.
    """
    if isinstance(context(), ForkServerContext):
        from multiprocessing import forkserver

        os.environ[STARTED_BY] = str(os.getpid())
        # a screen replaces stderr by something without a file descriptor, which the process needs
        with contextlib.redirect_stderr(sys.__stderr__):
            forkserver.ensure_running()


def kill() -> None:
    """End the process at once; whoever waits for it or its workers waits no longer."""
    from multiprocessing import forkserver

    server = getattr(forkserver, "_forkserver", None)
    number = getattr(server, "_forkserver_pid", None)
    if number:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
