"""Lines that belong to a page and not to its article: "Share", "Read more", "Advertisement"."""

from __future__ import annotations

import re
from functools import cache

from briefing.languages.registry import table_language
from briefing.tables import ENGLISH, rows

LONGEST_FURNITURE = 250
"""Characters; a longer line is never furniture."""
LINKS_HEADING = "heading of links"
"""The row of `furniture.tsv` with the words that stand over links to other articles."""
WORD = re.compile(r"[^\W\d_]+|\d+|©")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
PARTS = bytes(
    ord("#") if chr(code).isdigit() else ord(chr(code).lower()) if chr(code).isalpha() else 32
    for code in range(128)
).ljust(256)
"""Bytes into lower-case letters, "#" for a digit, and spaces for the rest."""
DECORATION = r"[\s\[\](){}<>«»›→▶►•·*_=|:–—-]*"


def is_furniture(line: str, language: str = ENGLISH) -> bool:
    """True if a line belongs to the page and not to the article, whatever stands around it."""
    return not LETTER_OR_DIGIT.search(line) or _row_of(line, language) is not None


def heads_links(line: str, language: str = ENGLISH) -> bool:
    """True if a line stands over links to other articles."""
    return _row_of(line, language) == LINKS_HEADING


def _row_of(line: str, language: str) -> str | None:
    """The name of the first row of the table that the line matches."""
    if len(line) > LONGEST_FURNITURE:
        return None
    if not _has_cue(line, language):
        return None
    words = {"#" if word.isdigit() else word for word in WORD.findall(line.lower())}
    return next(
        (
            name
            for name, cues, pattern in _furniture(language)
            if not words.isdisjoint(cues) and re.fullmatch(pattern, line)
        ),
        None,
    )


def _has_cue(line: str, language: str) -> bool:
    """True if the line may have a word without which no line is furniture; quick.

    Such words consist of ASCII letters and digits, so bytes will do; all else separates words.
    """
    parts = line.encode().translate(PARTS)
    return b"#" in parts or "©" in line or not _cues(language).isdisjoint(parts.split())


@cache
def _cues(language: str) -> frozenset[bytes]:
    return frozenset(cue.encode() for _, cues, _ in _furniture(language) for cue in cues)


@cache
def _furniture(language: str) -> tuple[tuple[str, frozenset[str], str], ...]:
    """The table `furniture.tsv` of a language: names, words that announce a pattern, the pattern.

    Most articles need few of the patterns, and compiling all of them takes longer than the reading.
    """
    return tuple(
        (name, frozenset(cues.split()), rf"(?i:{DECORATION}(?:{pattern}){DECORATION})")
        for name, cues, pattern in rows("furniture", table_language("furniture", language))
    )
