"""A place name in the text."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.names_file.values import Entry
from briefing.tagging.locations.gazetteer import Place


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text.

    Attributes:
        candidates: What it may mean; one place where that is beyond doubt, none where the
            gazetteer does not know it.
        parent: The state or country that the text puts behind it ("Paris, Texas").
        hint: `province`, `county` or `city` where the text says so, else "".
        label: The model's label where the model saw it ("GPE", "FAC"), else "".
        usual: True if the words name the place, and are no adjective and no abbreviation.
        landmark: True if it is a building or the like, and the candidates are only where it is.
        evident: True if the text itself calls it a place, even if the gazetteer does not know it.
        known: What the file of names says of it, or None where it is not there.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...] = ()
    parent: Place | None = None
    hint: str = ""
    label: str = ""
    usual: bool = True
    landmark: bool = False
    evident: bool = False
    known: Entry | None = None
