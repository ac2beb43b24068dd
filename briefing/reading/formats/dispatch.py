"""Bytes to the reader of their format, which is loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from briefing.errors import FormatError
from briefing.reading.document import Document
from briefing.reading.formats.sniffing import Format, format_of

READERS: Final[Mapping[Format, str]] = {
    "plain": "plain",
    "mail": "mail.letter",
    "mailbox": "mail.letter",
    "pasted mail": "mail.pasted",
    "html": "html.page",
    "mhtml": "html.saved_page",
    "webarchive": "html.saved_page",
    "markdown": "markdown",
    "feed": "feed",
    "zip": "packed",
    "gzip": "packed",
    "zstd": "packed",
    "docx": "office.docx",
    "odt": "office.odt",
    "rtf": "office.rtf",
    "epub": "office.epub",
    "pdf": "pdf.document",
}
"""The module of each format; its `documents_of(data)` gives the documents."""
PACKED: Final = frozenset[Format](("zip", "gzip", "zstd", "mail", "mailbox"))
"""Formats that hold others; their `documents_of(data, depth)` is told how deep they are."""
DEEPEST = 3
"""Packed things in packed things that are opened."""
NESTED = "it is packed more than three times over; unpack it and give the article"


def documents_of(
    data: bytes, depth: int = 0, charset: str | None = None, address: str | None = None
) -> tuple[Document, ...]:
    """The documents that the bytes of a source hold, at least one.

    Args:
        data: The bytes.
        depth: In how many packed things they were.
        charset: What a server said of their encoding, which only web pages heed.
        address: Where they were fetched, which only web pages and feeds heed.

    Raises:
        FormatError: They hold no article; one line says why, and what to do.
    """
    if depth > DEEPEST:
        raise FormatError(NESTED)
    found = format_of(data)
    module = import_module(f"briefing.reading.formats.{READERS[found]}")
    told: dict[str, object] = {}
    if found in PACKED:
        told["depth"] = depth
    if found == "html":
        told["charset"] = charset
    if found in ("html", "feed"):
        told["address"] = address
    documents: tuple[Document, ...] = module.documents_of(data, **told)
    return documents
