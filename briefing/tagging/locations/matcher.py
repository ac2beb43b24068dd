"""The names in a text that the gazetteer knows, place or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from briefing.tables import word_list
from briefing.tagging.lexicon.titles import is_title
from briefing.tagging.locations import cues
from briefing.tagging.locations.gazetteer import Gazetteer, Place
from briefing.tagging.locations.match import COUNTRY, METROPOLIS, TOWN, Match, Parent, holds

LONGEST = 6
"""Words of a name at most."""
NEIGHBORS = 8
"""Words to either side that are looked at; a text in capitals is one run from end to end."""
STATES_NAMED = frozenset({"US", "CA", "AU"})
"""Countries whose towns are printed with their state."""


class Matcher:
    """Finds the known names in the runs of capitalized words of a text."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer

    def matches(self, start: int, end: int) -> Iterator[Match]:
        """The longest known names in a run of capitalized words, from left to right."""
        tokens = [m.span() for m in cues.TOKEN.finditer(self._text, start, end)]
        texts = [self._text[a:b] for a, b in tokens]
        first = 0
        while first < len(tokens):
            step = 1
            if texts[first][0].isupper() and texts[first] != "The":
                for last in range(min(len(tokens), first + LONGEST), first, -1):
                    if not cues.CAPITALIZED.match(texts[last - 1]):
                        continue
                    start, end = tokens[first][0], tokens[last - 1][1]
                    if self._is_abbreviated(start, end):
                        end += 1
                    phrase = self._text[start:end]
                    candidates, certain = self.known(phrase)
                    if not candidates and last > first + 1:  # "New York-based"
                        whole, hyphen, participle = phrase.rpartition("-")
                        if hyphen and participle.islower():
                            phrase, end = whole, start + len(whole)
                            candidates, certain = self.known(phrase)
                    if cues.POSSESSIVE.search(phrase) and (
                        last < len(tokens) or not _is_town(candidates)
                    ):
                        continue
                    if candidates:
                        before, after = _neighbors(texts, first, last)
                        yield Match(start, end, phrase, candidates, certain, before, after)
                        step = last - first
                        break
                else:
                    yield from self._hyphenated(*tokens[first])
            first += step

    def _is_abbreviated(self, start: int, end: int) -> bool:
        """True if the period behind belongs to a state: "Ely, Minn."."""
        return (
            self._text[end : end + 1] == "."
            and self._text[start - 2 : start] == ", "
            and self._gazetteer.abbreviation(self._text[start : end + 1]) is not None
        )

    def known(self, phrase: str) -> tuple[tuple[Place, ...], bool]:
        """What a phrase may mean, and whether it is a place beyond doubt."""
        demonym = self._gazetteer.demonym(phrase)
        if demonym:
            return (demonym,), True
        if phrase in self._gazetteer.aliases:
            return self._gazetteer.lookup(phrase), True
        if phrase.isupper() and (country := self._gazetteer.capitalized.get(phrase)):
            return (country,), False
        dotted = self._gazetteer.abbreviation(phrase) if "." in phrase else None
        if dotted:
            return (dotted,), True
        letters = sum(char.isalpha() for char in phrase)
        if (
            phrase in word_list("place_words", "stop")
            or is_title(phrase)
            or letters < (4 if phrase.isupper() else 3)
        ):
            return (), False
        found = self._gazetteer.lookup(phrase)
        if not found and " " in phrase:
            bare, last = phrase.rsplit(" ", 1)
            if last in word_list("place_words", "division"):
                places = self._gazetteer.lookup(bare)
                found = tuple(place for place in places if place.feature in ("ADM1", "ADM2"))
        return found, False

    def _hyphenated(self, start: int, end: int) -> Iterator[Match]:
        """The parts of "US-led" and "Russia-Turkey" that certainly are places."""
        at = start
        pieces = cues.HYPHEN.split(self._text[start:end])
        if len(pieces) > 1:
            for piece in pieces:
                match = Match(at, at + len(piece), piece, *self.known(piece))
                noted = match.is_noted(METROPOLIS) or (
                    match.is_main and cues.ATTRIBUTIVE.match(self._text, match.end)
                )
                if piece[:1].isupper() and match.candidates and noted:
                    yield replace(match, certain=True)
                at += len(piece) + 1

    def is_city(self, start: int, end: int) -> bool:
        """True if the words may name a city by its main name, whatever else they name."""
        candidates, _ = self.known(self._text[start:end])
        return Match(start, end, self._text[start:end], candidates).is_city

    def parent(self, match: Match) -> Parent | None:
        """The state or country behind a name, if it holds a namesake or certainly is one."""
        if match.certain and match.text.isupper():  # "the US, France" means no town of Us
            return None
        following = cues.PARENT.match(self._text, match.end)
        if following:
            group = "name" if following["name"] else "inner"
            for candidates, end in self.parents(following.start(group), following.end(group)):
                for place in candidates:
                    if place.feature == "PCLI" and (
                        self._is_attribute(following.start(group), end) or match.is_country
                    ):
                        continue
                    held = any(holds(place, x) for x in self._gazetteer.namesakes(match.text))
                    if held and match.is_noted(COUNTRY):  # "Florida, New York and Ohio"
                        held = not cues.LIST_GOES_ON.match(self._text, end)
                        if not held:
                            return None
                    if held or self._must_hold(match, place, end):
                        return Parent(place, (following.start(group), end), held)
            return None
        around = cues.AROUND.match(self._text, match.end)
        if around:
            for candidates, end in self.parents(around.start("name"), around.end("name")):
                for place in candidates:
                    if any(holds(place, x) for x in self._gazetteer.namesakes(match.text)):
                        return Parent(place, (around.start("name"), end), True)
        return None

    def state_behind(self, end: int) -> Place | None:
        """The state or country that the text puts behind a name that the gazetteer lacks.

        A part of a city is in that city's state: "the X area of Y, Z".
        """
        following = cues.PARENT.match(self._text, end) or cues.AROUND.match(self._text, end)
        if not following:
            return None
        group = "inner" if following.groupdict().get("inner") else "name"
        start = following.start(group)
        is_part = cues.CITY_PART.search(self._text, end, start) is not None
        for candidates, stop in self.parents(start, following.end(group), any_place=is_part):
            for place in candidates[:1]:
                if cues.LIST_GOES_ON.match(self._text, stop):
                    continue
                if place.feature in ("ADM1", "PCLI"):
                    if self._is_attribute(start, stop):
                        return self._division_behind(place, stop)
                    return place
                if is_part and place.kind == "city":
                    return self.state_behind(stop) or (place if place.main else None)
        return None

    def _division_behind(self, country: Place, end: int) -> Place | None:
        """The division of "South Africa's Northern Cape province"."""
        if owner := cues.OWNER.match(self._text, end):
            for candidates, _ in self.parents(owner.end(), owner.end()):
                for place in candidates:
                    if place.feature == "ADM1" and holds(country, place):
                        return place
        return None

    def city_around(self, match: Match) -> Place | None:
        """The city of which the text calls the name a part: "X District of Y"."""
        around = cues.AROUND.match(self._text, match.end)
        if around is None:
            return None
        named = cues.CITY_PART.search(self._text[match.start : around.start("name")])
        if named is None:
            return None
        for candidates, _ in self.parents(around.start("name"), around.end("name"), any_place=True):
            for place in candidates:
                if place.main and place.kind == "city" and place.population >= METROPOLIS:
                    return place
        return None

    def _is_attribute(self, start: int, end: int) -> bool:
        """True if a country belongs to what follows: "U.S. ambassador", "Canada's envoy"."""
        short = self._text[start:end].replace(".", "").isupper()
        owner = self._text[end : end + 2] in ("'s", "’s")
        return owner or (short and cues.ATTRIBUTE_AFTER.match(self._text, end) is not None)

    def _must_hold(self, match: Match, place: Place, end: int) -> bool:
        """True if a town that the gazetteer lacks lies in the state named behind it."""
        return (
            place.feature == "ADM1"
            and place.country in STATES_NAMED
            and not match.is_noted(METROPOLIS)
            and not cues.LIST_GOES_ON.match(self._text, end)
        )

    def parents(
        self, start: int, end: int, any_place: bool = False
    ) -> Iterator[tuple[tuple[Place, ...], int]]:
        """What the words from `start` on may mean as a state or country, the longest first."""
        if run := cues.RUN.match(self._text, start):
            ends = [m.end() for m in cues.TOKEN.finditer(self._text, start, run.end())]
            for stop in reversed(ends[:4]):
                found, _ = self.known(self._text[start:stop])
                yield (
                    tuple(
                        place
                        for place in found
                        if any_place
                        or place.feature in ("PCLI", "ADM1")
                        or place.id < 0
                        or (place.feature == "ADM2" and place.main)
                    ),
                    stop,
                )
        for stop in (end, end - 1) if self._text[end - 1 : end] == "." else (end,):
            short = self._text[start:stop].replace(". V", ".V")
            if place := self._gazetteer.abbreviation(short):
                yield (place,), stop


def _is_town(candidates: tuple[Place, ...]) -> bool:
    return any(place.main and place.population >= TOWN for place in candidates)


def _neighbors(texts: list[str], first: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The capitalized words after a stretch of a run, and those before it.

    These reach back to an "and", or to who holds the place: "Russian-occupied".
    """
    before = texts[max(0, first - NEIGHBORS) : first]
    if "and" in before:
        before = before[len(before) - before[::-1].index("and") :]
        before = before[before[:1] == ["the"] :]
    held = [index for index, word in enumerate(before, 1) if cues.HELD.fullmatch(word)]
    before = before[held[-1] :] if held else before
    after = takewhile(lambda word: word == "of" or not word[0].islower(), texts[last:][:NEIGHBORS])
    return tuple(before), tuple(after)
