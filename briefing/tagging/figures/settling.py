"""What only a whole article tells of those who were shot: whether they died; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model import Figure
from briefing.tagging.figures.harm import SHOT

FATAL = re.compile(
    r"\b(?:fatal|deadly)\b.{0,20}\bshooting|\bhomicide|\bshooting death|\bslaying\b"
    r"|\bmurder of\b|\bkilling of\b",
    re.IGNORECASE,
)
BEGINNING = 1000
"""Characters in which an article says that somebody died."""
OTHERS = re.compile(r"\b(?:others?|another|more)\b", re.IGNORECASE)


def settled(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with "shot" made "injured", or nothing where some died: it may be these.

    Where one was shot, and somebody died, it is that one.
    """
    died = any(figure.kind == "killed" for figure in figures)
    fatal = FATAL.search(text, 0, BEGINNING) is not None
    shot = [figure for figure in figures if figure.kind == SHOT]
    if (
        fatal
        and not died
        and not any(figure.kind == "injured" for figure in figures)
        and all(figure.value == 1 for figure in shot)
    ):
        return [replace(one, kind="killed") if one.kind == SHOT else one for one in figures]

    def kind(figure: Figure) -> str | None:
        others = OTHERS.search(f"{figure.text} {figure.what or ''}")
        return "injured" if others or not died else None

    return [replace(one, kind=kind(one)) if one.kind == SHOT else one for one in figures]
