"""Units that are written once for two figures: "rose 64 points to 4,577"; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Span
from briefing.tagging.figures.units import Unit

TO = re.compile(r"\b(?:to|at)\s$")
"""What stands before the level that an index or a price comes to."""
MOVED = re.compile(r",?\s\(?(?:up|down)\s(?:by\s)?")
"""What stands between such a level and by how much it changed."""
BY = re.compile(r"\bby\s$")
SENTENCE_END = re.compile(r"[.!?;]\s|\n")


class Candidate(NamedTuple):
    """A figure on its way.

    Attributes:
        start: Offset of its first character, with the sign of a currency.
        end: Offset after its last one, with its unit.
        value: None for a range and for one such as "dozens".
        low: The lower end of a range; `high` the upper one.
        unit: What it is measured in.
        what: The words for what it counts.
        times: What its last word multiplies it by, as "million" does.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: Unit | None
    what: Span | None
    times: float = 1.0


def with_shared_units(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The figures of a part of an article, with the units that stand at their neighbors."""
    shared: list[Candidate] = []
    for one in found:
        if shared and one.unit and one.unit.kind == "score" and shared[-1].unit is None:
            last = shared[-1]
            if last.what is None and MOVED.fullmatch(text[last.end : one.start]):
                shared[-1] = last._replace(unit=one.unit)
        if one.unit is None:
            shared.append(one._replace(unit=_earlier(text, shared, one)))
        else:
            shared.append(one)
    return shared


def _earlier(text: str, before: Sequence[Candidate], one: Candidate) -> Unit | None:
    """The unit that an earlier figure of the sentence gives to one without unit."""
    last = before[-1] if before else None
    if last is None or last.unit is None:
        return None
    if last.unit.kind in ("score", "money") and text[last.end : one.start] == " to ":
        return last.unit
    if one.what is not None:
        return None
    for earlier in before[:-3:-1]:
        between = text[earlier.end : one.start]
        if SENTENCE_END.search(between):
            break
        if earlier.unit is not None and earlier.unit.kind == "score" and TO.search(between):
            return earlier.unit
    if last.unit.name == "percent" and BY.search(text[last.end : one.start]):
        return last.unit
    return None
