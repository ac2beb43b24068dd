"""What a process that reads or analyzes is denied: memory without end, and the network."""

from __future__ import annotations

import sys

BETWEEN_PROCESSES = 1
"""The family of sockets by which processes of one machine talk, AF_UNIX."""
LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


def limit_memory(limit: int) -> None:
    """Hold this process to so many bytes of address space, where the system can do that."""
    try:
        import resource
    except ImportError:  # not a POSIX system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def forbid_network() -> None:
    """Refuse every socket of the network, and every look-up of a name, until the process ends.

    Some libraries ask the system for a socket as soon as they are imported, only to see which kinds
    it has.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    is_new = event == "socket.__new__" and arguments[1] not in (BETWEEN_PROCESSES, -1)
    if is_new or event in LOOK_UPS:
        raise PermissionError("this process may not reach the network")
