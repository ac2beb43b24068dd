"""Pages that a browser saved whole in one file: MHTML of Chrome and Edge, Safari's archive."""

from __future__ import annotations

import plistlib
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from xml.parsers.expat import ExpatError

from briefing.errors import FormatError
from briefing.reading.document import Document
from briefing.reading.formats.html.page import document_of
from briefing.reading.formats.html.source import decoded
from briefing.reading.formats.sniffing import format_of

PAGE_TYPES = ("text/html", "application/xhtml+xml")
DAMAGED = "it is a saved page that is damaged; save it once more"
NO_PAGE = "it is an archive without a page in it; save the page once more"


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of a saved page.

    Raises:
        FormatError: It is damaged, or its page has no article in it.
    """
    page, charset, address = _of_mhtml(data) if format_of(data) == "mhtml" else _of_archive(data)
    text, notes = decoded(page, charset)
    return (document_of(text, address=address, notes=notes),)


_Page = tuple[bytes, str | None, str | None]
"""A page, its charset and its address as far as they are stated."""


def _of_mhtml(data: bytes) -> _Page:
    """The page of a message whose other parts are its pictures and styles."""
    try:
        message = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.default)
        pages = [part for part in message.walk() if part.get_content_type() in PAGE_TYPES]
        if not pages:
            raise FormatError(NO_PAGE)
        address = _line(message, "Snapshot-Content-Location")
        start = address or _line(pages[0], "Content-Location")
        page = next((p for p in pages if start and _line(p, "Content-Location") == start), pages[0])
        content = page.get_payload(decode=True)
        charset = page.get_content_charset()
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        raise FormatError(DAMAGED) from error
    return (content if isinstance(content, bytes) else b""), charset, _web_address(start)


def _of_archive(data: bytes) -> _Page:
    """The main resource of a property list."""
    try:
        resource: dict[str, Any] = plistlib.loads(data)["WebMainResource"]
        page, charset = resource["WebResourceData"], resource.get("WebResourceTextEncodingName")
        address = resource.get("WebResourceURL")
    except (
        plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError, IndexError,
        AttributeError, OverflowError, RecursionError, MemoryError,
    ) as error:  # fmt: skip
        raise FormatError(DAMAGED) from error
    if not isinstance(page, bytes):
        raise FormatError(NO_PAGE)
    return page, charset if isinstance(charset, str) else None, _web_address(address)


def _line(message: EmailMessage, name: str) -> str:
    return "".join(str(message.get(name, "")).split())


def _web_address(text: object) -> str | None:
    is_one = isinstance(text, str) and text.lower().startswith(("http://", "https://"))
    return str(text) if is_one else None
