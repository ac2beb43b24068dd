"""Plain text: made safe, with one line a paragraph; what each line is, only its words can tell."""

from __future__ import annotations

import re

from briefing.reading.decoding import decode
from briefing.reading.document import Block, Document
from briefing.reading.formats.mojibake import repair
from briefing.reading.formats.references import decode_references
from briefing.reading.formats.wrapping import unwrap
from briefing.sanitize import clean

SOFT_BREAK = re.compile(r"\u00ad[ \t]*\n[ \t]*(?=[^\W\d_])")
"""A soft hyphen at a line end, which stands within a word."""
BLANK_LINES = re.compile(r"\n{3,}")
JOINED = "Hard-wrapped lines were joined."


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of a text file.

    Raises:
        FormatError: It is no text.
    """
    return (document_of(*decode(data)),)


def document_of(text: str, notes: tuple[str, ...] = ()) -> Document:
    """The document of a decoded text.

    Args:
        text: The text as it was decoded.
        notes: What was noted on the decoding.
    """
    text, more_notes = tidy(text)
    return Document(blocks=(Block(text),), notes=(*notes, *more_notes))


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it will be frozen, and notes on what was changed.

    Wrongly decoded characters are repaired, hidden characters and spaces at line ends removed,
    several blank lines become one, the lines of a hard-wrapped text are joined into paragraphs, and
    character references of HTML are decoded.
    """
    text, repaired = repair(SOFT_BREAK.sub("", text))
    text, hidden = _clean_lines(text)
    unwrapped = unwrap(text)  # with the references, which were there when the lines were cut
    joined = unwrapped != text
    text, references = decode_references(unwrapped)
    if references:  # which may stand for anything
        text, more = _clean_lines(text)
        hidden += more
    if "\n\n\n" in text:
        text = BLANK_LINES.sub("\n\n", text)
    notes = [
        "Wrongly decoded characters were repaired." if repaired else "",
        f"{hidden} hidden character{'s' * (hidden > 1)} removed." if hidden else "",
        JOINED if joined else "",
        f"{references} character reference{'s' * (references > 1)} decoded." if references else "",
    ]
    return text.strip(), tuple(note for note in notes if note)


def _clean_lines(text: str) -> tuple[str, int]:
    """The text without hidden characters and without spaces at line ends."""
    text, hidden = clean(text)
    if " \n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text, hidden
