"""Which language a text is written in, by its script and its most common words.

Nothing is loaded for it but one small table, and for an English text not even that: the process
that draws detects the language of each article before its first frame.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from briefing.languages.registry import Language, languages
from briefing.tables import ENGLISH

UNKNOWN = "und"
"""The code of ISO 639-2 for a language that was not determined."""
SAMPLE = 3_000
"""Characters that are looked at from the start of a text, and as many from its middle."""
ENGLISH_ONLY = frozenset("the and of that with this from which they were their been would".split())
"""Common words of English that no other language with the Latin script has often."""
ENGLISH_SHARE = 0.08
"""Share of words that are `ENGLISH_ONLY` from which on a text is English."""
WORD = r"[^\W\d_]+"
# Letters outside the Latin script, with the combining signs that Indic words are written with.
SCRIPTS = {
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Armenian": "\u0531-\u058f",
    "Hebrew": "\u05d0-\u05ff",
    "Arabic": "\u0620-\u06ff\u0750-\u077f",
    "Devanagari": "\u0900-\u0963\u0971-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Tibetan": "\u0f00-\u0fff",
    "Myanmar": "\u1000-\u109f",
    "Georgian": "\u10a0-\u10ff",
    "Ethiopic": "\u1200-\u137f",
    "Khmer": "\u1780-\u17ff",
    "Kana": "\u3040-\u30ff",
    "Hangul": "\uac00-\ud7a3",
    "Han": "\u3400-\u9fff",
}
LATIN = "Latin"
NO_LATIN = "[\u0370-\u1cff\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7a3]"
LEAST_KANA = 0.1
"""Share of kana among the signs of a Japanese text; the others are Han."""
FEWEST_LETTERS = 8
"""Letters of another script that tell a language."""
LEAST_EVIDENCE = 4
"""Common words and own letters of a language that tell it."""
LEAST_SHARE = 0.07
"""Share of the words of a text that are common words of its language."""
LEAD = 1.5
"""How many times more another language must have for it than English."""
LONG = 100
"""Words from which on a text with hardly any common word of any language is not English."""
LEAST_ENGLISH = 0.06
"""Share of common words in such a text."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that a text is written in.

    A text that is too short to tell, or has too little running text, is taken for English; a long
    one in a language that is in no table is `UNKNOWN`.
    """
    sample = text
    if len(text) > 2 * SAMPLE:
        middle = len(text) // 2
        sample = f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]}"
    sample = sample.lower()
    words = sample.split()
    if sum(word in ENGLISH_ONLY for word in words) > ENGLISH_SHARE * len(words):
        return ENGLISH
    script = _script_of(sample)
    if len(written := _with_script(script)) == 1:
        return written[0].code
    return _by_evidence(sample, script)


def _script_of(sample: str) -> str:
    """The script that most letters belong to."""
    if len(re.findall(NO_LATIN, sample)) < FEWEST_LETTERS:
        return LATIN
    letters = {name: len(_script(name).findall(sample)) for name in SCRIPTS}
    latin = sum(map(len, re.findall(WORD, sample))) - sum(letters.values())
    kana, han = letters["Kana"], letters["Han"]
    if kana > LEAST_KANA * (kana + han):
        letters["Kana"], letters["Han"] = kana + han, 0
    most = max(letters, key=lambda name: letters[name])
    return most if letters[most] >= FEWEST_LETTERS and letters[most] > latin else LATIN


@cache
def _script(name: str) -> re.Pattern[str]:
    return re.compile(f"[{SCRIPTS[name]}]")


def _by_evidence(sample: str, script: str) -> str:
    """The language whose common words and own letters a text has most.

    What several languages share counts for less with each, and letters count for no more than the
    words do: names bring them into any text.
    """
    words = _words(script).findall(sample)
    total = len(words)
    hits, own_words = _counted(words, _having_words(script))
    _, own_letters = _counted(sample, _having_letters(script))
    scores = {code: count + min(own_letters[code], count) for code, count in own_words.items()}
    best = max(scores, key=lambda code: scores[code], default=_with_script(script)[0].code)
    if script != LATIN:
        return best if total < LONG or hits[best] >= LEAST_SHARE * total else UNKNOWN
    evidence = hits[best] + min(own_letters[best], hits[best])
    told = evidence >= LEAST_EVIDENCE and hits[best] >= LEAST_SHARE * total
    if told and scores[best] >= LEAD * scores.get(ENGLISH, 0.0):
        return best
    return UNKNOWN if total >= LONG and hits[ENGLISH] < LEAST_ENGLISH * total else ENGLISH


def _counted(
    signs: Iterable[str], having: dict[str, list[str]]
) -> tuple[defaultdict[str, int], defaultdict[str, float]]:
    """How many words or letters each language has, and with those counted less that others have."""
    hits: defaultdict[str, int] = defaultdict(int)
    own: defaultdict[str, float] = defaultdict(float)
    for sign, count in Counter(signs).items():
        codes = having.get(sign, ())
        for code in codes:
            hits[code] += count
            own[code] += count / len(codes)
    return hits, own


@cache
def _words(script: str) -> re.Pattern[str]:
    """Words of a script; in Indic ones they have combining signs, which are no letters to `re`."""
    return re.compile(f"[{SCRIPTS[script]}]+" if script in SCRIPTS else WORD)


@cache
def _having_words(script: str) -> dict[str, list[str]]:
    """The common words of the languages of a script, and the codes of those that have each."""
    return _having((language.code, language.common_words) for language in _with_script(script))


@cache
def _having_letters(script: str) -> dict[str, list[str]]:
    """The same of their letters."""
    return _having((language.code, language.letters) for language in _with_script(script))


def _having(signs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, those in signs:
        for sign in those:
            found[sign].append(code)
    return dict(found)


@cache
def _with_script(script: str) -> tuple[Language, ...]:
    return tuple(language for language in languages().values() if language.script == script)
