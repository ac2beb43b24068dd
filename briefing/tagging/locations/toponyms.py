"""Which names of an article are places: the model's, and those that the gazetteer knows.

The model misses places and takes them for people and bodies. A name that the gazetteer knows is a
place when its surroundings leave no doubt ("north of X", "X, Texas", "X Police Department"), and
what stands in a person's or another body's name is none.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from briefing.model import Article, Paragraph
from briefing.tables import word_list
from briefing.tagging.lexicon.contexts import SPEAKS, TITLE_BEFORE
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.locations import cues, known
from briefing.tagging.locations.decisions import ToponymFilter
from briefing.tagging.locations.designations import governs, hint
from briefing.tagging.locations.gazetteer import Gazetteer, Place
from briefing.tagging.locations.match import TOWN, Match, neighbors
from briefing.tagging.locations.matcher import Matcher
from briefing.tagging.locations.toponym import Toponym
from briefing.tagging.locations.unlisted import UnlistedPlaces, city_within
from briefing.tagging.names.labels import Entity
from briefing.text.openings import datelines

OWN_STATE = "District of Columbia"
"""The one state of a country with states that is no more than its city: "Washington, D.C."."""


def find(
    article: Article, doc: Doc, entities: tuple[Entity, ...], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """The place names of an article in order and not overlapping.

    Args:
        article: The article that was parsed.
        doc: Its parse, with entities.
        entities: The names found in it (`briefing.tagging.names.entities.find`).
        gazetteer: Where names are looked up.
    """
    found = _Finder(article, doc, entities, gazetteer).find()
    return known.laid_over(found, entities, gazetteer)


class _Finder:
    """The search through one article."""

    def __init__(
        self, article: Article, doc: Doc, entities: tuple[Entity, ...], gazetteer: Gazetteer
    ) -> None:
        self._article = article
        self._text = article.text
        self._gazetteer = gazetteer
        self._entities = entities
        self._matcher = Matcher(article.text, gazetteer)
        self._filter = ToponymFilter(article.text, entities, gazetteer)
        self._unlisted = UnlistedPlaces(article.text, self._matcher, self._filter.entity_at)
        self._labels = {span.start_char: span.label_ for span in doc.ents}
        self._found: dict[int, Toponym] = {}
        self._doubtful: list[Match] = []
        self._datelines = {start for start, _ in datelines(article)}

    def find(self) -> tuple[Toponym, ...]:
        for paragraph in self._article.paragraphs:
            if paragraph.kind != "furniture":
                self._search(paragraph)
        self._of_the_model()
        self._again()
        return self._apart()

    def _apart(self) -> tuple[Toponym, ...]:
        """What was found, in order; of two that overlap the longer one."""
        kept: list[Toponym] = []
        for start in sorted(self._found):
            toponym = self._found[start]
            if kept and start < kept[-1].end:
                if toponym.end - start <= kept[-1].end - kept[-1].start:
                    continue
                kept.pop()
            kept.append(toponym)
        return tuple(kept)

    def _search(self, paragraph: Paragraph) -> None:
        for road in cues.ROAD.finditer(self._text, paragraph.start, paragraph.end):
            if word_list("place_words", "lead").isdisjoint(road.group().split()[1:]):
                self._put(Toponym(road.start(), road.end(), road.group(), label="FAC"))
        for run in cues.RUN.finditer(self._text, paragraph.start, paragraph.end):
            start = run.start()
            if party := cues.PARTY.match(self._text, start):
                self._represented(party.end())
                continue
            for match in self._matcher.matches(start, run.end()):
                self._consider(match, paragraph)
            for unlisted in self._unlisted.of(run, paragraph.start):
                if not any(at in self._found for at in range(unlisted.start, unlisted.end)):
                    self._put(unlisted)

    def _represented(self, start: int) -> None:
        """The district or state behind a legislator's party: "D-Salem", "R-S.C."."""
        if place := cues.PLACE_NAME.match(self._text, start):
            for candidates, end in self._matcher.parents(start, place.end(), any_place=True):
                if candidates:
                    text = self._text[start:end]
                    self._put(Toponym(start, end, text, candidates, usual="." not in text))
                    return

    def _consider(self, match: Match, paragraph: Paragraph) -> None:
        if match.text == "US" and self._text[paragraph.start : paragraph.end].isupper():
            return  # "LET US TALK"
        parent = self._matcher.parent(match)
        line = self._text[max(paragraph.start, match.start - 40) : match.start]
        dateline = match.start in self._datelines or (
            (match.start == paragraph.start or match.text.isupper())
            and cues.SENTENCE_START.search(line) is not None
            and cues.DATELINE.match(self._text, match.end) is not None
        )
        if parent is not None and not parent.held:
            if self._is_lacking(match, line):
                self._put(
                    Toponym(match.start, match.end, match.text, parent=parent.place, evident=True)
                )
                return
            parent = None
        if parent is not None:
            match = replace(match, candidates=self._gazetteer.namesakes(match.text))
        elif governs(self._text, match, line):
            match = replace(match, candidates=tuple(p for p in match.candidates if p.is_capital))
        elif city := self._matcher.city_around(match):
            near = tuple(place for place in match.candidates if neighbors(place, city))
            self._put(
                Toponym(
                    match.start,
                    match.end,
                    match.text,
                    near or (city,),
                    label="LOC",
                    evident=True,
                    landmark=not near,
                )
            )
            return
        if self._filter.is_place(match, line, parent is not None or dateline):
            is_own = (
                parent is not None
                and parent.place.name in (OWN_STATE, match.text)
                and self._text[match.end : parent.span[0]] == ", "
            )
            if parent and is_own:  # "Washington, D.C.", "New York, NY"
                end = parent.span[1]
                match = replace(match, end=end, text=self._text[match.start : end])
            self._add(match, line, parent.place if parent else None)
            if parent and not is_own:
                start, end = parent.span
                if parent.place.feature == "ADM1" and self._matcher.is_city(start, end):
                    end = self._with_designation(end)
                text = self._text[start:end]
                usual = self._gazetteer.abbreviation(text) is None
                self._put(Toponym(start, end, text, (parent.place,), usual=usual))
        else:
            self._doubtful.append(match)

    def _is_lacking(self, match: Match, line: str) -> bool:
        """True if a name before a state is a town there that the gazetteer lacks."""
        entity = self._filter.entity_at(match.start, match.end)
        placed = entity is not None and entity.label == "place"
        return match.is_alone and (placed or cues.INSIDE.search(line) is not None)

    def _put(self, toponym: Toponym) -> None:
        self._found.setdefault(toponym.start, toponym)

    def _add(self, match: Match, line: str = "", parent: Place | None = None) -> None:
        called = hint(self._text, match, line)
        if called == "province" and match.is_city:
            end = self._with_designation(match.end)
            match = replace(match, end=end, text=self._text[match.start : end])
        designated = cues.DESIGNATED.search(line)
        entity = self._filter.entity_at(match.start, match.end)
        known_by = "" if entity is None or entity.label != "place" else entity.start
        self._put(
            Toponym(
                start=match.start,
                end=match.end,
                text=match.text,
                candidates=match.candidates,
                parent=parent,
                hint=called,
                label=self._labels.get(known_by, "") if isinstance(known_by, int) else "",
                evident=designated is not None
                or cues.DESCRIBED.match(self._text, match.end) is not None,
                usual=not (
                    self._gazetteer.demonym(match.text)
                    or self._gazetteer.abbreviation(match.text)
                    or cues.DOTTED_NAME.fullmatch(match.text)
                ),
            )
        )

    def _with_designation(self, end: int) -> int:
        """Where a division's name ends that is told from its city's: "Kyiv region"."""
        behind = cues.DESIGNATION.match(self._text, end)
        whole = behind is not None and behind.group().islower() and "s " not in behind.group()
        return behind.end() if behind and whole else end

    def _of_the_model(self) -> None:
        """Places of the model's that stand for themselves: unknown ones, buildings, streets."""
        taken = sorted(self._found)
        inside = {
            entity.text
            for entity in self._entities
            if cues.INSIDE.search(self._text, max(0, entity.start - 40), entity.start)
            and not cues.OWNER.match(self._text, entity.end)
        }
        for entity in self._entities:
            if entity.label != "place" or entity.text in self._filter.people:
                continue
            index = bisect_right(taken, entity.end - 1)
            if index and self._found[taken[index - 1]].end > entity.start:
                continue
            line = self._text[max(0, entity.start - 20) : entity.start]
            if not (
                SPEAKS.match(self._text, entity.end)
                or TITLE_BEFORE.search(line)
                or cues.SOURCE_BEFORE.search(line)
                or cues.LANDFORM_BEFORE.search(line)
                or entity.text.split()[-1] in word_list("place_words", "club")
            ):
                self._put_entity(entity, entity.text in inside)

    def _put_entity(self, entity: Entity, inside: bool) -> None:
        label = self._labels.get(entity.start, "GPE")
        end = entity.end
        tokens = entity.text.split()
        candidates, _ = self._matcher.known(entity.text)
        short = self._gazetteer.abbreviation(self._text[entity.start : end + 1])
        if short and not candidates:
            candidates, end = (short,), end + 1
        if not candidates and entity.text in word_list("place_words", "stop"):
            return
        landmark = len(tokens) > 1 and tokens[-1] in word_list("place_words", "building")
        if landmark and not candidates:
            candidates = city_within(tokens[:-1], self._matcher)
        elif not candidates and word_list("place_words", "road").isdisjoint(tokens):
            if entity.text.isupper() and len(entity.text) < 5:
                return
            natural = len(tokens) > 1 and (
                tokens[-1] in word_list("place_words", "after")
                or tokens[0] in word_list("place_words", "before")
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
        countries = frozenset(
            place.country
            for toponym in self._found.values()
            for place in toponym.candidates[:1]
            if place.country and (place.feature == "PCLI" or place.is_capital)
        )
        for match in self._doubtful:
            entity = self._filter.entity_at(match.start, match.end)
            whole = entity is None or (entity.start, entity.end) == (match.start, match.end)
            if (
                whole
                and not (entity is not None and entity.label == "group")
                and not (
                    entity is not None and entity.label == "organization" and match.may_be_firm
                )
                and match.text not in self._filter.people
                and not match.after
                and not self._gazetteer.demonym(match.text)
                and not SPEAKS.match(self._text, match.end)
                and (
                    (match.text in known and match.is_alone)
                    or (match.is_noted(TOWN) and self._is_listed(match, ends))
                )
            ):
                self._add(match)
            elif at_home := self._at_home(match, countries):
                self._add(replace(match, candidates=at_home))

    def _at_home(self, match: Match, countries: frozenset[str]) -> tuple[Place, ...]:
        """The towns of the name in a country that the article names, if one goes there."""
        line = self._text[max(0, match.start - 20) : match.start]
        if (
            match.after
            or not match.is_alone
            or not match.text.isalpha()
            or match.text in self._filter.people
            or match.text.lower() in given_names()
            or self._gazetteer.demonym(match.text)
            or not cues.TOWARD.search(line)
            or SPEAKS.match(self._text, match.end)
        ):
            return ()
        return tuple(
            place
            for place in match.candidates
            if place.main and place.country in countries and place.population >= TOWN
        )

    def _is_listed(self, match: Match, ends: set[int]) -> bool:
        """True if it stands beside a place in a list: "Herat, Kunduz and X"."""
        before = cues.LISTED_BEFORE.search(self._text, max(0, match.start - 8), match.start)
        after = cues.LISTED_AFTER.match(self._text, match.end)
        return bool((before and before.start() in ends) or (after and after.end() in self._found))
