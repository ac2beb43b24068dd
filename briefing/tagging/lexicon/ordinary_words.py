"""Which words stand in a dictionary of English: the one that the language model comes with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spacy.lookups import Lookups
from spacy.util import get_package_path

from briefing.tagging.pipeline import PREFERRED_MODELS

PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")


def is_ordinary(word: str) -> bool:
    """True if a word or what it is inflected from is an English noun, verb, adjective or adverb.

    Some of these are names too ("Bush", "Apple"). Without a dictionary no word is ordinary.
    """
    form = word.lower()
    return any(
        form in words
        or any(form.endswith(old) and form.removesuffix(old) + new in words for old, new in endings)
        for words, endings in _dictionary()
    )


@cache
def _dictionary() -> tuple[tuple[frozenset[str], tuple[tuple[str, str], ...]], ...]:
    """Words and endings of each part of speech, from the lemmatizer's tables (WordNet)."""
    lookups = Lookups()
    folder = next(filter(None, map(_tables_of, PREFERRED_MODELS)), None)
    if folder is None:
        return ()
    lookups.from_disk(folder)
    index, irregular, rules = (
        lookups.get_table(f"lemma_{name}", {}) for name in ("index", "exc", "rules")
    )
    return tuple(
        (
            frozenset(index.get(part, ())) | frozenset(irregular.get(part, ())),
            tuple((old, new) for old, new in rules.get(part, ()) if old),
        )
        for part in PARTS_OF_SPEECH
    )


def _tables_of(model: str) -> Path | None:
    try:
        package = get_package_path(model)
    except ImportError:
        return None
    return next(package.glob("*/lemmatizer/lookups"), None)
