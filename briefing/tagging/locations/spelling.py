"""One form for all spellings of a place name, for the gazetteer and the build that makes it."""

from __future__ import annotations

import re
import unicodedata

LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "ŋ": "ng",
        "ħ": "h",
    }
)
DROPPED = re.compile(r"['’‘ʻʼʿʾ`´.]")
SPACED = re.compile(r"[\s\-‐‑–—/_,()&]+")
SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def normalize(name: str) -> str:
    """The name without case, accents, punctuation and a leading "the".

    "St. John's", "Saint John's" and "saint-johns" are the same; so are "São Paulo" and "Sao Paulo".
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = SPACED.sub(" ", DROPPED.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(SHORT_FORMS.get(word, word) for word in words)
