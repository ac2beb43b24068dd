"""Words that a line end has cut in two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.tables import word_list

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LAST_PART, FIRST_PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*$"), re.compile(r"^[^\W_]+")
HYPHENS = "-\u2010\u00ad\u2027"
"""What may stand at the end of a line: a hyphen, a soft one, and a hyphenation point."""


OPEN_END = re.compile(r"(?:https?://\S*/|https?://|\w[–—])$")
"""The end of a line that goes on without a space: of an address, or with a dash in a word."""
SUSPENDED = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e"))
"""What follows a hyphen that stands for a word to come: "pre- and post-war"."""
LEAST_SECOND_PART = 4
"""Letters of the second part of a compound that nothing but its first part tells."""
LEAST_CUT = 0.04
"""Share of lines that end with a hyphen in a document that cuts words."""


class Hyphenation:
    """How a document cuts words at line ends.

    Args:
        lines: Its lines.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = _words_of(lines)
        cut = [
            (first[0].casefold().rsplit("-", 1)[-1], second[0].casefold())
            for line, below in pairwise(lines)
            if line.endswith(tuple(HYPHENS))
            and (first := LAST_PART.search(line[:-1]))
            and (second := FIRST_PART.match(below))
        ]
        whole = sum(before + after in self._words for before, after in cut)
        parts = sum(before in self._words and after in self._words for before, after in cut)
        self._cuts_words = len(cut) > LEAST_CUT * len(lines) or whole > parts

    def joined(self, before: str, after: str) -> str:
        """Two lines as one, with a word that was cut made whole.

        A compound keeps its hyphen: where the document has it elsewhere with one, where a part is
        no ordinary word ("U.S.-led", "90-day"), where both parts, but not the whole, are words of
        the document, where it begins as many do ("long-term"), and where the document cuts no
        words.
        """
        if _is_without_spaces(before[-1:]) and _is_without_spaces(after[:1]):
            return before + after
        if OPEN_END.search(before) and after[:1].isalnum():
            return before + after
        if not before.endswith(tuple(HYPHENS)) or len(before) < 2 or before[-2].isspace():
            return f"{before} {after}"
        stem = before[:-1]
        if before[-1] == "\u00ad":
            return stem + after
        first, second = LAST_PART.search(stem), FIRST_PART.match(after)
        if first is None or second is None:
            return f"{stem}-{after}"
        if second[0] in SUSPENDED:
            return f"{stem}- {after}"
        return (
            stem
            + ("-" if self._is_compound(stem, first[0], second[0], after[second.end() :]) else "")
            + after
        )

    def _is_compound(self, stem: str, first: str, second: str, rest: str) -> bool:
        words = self._words
        if rest.startswith("-"):  # "on-\nthe-go"
            return True
        before, after = first.casefold(), second.casefold()
        last = before.rsplit("-", 1)[-1]
        if last + after in words or before + after in words:
            return False
        if f"{last}-{after}" in words or f"{before}-{after}" in words:
            return True
        if second[0].isupper():  # "Franco-\nGerman", but not "RE-\nTURN"
            return not (first.isupper() and second.isupper() and len(first) > 1)
        if first[-1].isdigit() or second[0].isdigit():
            return True
        if stem[: -len(first)].endswith("."):  # "U.S.-led"
            return True
        if last in word_list("compounds", "first part") and len(after) >= LEAST_SECOND_PART:
            return after not in word_list("compounds", "ending")
        if "-" in before and after in words:  # "a 30-year-\nold"
            return True
        is_pair = last in words and after in words and len(last) > 2 and len(after) > 2
        return is_pair or not self._cuts_words


def _is_without_spaces(letter: str) -> bool:
    """True for a letter of a script that puts no spaces between words."""
    return letter != "" and unicodedata.east_asian_width(letter) in "WF"


def _words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text in lower case, whole: none that a line end may have cut."""
    words: set[str] = set()
    after_cut = False
    for line in lines:
        found = [word.casefold() for word in WORD.findall(line)]
        is_cut = line.endswith(tuple(HYPHENS))
        words.update(found[after_cut : len(found) - is_cut])
        after_cut = is_cut
    parts = {part for word in words if "-" in word for part in word.split("-")}
    return frozenset(words | parts)
