"""Places that the gazetteer lacks and the text calls so: "the village of X", "X, Ohio"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.tables import word_list
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.locations import cues
from briefing.tagging.locations.designations import is_landform
from briefing.tagging.locations.gazetteer import Place
from briefing.tagging.locations.match import TOWN
from briefing.tagging.locations.matcher import Matcher
from briefing.tagging.locations.toponym import Toponym
from briefing.tagging.names.labels import Entity


class UnlistedPlaces:
    """Finds the places of one article that the gazetteer lacks.

    Args:
        text: The article.
        matcher: Knows the states and countries behind a name.
        entity_at: The name that overlaps the characters from a start to an end.
    """

    def __init__(
        self, text: str, matcher: Matcher, entity_at: Callable[[int, int], Entity | None]
    ) -> None:
        self._text = text
        self._matcher = matcher
        self._entity_at = entity_at

    def of(self, run: re.Match[str], begin: int) -> Iterator[Toponym]:
        """The places that a run of capitalized words names.

        Args:
            run: The words.
            begin: Where their paragraph begins.
        """
        name = cues.UNKNOWN.search(self._text, run.start(), run.end())
        line = self._text[max(begin, run.start() - 40) : run.start()]
        while name is not None:
            line = self._text[max(begin, name.start("whole") - 40) : name.start("whole")]
            place = self._place(name, line)
            if place is not None:
                yield place
            name = cues.ANOTHER.match(self._text, name.end(), run.end())
            if name is None or place is None:
                return
            if cues.SEVERAL.search(line):  # "the islands of X and Y"
                known, _ = self._matcher.known(name["whole"])
                if not known:
                    start, end = name.span("whole")
                    yield replace(place, start=start, end=end, text=name["whole"])
                return
            if not is_landform(name["whole"].split()):
                return

    def _place(self, name: re.Match[str], line: str) -> Toponym | None:
        start, end = name.span("whole")
        words = name["whole"].split()
        known, _ = self._matcher.known(name["whole"])
        if known:
            return None
        state = self._matcher.state_behind(end)
        if is_landform(words):
            if not self._is_of_land(name, line, state):
                return None
            named_after: tuple[Place, ...] = ()
            if " ".join(words[-2:]) in word_list("place_words", "protected"):
                named_after = city_within(words[:-2], self._matcher)
            return Toponym(
                start,
                end,
                name["whole"],
                named_after,
                parent=state,
                label="LOC",
                evident=True,
                landmark=bool(named_after),
            )
        if not word_list("place_words", "stop").isdisjoint(words):
            return None
        if len(words) > 1 and words[-1] in word_list("place_words", "landmark"):
            if not cues.AT.search(line):
                return None
            city = city_within(words[:-1], self._matcher)
            return Toponym(start, end, name["whole"], city, evident=bool(city), landmark=bool(city))
        called = cues.DESIGNATED.search(line)
        kind = called["kind"].lower() if called else ""
        if not called and not self._is_called(name, line, state):
            return None
        settled = not called or kind in word_list("place_words", "settlement")
        label = "GPE" if settled else "LOC"
        return Toponym(start, end, name["whole"], parent=state, label=label, evident=True)

    def _is_called(self, name: re.Match[str], line: str, state: Place | None) -> bool:
        """True if the words around a name make it a place: "in the X district", "to X in Y"."""
        start, end = name.span("whole")
        if cues.PART_AFTER.match(self._text, end):
            return state is not None
        if state is not None and state.feature == "ADM1":
            entity = self._entity_at(start, end)
            free = entity is None or entity.label == "place"
            return bool(cues.INSIDE.search(line) or (free and cues.TOWARD.search(line)))
        return bool(cues.KIND_AFTER.match(self._text, end) and cues.INSIDE.search(line))

    def _is_of_land(self, name: re.Match[str], line: str, state: Place | None) -> bool:
        """True if a lake or the like is called so, and nobody: "Ana Lake"."""
        entity = self._entity_at(*name.span("whole"))
        where = cues.DESIGNATED.search(line) or cues.BESIDE.search(line)
        if entity is None or entity.label != "person":
            return bool(where or state or cues.LISTED_BEFORE.search(line))
        first, *_ = name["whole"].split()
        return bool(where) and first.lower() not in given_names()


def city_within(words: list[str], matcher: Matcher) -> tuple[Place, ...]:
    """The places that the first words of a landmark's name are of: "Lisbon" of "Lisbon Airport".

    A hamlet gives its name to few landmarks: "Guildhall Square" is in no Guildhall.
    """
    for count in range(len(words), 0, -1):
        candidates, _ = matcher.known(" ".join(words[:count]))
        if any(
            place.main and (place.kind != "city" or place.is_capital or place.population >= TOWN)
            for place in candidates
        ):
            return candidates
    return ()
