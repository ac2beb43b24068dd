"""The process that reads: requests from standard input, articles to standard output.

It ends when its standard input does, so it never outlives the program that started it.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from msgspec import msgpack

from briefing.engine.reading import LENGTH, Request
from briefing.engine.worker import end_when_closed, limit_memory
from briefing.errors import BriefingError
from briefing.model import Article
from briefing.reading import articles_of
from briefing.reading.sources import refusal

OUT_OF_MEMORY = "it needs more memory than reading may use; give a smaller part of it"
FAILED = "its reader failed ({}); save it in another format, or as text"


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        (length,) = LENGTH.unpack(head)
        request = msgpack.decode(requests.read(length), type=Request)
        reply = msgpack.encode(_answer(request))
        replies.write(LENGTH.pack(len(reply)) + reply)
        replies.flush()


def _answer(request: Request) -> tuple[Article, ...] | str:
    try:
        return articles_of(
            request.data, request.source, address=request.address, charset=request.charset
        )
    except BriefingError as error:
        return str(error)
    except MemoryError:
        return str(refusal(request.source, OUT_OF_MEMORY))
    except Exception as error:
        return str(refusal(request.source, FAILED.format(type(error).__name__)))


def main() -> None:
    """Serve over the standard streams; what a parser prints goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program alone
    limit_memory(int(sys.argv[1]))
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    end_when_closed(requests.fileno())
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    serve(requests, replies)


if __name__ == "__main__":
    main()
