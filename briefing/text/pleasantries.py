"""What people say to each other and not to the reader: greetings, thanks and farewells."""

from __future__ import annotations

import re
from functools import cache

from briefing.tables import ENGLISH, rows

LONGEST = 120
"""Characters; a longer sentence says more than that."""
# No sentence ends after "Mr." and "Sen.".
SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z][a-z]\.)\s+")
OUTER = " \t.!?\"'“”‘’"


def is_pleasantry(sentence: str, language: str = ENGLISH) -> bool:
    """True if a sentence is a greeting, thanks or a farewell and nothing else."""
    bare = sentence.strip(OUTER)
    return 0 < len(bare) <= LONGEST and _pleasantries(language).fullmatch(bare) is not None


def are_mostly_pleasantries(text: str) -> bool:
    """True if more than half of the sentences of a text are pleasantries."""
    sentences = SENTENCE_END.split(text.strip())
    return 2 * sum(map(is_pleasantry, sentences)) > len(sentences)


@cache
def _pleasantries(language: str) -> re.Pattern[str]:
    """Any pattern of the table `pleasantries.tsv`."""
    return re.compile(
        "|".join(f"(?:{pattern})" for _, pattern in rows("pleasantries", language)), re.IGNORECASE
    )
