"""Decoded text into the text that is frozen: safe, with one line a paragraph."""

from __future__ import annotations

import re

from briefing.reading.wrapping import unwrap
from briefing.sanitize import clean

BLANK_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text to freeze, and notes on what was changed.

    Hidden characters go, spaces at line ends go, several blank lines become one, and the lines of
    a hard-wrapped text are joined into paragraphs.
    """
    text, hidden = clean(text)
    notes = [f"{hidden} hidden character{'s' if hidden > 1 else ''} removed."] if hidden else []
    if " \n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    if (unwrapped := unwrap(text)) != text:
        text = unwrapped
        notes.append("Hard-wrapped lines were joined.")
    if "\n\n\n" in text:
        text = BLANK_LINES.sub("\n\n", text)
    return text.strip(), tuple(notes)
