"""Which of the names that the gazetteer knows are places where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from briefing.tables import word_list
from briefing.tagging.lexicon.contexts import SPEAKS, TITLE_BEFORE
from briefing.tagging.locations import cues
from briefing.tagging.locations.evidence import Case
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.locations.match import COUNTRY, TOWN, Match
from briefing.tagging.names.entities import institutions
from briefing.tagging.names.labels import Entity

CITY_OF_NOTE = 50_000
"""Inhabitants from which on a name alone is taken for the city, if nothing speaks against it."""
GROUP_WORDS = frozenset(("group", "network", "front", "militia", "brigade", "movement"))


Rule = Callable[["ToponymFilter", Case], bool | None]
"""Says True or False, or None where it has nothing to say."""


class ToponymFilter:
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
        """Return whether a match is a place: the first rule that knows decides.

        Args:
            match: The name.
            line: What stands before it in its line.
            beyond_doubt: True if it is a dateline or has its state or country behind it.
        """
        case = Case(
            match,
            self._text,
            line,
            self.entity_at(match.start, match.end),
            beyond_doubt,
            match.text in self.people,
        )
        for rule in RULES:
            verdict = rule(self, case)
            if verdict is not None:
                return verdict
        return self._is_place_alone(case)

    def _as_institution(self, case: Case) -> bool | None:
        entity = case.entity
        known = entity is not None and entity.text in institutions()
        return False if case.label == "group" or known else None

    def _as_landform(self, case: Case) -> bool | None:
        """No town in the name of a lake or a park: "Lac Belmont", "Belmont National Park"."""
        behind = word_list("place_words", "first of landform").intersection(case.match.before[-1:])
        protected = " ".join(case.match.after[:2]) in word_list("place_words", "protected")
        return False if behind or protected else None

    def _as_county(self, case: Case) -> bool | None:
        whole = case.match.is_county and case.leads and case.match.is_alone
        return True if whole else None

    def _as_ordinary_word(self, case: Case) -> bool | None:
        """Bath and Reading are places where the text says so."""
        if case.match.text not in word_list("place_words", "town"):
            return None
        return case.is_whole_run and (case.beyond_doubt or case.is_inside or case.is_described)

    def _as_part_of_person(self, case: Case) -> bool | None:
        if case.label != "person" or not case.is_part:
            return None
        if case.is_whole_run and (case.beyond_doubt or (case.is_inside and case.is_known_to_all)):
            return None
        body = bool(case.match.after) and case.match.after[0] in word_list(
            "place_words", "institution"
        )
        return case.leads and case.match.is_alone and body and case.match.is_noted(TOWN)

    def _as_demonym(self, case: Case) -> bool | None:
        match = case.match
        if not self._gazetteer.demonym(match.text):
            return None
        if (
            match.text in word_list("place_words", "language")
            and cues.LANGUAGE_BEFORE.search(case.line)
            and cues.LANGUAGE_AFTER.match(self._text, match.end)
        ):
            return False
        if cues.ETHNIC_AFTER.match(self._text, match.end):
            return False
        if match.before[-1:] in (("African",), ("Native",), ("Anglo",)):
            return False
        return not (case.is_part and case.label == "organization") or match.names_body

    def _as_beyond_doubt(self, case: Case) -> bool | None:
        if not case.beyond_doubt:
            return None
        if not case.is_part:
            return True
        joined = case.match.is_alone or case.match.before[-1:] == ("of",)
        return True if case.match.is_main and (joined or case.label == "place") else None

    def _as_other_name(self, case: Case) -> bool | None:
        """No place behind a title, in a club's name, as a source."""
        after = case.match.after
        if TITLE_BEFORE.search(case.line) or cues.INITIAL_BEFORE.search(case.line):
            return False
        if after and after[0] in word_list("place_words", "club"):
            return False
        return False if cues.SOURCE_BEFORE.search(case.line) and not case.is_known_to_all else None

    def _as_known_to_all(self, case: Case) -> bool | None:
        """A country, a capital, a large city where it can be nothing else."""
        if not (case.is_known_to_all and case.is_whole_run) or case.is_firm:
            return None
        if case.is_inside or case.is_described:
            return True
        if case.is_of_person or case.is_given_name or not case.match.is_world_city:
            return None
        governs = case.match.is_country or case.match.text in word_list(
            "place_words", "seat of government"
        )
        return True if governs or case.is_on_the_way or not case.speaks else None

    def _as_persons_word(self, case: Case) -> bool | None:
        if case.is_of_person and not (case.is_known_to_all or case.is_inside):
            return False
        return None

    def _as_labeled_place(self, case: Case) -> bool | None:
        if case.label != "place":
            return None
        entity, match = case.entity, case.match
        if entity is None or (entity.start >= match.start and entity.end <= match.end):
            longer = self._goes_on(match) and not match.is_noted(CITY_OF_NOTE)
            return None if longer else True
        last = entity.text.split()[-1]
        if last in word_list("place_words", "club"):
            return False
        if not (match.is_noted(CITY_OF_NOTE) or (match.is_alone and not self._goes_on(match))):
            return False
        kinds = (
            word_list("place_words", "road")
            | word_list("place_words", "building")
            | word_list("place_words", "after")
        )
        return last not in kinds and not (match.start > entity.start and match.text in kinds)

    def _goes_on(self, match: Match) -> bool:
        """True if the next capitalized word makes a longer name of it: "Fairmont Lodge"."""
        return (
            bool(match.after)
            and not match.names_body
            and match.after[0] not in word_list("place_words", "after")
        )

    def _as_part_of_organization(self, case: Case) -> bool | None:
        if case.label != "organization" or not case.is_part:
            return None
        match = case.match
        named = case.leads and match.is_alone and match.names_body and match.is_noted(TOWN)
        return named or _is_of_body(match)

    def _is_place_alone(self, case: Case) -> bool:
        """The decision where neither the model nor a longer name says what it is."""
        match, label = case.match, case.label
        if not label and match.certain and not match.text.isupper():
            return True
        of_person = match.before[-1:] == ("of",) and self._ends_person(match.start - 4)
        if not (match.is_alone or of_person or _is_of_body(match)):
            return False
        if self._goes_on(match) and not match.is_full_name_of_state:
            return False
        if case.is_firm:
            return False
        if case.is_inside or of_person or case.is_described:
            return match.is_main or label != "person"
        if case.speaks and not match.is_noted(COUNTRY):
            return False
        if match.names_body and match.is_main:
            return True
        if label == "person":
            free = case.is_whole_run and not (case.is_of_person or case.is_given_name)
            return free and case.is_on_the_way and case.is_known_to_all
        attributive = not match.after and cues.ATTRIBUTIVE.match(self._text, match.end)
        return match.is_noted(TOWN if attributive else CITY_OF_NOTE)

    def _ends_person(self, at: int) -> bool:
        """True if a person's name ends at or just before an offset."""
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


RULES: tuple[Rule, ...] = (
    ToponymFilter._as_institution,
    ToponymFilter._as_landform,
    ToponymFilter._as_county,
    ToponymFilter._as_ordinary_word,
    ToponymFilter._as_part_of_person,
    ToponymFilter._as_demonym,
    ToponymFilter._as_beyond_doubt,
    ToponymFilter._as_other_name,
    ToponymFilter._as_known_to_all,
    ToponymFilter._as_persons_word,
    ToponymFilter._as_labeled_place,
    ToponymFilter._as_part_of_organization,
)
"""In this order; the first that says something decides."""


def _is_of_body(match: Match) -> bool:
    """True if it stands in "Government of X" or "City of X"."""
    return (
        match.before[-1:] == ("of",)
        and match.before[-2:-1] != ()
        and (match.before[-2] in word_list("place_words", "head"))
    )


def _words_of_people(text: str, entities: tuple[Entity, ...]) -> frozenset[str]:
    """Words of people's and groups' names, and names of one word that speak or bear a title."""
    found: set[str] = set()
    for entity in entities:
        parts = entity.text.split()
        if entity.label == "person" and len(parts) > 1:
            found.update(parts)
        elif entity.label == "group" and len(parts) == 2 and parts[1].lower() in GROUP_WORDS:
            found.add(parts[0])  # "Wagner" for "Wagner Group"
        elif len(parts) == 1 and _is_used_as_person(text, entity):
            found.add(entity.text)
    found.update(match["surname"] for match in cues.WITH_INITIAL.finditer(text))
    return frozenset(found)


def _is_used_as_person(text: str, entity: Entity) -> bool:
    """True if a name bears a title or speaks, and is none that stands for a government."""
    if TITLE_BEFORE.search(text, max(0, entity.start - 12), entity.start):
        return True
    governs = entity.text in word_list("place_words", "seat of government")
    return not governs and SPEAKS.match(text, entity.end) is not None
