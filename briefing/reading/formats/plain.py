"""Decoded text into the text that is frozen: safe, with one line a paragraph."""

from __future__ import annotations

import re

from briefing.reading.formats.references import decode_references
from briefing.reading.formats.wrapping import unwrap
from briefing.sanitize import clean

BLANK_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text to freeze, and notes on what was changed.

    Hidden characters go, spaces at line ends go, several blank lines become one, the lines of a
    hard-wrapped text are joined into paragraphs, and character references of HTML are decoded.
    """
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
        f"{hidden} hidden character{'s' * (hidden > 1)} removed." if hidden else "",
        "Hard-wrapped lines were joined." if joined else "",
        f"{references} character reference{'s' * (references > 1)} decoded." if references else "",
    ]
    return text.strip(), tuple(note for note in notes if note)


def _clean_lines(text: str) -> tuple[str, int]:
    """The text without hidden characters and without spaces at line ends."""
    text, hidden = clean(text)
    if " \n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text, hidden
