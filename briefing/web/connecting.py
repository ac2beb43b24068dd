"""A connection to an IP address that was checked, and TLS that fits the name of the host."""

from __future__ import annotations

import errno
import os
import selectors
import socket
import ssl
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import Final

from briefing.web.addresses import Target
from briefing.web.refusing import CHECK_IT, LATER, SAVE_IT, Refused
from briefing.web.watch import Watch

Connect = Callable[[str, int, Watch, float], socket.socket]
"""Connects to an IP address and a port within some seconds; raises `OSError` or `Refused`."""

SILENT = f"it does not answer; {LATER}"
CLOSED = f"nothing answers there; {CHECK_IT}"
UNREACHABLE = "there is no way to it; check your connection to the internet"
NOT_TLS = f"no secure connection can be made; {SAVE_IT}"
CERTIFICATES: Final = {
    9: "its certificate is not valid yet; check the clock of your computer",
    10: f"its certificate has expired; {LATER}, or {SAVE_IT}",
    62: f"its certificate is for another site; {CHECK_IT}",
    64: f"its certificate is for another site; {CHECK_IT}",
}
"""By OpenSSL's number of what is wrong."""
NO_TRUST = f"its certificate comes from nobody whom your computer trusts; {SAVE_IT}"


def connect(address: str, port: int, watch: Watch, limit: float) -> socket.socket:
    """A connection to an IP address, not waited for longer than `limit` seconds.

    Raises:
        OSError: There is none to be had.
        Refused: It is too late.
    """
    connecting = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    try:
        connecting.setblocking(False)
        code = connecting.connect_ex((address, port))
        if code == errno.EINPROGRESS:
            watch.wait(partial(_until_connected, connecting), limit, SILENT)
            code = connecting.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
        connecting.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        connecting.close()
        raise
    return connecting


def connected(
    addresses: Sequence[str], port: int, watch: Watch, limit: float, connect: Connect
) -> socket.socket:
    """A connection to the first of the addresses that has one, within `limit` seconds.

    Raises:
        Refused: None has.
    """
    end = monotonic() + limit
    why: Exception = Refused(SILENT)
    for index, address in enumerate(addresses):
        share = (end - monotonic()) / (len(addresses) - index)
        try:
            return connect(address, port, watch, share)
        except (OSError, Refused) as error:
            watch.left()  # if the fetch itself is over, no other address is tried
            why = error
    if isinstance(why, ConnectionRefusedError):
        raise Refused(CLOSED) from why
    if isinstance(why, OSError):
        raise Refused(UNREACHABLE) from why
    raise why


def secured(
    plain: socket.socket, target: Target, watch: Watch, limit: float, authorities: str | None
) -> ssl.SSLSocket:
    """The connection with TLS, which shows that the host is who it says it is.

    Args:
        plain: Is taken over, also in a failure.
        target: Its host is asked for and must stand in the certificate.
        watch: Of the fetch.
        limit: Seconds.
        authorities: A file of certificates that are trusted besides the usual ones.

    Raises:
        Refused: The certificate is not valid or not for this host, or there is no TLS.
    """
    try:
        secure = _context(authorities).wrap_socket(
            plain, server_hostname=target.host, do_handshake_on_connect=False
        )
    except BaseException:
        plain.close()
        raise
    try:
        watch.wait(partial(_shake_hands, secure), limit, SILENT)
    except BaseException as error:
        secure.close()
        if isinstance(error, ssl.SSLCertVerificationError):
            raise Refused(CERTIFICATES.get(error.verify_code, NO_TRUST)) from error
        if isinstance(error, OSError | ValueError):
            raise Refused(NOT_TLS) from error
        raise
    return secure


def _context(authorities: str | None) -> ssl.SSLContext:
    import certifi

    context = ssl.create_default_context()  # the computer's own, for intranets
    context.load_verify_locations(certifi.where())
    if authorities:
        context.load_verify_locations(authorities)
    context.set_alpn_protocols(["http/1.1"])
    return context


def _until_connected(connecting: socket.socket, seconds: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(connecting, selectors.EVENT_WRITE)
        if not selector.select(seconds):
            raise TimeoutError


def _shake_hands(secure: ssl.SSLSocket, seconds: float) -> None:
    secure.settimeout(seconds)
    secure.do_handshake()
