"""A process that reads articles for their stories: paths in, what is known of them out.

It ends when its standard input does.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from msgspec import msgpack

from briefing.engine.confining import limit_memory
from briefing.engine.pipes import LENGTH, taken_streams
from briefing.errors import ReadError
from briefing.opening import Opener
from briefing.stories.reading import Answer, Request, known_in


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer requests until there are no more."""
    with Opener() as opener:
        while len(head := requests.read(LENGTH.size)) == LENGTH.size:
            (length,) = LENGTH.unpack(head)
            request = msgpack.decode(requests.read(length), type=Request)
            reply = msgpack.encode(_answer(opener, request))
            replies.write(LENGTH.pack(len(reply)) + reply)
            replies.flush()


def _answer(opener: Opener, request: Request) -> Answer:
    return tuple(
        str(each) if isinstance(each, ReadError) else each
        for file in request.files
        for each in known_in(opener, os.fsdecode(file), request.date)
    )


def main() -> None:
    """Serve over the standard streams."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program alone
    limit_memory(int(sys.argv[1]))
    requests, replies = taken_streams()
    serve(requests, replies)


if __name__ == "__main__":
    main()
