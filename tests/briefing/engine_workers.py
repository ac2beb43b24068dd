"""Workers that misbehave in ways that real ones might."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection
from threading import Event

from briefing.engine.protocol import Done, Failed, Findings, decode_request, encode
from briefing.model import Sentence


def obedient(connection: Connection, _: int | None) -> None:
    """Does what the article's text says: crash, exit, hang, fail, or else finish."""
    while True:
        try:
            request = decode_request(connection.recv_bytes())
        except EOFError:
            return
        order = request.article.text
        found = Findings(request.number, "summary", sentences=(Sentence(start=0, end=4, rank=0),))
        connection.send_bytes(encode(found))
        if order == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif order == "exit":
            sys.exit(3)
        elif order == "hang":
            Event().wait()
        elif order == "fail":
            connection.send_bytes(encode(Failed(request.number, "it cannot be done")))
        else:
            connection.send_bytes(encode(Done(request.number)))


def stillborn(*_: object) -> None:
    """Ends as soon as it starts."""


def greedy(connection: Connection, memory_limit: int | None) -> None:
    """A real worker whose analysis takes all the memory that there is."""
    from briefing import analysis
    from briefing.engine import worker

    def analyze(*_: object, **__: object) -> None:
        hoard = []
        while True:
            hoard.append(bytes(64 * 1024 * 1024))  # which takes it and need not write it

    analysis.analyze = analyze  # type: ignore[assignment]
    worker.serve(connection, memory_limit)
