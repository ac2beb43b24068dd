"""What is a web address, how it is written, and which ones are never asked for.

An address is taken apart once. What is resolved, checked and asked for are the parts, so that no
second reading of the same characters can see another host in them.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from briefing.sanitize import one_line
from briefing.web.refusing import CHECK_IT, SAVE_IT, Refused

PORTS: Final = {"http": 80, "https": 443}
LONGEST_ADDRESS: Final = 8_000
LONGEST_HOST: Final = 253
LABEL = r"[a-z0-9_-]{1,63}"
NUMBER = r"0x[0-9a-f]*|[0-9]+"
CONTROL = r"[\x00-\x1f\x7f]"
WRITTEN_AS_IT_IS: Final = "!$%&'()*+,-./:;=?@[]_|~"
"""Characters of a path or a query that are sent unchanged; "%" because it is quoted already."""

NO_SITE = f"there is no site in it; {CHECK_IT}"
NO_ADDRESS = f"this is no address; {CHECK_IT}"
TOO_LONG = f"the address is too long; {CHECK_IT}"
OTHER_SCHEME = f"only http and https addresses are read; {SAVE_IT}"
WITH_PASSWORD = "there is a user name in it; give the address without it"
NOT_SAFE = f"it redirects from https to http, which is not safe; {SAVE_IT}"
NO_REDIRECT = f"it redirects to no address that can be read; {SAVE_IT}"


class Target(Struct, frozen=True):
    """An address taken apart.

    Attributes:
        scheme: "http" or "https".
        host: Lower case and ASCII; an IP address in its usual form, without brackets.
        port: As given or as usual for the scheme.
        path: What the server is asked for: path and query.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as an address names it, with its port unless that is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def is_address(text: str) -> bool:
    """True if a text is nothing but an http or https address, however wrong the rest of it is."""
    return re.fullmatch(r"\s*https?://\S*\s*", text, re.I) is not None


def shown_address(address: str) -> str:
    """The address as it can be shown in a message: on one line, without a user's name in it."""
    return re.sub(r"(?<=://)[^/?#\s]*@", "", one_line(address), count=1)


def target_of(address: str) -> Target:
    """The address taken apart.

    Raises:
        Refused: It is no http or https address, names a user, or its host is no host.
    """
    stripped = address.strip()
    if len(stripped) > LONGEST_ADDRESS:
        raise Refused(TOO_LONG)
    if re.search(CONTROL, stripped):
        raise Refused(NO_ADDRESS)
    try:
        parts = urlsplit(stripped)
        port = parts.port
        path = quote(parts.path or "/", WRITTEN_AS_IT_IS)
        query = f"?{quote(parts.query, WRITTEN_AS_IT_IS)}" if parts.query else ""
    except ValueError as error:
        raise Refused(NO_ADDRESS) from error
    if parts.scheme not in PORTS:
        raise Refused(OTHER_SCHEME)
    if "@" in parts.netloc:
        raise Refused(WITH_PASSWORD)
    if port == 0:
        raise Refused(NO_ADDRESS)
    host = _host_of(parts.hostname or "", in_brackets=parts.netloc.startswith("["))
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path + query)


def redirect_of(target: Target, location: str) -> Target:
    """Where a redirect leads.

    Args:
        target: What was asked for.
        location: What the server gave as the new place.

    Raises:
        Refused: No address that is read, or one that is less safe.
    """
    try:
        found = target_of(urljoin(target.address, location))
    except (ValueError, Refused) as error:
        raise Refused(NO_REDIRECT) from error
    if target.scheme == "https" and found.scheme == "http":
        raise Refused(NOT_SAFE)
    return found


def number_of(host: str) -> IPv4Address | IPv6Address | None:
    """The IP address that a host is, in any notation; None for a name.

    As browsers and the C library read them, an IPv4 address has one to four numbers, each decimal,
    octal or hexadecimal, and the last one fills what is left: 127.0.0.1 is 2130706433, 0x7f.1 and
    0177.0.1.

    Raises:
        Refused: A host that ends in a number, but is no IP address.
    """
    try:
        if ":" in host:
            return IPv6Address(host)
        labels = host.split(".")
        if not re.fullmatch(NUMBER, labels[-1]):
            return None
        *high, low = [_integer(label) for label in labels]
        if len(high) > 3 or any(number > 255 for number in high) or low >= 256 ** (4 - len(high)):
            raise Refused(NO_ADDRESS)
        return IPv4Address(low + sum(n * 256 ** (3 - place) for place, n in enumerate(high)))
    except ValueError as error:
        raise Refused(NO_ADDRESS) from error


def _integer(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    if not re.fullmatch("[0-9]+", label):
        raise ValueError(label)
    return int(label, 8 if label.startswith("0") else 10)


def _host_of(host: str, *, in_brackets: bool) -> str:
    if not host:
        raise Refused(NO_SITE)
    if not in_brackets:
        host = _name_of(host)
    elif ":" not in host or "%" in host:  # a name, or an interface of this computer
        raise Refused(NO_ADDRESS)
    number = number_of(host)
    return host if number is None else str(number)


def _name_of(host: str) -> str:
    """The name in ASCII, lower case and without the dot of the root."""
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise Refused(NO_ADDRESS) from error
    name = host.lower().removesuffix(".")
    if len(name) > LONGEST_HOST or not re.fullmatch(rf"{LABEL}(?:\.{LABEL})*", name):
        raise Refused(NO_ADDRESS)
    return name
