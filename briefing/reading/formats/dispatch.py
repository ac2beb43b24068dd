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
    "pdf": "pdf",
}
"""The module of each format; its `documents_of(data)` gives the documents."""
DEEPEST = 3
"""Packed things in packed things that are opened."""
NESTED = "it is packed more than three times over; unpack it and give the article"


def documents_of(data: bytes, depth: int = 0) -> tuple[Document, ...]:
    """The documents that the bytes of a source hold, at least one.

    Args:
        data: The bytes.
        depth: In how many packed things they were.

    Raises:
        FormatError: They hold no article; one line says why, and what to do.
    """
    if depth > DEEPEST:
        raise FormatError(NESTED)
    found = format_of(data)
    if found not in READERS:
        raise FormatError(f"it is no text but {found}; give the article as text")
    module = import_module(f"briefing.reading.formats.{READERS[found]}")
    documents: tuple[Document, ...] = module.documents_of(data)
    return documents
