"""Loaded once by the process that workers are forked from, so that each worker starts warm.

It runs without the terminal: what a library prints must not reach the screen.
"""

from __future__ import annotations

import os

_nowhere = os.open(os.devnull, os.O_RDWR)
for _standard_stream in (0, 1, 2):
    os.dup2(_nowhere, _standard_stream)
os.close(_nowhere)

from briefing import analysis  # noqa: E402 - the streams must be closed before anything can speak

analysis.pipeline()
analysis.gazetteer()
