"""Headings between the paragraphs of a plain text, told by their form and by what stands around."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefing.model import Paragraph

MOST_WORDS, MOST_CHARACTERS = 10, 80
FEWEST_WORDS_BELOW = 12
ENDED = re.compile(r".*[.!?:;,…。！？][\"”’')\]]*")
QUOTED = re.compile(r"[\"“‘'].*[\"”’']")


def with_headings(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, with `block` set to `heading` for short lines that head the text below.

    A heading has no end mark, or is all in quotation marks without one inside, and a full paragraph
    stands below it. Two short lines in a row are a list, and no headings.
    """
    body = [index for index, p in enumerate(paragraphs) if p.kind == "text"]
    found = list(paragraphs)
    for place in range(1, len(body) - 1):
        above, here, below = (paragraphs[body[place + step]] for step in (-1, 0, 1))
        if (
            here.block == "paragraph"
            and _heads(text[here.start : here.end])
            and not _heads(text[above.start : above.end])
            and _is_full(text[below.start : below.end])
        ):
            found[body[place]] = replace(here, block="heading")
    return tuple(found)


def _heads(line: str) -> bool:
    words = line.split()
    if len(words) > MOST_WORDS or len(line) > MOST_CHARACTERS or not any(map(str.isalpha, line)):
        return False
    if QUOTED.fullmatch(line):
        return not re.search(r"[.!?,;:]", line[1:-1])
    first = next(char for char in line if char.isalpha())
    return first.isupper() and not ENDED.fullmatch(line) and line[0] not in "•*-–—"


def _is_full(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS_BELOW and ENDED.fullmatch(line) is not None
