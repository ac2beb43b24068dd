"""Loaded once by the process that workers are forked from, so that each worker starts warm.

The process ends with the program that started it, even while it is still loading. It runs at a
lower priority than the process that draws, and has no terminal.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

from briefing.engine.confining import close_streams, forbid_network
from briefing.engine.forkserver import STARTED_BY

close_streams()
gc.disable()  # nothing loaded now is garbage

if sys.platform == "linux":
    import ctypes

    _SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.environ.get(STARTED_BY) not in (None, str(os.getppid())):  # it has ended before
        os._exit(1)
if hasattr(os, "nice"):
    os.nice(5)

forbid_network()

from briefing.tagging import annotation  # noqa: E402 - the process is set up first

annotation.pipeline()
annotation.gazetteer()

gc.freeze()  # for what is shared with the workers stays shared only as long as nothing touches it
gc.enable()
