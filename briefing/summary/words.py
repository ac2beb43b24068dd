"""Words of a text, their stems, and the words that say nothing, by language."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

# Words with inner apostrophes, periods and hyphens: "Mazar-e-Sharif", "U.S", "country’s".
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def words_of(text: str, language: str) -> list[str]:  # noqa: ARG001
    """The words as written."""
    return WORD.findall(text)


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words that sumy has for a language; none where it has no list."""
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]

    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        return frozenset()


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer that sumy has for a language, or one that only changes the case."""
    from sumy.nlp.stemmers import Stemmer  # type: ignore[import-untyped]

    try:
        return lru_cache(maxsize=100_000)(Stemmer(language))
    except LookupError:
        return str.lower
