"""The words of a text that say what it is about, in forms that can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.languages.registry import language
from briefing.tables import ENGLISH, rows, word_list
from briefing.text.stop_words import stop_words

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
SHORTEST = 4
"""Letters; shorter words say nothing, unless they are names or numbers."""
SMALL = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), 2
    )
}
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers",
           "er", "ors", "or", "edly", "ed", "ly", "es", "al", "s", "y", "e")  # fmt: skip
SHORTEST_STEM = 4


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """A text in small letters, without accents, typographic apostrophes and a possessive ending."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return plain.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part of an English word that its forms share; the same for words that mean the same."""
    plain = folded(word)
    if plain in _same_words():
        return _same_words()[plain]
    for ending in ENDINGS:
        kept = plain.removesuffix(ending)
        if kept != plain and len(kept) >= SHORTEST_STEM:
            plain = kept
            break
    if len(plain) > SHORTEST_STEM and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain


@cache
def _same_words() -> dict[str, str]:
    """What stands for a word that others replace: "died" is "kill"."""
    return {
        word: words.split("|")[0] for (words,) in rows("same_words") for word in words.split("|")
    }


@cache
def _empty_words(code: str) -> frozenset[str]:
    """Words of a language that say nothing of what a text is about."""
    words = language(code).common_words
    if code == ENGLISH:
        words |= stop_words() | word_list("dossier", "empty")
    return frozenset(map(folded, words))


def is_common(word: str, code: str = ENGLISH) -> bool:
    """True for one of the most common words, given in small letters."""
    return word in language(code).common_words


def is_empty(word: str, code: str = ENGLISH) -> bool:
    """True if a word says nothing of what a text is about."""
    plain = folded(word)
    if plain in _empty_words(code):
        return True
    return len(plain) < SHORTEST and not word[:1].isupper() and not word[:1].isdigit()


def terms(text: str, code: str = ENGLISH) -> Iterator[tuple[int, int, str]]:
    """(start, end, stem) of the words that say something."""
    for match in WORD.finditer(text):
        word = match.group()
        if not is_empty(word, code):
            yield match.start(), match.end(), stem(word) if code == ENGLISH else folded(word)


def small_numbers(text: str) -> Iterator[int]:
    """The numbers that are written as words: 2 to 12 in English."""
    for match in WORD.finditer(text):
        number = SMALL.get(match.group().lower())
        if number:
            yield number


@lru_cache(maxsize=20_000)
def stems(text: str, code: str = ENGLISH) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset(term for _, _, term in terms(text, code))
