"""The process that reads: requests from standard input, articles to standard output.

It ends when its standard input does, or when nobody waits for its answer any more, so it never
outlives the program that started it.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import sys
from typing import BinaryIO

from msgspec import msgpack

from briefing.engine.confining import forbid_network, limit_memory
from briefing.engine.pipes import LENGTH, taken_streams
from briefing.engine.reading import Request
from briefing.errors import BriefingError, FormatError
from briefing.reading import articles_of
from briefing.reading.sources import refusal

OUT_OF_MEMORY = "it needs more memory than reading may use; give a smaller part of it"
FAILED = "its reader failed ({}); save it in another format, or as text"


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        (length,) = LENGTH.unpack(head)
        request = msgpack.decode(requests.read(length), type=Request)
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        if not _is_read(replies.fileno()):  # since before the signal was heeded
            return
        reply = _reply(request)
        signal.signal(signal.SIGIO, signal.SIG_IGN)
        replies.write(LENGTH.pack(len(reply)) + reply)
        replies.flush()


def end_with_reader_of(pipe: int) -> None:
    """Have the system end this process when nobody can read the pipe any more.

    A parser that hangs would keep a thread from noticing that. The signal also comes when the pipe
    is read, so it is ignored except while a source is read.
    """
    signal.signal(signal.SIGIO, signal.SIG_IGN)
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)


def _is_read(pipe: int) -> bool:
    looking = select.poll()
    looking.register(pipe, 0)
    return not looking.poll(0)


def _reply(request: Request) -> bytes:
    try:
        return msgpack.encode(_wanted(request))
    except BriefingError as error:
        reason = str(error)
    except MemoryError:
        reason = str(refusal(request.source, OUT_OF_MEMORY))
    except Exception as error:
        reason = str(refusal(request.source, FAILED.format(type(error).__name__)))
    return msgpack.encode(reason)


def _wanted(request: Request) -> object:
    if request.wanted == "articles":
        return articles_of(
            request.data, request.source, address=request.address, charset=request.charset
        )
    from briefing.feeds.content import held_in

    try:
        return held_in(request.data, address=request.address, charset=request.charset)
    except FormatError as error:
        raise refusal(request.source, str(error)) from error


def main() -> None:
    """Serve over the standard streams; what a parser prints goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program alone
    limit_memory(int(sys.argv[1]))
    forbid_network()
    requests, replies = taken_streams()
    end_with_reader_of(replies.fileno())
    serve(requests, replies)


if __name__ == "__main__":
    main()
