"""What the words beside a name call its place: a province, a county, a city, a government."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tables import word_list
from briefing.tagging.locations import cues
from briefing.tagging.locations.match import Match


def hint(text: str, match: Match, line: str) -> str:
    """Return `province`, `county` or `city` where the text says so before or behind, else "".

    Args:
        text: The article.
        match: The name.
        line: What stands before it in its line.
    """
    if behind := cues.DESIGNATION.match(text, match.end):
        return cues.HINTS.get(behind["hint"].lower(), "province")
    before = cues.DESIGNATED.search(line)
    called = before["kind"].lower() if before else ""
    return "province" if called in word_list("place_words", "province") else ""


def governs(text: str, match: Match, line: str) -> bool:
    """True if a capital stands for its government: "Washington said", "Beijing's envoy"."""
    return (
        match.is_capital
        and cues.GOVERNS.match(text, match.end) is not None
        and not cues.TOWARD.search(line)
        and not hint(text, match, line)
    )


def is_landform(words: Sequence[str]) -> bool:
    """True for the words of the name of a lake, a mountain, a national park and the like."""
    return len(words) > 1 and (
        words[-1] in word_list("place_words", "landform")
        or (words[0] in word_list("place_words", "first of landform") and not _is_built(words))
        or " ".join(words[-2:]) in word_list("place_words", "protected")
    )


def _is_built(words: Sequence[str]) -> bool:
    """True for what is called after a landform: "Lake Velden Hospital"."""
    kinds = ("building", "landmark", "road", "institution", "school")
    return any(words[-1] in word_list("place_words", kind) for kind in kinds)
