"""Which line breaks of HTML part paragraphs, and which only cut a line.

A break parts where a sentence ends, and where a masthead stands: who wrote the article, and when.
Others part where all lines are short and begin anew, as those of an address or a poem do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.reading.masthead import authors_of, is_date_line

SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
BYLINE = re.compile(r"(?:By|BY) [A-Z][^.!?]*")
LONGEST_BYLINE = 100
SHORT = 60
"""Characters of a line that no right edge cut."""
BEGINNING = re.compile(r"[^\w]*[^\W_a-z]")


def paragraphs_of(lines: Sequence[str]) -> Iterator[str]:
    """Lines with breaks between them as paragraphs.

    Args:
        lines: Those between two gaps, none of them empty.
    """
    apart = all(len(line) < SHORT for line in lines) and all(map(BEGINNING.match, lines[1:]))
    pieces = list(lines[:1])
    for above, line in pairwise(lines):
        if apart or SENTENCE_END.search(above) or is_masthead(above) or is_masthead(line):
            yield " ".join(pieces)
            pieces = []
        pieces.append(line)
    if pieces:
        yield " ".join(pieces)


def is_masthead(line: str) -> bool:
    """True for a line that is a byline or a date."""
    if len(line) > LONGEST_BYLINE:
        return False
    return bool(BYLINE.fullmatch(line) or authors_of(line) or is_date_line(line))
