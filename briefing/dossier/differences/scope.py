"""How much of what happened a figure counts: all of it, a part, or more than one event."""

from __future__ import annotations

import re

from briefing.dossier.words import folded
from briefing.tables import any_of, rows, word_list

ONE_OF_THEM = ("a", "an", "another")
NUMBER = rf"\b(?:\d+|another|{any_of(word for word, *_ in rows('numbers'))})\b"
OF_THEM = re.compile(r"\s+of\s+(?:the|them|those|these|his|her|its|their|whom)\b")
OTHERS = re.compile(
    r"\b(?:(?:the|all) (?:other|remaining|last)|includ(?:ing|es?|ed)|among them|of (?:whom|them)),?"
    r"\s+(?:[^.;:]{0,30}\band\s+)?$",
    re.IGNORECASE,
)
WHO_HAVE = re.compile(r"\s+\w+\s+(?:with|who had|whose)\b")
"""After a number: only those who have something."""
AND_WHO = re.compile(r"\s+and\b")
NOT_SAID_TO_BE_DEAD = re.compile(
    r"\s+(?:\w+\s+)?(?:(?:was|were)\s+)?shot\b(?!\s+(?:dead|to death|and))"
)
"""After a number: those who were shot may be killed or hurt."""
DEAD = re.compile(r"\b(?:fatal(?:ly)?|dead|deaths?|died|dies|killed|kills?)\b", re.IGNORECASE)
MORE = re.compile(r"\s+(?:others?|more)\b", re.IGNORECASE)
AND_OTHERS = re.compile(
    r"\b(?:and|along with|besides|in addition to)"
    r" (?:another|one other|the other|the (?:fe)?male|a (?:second|third|fourth|fifth|sixth))\b",
    re.IGNORECASE,
)
"""In the rest of a sentence: there are more to whom the same happened."""
ELSEWHERE = re.compile(
    rf"\b(?:and|then)\s+(?:{NUMBER}\s+)?(?:more|others?|additional)\b"
    rf"|\band\s+{NUMBER}\s+(?:on|in|at|near|inside|outside)\b",
    re.IGNORECASE,
)
"""The same: there are more, counted after these."""
AGE = re.compile(
    r"\bage[sd]?\b(?:\s+(?:of|were|from|between|range[ds]?)|[\s\d,]|\band\b|\bto\b|&)*$",
    re.IGNORECASE,
)
"""Before a number: it is an age, the only one or the last of several."""
YEARS_OLD = re.compile(r"(?:\s*(?:,|and|or|to|&|-)\s*\d+)*[\s-]+years?[\s-]+old\b", re.IGNORECASE)
"""The same after a number."""
NAMES = re.compile(r"(?:[A-Z][\w.'’-]*|and|,|\s)+")
THEMSELVES = re.compile(
    r"\b(?:him|her|them)sel(?:f|ves)\b|\b(?:his|her|their) own li(?:fe|ves)\b|\bsuicides?\b"
    r"|\band self\b|\bincluding the (?:alleged |suspected )?"
    r"(?:gunman|shooter|attacker|assailant|suspect|bomber|killer|driver|pilot)\b",
    re.IGNORECASE,
)
"""In a sentence: who did it died too, and may be counted with the others or not."""


def says_part(text: str, before: str, after: str) -> bool:
    """True if the words around a number say that it counts only some.

    Args:
        text: The number.
        before: The sentence before it.
        after: The rest of the sentence.
    """
    return bool(
        text.casefold() in ONE_OF_THEM
        or OTHERS.search(before)
        or OF_THEM.match(after)
        or MORE.match(after)
        or WHO_HAVE.match(after)
        or ELSEWHERE.search(after)
    )


def says_others(after: str) -> bool:
    """True if the same happened to others, whom the rest of a sentence names."""
    return AND_OTHERS.search(after) is not None


def is_first_of_list(text: str, after: str) -> bool:
    """True for "his mom" before "and his brother were dead"."""
    return not re.search(NUMBER, text, re.IGNORECASE) and AND_WHO.match(after) is not None


def may_be_alive(before: str, after: str) -> bool:
    """True for "one of five people shot", unless the sentence says that they died."""
    if not NOT_SAID_TO_BE_DEAD.match(after):
        return False
    return not DEAD.search(before) and not DEAD.search(after)


def is_age(before: str, after: str) -> bool:
    """True if what stands around a number says that it is an age."""
    return AGE.search(before) is not None or YEARS_OLD.match(after) is not None


def is_names(text: str) -> bool:
    """True for "Ana Ruiz and Ivo Tarn", who are counted and may be anybody."""
    return len(text.split()) > 1 and NAMES.fullmatch(text) is not None


def tells_of_several_events(sentence: str) -> bool:
    """True if a sentence counts over several events, or over a time."""
    words = f" {' '.join(folded(sentence).split())} "
    return any(f" {one} " in words for one in word_list("dossier", "several events"))


def may_count_who_did_it(sentence: str) -> bool:
    """True if those who died may include the one who killed them."""
    return THEMSELVES.search(sentence) is not None
