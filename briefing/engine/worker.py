"""A worker process: takes jobs from a pipe and sends back what it finds, stage by stage."""

from __future__ import annotations

import contextlib
import signal
from multiprocessing.connection import Connection

from briefing.engine.protocol import Done, Failed, Job, Message, decode_job, encode, part_of
from briefing.errors import BriefingError
from briefing.model import Briefing

OUT_OF_MEMORY = (
    "the analysis needs more memory than it may have; try a shorter article or close other programs"
)


def serve(connection: Connection, memory_limit: int | None) -> None:
    """Work on jobs until the other side closes the pipe.

    Args:
        connection: Where jobs come from and messages go to.
        memory_limit: Bytes of address space that the process may use, or None.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory_limit:
        _limit_memory(memory_limit)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            _work(connection, decode_job(connection.recv_bytes()))


def _work(connection: Connection, job: Job) -> None:
    def send(message: Message) -> None:
        connection.send_bytes(encode(message))

    def on_stage(stage: str, briefing: Briefing) -> None:
        send(part_of(job.number, stage, briefing))

    try:
        from briefing.analysis import analyze

        analyze(job.article, job.options, on_stage)
    except BriefingError as error:
        send(Failed(job.number, str(error)))
    except MemoryError:
        send(Failed(job.number, OUT_OF_MEMORY))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:
        reason = f"the analysis failed ({type(error).__name__}); please report it with the article"
        send(Failed(job.number, reason))
    else:
        send(Done(job.number))


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # not a POSIX system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
