"""A worker process: takes requests from a pipe and sends back what it finds, stage by stage."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
from multiprocessing.connection import Connection

from briefing.engine.confining import limit_memory
from briefing.engine.protocol import (
    Done,
    Failed,
    Reply,
    Request,
    decode_request,
    encode,
    findings_of,
)
from briefing.errors import BriefingError
from briefing.model import Briefing

OUT_OF_MEMORY = (
    "the analysis needs more memory than it may have; try a shorter article or close other programs"
)


def serve(connection: Connection, memory_limit: int | None) -> None:
    """Answer requests until the other side closes the pipe.

    Args:
        connection: Where requests come from and replies go to.
        memory_limit: Bytes of address space that the process may use, or None.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_when_closed(connection.fileno())
    if memory_limit:
        limit_memory(memory_limit)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            _answer(connection, decode_request(connection.recv_bytes()))


def _answer(connection: Connection, request: Request) -> None:
    def send(reply: Reply) -> None:
        connection.send_bytes(encode(reply))

    def on_stage(stage: str, briefing: Briefing) -> None:
        send(findings_of(request.number, stage, briefing))

    try:
        from briefing.analysis import analyze

        analyze(
            request.article,
            request.options,
            on_stage,
            stages=request.stages,
            found_dates=request.dates,
        )
    except BriefingError as error:
        send(Failed(request.number, str(error)))
    except MemoryError:
        send(Failed(request.number, OUT_OF_MEMORY))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:
        reason = f"the analysis failed ({type(error).__name__}); please report it with the article"
        send(Failed(request.number, reason))
    else:
        send(Done(request.number))


def end_when_closed(descriptor: int) -> None:
    """End this process as soon as the other side of a pipe is closed, whatever it does then.

    So it never outlives the program that started it, not even in the middle of a long analysis.
    """
    if not hasattr(select, "poll"):  # where it ends with its next message
        return
    closing = select.poll()
    closing.register(descriptor, 0)  # the end is reported without being asked for

    def wait() -> None:
        closing.poll()
        os._exit(1)

    threading.Thread(target=wait, name="brief-end", daemon=True).start()
