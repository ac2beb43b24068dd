"""What the words beside a name call its place: a province, a county, a city, a government."""

from __future__ import annotations

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
