"""Why a sentence is in the summary, in one line; pure."""

from __future__ import annotations

from briefing.reasons import Reasons

ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def reason_line(reasons: Reasons) -> str:
    """For example "1st of 31 · 3rd sentence, ¶2 · names Velden · shares “harbor”, “wall”"."""
    where = f"{ordinal(reasons.position)} sentence"
    if reasons.paragraph is not None:
        where += f", ¶{reasons.paragraph}"
    parts = [f"{ordinal(reasons.rank)} of {reasons.of}", where]
    if reasons.names:
        parts.append("names " + ", ".join(reasons.names))
    if reasons.shared_words:
        parts.append("shares " + ", ".join(f"“{word}”" for word in reasons.shared_words))
    return " · ".join(parts)


def ordinal(number: int) -> str:
    """A number in a row: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
