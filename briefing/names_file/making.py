"""An entry for all articles out of what the reader changed in one; pure."""

from __future__ import annotations

from briefing.corrections.values import Correction
from briefing.model import Actor, Location
from briefing.names_file.values import (
    LONGEST_NAME,
    LONGEST_ROLE,
    MOST_OTHER_NAMES,
    Entry,
    Point,
)

ABOUT_NAMES = ("rename", "set_role", "set_kind", "merge", "add", "set_place")


def entry_from(correction: Correction, item: Actor | Location | None = None) -> Entry | None:
    """What a correction says of every article; None where it is about this one only.

    Args:
        correction: What the reader changed.
        item: The actor or place as it is after that; of "hide", as it was before. None for
            "set_outlet".
    """
    if correction.kind == "set_outlet":
        name = correction.to
        return (
            Entry(name=name, outlet=(name,))
            if isinstance(name, str) and names_something(name)
            else None
        )
    if item is None or not names_something(item.name):
        return None
    if correction.kind == "hide":
        is_actor = isinstance(item, Actor)
        return Entry(name=item.name, never_an_actor=True) if is_actor else None
    if correction.kind not in ABOUT_NAMES:
        return None
    former = correction.target.text if correction.kind == "rename" else None
    names = [former] if former and former != item.name else []
    if isinstance(item, Location):
        return _of_place(item, tuple(filter(names_something, names)))
    names += [alias for alias in item.aliases if _tells(alias, item.name)]
    role = item.role if item.role_by else None
    return Entry(
        name=item.name,
        other_names=tuple(filter(names_something, dict.fromkeys(names)))[:MOST_OTHER_NAMES],
        kind=item.kind,
        role=role[:LONGEST_ROLE] if role else None,
    )


def _of_place(place: Location, other_names: tuple[str, ...]) -> Entry:
    latitude, longitude = place.latitude, place.longitude
    known = latitude is not None or place.country is not None
    point = Point(latitude=latitude, longitude=longitude, country=place.country)
    where = point if known else None
    return Entry(name=place.name, other_names=other_names, kind="place", place=where)


def _tells(alias: str, name: str) -> bool:
    """True if another name means the same in other articles too: no surname, no "the Council"."""
    words = {word.casefold() for word in name.split()}
    return any(map(str.isupper, alias)) and not {w.casefold() for w in alias.split()} <= words


def names_something(name: str) -> bool:
    """True if words may stand as a name in the file of names."""
    return 2 <= len(name) <= LONGEST_NAME and any(map(str.isalnum, name))
