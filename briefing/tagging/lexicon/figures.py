"""What is a figure and no name: times of day, amounts, measures, scores."""

from __future__ import annotations

import re

from briefing.tables import ENGLISH, word_lists

FIGURE = re.compile(r"\W*\d[\d\W]*(?:[a-zµ°]{1,2}\W*)?")
"""Digits and signs with at most a short unit: "16:48", "3-1", "$40", "12km"."""


def is_figure(name: str, language: str = ENGLISH) -> bool:
    """True if a name consists of digits, time zones, units or currencies: "16:48 GMT", "40 km".

    Units and the names of currencies are such only beside digits: "Pound" may be somebody.
    """
    words = name.split()
    rest = [word for word in words if not FIGURE.fullmatch(word)]
    lists = word_lists("figures", language)
    known = lists["zone"] | lists["currency"]
    if len(rest) < len(words):
        known |= lists["short zone"] | lists["unit"]
    elif not rest:
        return False
    return all(word.strip(".,()") in known for word in rest)
