"""A connection in the form that the HTTP library asks for."""

from __future__ import annotations

import socket
from functools import partial
from typing import Final

import httpcore

from briefing.web.refusing import LATER, SAVE_IT
from briefing.web.watch import Watch

STALLED: Final = f"the site has stopped answering; {LATER}, or {SAVE_IT}"


class Stream(httpcore.NetworkStream):
    """Reads and writes under the time limits of a fetch, whatever the library asks for."""

    def __init__(self, connection: socket.socket, watch: Watch, limit: float) -> None:
        """Take a connection over.

        Args:
            connection: Plain or with TLS.
            watch: Of the fetch.
            limit: Seconds that one piece may take.
        """
        self._connection = connection
        self._watch = watch
        self._limit = limit

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """The next bytes, or none at the end."""
        return self._watch.wait(partial(self._receive, max_bytes), self._limit, STALLED)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send all of the bytes."""
        try:
            while buffer:
                sent = self._watch.wait(partial(self._send, buffer), self._limit, STALLED)
                buffer = buffer[sent:]
        except OSError as error:  # an answer may be there nevertheless
            raise httpcore.WriteError from error

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _receive(self, most: int, seconds: float) -> bytes:
        self._connection.settimeout(seconds)
        return self._connection.recv(most)

    def _send(self, buffer: bytes, seconds: float) -> int:
        self._connection.settimeout(seconds)
        return self._connection.send(buffer)
