"""Where the command begins and ends.

It loads next to nothing by itself, so that ctrl+c is quiet from the first moment.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import FrameType

INTERRUPTED = 128 + signal.SIGINT


def main() -> int:
    """Run `brief` with the arguments of the command line and return its exit status."""
    gc.disable()  # nothing loaded now is garbage, and looking for it takes a tenth of the start
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, _end)
    from tui.cli import main
    from tui.command import streams

    streams.repair()
    if ours:
        signal.signal(signal.SIGINT, _interrupt)
        sys.unraisablehook = _noticed
    try:
        return main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ending already
        streams.finish()
        gc.freeze()  # nor is it looked for when all ends anyway


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    """End at once, as long as nothing has begun."""
    os._exit(INTERRUPTED)


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    """End once; a second ctrl+c does not disturb the tidying up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _noticed(raised: sys.UnraisableHookArgs) -> None:
    """Take an interruption where Python can only print it, as in a finalizer."""
    if isinstance(raised.exc_value, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(raised)
