"""From a host to the addresses that may be connected to: looked up once, and all of them public."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread
from typing import Final

from briefing.web.addresses import number_of
from briefing.web.refusing import CHECK_IT, LATER, Refused
from briefing.web.watch import Watch

LookUp = Callable[[str], Sequence[str]]
"""The IP addresses of a host name; raises `OSError`."""

IPV6_IN_USE: Final = ip_network("2000::/3")
NAT64: Final = ip_network("64:ff9b::/96")
"""IPv4 addresses as a network without IPv4 writes them; each is judged by the one within."""
CLOSED: Final = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
        ),
    )
)
"""Not for everyone, whatever the standard library of this Python says: addresses of providers, of
protocols, of tunnels (Teredo, 6to4), of documentation."""

PRIVATE = "it is on this computer or in a private network; add --allow-private if you mean it"
UNKNOWN = f"no site of that name is found; {CHECK_IT} and your connection to the internet"
NOT_LOOKED_UP = "its name cannot be looked up; check your connection to the internet"
SLOW = f"looking up its name takes too long; {LATER}"


def look_up(host: str) -> list[str]:
    """The addresses that the system gives for a host name."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def addresses_of(
    host: str, *, allow_private: bool, look_up: LookUp, watch: Watch, limit: float
) -> tuple[str, ...]:
    """The IP addresses of a host, each of which may be connected to.

    Args:
        host: As `Target` has it.
        allow_private: True to take those of this computer and of private networks too.
        look_up: Asked once, and only for names.
        watch: Of the fetch.
        limit: Seconds that looking up may take.

    Raises:
        Refused: It has none, or at least one is not public.
    """
    number = number_of(host)
    if number is not None:
        numbers: list[IPv4Address | IPv6Address] = [number]
    else:
        if not allow_private and (host == "localhost" or host.endswith(".localhost")):
            raise Refused(PRIVATE)
        try:
            found = watch.wait(_asked(look_up, host), limit, SLOW)
            numbers = [ip_address(address) for address in dict.fromkeys(found)]
        except socket.gaierror as error:
            again = error.errno in {socket.EAI_AGAIN, socket.EAI_FAIL}
            raise Refused(NOT_LOOKED_UP if again else UNKNOWN) from error
        except OSError as error:
            raise Refused(NOT_LOOKED_UP) from error
        except ValueError as error:  # a name that the system cannot write, or no IP address
            raise Refused(UNKNOWN) from error
    if not numbers:
        raise Refused(UNKNOWN)
    if not allow_private and not all(map(is_public, numbers)):
        raise Refused(PRIVATE)
    return tuple(map(str, numbers))


def is_public(number: IPv4Address | IPv6Address) -> bool:
    """True for an address that means the same everywhere on the internet."""
    if isinstance(number, IPv6Address):
        if number in NAT64:
            number = IPv4Address(int(number) & 0xFFFF_FFFF)
        elif number not in IPV6_IN_USE:
            return False
    if number.is_multicast or number.is_reserved or not number.is_global:
        return False
    return not any(number in network for network in CLOSED)


def _asked(look_up: LookUp, host: str) -> Callable[[float], Sequence[str]]:
    """Ask in a thread, since the system's look-up knows neither time limits nor a stop."""
    future: Future[Sequence[str]] = Future()

    def ask() -> None:
        try:
            future.set_result(look_up(host))
        except Exception as error:  # told by whoever waits
            future.set_exception(error)

    Thread(target=ask, name="look-up", daemon=True).start()
    return future.result
