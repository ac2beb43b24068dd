"""Which names of an article are places: the model's, and those that the gazetteer knows.

The model misses places and takes them for people and bodies. A name that the gazetteer knows is a
place when its surroundings leave no doubt ("north of X", "X, Texas", "X Police Department"), and
what stands in a person's or another body's name is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from briefing.model import Article, Mention, Paragraph
from briefing.tagging import place_cues as cues
from briefing.tagging.entities import Entity, institutions
from briefing.tagging.gazetteer import Gazetteer, Place
from briefing.tagging.place_cues import words

LONGEST = 6
"""Words of a name at most."""
CITY_OF_NOTE = 50_000
"""Inhabitants from which on a name alone is taken for the city, if nothing speaks against it."""
TOWN = 5_000
"""Inhabitants from which on the first word of a body's name is taken for its town."""
COUNTRY = 10**9
"""More than any place has: only countries, divisions and our own regions are that well known."""
METROPOLIS = 300_000
"""The same for a name in capitals, which may be anything."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text.

    Attributes:
        candidates: What it may mean; one place where that is beyond doubt, none where the
            gazetteer does not know it.
        parent: The state or country that the text puts behind it ("Paris, Texas").
        hint: `province`, `county` or `city` where the text says so, else "".
        label: The model's label where the model saw it ("GPE", "FAC"), else "".
        usual: Whether the words name the place, and are no adjective and no abbreviation.
        landmark: Whether it is a building or the like, and the candidates are only where it is.
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


@dataclass(frozen=True, slots=True)
class _Match:
    """A stretch of a run of capitalized words that the gazetteer knows."""

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]
    certain: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def is_main(self) -> bool:
        """Whether some place has this as its main name."""
        return any(place.main for place in self.candidates)

    @property
    def is_alone(self) -> bool:
        """Whether only words like "In" or "Northern" stand before it in its run."""
        return all(word in words("lead") for word in self.before)

    @property
    def is_county(self) -> bool:
        """Whether it is a county by its own name: "Harris County"."""
        return self.text.endswith((" County", " Parish")) and self.is_main

    @property
    def names_body(self) -> bool:
        """Whether a public body is called after it: "X Police Department"."""
        return not words("institution").isdisjoint(self.after)

    def is_noted(self, population: int) -> bool:
        """Whether it is known enough to be meant without further signs."""
        if self.text.isupper() and len(self.text) > 3:
            population = max(population, METROPOLIS)
        return self.certain or any(
            place.main
            and (
                place.id < 0 or place.feature in ("PCLI", "ADM1") or place.population >= population
            )
            for place in self.candidates
        )


def find(
    article: Article, doc: Doc, entities: tuple[Entity, ...], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """The place names of an article in order and not overlapping.

    Args:
        article: The article that was parsed.
        doc: Its parse, with entities.
        entities: The names found in it (`briefing.tagging.entities.find`).
        gazetteer: Where names are looked up.
    """
    return _Finder(article, doc, entities, gazetteer).find()


class _Finder:
    """The search through one article."""

    def __init__(
        self, article: Article, doc: Doc, entities: tuple[Entity, ...], gazetteer: Gazetteer
    ) -> None:
        self._article = article
        self._text = article.text
        self._gazetteer = gazetteer
        self._entities = entities
        self._entity_starts = [entity.start for entity in entities]
        self._labels = {span.start_char: span.label_ for span in doc.ents}
        self._people = _words_of_people(article.text, entities)
        self._found: dict[int, Toponym] = {}
        self._doubtful: list[_Match] = []

    def find(self) -> tuple[Toponym, ...]:
        for paragraph in self._article.paragraphs:
            if paragraph.kind != "furniture":
                self._search(paragraph)
        self._of_the_model()
        self._again()
        return tuple(self._found[start] for start in sorted(self._found))

    def _search(self, paragraph: Paragraph) -> None:
        for road in cues.ROAD.finditer(self._text, paragraph.start, paragraph.end):
            if words("lead").isdisjoint(road.group().split()[1:]):
                self._put(Toponym(road.start(), road.end(), road.group(), label="FAC"))
        for run in cues.RUN.finditer(self._text, paragraph.start, paragraph.end):
            start = run.start()
            if party := cues.PARTY.match(self._text, start):
                self._represented(party.end())
                continue
            for match in self._matches(start, run.end()):
                self._consider(match, paragraph)

    def _represented(self, start: int) -> None:
        """The district or state behind a legislator's party: "D-Chicopee", "R-S.C."."""
        if place := cues.PLACE_NAME.match(self._text, start):
            for candidates, end in self._parents(start, place.end(), any_place=True):
                if candidates:
                    text = self._text[start:end]
                    self._put(Toponym(start, end, text, candidates, usual="." not in text))
                    return

    # --- candidates -----------------------------------------------------------------------------

    def _matches(self, start: int, end: int) -> Iterator[_Match]:
        """The longest known names in a run of capitalized words, from left to right."""
        tokens = [m.span() for m in cues.TOKEN.finditer(self._text, start, end)]
        texts = [self._text[a:b] for a, b in tokens]
        first = 0
        while first < len(tokens):
            step = 1
            if texts[first][0].isupper() and texts[first] != "The":
                for last in range(min(len(tokens), first + LONGEST), first, -1):
                    if not texts[last - 1][0].isupper():
                        continue
                    phrase = self._text[tokens[first][0] : tokens[last - 1][1]]
                    candidates, certain = self._known(phrase)
                    if candidates:
                        before, after = _neighbors(texts, first, last)
                        span = tokens[first][0], tokens[last - 1][1]
                        yield _Match(*span, phrase, candidates, certain, before, after)
                        step = last - first
                        break
                else:
                    yield from self._hyphenated(*tokens[first])
            first += step

    def _known(self, phrase: str) -> tuple[tuple[Place, ...], bool]:
        """What a phrase may mean, and whether it is a place beyond doubt."""
        demonym = self._gazetteer.demonym(phrase)
        if demonym:
            return (demonym,), True
        if phrase in self._gazetteer.aliases:
            return self._gazetteer.lookup(phrase), True
        dotted = self._gazetteer.abbreviation(phrase) if "." in phrase else None
        if dotted:
            return (dotted,), True
        if phrase in words("stop") or len(phrase) < 3 or (len(phrase) < 4 and phrase.isupper()):
            return (), False
        found = self._gazetteer.lookup(phrase)
        if not found and " " in phrase:
            bare, last = phrase.rsplit(" ", 1)
            if last in words("division"):
                places = self._gazetteer.lookup(bare)
                found = tuple(place for place in places if place.feature in ("ADM1", "ADM2"))
        return found, False

    def _hyphenated(self, start: int, end: int) -> Iterator[_Match]:
        """The parts of "US-led" and "Russia-Turkey" that certainly are places."""
        at = start
        pieces = cues.HYPHEN.split(self._text[start:end])
        if len(pieces) > 1:
            for piece in pieces:
                match = _Match(at, at + len(piece), piece, *self._known(piece))
                noted = match.is_noted(METROPOLIS) or (
                    match.is_main and cues.ATTRIBUTIVE.match(self._text, match.end)
                )
                if piece[:1].isupper() and match.candidates and noted:
                    yield replace(match, certain=True)
                at += len(piece) + 1

    # --- decisions ------------------------------------------------------------------------------

    def _consider(self, match: _Match, paragraph: Paragraph) -> None:
        if match.text == "US" and self._text[paragraph.start : paragraph.end].isupper():
            return  # "LET US TALK"
        parent, mention = self._parent(match)
        line = self._text[max(paragraph.start, match.start - 40) : match.start]
        dateline = (
            (match.start == paragraph.start or match.text.isupper())
            and cues.SENTENCE_START.search(line) is not None
            and cues.DATELINE.match(self._text, match.end) is not None
        )
        if self._is_place(match, line, parent is not None or dateline):
            self._add(match, parent)
            if parent and mention:
                start, end = mention
                text = self._text[start:end]
                usual = self._gazetteer.abbreviation(text) is None
                self._put(Toponym(start, end, text, (parent,), usual=usual))
        else:
            self._doubtful.append(match)

    def _is_place(self, match: _Match, line: str, beyond_doubt: bool) -> bool:
        entity = self._entity_at(match.start, match.end)
        label = entity.label if entity else ""
        inside = entity is not None and (entity.start < match.start or entity.end > match.end)
        leads = entity is None or entity.start >= match.start or match.is_alone
        if label == "group" or (entity is not None and entity.text in institutions()):
            return False
        if match.is_county and leads and match.is_alone:
            return True
        if label == "person" and inside and not beyond_doubt:
            body = bool(match.after) and match.after[0] in words("institution")
            return leads and match.is_alone and body and match.is_noted(TOWN)
        if self._gazetteer.demonym(match.text):
            return self._is_demonym(match, label, inside, line)
        if beyond_doubt:
            return match.is_main or not inside
        if cues.TITLE_BEFORE.search(line):
            return False
        if match.after[:1] and match.after[0] in words("club"):
            return False
        if cues.SOURCE_BEFORE.search(line) and not match.is_noted(METROPOLIS):
            return False
        if match.text in self._people and not (
            match.is_noted(METROPOLIS) or cues.INSIDE.search(line)
        ):
            return False
        if label == "place":
            return self._is_in_place(match, entity)
        if label == "organization" and inside:
            named = leads and match.is_alone and match.names_body and match.is_noted(TOWN)
            return named or self._is_of_body(match)
        return self._is_place_alone(match, label, line)

    def _is_place_alone(self, match: _Match, label: str, line: str) -> bool:
        """The decision where neither the model nor a longer name says what it is."""
        if not label and match.certain and not match.text.isupper():
            return True
        of_person = match.before[-1:] == ("of",) and self._ends_person(match.start - 4)
        if not (match.is_alone or of_person or self._is_of_body(match)):
            return False
        followed = match.names_body
        if match.after and not followed and match.after[0] not in words("after"):
            return False
        if cues.INSIDE.search(line) or of_person:
            return match.is_main or label != "person"
        if cues.SPEAKS.match(self._text, match.end) and not match.is_noted(COUNTRY):
            return False
        if followed and match.is_main:
            return True
        if label == "person":
            return False
        attributive = not match.after and cues.ATTRIBUTIVE.match(self._text, match.end)
        return match.is_noted(TOWN if attributive else CITY_OF_NOTE)

    def _is_demonym(self, match: _Match, label: str, inside: bool, line: str) -> bool:
        if (
            match.text in cues.words("language")
            and cues.LANGUAGE_BEFORE.search(line)
            and cues.LANGUAGE_AFTER.match(self._text, match.end)
        ):
            return False
        if cues.ETHNIC_AFTER.match(self._text, match.end):
            return False
        if match.before[-1:] in (("African",), ("Native",), ("Anglo",)):
            return False
        return not (inside and label == "organization") or match.names_body

    def _is_in_place(self, match: _Match, entity: Entity | None) -> bool:
        """Whether a match in a place of the model's is a place of its own."""
        if entity is None or (entity.start >= match.start and entity.end <= match.end):
            return True
        last = entity.text.split()[-1]
        if last in words("club"):
            return False
        kinds = words("road") | words("building") | words("after")
        return last not in kinds and not (match.start > entity.start and match.text in kinds)

    def _is_of_body(self, match: _Match) -> bool:
        """Whether it stands in "Government of X" or "City of X"."""
        return (
            match.before[-1:] == ("of",)
            and match.before[-2:-1] != ()
            and (match.before[-2] in words("head"))
        )

    def _ends_person(self, at: int) -> bool:
        """Whether a person's name ends at or just before an offset."""
        entity = self._entity_at(at - 1, at + 1)
        return entity is not None and entity.label == "person"

    def _entity_at(self, start: int, end: int) -> Entity | None:
        """The longest entity that overlaps a stretch."""
        index = bisect_right(self._entity_starts, end - 1)
        best = None
        while index > 0 and self._entities[index - 1].end > start:
            index -= 1
            entity = self._entities[index]
            if best is None or entity.end - entity.start > best.end - best.start:
                best = entity
        return best

    # --- the state or country behind a name -----------------------------------------------------

    def _parent(self, match: _Match) -> tuple[Place | None, Mention | None]:
        """The state or country behind the name and where it stands, if it holds a candidate."""
        following = cues.PARENT.match(self._text, match.end)
        if following:
            start = following.start("name")
            for candidates, end in self._parents(start, following.end("name")):
                for place in candidates:
                    if any(holds(place, candidate) for candidate in match.candidates):
                        listed = cues.LIST_GOES_ON.match(self._text, end) is not None
                        if listed and match.is_noted(COUNTRY):  # "Florida, New York and Ohio"
                            return None, None
                        return place, (start, end)
        return None, None

    def _parents(
        self, start: int, end: int, any_place: bool = False
    ) -> Iterator[tuple[tuple[Place, ...], int]]:
        """What the words from `start` on may mean as a state or country, the longest first."""
        if run := cues.RUN.match(self._text, start):
            ends = [m.end() for m in cues.TOKEN.finditer(self._text, start, run.end())]
            for stop in reversed(ends[:4]):
                found, _ = self._known(self._text[start:stop])
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
        for stop in (end, end - 1):
            short = self._text[start:stop].replace(". V", ".V")
            if place := self._gazetteer.abbreviation(short):
                yield (place,), stop

    # --- results --------------------------------------------------------------------------------

    def _put(self, toponym: Toponym) -> None:
        self._found.setdefault(toponym.start, toponym)

    def _add(self, match: _Match, parent: Place | None = None) -> None:
        designation = cues.DESIGNATION.match(self._text, match.end)
        entity = self._entity_at(match.start, match.end)
        known_by = "" if entity is None or entity.label != "place" else entity.start
        self._put(
            Toponym(
                start=match.start,
                end=match.end,
                text=match.text,
                candidates=match.candidates,
                parent=parent,
                hint=cues.HINTS.get(designation["hint"], "province") if designation else "",
                label=self._labels.get(known_by, "") if isinstance(known_by, int) else "",
                usual=not (
                    self._gazetteer.demonym(match.text) or self._gazetteer.abbreviation(match.text)
                ),
            )
        )

    def _of_the_model(self) -> None:
        """Places of the model's that stand for themselves: unknown ones, buildings, streets."""
        taken = sorted(self._found)
        inside = {
            entity.text
            for entity in self._entities
            if cues.INSIDE.search(self._text, max(0, entity.start - 40), entity.start)
        }
        for entity in self._entities:
            if entity.label != "place" or entity.text in self._people:
                continue
            index = bisect_right(taken, entity.end - 1)
            if index and self._found[taken[index - 1]].end > entity.start:
                continue
            line = self._text[max(0, entity.start - 20) : entity.start]
            if not (
                cues.SPEAKS.match(self._text, entity.end)
                or cues.TITLE_BEFORE.search(line)
                or cues.SOURCE_BEFORE.search(line)
                or entity.text.split()[-1] in words("club")
            ):
                self._put_entity(entity, entity.text in inside)

    def _put_entity(self, entity: Entity, inside: bool) -> None:
        label = self._labels.get(entity.start, "GPE")
        end = entity.end
        tokens = entity.text.split()
        candidates, _ = self._known(entity.text)
        short = self._gazetteer.abbreviation(self._text[entity.start : end + 1])
        if short and not candidates:
            candidates, end = (short,), end + 1
        landmark = len(tokens) > 1 and tokens[-1] in words("building")
        if landmark and not candidates:
            for count in range(len(tokens) - 1, 0, -1):
                candidates, _ = self._known(" ".join(tokens[:count]))
                if any(place.main for place in candidates):
                    break
                candidates = ()
        elif not candidates and words("road").isdisjoint(tokens):
            if entity.text in words("stop") or (entity.text.isupper() and len(entity.text) < 5):
                return
            natural = len(tokens) > 1 and (
                tokens[-1] in words("after") or tokens[0] in words("before")
            )
            if label == "FAC" or not (inside or natural):
                return
        text = self._text[entity.start : end]
        usual = end == entity.end
        self._put(
            Toponym(
                entity.start, end, text, candidates, label=label, usual=usual, landmark=landmark
            )
        )

    def _again(self) -> None:
        """Further mentions of names that are places elsewhere in the article."""
        known = {toponym.text for toponym in self._found.values() if toponym.candidates}
        ends = {toponym.end for toponym in self._found.values()}
        for match in self._doubtful:
            entity = self._entity_at(match.start, match.end)
            whole = entity is None or (entity.start, entity.end) == (match.start, match.end)
            if (
                whole
                and not (entity is not None and entity.label == "group")
                and match.text not in self._people
                and not match.after
                and not self._gazetteer.demonym(match.text)
                and not cues.SPEAKS.match(self._text, match.end)
                and (
                    (match.text in known and match.is_alone)
                    or (match.is_noted(TOWN) and self._is_listed(match, ends))
                )
            ):
                self._add(match)

    def _is_listed(self, match: _Match, ends: set[int]) -> bool:
        """Whether it stands beside a place in a list: "Herat, Kunduz and X"."""
        before = cues.LISTED_BEFORE.search(self._text, max(0, match.start - 8), match.start)
        after = cues.LISTED_AFTER.match(self._text, match.end)
        return bool((before and before.start() in ends) or (after and after.end() in self._found))


def _words_of_people(text: str, entities: tuple[Entity, ...]) -> frozenset[str]:
    """Words of people's names, and names of one word that speak or bear a title."""
    found: set[str] = set()
    for entity in entities:
        parts = entity.text.split()
        if entity.label == "person" and len(parts) > 1:
            found.update(parts)
        elif len(parts) == 1 and (
            cues.SPEAKS.match(text, entity.end)
            or cues.TITLE_BEFORE.search(text, max(0, entity.start - 12), entity.start)
        ):
            found.add(entity.text)
    return frozenset(found)


def _neighbors(texts: list[str], first: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after a stretch of a run, as far as no "and" parts them."""
    before, after = texts[:first], texts[last:]
    if "and" in before:
        before = before[len(before) - before[::-1].index("and") :]
    if "and" in after:
        after = after[: after.index("and")]
    return tuple(before), tuple(after)


def holds(outer: Place, inner: Place) -> bool:
    """Whether a country or division contains a place."""
    if outer.id == inner.id:
        return False
    if outer.feature == "PCLI":
        return inner.country == outer.country
    return outer.id in (inner.admin1_id, inner.admin2_id) or (
        outer.id < 0 and outer.feature == "ADM1" and inner.admin1 == outer.name
    )
