"""Which names of an article are places: the model's, and those that the gazetteer knows.

The model misses places and takes them for people and bodies. A name that the gazetteer knows is a
place when its surroundings leave no doubt ("north of X", "X, Texas", "X Police Department"), and
what stands in a person's or another body's name is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from briefing.model import Article, Mention, Paragraph
from briefing.tagging.entities import Entity
from briefing.tagging.gazetteer import Gazetteer, Place, table

UPPER = r"[A-ZÀ-ÖØ-ÞĀČĎĐĒĞİĶŁŃŌŘŚŠŞŢŤŪŻŽ]"
LETTER = r"[^\W\d_]"
PART = rf"{LETTER}+(?:['’ʻ](?!s\b){LETTER}+)*"
WORD = rf"{UPPER}{LETTER}*(?:['’ʻ](?!s\b){LETTER}+)*(?:[-‑–]{PART})*"
SHORT = rf"(?:(?:St|Ste|Mt|Ft|Pt)\.|(?:{UPPER}\.){{2,}})"
JOINED = r"(?: (?:and|of the|of|de la|de|del|da|do|dos|di|upon|on|al|el|le|la|du))?"
RUN = re.compile(rf"(?<![\w@#/])(?:{SHORT}|{WORD})(?:{JOINED} (?:{SHORT}|{WORD}))*")
HYPHEN = re.compile(r"[-‑–]")
LONGEST = 6
"""Words of a name at most."""
CITY_OF_NOTE = 50_000
"""Inhabitants from which on a name alone is taken for the city, if nothing speaks against it."""
DIRECTIONS = r"(?: (?:downtown|nearby|central|eastern|western|northern|southern|suburban|rural))?"
INSIDE = re.compile(
    r"(?:\b(?:in|near|outside|throughout|(?:north|south|east|west|northeast|northwest|southeast"
    r"|southwest|miles|km|kilometers|kilometres|outskirts|suburb|town|city|village|province|state"
    r"|capital|residents?|people|streets|port|downtown) (?:of|from))|, (?:both )?(?:of|from))"
    rf"{DIRECTIONS}\s+$",
    re.IGNORECASE,
)
"""What stands before places and nothing else."""
DATELINE = re.compile(
    r"(?:,? [A-Z][\w.]*){0,3}\s*(?:\((?:AP|AFP|[A-Z][\w ,/]+)\)\s*(?:[-–—]{1,2}|�|:)?"
    r"|[-–—]{1,2}|\x97)\s"
)
SPEAKS = re.compile(
    r",? (?:who|said|says|told|added|wrote|asked|testified)\b|, \d\d\b|,? (?:Jr|Sr)\b"
)
TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sgt|Sir|Lady|Lord|Rev|Capt|Lt|Col|Gen|Prof|Judge|Officer|Cllr|"
    r"Detective|Justice|Sen|Rep|Gov)\.? $"
)
LANGUAGE_BEFORE = re.compile(
    r"\b(?:speaks?|spoke|speaking|spoken|fluent in|learn|learning|in|into)\s+(?:\w+ (?:and|or) )?$"
)
LANGUAGE_AFTER = re.compile(r"[ -](?:language|speak|translat)|[.,;:!?)\n]|$| (?:and|or|as) ")
LANGUAGES = frozenset(
    "English French Spanish German Chinese Russian Italian Portuguese Japanese Greek Dutch Swedish"
    " Polish Turkish Irish Welsh Korean Thai Danish Arabic Hebrew Persian Vietnamese".split()
)
HINT = re.compile(
    r"(?:['’]s)? (?P<hint>province|provinces|state|region|oblast|governorate|prefecture|county"
    r"|district|parish|city)\b"
)
HINTS = {"county": "county", "parish": "county", "district": "county", "city": "city"}
PARENT = re.compile(rf",\s+(?:in )?(?P<name>W\. ?Va\.|{WORD}\.?|{SHORT}(?=[\W]))")
PARTY = re.compile(r"\b[RD][-–](?=[A-Z])")


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
    """

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...] = ()
    parent: Place | None = None
    hint: str = ""
    label: str = ""
    usual: bool = True


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


@cache
def words(kind: str) -> frozenset[str]:
    """One row of `data/place_words.tsv`: words that tell places from other names."""
    rows = dict(table("place_words"))
    return frozenset(rows[kind].split("|"))


@dataclass(frozen=True, slots=True)
class _Match:
    """A stretch of a run of capitalized words that the gazetteer knows."""

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]
    certain: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


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
        self._found: dict[int, Toponym] = {}
        self._doubtful: list[_Match] = []

    def find(self) -> tuple[Toponym, ...]:
        for paragraph in self._article.paragraphs:
            if paragraph.kind != "furniture":
                for run in RUN.finditer(self._text, paragraph.start, paragraph.end):
                    for match in self._matches(run.start(), run.end()):
                        self._consider(match, paragraph)
        self._of_the_model()
        self._again()
        return tuple(self._found[start] for start in sorted(self._found))

    # --- candidates -----------------------------------------------------------------------------

    def _matches(self, start: int, end: int) -> Iterator[_Match]:
        """The longest known names in a run of capitalized words, from left to right."""
        tokens = [(m.start(), m.end()) for m in re.compile(r"\S+").finditer(self._text, start, end)]
        texts = [self._text[a:b] for a, b in tokens]
        first = 0
        while first < len(tokens):
            step = 1
            if texts[first][0].isupper():
                for last in range(min(len(tokens), first + LONGEST), first, -1):
                    if not texts[last - 1][0].isupper():
                        continue
                    phrase = self._text[tokens[first][0] : tokens[last - 1][1]]
                    candidates, certain = self._known(phrase)
                    if candidates:
                        yield self._match(tokens, texts, first, last, candidates, certain)
                        step = last - first
                        break
                else:
                    yield from self._hyphenated(*tokens[first])
            first += step

    def _match(
        self,
        tokens: list[Mention],
        texts: list[str],
        first: int,
        last: int,
        candidates: tuple[Place, ...],
        certain: bool,
    ) -> _Match:
        before, after = texts[:first], texts[last:]
        if "and" in before:
            before = before[len(before) - before[::-1].index("and") :]
        if "and" in after:
            after = after[: after.index("and")]
        start, end = tokens[first][0], tokens[last - 1][1]
        return _Match(
            start, end, self._text[start:end], candidates, certain, tuple(before), tuple(after)
        )

    def _known(self, phrase: str) -> tuple[tuple[Place, ...], bool]:
        """What a phrase may mean, and whether that is beyond doubt."""
        certain = self._gazetteer.aliases.get(phrase) or self._gazetteer.demonym(phrase)
        if certain:
            return (certain,), True
        if phrase in words("stop") or len(phrase) < 3 or (len(phrase) < 4 and phrase.isupper()):
            return (), False
        found = self._gazetteer.lookup(phrase)
        if not found and phrase.split()[-1] in words("division") and " " in phrase:
            bare = self._gazetteer.lookup(phrase.rsplit(" ", 1)[0])
            found = tuple(place for place in bare if place.feature in ("ADM1", "ADM2"))
        return found, False

    def _hyphenated(self, start: int, end: int) -> Iterator[_Match]:
        """The parts of "US-led" and "Russia-Turkey" that certainly are places."""
        at = start
        pieces = HYPHEN.split(self._text[start:end])
        if len(pieces) > 1:
            for piece in pieces:
                candidates, certain = self._known(piece)
                if candidates and (certain or candidates[0].feature == "PCLI"):
                    yield _Match(at, at + len(piece), piece, candidates, True, (), ())
                at += len(piece) + 1

    # --- decisions ------------------------------------------------------------------------------

    def _consider(self, match: _Match, paragraph: Paragraph) -> None:
        parent, after_parent = self._parent(match)
        line = self._text[max(paragraph.start, match.start - 40) : match.start]
        dateline = match.start == paragraph.start and bool(DATELINE.match(self._text, match.end))
        entity = self._entity_at(match)
        if self._is_place(match, entity, line, parent is not None or dateline):
            self._add(match, parent)
            if parent and after_parent:
                self._add_parent(parent, after_parent)
        else:
            self._doubtful.append(match)

    def _is_place(
        self, match: _Match, entity: Entity | None, line: str, beyond_doubt: bool
    ) -> bool:
        label = entity.label if entity else ""
        whole = entity is not None and (entity.start, entity.end) == (match.start, match.end)
        inside = entity is not None and not whole
        alone = all(word in words("lead") for word in match.before)
        if label == "group" or (label == "person" and inside and not beyond_doubt):
            return False
        if self._gazetteer.demonym(match.text):
            return self._is_demonym(match, label, inside, line)
        main = any(place.main for place in match.candidates)
        if beyond_doubt:
            return main or not inside
        if TITLE_BEFORE.search(line):
            return False
        if label == "place":
            return self._is_in_place(match, entity)
        followed = bool(match.after) and match.after[0] in words("institution")
        if label == "organization" and inside:
            return (
                alone
                and followed
                and entity is not None
                and entity.start <= match.start
                and self._is_noted(match, 5_000)
            ) or self._is_of_body(match)
        if SPEAKS.match(self._text, match.end) and not self._is_country(match):
            return False
        if not alone and not self._is_of_body(match):
            return False
        if match.after and not followed and match.after[0] not in words("after"):
            return False
        if INSIDE.search(line) and (main or label != "person"):
            return True
        if followed and main:
            return True
        return label != "person" and self._is_noted(match, CITY_OF_NOTE)

    def _is_demonym(self, match: _Match, label: str, inside: bool, line: str) -> bool:
        if match.text in LANGUAGES and (
            LANGUAGE_BEFORE.search(line) and LANGUAGE_AFTER.match(self._text, match.end)
        ):
            return False
        if inside and label == "organization":
            return bool(match.after) and match.after[0] in words("institution")
        if match.before and match.before[-1] in ("African", "Native", "West", "Anglo"):
            return False
        return not (match.text in ("American", "Indian") and match.after[:1] == ("Indians",))

    def _is_in_place(self, match: _Match, entity: Entity | None) -> bool:
        """Whether a match in a place of the model's is what the place is called after."""
        if entity is None or (entity.start >= match.start and entity.end <= match.end):
            return True
        rest = self._text[match.end : entity.end].split()
        if rest and rest[-1] in words("street") | words("after"):
            return False
        return entity.end <= match.end or not rest[0][0].isupper() or rest[0] == "and"

    def _is_of_body(self, match: _Match) -> bool:
        """Whether it stands in "Government of X" or "City of X"."""
        return (
            len(match.before) > 1 and match.before[-1] == "of" and match.before[-2] in words("head")
        )

    def _is_noted(self, match: _Match, population: int) -> bool:
        if match.text.isupper() and len(match.text) > 3:
            population = max(population, 300_000)
        return match.certain or any(
            place.main
            and (
                place.id < 0 or place.feature in ("PCLI", "ADM1") or place.population >= population
            )
            for place in match.candidates
        )

    def _is_country(self, match: _Match) -> bool:
        return match.certain or any(p.feature == "PCLI" and p.main for p in match.candidates)

    def _entity_at(self, match: _Match) -> Entity | None:
        """The entity that overlaps the match; the longest of several."""
        index = bisect_right(self._entity_starts, match.end - 1)
        best = None
        while index > 0 and self._entities[index - 1].end > match.start:
            index -= 1
            entity = self._entities[index]
            if best is None or entity.end - entity.start > best.end - best.start:
                best = entity
        return best

    def _parent(self, match: _Match) -> tuple[Place | None, Mention | None]:
        """The state or country behind the name and where it stands, if it holds a candidate."""
        following = PARENT.match(self._text, match.end)
        if not following:
            return None, None
        start = following.start("name")
        for candidates, end in self._parents(start, following.end("name")):
            for place in candidates:
                if any(holds(place, candidate) for candidate in match.candidates):
                    return place, (start, end)
        return None, None

    def _parents(self, start: int, end: int) -> Iterator[tuple[tuple[Place, ...], int]]:
        """What the words from `start` on may mean as a state or country, the longest first."""
        run = RUN.match(self._text, start)
        if run:
            ends = [m.end() for m in re.compile(r"\S+").finditer(self._text, start, run.end())]
            for stop in reversed(ends[:4]):
                found, _ = self._known(self._text[start:stop])
                places = tuple(p for p in found if p.feature in ("PCLI", "ADM1") or p.id < 0)
                counties = tuple(p for p in found if p.feature == "ADM2" and p.main)
                if places + counties:
                    yield places + counties, stop
        for stop in (end, end - 1):
            place = self._gazetteer.abbreviation(self._text[start:stop].replace(". V", ".V"))
            if place:
                yield (place,), stop

    # --- results --------------------------------------------------------------------------------

    def _add(self, match: _Match, parent: Place | None = None) -> None:
        hint = HINT.match(self._text, match.end)
        entity = self._entity_at(match)
        label = self._labels.get(entity.start, "") if entity and entity.label == "place" else ""
        usual = not self._gazetteer.demonym(match.text)
        self._found[match.start] = Toponym(
            start=match.start,
            end=match.end,
            text=match.text,
            candidates=match.candidates,
            parent=parent,
            hint=HINTS.get(hint["hint"], "province") if hint else "",
            label=label,
            usual=usual,
        )

    def _add_parent(self, parent: Place, mention: Mention) -> None:
        start, end = mention
        text = self._text[start:end]
        if start not in self._found:
            self._found[start] = Toponym(
                start, end, text, (parent,), usual=self._gazetteer.abbreviation(text) is None
            )

    def _of_the_model(self) -> None:
        """Places of the model's that the gazetteer does not know."""
        people = {word for e in self._entities if e.label == "person" for word in e.text.split()}
        taken = sorted(self._found)
        for entity in self._entities:
            if entity.label != "place" or entity.text in people:
                continue
            index = bisect_right(taken, entity.end - 1)
            if index and self._found[taken[index - 1]].end > entity.start:
                continue
            if SPEAKS.match(self._text, entity.end) or entity.text in words("stop"):
                continue
            label = self._labels.get(entity.start, "")
            if label == "FAC" and not words("street") & set(entity.text.split()):
                continue
            self._found[entity.start] = Toponym(
                entity.start, entity.end, entity.text, label=label or "GPE"
            )

    def _again(self) -> None:
        """Further mentions of names that are places elsewhere in the article."""
        known = {t.text: t for t in self._found.values() if t.candidates}
        for match in self._doubtful:
            twin = known.get(match.text)
            entity = self._entity_at(match)
            if twin is None or (entity and entity.label in ("group", "person")):
                continue
            inside = entity is not None and (entity.start < match.start or entity.end > match.end)
            if inside or SPEAKS.match(self._text, match.end):
                continue
            if not match.after and all(word in words("lead") for word in match.before):
                self._add(match)


def holds(outer: Place, inner: Place) -> bool:
    """Whether a country or division contains a place."""
    if outer.id == inner.id:
        return False
    if outer.feature == "PCLI":
        return inner.country == outer.country
    return outer.id in (inner.admin1_id, inner.admin2_id) or (
        outer.id < 0 and outer.feature == "ADM1" and inner.admin1 == outer.name
    )
