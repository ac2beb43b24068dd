"""What the reader changed in a briefing: values only.

A correction is never mixed into what was found; it stands beside it, in the order of the changes.
`briefing.corrections.laying` lays corrections over a briefing.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

Part = Literal[
    "article",
    "summary",
    "actors",
    "locations",
    "quotes",
    "dates",
    "figures",
    "highlights",
    "page",
    "differences",
    "only_one",
]
"""The parts of a briefing that have something to correct; the last two are parts of a dossier."""
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
    "put_on_page",
    "take_off_page",
    "move_on_page",
    "write",
]
OwnText = Literal["headline", "why", "next", "note", "prepared_by", "prepared_for", "as_of"]
"""The lines of the page that the reader writes."""


class Target(Struct, frozen=True, kw_only=True):
    """What a correction is about, told in a way that outlasts another analysis.

    An item of a later briefing is the same one if it belongs to the same part and has this span
    among its own, or else this text, or else a span that overlaps this one; ids are given anew with
    each analysis.

    Attributes:
        part: Where it belongs; "article" has neither span nor text, unless it is a speaker.
        span: The item's own span, or one of its mentions.
        text: Its name, or its words; of "page", the field of the composition.
        article: In a dossier, the digest of the text in which the span is.
    """

    part: Part
    span: tuple[int, int] | None = None
    text: str | None = None
    article: str | UnsetType = UNSET


class Correction(Struct, frozen=True, kw_only=True):
    """What the reader changed.

    Attributes:
        kind: What was done.
        target: What it was done to; of "split", the mention that is taken off.
        to: What it is now: a name, role, kind, date, title or outlet as a string, or what the
            reader wrote; the authors; a GeoNames id as an integer; the actor of "merge" or
            "set_speaker", the article's words for a speaker, or the item before which
            "move_on_page" puts it, as a target. Of "add" it is the kind of an actor or place, or
            the note of a highlight. None clears it, and is all there is of "hide", "split",
            "confirm_speaker", "put_on_page" and "take_off_page".
        made: When, ISO 8601 in UTC.
        fits: False where the briefing no longer has what it is about.
    """

    kind: CorrectionKind
    target: Target
    to: str | int | tuple[str, ...] | Target | None = None
    made: str
    fits: bool = True


def digest_of(text: str) -> str:
    """What the corrections of an article are kept under: the same wherever its text is from."""
    return sha256(text.encode()).hexdigest()
