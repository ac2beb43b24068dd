"""The words of `mail.tsv`: what stands in letters around an article."""

from __future__ import annotations

import re
from functools import cache

from briefing.tables import rows

LONGEST_LINE = 600
"""Characters; a longer line is a paragraph of the article."""


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """One pattern for all rows of a kind."""
    found = "|".join(f"(?:{words})" for name, words in rows("mail") if name == kind)
    return re.compile(found, re.I)


def is_a(kind: str, line: str) -> bool:
    """True if the whole line is of that kind."""
    return len(line) <= LONGEST_LINE and pattern(kind).fullmatch(line) is not None


def words_in(text: str) -> int:
    """Number of words, without web addresses."""
    return len(re.findall(r"[^\W_]+(?:['’-]\w+)*", re.sub(r"https?://\S+", "", text)))
