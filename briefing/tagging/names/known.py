"""Names that the reader's file of names knows: what they name is beyond doubt, where they stand.

A known name gives way to a longer name around it: "Ruiz Foundation" is not "Ruiz", and "Henry Hull"
is not the firm "Hull". Titles make no longer name, nor do words before the full name of a person,
which a headline may have put there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.names_file.matching import NameIndex
from briefing.names_file.values import Entry, bare
from briefing.tagging.lexicon.person_nouns import is_plural_of_person_noun, is_title_word
from briefing.tagging.names.covered import Covered
from briefing.tagging.names.labels import Entity, EntityLabel

LABELS: dict[str | None, EntityLabel] = {
    "person": "person",
    "organization": "organization",
    "government": "organization",
    "group": "group",
    "place": "place",
}


def known_names(text: str, entries: Sequence[Entry], others: Iterable[Entity]) -> list[Entity]:
    """The known names in a text, in order.

    Args:
        text: The article's text.
        entries: What is known; of two with one name the later one counts.
        others: What else was found, in which a longer name may be.
    """
    if not entries:
        return []
    index = NameIndex((name, n) for n, entry in enumerate(entries) for name in entry.forms)
    longer = list(others)
    found = []
    for start, end, number in index.find(text):
        entry = entries[number]
        if entry.kind is None or (entry.never_an_actor and entry.kind != "place"):
            continue
        entity = Entity(start, end, text[start:end], LABELS[entry.kind], entry)
        if not any(_is_in_longer(entity, other) for other in longer):
            found.append(entity)
    return found


def with_known(known: Sequence[Entity], found: Iterable[Entity]) -> list[Entity]:
    """The known names, and of the others those that have no part in them."""
    covered = Covered(known)
    return [*known, *(e for e in found if e.known is None and not covered.touches(e.start, e.end))]


class Refused:
    """Names that are no actors' by the file of names.

    Args:
        entries: What the file says.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names = {
            bare(name) for entry in entries if entry.never_an_actor for name in entry.names
        }

    def has(self, name: str) -> bool:
        """True if nobody who is called so is an actor."""
        return bool(self._names) and bare(name) in self._names


def _is_in_longer(entity: Entity, other: Entity) -> bool:
    """True if another name has this one in it and is the name of something else."""
    if other.start < entity.end < other.end:
        return any(map(str.isalnum, other.text[entity.end - other.start :]))
    if not other.start <= entity.start < other.end == entity.end:
        return False
    before = other.text[: entity.start - other.start].split()
    full = entity.label == "person" and " " in entity.text
    return not full and not all(map(_is_title, before))


def _is_title(word: str) -> bool:
    return not word[0].isalnum() or is_title_word(word) or is_plural_of_person_noun(word)
