"""A quote's words with the marks around them; pure."""

from __future__ import annotations

from briefing.model import Span

OPENING = '“„«‘"”'
CLOSING = '”“»’"'


def with_marks(text: str, span: Span) -> Span:
    """The span and the quotation marks around it, if it stands between two."""
    start, end = span
    if start > 0 and end < len(text) and text[start - 1] in OPENING and text[end] in CLOSING:
        return start - 1, end + 1
    return span


def without_marks(text: str, span: Span) -> Span:
    """The span without the quotation marks at its ends."""
    start, end = span
    while start < end and text[start] in OPENING:
        start += 1
    while end > start and text[end - 1] in CLOSING:
        end -= 1
    return (start, end) if start < end else span
