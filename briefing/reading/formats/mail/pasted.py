"""Letters that were copied from a mail program's window: their headers stand in the text."""

from __future__ import annotations

from briefing.reading.decoding import decode
from briefing.reading.document import Document
from briefing.reading.formats.mail.letter import documents_of_letter
from briefing.reading.formats.mail.parts import Letter, Text


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of such a text.

    Raises:
        FormatError: There is no article in it.
    """
    text, notes = decode(data)
    return documents_of_letter(Letter({}, (Text(text),), (), notes))
