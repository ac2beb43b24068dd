"""What only a whole article tells of those who were shot or hurt: whether they died; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from briefing.model import Figure
from briefing.tables import any_of, word_list
from briefing.tagging.figures.harm import SHOT


@cache
def _died() -> re.Pattern[str]:
    """Of one who was mentioned before it is told that they died: "the boy died", "he was killed"."""
    return re.compile(
        rf"\b(?:{any_of(word_list('figure_words', 'died'))})\b", re.IGNORECASE
    )


def settled(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with "shot" made "killed", "injured" or nothing."""
    kinds = {figure.kind for figure in figures}
    died = _died().search(text) is not None
    shot = [figure for figure in figures if figure.kind in (SHOT, "injured")]
    if "killed" not in kinds and died and len({figure.value for figure in shot}) == 1:
        if all(figure.value == 1 for figure in shot):
            return [replace(f, kind="killed") if f in shot else f for f in figures]
    told = None if died or "killed" in kinds else "injured"
    return [replace(one, kind=told) if one.kind == SHOT else one for one in figures]
