"""What tells a server which state of a page is at hand already, so that it need not send it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

LONGEST: Final = 500
"""Characters; a longer value is not sent back."""


class Validators(Struct, frozen=True):
    """What a server said of the state of a page.

    Attributes:
        address: Where it said so, after all redirects; they are sent to no other address.
        etag: Its name of that state, or "".
        last_modified: When the page was changed last, in the server's words, or "".
    """

    address: str = ""
    etag: str = ""
    last_modified: str = ""

    def headers_for(self, address: str) -> dict[bytes | str, bytes | str]:
        """The headers that ask an address for another state than this one only."""
        if address != self.address:
            return {}
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


def validators_of(address: str, headers: Mapping[bytes, bytes]) -> Validators:
    """What the headers of an answer, by their names in lower case, say of its state."""
    etag, modified = (_sent_back(headers.get(name, b"")) for name in (b"etag", b"last-modified"))
    return Validators(address, etag, modified) if etag or modified else Validators()


def _sent_back(value: bytes) -> str:
    text = value.decode("latin-1").strip()
    return text if text.isascii() and text.isprintable() and len(text) <= LONGEST else ""
