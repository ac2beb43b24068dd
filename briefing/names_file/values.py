"""What the file of names says: values only."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

LONGEST_NAME = 120
LONGEST_ROLE = 200
"""Characters."""
MOST_OTHER_NAMES = 50

NameKind = Literal["person", "organization", "group", "government", "place"]
Name = Annotated[str, Meta(min_length=2, max_length=LONGEST_NAME)]
Names = Annotated[tuple[Name, ...], Meta(max_length=MOST_OTHER_NAMES)]
THE = ("The ", "the ")
STRAIGHT = str.maketrans("’‘ʼ", "'''")


class Point(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a place is.

    Attributes:
        latitude: Degrees north (WGS 84); `longitude` degrees east. Both or neither.
        country: ISO 3166-1 alpha-2 code, or None.
    """

    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$")] | None = None


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One entry of the file.

    Attributes:
        name: What the actor or place is called in every briefing.
        other_names: What else articles call it.
        kind: What it is; None where `never_an_actor`, `outlet` or `watched` is all that is said.
        role: What an actor is, in the reader's words.
        place: Where a place is, or None where the gazetteer knows best.
        outlet: The names of an outlet, which is no actor of its own articles.
        never_an_actor: True if what is called so is never listed as an actor.
        watched: True if articles that name it are to be marked; it changes nothing in a briefing.
    """

    name: Name
    other_names: Names = ()
    kind: NameKind | None = None
    role: Annotated[str, Meta(min_length=1, max_length=LONGEST_ROLE)] | None = None
    place: Point | None = None
    outlet: Names = ()
    never_an_actor: bool = False
    watched: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All that articles call it, `name` first."""
        if not self.other_names and not self.outlet:
            return (self.name,)
        return tuple(dict.fromkeys((self.name, *self.other_names, *self.outlet)))

    @property
    def forms(self) -> tuple[str, ...]:
        """Its names as they are looked for: without "The", if more than one word is left."""
        names = self.names
        if not any(name[:4] in THE for name in names):
            return names
        return tuple(dict.fromkeys(form for name in names for form in _forms(name)))


def bare(name: str) -> str:
    """A name as it is compared with another one: without "the"."""
    return folded(name[4:] if name[:4] in THE else name)


def _forms(name: str) -> tuple[str, ...]:
    if name[:4] not in THE:
        return (name,)
    rest = name[4:]
    return (rest,) if " " in rest.strip() else (f"The {rest}", f"the {rest}")


def folded(text: str) -> str:
    """A text or name as it is compared, character by character: all apostrophes are one."""
    return text if text.isascii() else text.translate(STRAIGHT)
