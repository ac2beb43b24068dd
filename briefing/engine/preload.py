"""Loaded once by the process that workers are forked from, so that each worker starts warm.

The process ends with the program that started it, even while it is still loading. It runs at a
lower priority than the process that draws, and has no terminal, so nothing that a library prints
can reach the screen.
"""

from __future__ import annotations

import os
import signal
import sys

from briefing.engine.forkserver import STARTED_BY

_nowhere = os.open(os.devnull, os.O_RDWR)
for _standard_stream in (0, 1, 2):
    os.dup2(_nowhere, _standard_stream)
os.close(_nowhere)

if sys.platform == "linux":
    import ctypes

    _SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.environ.get(STARTED_BY) not in (None, str(os.getppid())):  # it has ended before
        os._exit(1)
if hasattr(os, "nice"):
    os.nice(5)

from briefing.engine.confining import forbid_network  # noqa: E402 - the process is set up first

forbid_network()

from briefing import analysis  # noqa: E402

analysis.pipeline()
analysis.gazetteer()
