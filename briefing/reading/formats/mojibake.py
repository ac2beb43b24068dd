"""Characters that were decoded wrongly before the text came here: "â€œ" for a quotation mark."""

from __future__ import annotations

SIGNATURES = ("â€", "â\x80", "Ã", "Â")
FIRST_LETTERS = "âÃÂ"
"""What each begins with; a single character is found much faster."""


def repair(text: str) -> tuple[str, bool]:
    """The text with its lines of such characters repaired, and whether there were any."""
    if not any(letter in text for letter in FIRST_LETTERS):
        return text, False

    from ftfy import fix_encoding

    lines = text.split("\n")
    fixed = [fix_encoding(line) if any(s in line for s in SIGNATURES) else line for line in lines]
    return "\n".join(fixed), fixed != lines
