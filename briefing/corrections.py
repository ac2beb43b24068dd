"""What the reader changed in a briefing: values only.

A correction is never mixed into what was found; it stands beside it, in the order of the changes.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Part = Literal["article", "summary", "actors", "locations", "quotes", "dates", "figures"]
"""The parts of a briefing that have something to correct."""
CorrectionKind = Literal[
    "add",
    "hide",
    "merge",
    "split",
    "rename",
    "set_role",
    "set_kind",
    "set_speaker",
    "confirm_speaker",
    "set_place",
    "set_value",
    "set_title",
    "set_authors",
    "set_outlet",
    "set_published",
]


class Target(Struct, frozen=True, kw_only=True):
    """What a correction is about, told in a way that outlasts another analysis.

    An item of a later briefing is the same one if it belongs to the same part and has this span
    among its own, or else this text; ids are given anew with each analysis.

    Attributes:
        part: Where it belongs; "article" has neither span nor text.
        span: The item's own span, or one of its mentions.
        text: Its name, or its words.
    """

    part: Part
    span: tuple[int, int] | None = None
    text: str | None = None


class Correction(Struct, frozen=True, kw_only=True):
    """What the reader changed.

    Attributes:
        kind: What was done.
        target: What it was done to; of "split", the mention that is taken off.
        to: What it is now: a name, role, kind, date, title or outlet as a string; the authors; a
            GeoNames id as an integer; the actor of "merge" or "set_speaker", or the article's
            words for a speaker, as a target. None clears it, and is all there is of "add", "hide",
            "split" and "confirm_speaker".
        made: When, ISO 8601 in UTC.
        fits: False where the briefing no longer has what it is about.
    """

    kind: CorrectionKind
    target: Target
    to: str | int | tuple[str, ...] | Target | None = None
    made: str
    fits: bool = True
