"""The words of a text in any language, their stems, and those that say nothing; loads sumy."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise

from briefing.languages.registry import language
from briefing.standins import import_without

# Words with inner apostrophes, periods and hyphens: "Mazar-e-Sharif", "U.S", "country’s".
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
INDIC_WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u0dff]+")
"""With the vowel signs, which are no letters to `re`, and without the marks that end sentences."""
INDIC = frozenset(
    "Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam Sinhala".split()
)
WITHOUT_SPACES = frozenset("Han Kana Thai Lao Myanmar Khmer Tibetan".split())
"""Scripts that put no space between words; pairs of signs stand for their words."""

UNUSED = ("requests", "nltk.corpus")
"""What sumy imports to fetch pages, and nltk's stemmers to pass over stop words."""


def words_of(text: str, code: str) -> list[str]:
    """The words as written."""
    script = language(code).script
    if script in INDIC:
        return INDIC_WORD.findall(text)
    found = WORD.findall(text)
    if script in WITHOUT_SPACES:
        return [left + right for run in found for left, right in pairwise(run)]
    return found


@cache
def stop_words(code: str) -> frozenset[str]:
    """The stop words of a language that sumy has, or else its most common words."""
    utils = import_without("sumy.utils", UNUSED)
    try:
        return frozenset(utils.get_stop_words(_sumy_name(code)))
    except LookupError:
        return language(code).common_words


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """The stemmer of a language that sumy has, or else one that only changes the case."""
    stemmers = import_without("sumy.nlp.stemmers", UNUSED, ("nltk", "nltk.stem"))
    try:
        return lru_cache(maxsize=100_000)(stemmers.Stemmer(_sumy_name(code)))
    except LookupError:
        return str.lower


def _sumy_name(code: str) -> str:
    return language(code).name.lower()
