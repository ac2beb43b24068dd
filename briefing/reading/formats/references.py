"""Character references of HTML that were left in a text: `&quot;`, `&#8220;`, `&amp;`."""

from __future__ import annotations

import re

REFERENCE = r"&(?:#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]{1,30});"
MOST_DECODINGS = 2
"""Feeds often encode twice: `&amp;quot;`."""


def decode_references(text: str) -> tuple[str, int]:
    """The text with the references that end with a semicolon decoded, and how many they were.

    The result is not safe yet: a reference may stand for any character.
    """
    count = 0
    for _ in range(MOST_DECODINGS):
        if "&" not in text or ";" not in text:
            break
        text, found = _decoded_once(text)
        if not found:
            break
        count = count or found
    return text, count


def _decoded_once(text: str) -> tuple[str, int]:
    from html import unescape  # few texts need the table
    from html.entities import html5

    count = 0

    def decoded(match: re.Match[str]) -> str:
        nonlocal count
        name = match[0][1:]
        if not name.startswith("#") and name not in html5:  # "R&D;" is no reference
            return match[0]
        count += 1
        return unescape(match[0])

    return re.sub(REFERENCE, decoded, text), count
