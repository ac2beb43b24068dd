"""Shuts a process off from the network: neither a parser nor a library can reach it any more.

Some libraries ask the system for a socket as soon as they are imported, only to see which it has.
"""

from __future__ import annotations

import sys

BETWEEN_PROCESSES = 1
"""The family of sockets by which processes of one machine talk, AF_UNIX."""
LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


def forbid_network() -> None:
    """Refuse every socket of the network, and every look-up of a name, until the process ends."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    is_new = event == "socket.__new__" and arguments[1] not in (BETWEEN_PROCESSES, -1)
    if is_new or event in LOOK_UPS:
        raise PermissionError("this process may not reach the network")
