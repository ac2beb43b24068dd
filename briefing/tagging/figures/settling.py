"""What only a whole article tells of those who were shot: whether they died; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model import Figure
from briefing.tagging.figures.harm import SHOT

OTHERS = re.compile(r"\b(?:others?|another|more)\b", re.IGNORECASE)


def settled(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with "shot" made "injured", or nothing where some died: it may be these."""
    died = any(figure.kind == "killed" for figure in figures)

    def kind(figure: Figure) -> str | None:
        others = OTHERS.search(f"{figure.text} {figure.what or ''}")
        return "injured" if others or not died else None

    return [replace(one, kind=kind(one)) if one.kind == SHOT else one for one in figures]
