"""Where words stand in a text; pure."""

from __future__ import annotations

import re

from briefing.model import Span


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Every place where these very words stand and are not part of longer ones.

    Args:
        text: Where to look.
        words: As they are written.
    """
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return tuple(found.span() for found in re.finditer(before + re.escape(words) + after, text))
