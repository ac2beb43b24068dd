"""Whether a name that the gazetteer knows is a place where it stands."""

from __future__ import annotations

from bisect import bisect_right

from briefing.tables import word_list
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.locations import cues as cues
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.locations.matches import COUNTRY, METROPOLIS, Match
from briefing.tagging.names.entities import institutions
from briefing.tagging.names.labels import Entity

CITY_OF_NOTE = 50_000
"""Inhabitants from which on a name alone is taken for the city, if nothing speaks against it."""
GROUP_WORDS = frozenset(("group", "network", "front", "militia", "brigade", "movement"))
TOWN = 5_000
"""Inhabitants from which on the first word of a body's name is taken for its town."""


class Judge:
    """Decides about the names of one article.

    Attributes:
        people: Words of people's names, which are no towns.
    """

    def __init__(self, text: str, entities: tuple[Entity, ...], gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._entities = entities
        self._entity_starts = [entity.start for entity in entities]
        self.people = _words_of_people(text, entities)

    def is_place(self, match: Match, line: str, beyond_doubt: bool) -> bool:
        """Whether a match is a place.

        Args:
            match: The name.
            line: What stands before it in its line.
            beyond_doubt: Whether it is a dateline or has its state or country behind it.
        """
        entity = self.entity_at(match.start, match.end)
        label = entity.label if entity else ""
        inside = entity is not None and (entity.start < match.start or entity.end > match.end)
        leads = entity is None or entity.start >= match.start or match.is_alone
        if label == "group" or (entity is not None and entity.text in institutions()):
            return False
        if match.is_county and leads and match.is_alone:
            return True
        if label == "person" and inside and not beyond_doubt:
            body = bool(match.after) and match.after[0] in word_list("place_words", "institution")
            return leads and match.is_alone and body and match.is_noted(TOWN)
        if self._gazetteer.demonym(match.text):
            return self._is_demonym(match, label, inside, line)
        if beyond_doubt:
            return match.is_main or not inside
        if cues.TITLE_BEFORE.search(line):
            return False
        if match.after[:1] and match.after[0] in word_list("place_words", "club"):
            return False
        if cues.SOURCE_BEFORE.search(line) and not match.is_noted(METROPOLIS):
            return False
        if match.text in self.people and not (
            match.is_noted(METROPOLIS) or cues.INSIDE.search(line)
        ):
            return False
        if label == "place":
            return self._is_in_place(match, entity)
        if label == "organization" and inside:
            named = leads and match.is_alone and match.names_body and match.is_noted(TOWN)
            return named or self._is_of_body(match)
        return self._is_place_alone(match, label, line)

    def _is_place_alone(self, match: Match, label: str, line: str) -> bool:
        """The decision where neither the model nor a longer name says what it is."""
        if not label and match.certain and not match.text.isupper():
            return True
        of_person = match.before[-1:] == ("of",) and self._ends_person(match.start - 4)
        if not (match.is_alone or of_person or self._is_of_body(match)):
            return False
        followed = match.names_body
        if match.after and not followed and match.after[0] not in word_list("place_words", "after"):
            return False
        if cues.INSIDE.search(line) or of_person:
            return match.is_main or label != "person"
        if cues.SPEAKS.match(self._text, match.end) and not match.is_noted(COUNTRY):
            return False
        if followed and match.is_main:
            return True
        if label == "person":
            return self._is_city_for_person(match, line)
        attributive = not match.after and cues.ATTRIBUTIVE.match(self._text, match.end)
        return match.is_noted(TOWN if attributive else CITY_OF_NOTE)

    def _is_city_for_person(self, match: Match, line: str) -> bool:
        """Whether the model has taken a large city for a person: "bound for Alexandria"."""
        return (
            match.text.isalpha()
            and not match.after
            and match.text not in self.people
            and match.text.lower() not in given_names()
            and match.is_noted(METROPOLIS)
            and cues.WAY_BEFORE.search(line) is not None
        )

    def _is_demonym(self, match: Match, label: str, inside: bool, line: str) -> bool:
        if (
            match.text in word_list("place_words", "language")
            and cues.LANGUAGE_BEFORE.search(line)
            and cues.LANGUAGE_AFTER.match(self._text, match.end)
        ):
            return False
        if cues.ETHNIC_AFTER.match(self._text, match.end):
            return False
        if match.before[-1:] in (("African",), ("Native",), ("Anglo",)):
            return False
        return not (inside and label == "organization") or match.names_body

    def _is_in_place(self, match: Match, entity: Entity | None) -> bool:
        """Whether a match in a place of the model's is a place of its own."""
        if entity is None or (entity.start >= match.start and entity.end <= match.end):
            return True
        last = entity.text.split()[-1]
        if last in word_list("place_words", "club"):
            return False
        kinds = (
            word_list("place_words", "road")
            | word_list("place_words", "building")
            | word_list("place_words", "after")
        )
        return last not in kinds and not (match.start > entity.start and match.text in kinds)

    def _is_of_body(self, match: Match) -> bool:
        """Whether it stands in "Government of X" or "City of X"."""
        return (
            match.before[-1:] == ("of",)
            and match.before[-2:-1] != ()
            and (match.before[-2] in word_list("place_words", "head"))
        )

    def _ends_person(self, at: int) -> bool:
        """Whether a person's name ends at or just before an offset."""
        entity = self.entity_at(at - 1, at + 1)
        return entity is not None and entity.label == "person"

    def entity_at(self, start: int, end: int) -> Entity | None:
        """The longest entity that overlaps a stretch."""
        index = bisect_right(self._entity_starts, end - 1)
        best = None
        while index > 0 and self._entities[index - 1].end > start:
            index -= 1
            entity = self._entities[index]
            if best is None or entity.end - entity.start > best.end - best.start:
                best = entity
        return best


def _words_of_people(text: str, entities: tuple[Entity, ...]) -> frozenset[str]:
    """Words of people's and groups' names, and names of one word that speak or bear a title."""
    found: set[str] = set()
    for entity in entities:
        parts = entity.text.split()
        if entity.label == "person" and len(parts) > 1:
            found.update(parts)
        elif entity.label == "group" and len(parts) == 2 and parts[1].lower() in GROUP_WORDS:
            found.add(parts[0])  # "Wagner" for "Wagner Group"
        elif len(parts) == 1 and (
            cues.SPEAKS.match(text, entity.end)
            or cues.TITLE_BEFORE.search(text, max(0, entity.start - 12), entity.start)
        ):
            found.add(entity.text)
    return frozenset(found)
