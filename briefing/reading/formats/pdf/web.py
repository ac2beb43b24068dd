"""Where the article of a web page ends that a browser printed with all that stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from briefing.reading.formats.pdf.paragraphs import ENDS
from briefing.reading.formats.pdf.style import LARGE, Part, Style
from briefing.reading.furniture import heads_links

LEAST_OF_SENTENCE = 8
"""Words of a part that is a sentence."""
LINK, HEADING, OTHER = -25, 0, -3
"""What a link, a heading and any other short part count, where a sentence counts its words."""
COMMENTS = re.compile(
    r"(?:(?:there (?:are|is)|show|view|all)\s+)?(?:\(?\d+\)?\s+|no\s+|one\s+)?"
    r"(?:comments?|responses?|replies|reactions|discussion|kommentare?|commentaires?|comentarios?"
    r"|comentários?|commenti|reacties|комментари\w+)\b(?:\s*\(?\d*\)?|\s+(?:on|to|zu|sur)\b.*):?"
    r"|(?:leave|post|add|write) (?:a |your )?(?:comment|reply)"
    r"|join (?:the )?(?:discussion|conversation)",
    re.I,
)
LEAST_ABOVE_COMMENTS, LONGEST_HEADING = 100, 16
"""Words of an article above its comments, and of a heading."""
MOST_BEFORE = 0.3
"""Share of the words of sentences before the article, if its beginning is guessed."""
MOST_OF_ARTICLE = 0.5
"""Share of the words that stand above a heading of links, at least, if the article ends there."""
AFTER_HEADING, LEAST_OF_TEXT = 5, 20
"""Parts after a heading of links, and words of a paragraph that none of them has."""


def article_in(
    parts: Sequence[Part], start: int | None, style: Style, language: str
) -> tuple[int, int]:
    """Where the article begins and ends, as indexes of its first part and of that after its last.

    Args:
        parts: All parts, in reading order.
        start: Where it begins, if that is known.
        style: How the document is set.
        language: What it is written in.
    """
    values = [_value(part, style) for part in parts]
    sums = [0, *accumulate(values[start or 0 :])]
    lowest = list(accumulate(sums, min)) if start is None else [0] * len(sums)
    gains = [value - low for value, low in zip(sums, lowest, strict=True)]
    if max(gains) <= 0:
        return start or 0, len(parts)
    best = gains.index(max(gains))
    end = (start or 0) + best
    if start is None:
        start = best - sums[best::-1].index(lowest[best])
        before = sum(value for value in values[:start] if value > 0)
        if before > MOST_BEFORE * gains[best]:
            start = 0
    return start, _cut(parts, values, start, end, language)


def _cut(parts: Sequence[Part], values: Sequence[int], start: int, end: int, language: str) -> int:
    """Where comments or links to other articles begin, or the end."""
    words = [max(0, value) for value in values]
    total, passed = sum(words[start:end]), 0
    for index in range(start, end):
        passed += words[index]
        text = parts[index].text
        if words[index] or len(text.split()) > LONGEST_HEADING:
            continue
        if COMMENTS.fullmatch(text) and passed >= LEAST_ABOVE_COMMENTS:
            return index
        if heads_links(text, language) and passed >= MOST_OF_ARTICLE * total:
            following = values[index + 1 : index + 1 + AFTER_HEADING]
            if max(following, default=0) < LEAST_OF_TEXT:
                return index
    return end


def _value(part: Part, style: Style) -> int:
    """How much a part speaks for the article, or against it."""
    words = len(part.text.split())
    if part.linked:
        return LINK
    if words >= LEAST_OF_SENTENCE and ENDS.fullmatch(part.text):
        return words
    is_heading = part.bold or part.size > LARGE * style.size
    return HEADING if is_heading and words <= LONGEST_HEADING else OTHER
