"""The process that fills in a template of the user's: contents in, Markdown out.

It ends when its standard input does. It may use so much memory and no more, and so many seconds of
the processor for each page, also where nobody is left who could end it.
"""

from __future__ import annotations

import resource
import signal
import sys
from typing import BinaryIO

from msgspec import msgpack

from briefing.engine.confining import forbid_network, limit_memory
from briefing.engine.pipes import LENGTH, taken_streams
from briefing.page.confined import LARGEST, TOO_LARGE, TOO_MUCH_MEMORY, Refused, Request
from briefing.page.sandbox import TemplateError, compiled, filled_in


def serve(requests: BinaryIO, replies: BinaryIO, seconds: int) -> None:
    """Answer requests until there are no more."""
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        (length,) = LENGTH.unpack(head)
        message = requests.read(length)
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = int(used.ru_utime + used.ru_stime) + seconds + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
        try:
            reply = msgpack.encode(_reply(msgpack.decode(message, type=Request)))
        except MemoryError:
            reply = msgpack.encode(Refused(TOO_MUCH_MEMORY))
        replies.write(LENGTH.pack(len(reply)) + reply)
        replies.flush()


def _reply(request: Request) -> str | Refused:
    try:
        template = compiled(request.template)
        markdown = filled_in(template, request.pieces) if request.pieces else ""
    except TemplateError as error:
        return Refused(str(error))
    return markdown if len(markdown) <= LARGEST else Refused(TOO_LARGE)


def main() -> None:
    """Serve over the standard streams."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program alone
    limit_memory(int(sys.argv[1]))
    forbid_network()
    requests, replies = taken_streams()
    serve(requests, replies, int(sys.argv[2]))


if __name__ == "__main__":
    main()
