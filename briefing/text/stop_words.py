"""Words that say nothing of what a sentence is about, from the table `stop_words.tsv`."""

from __future__ import annotations

from functools import cache

from briefing.tables import ENGLISH, word_lists


@cache
def stop_words(language: str = ENGLISH) -> frozenset[str]:
    """All stop words of a language, in lower case."""
    return frozenset[str]().union(*word_lists("stop_words", language).values())
