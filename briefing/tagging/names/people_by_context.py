"""People told by what stands around a name, whatever the model takes it for.

A title, a role, an age, a "who" or a known first name make a person of "Marcus Hale"; the words of
a title in front, and a second person behind "and", are no part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from briefing.tables import any_of, word_list
from briefing.tagging.actors.roles import role_of
from briefing.tagging.lexicon.contexts import UPPER
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.name_parts import PARTICLES, SUFFIXES, without_suffix
from briefing.tagging.lexicon.nations import adjectives, country_words
from briefing.tagging.lexicon.ordinary_words import is_ordinary
from briefing.tagging.lexicon.person_nouns import (
    is_organization_noun,
    is_person_noun,
    is_plural_of_person_noun,
    is_title_word,
)
from briefing.tagging.lexicon.titles import is_title
from briefing.tagging.names.covered import Covered
from briefing.tagging.names.labels import Entity, EntityLabel
from briefing.text.calendar_words import calendar_names

BEFORE_SURNAME = rf"(?:(?:{any_of(PARTICLES)})[ -])*"
AGE = re.compile(r",? (?:\(\d{1,3}\)|aged? \d{1,3}\b|\d{1,3}(?=[,.;]))")
WHO = re.compile(r",? who(?:se|m)?\b")
MOST_WORDS = 5
NEXT_CAPITAL = re.compile(rf" {BEFORE_SURNAME}[^\W\d_a-z][\w'’-]*[a-z][\w'’-]*")
RUN = re.compile(
    rf"(?<![\w@#/$’'])(?:{UPPER}[\w’'-]*\.?)(?: {BEFORE_SURNAME}{UPPER}(?:\.|[\w’'-]*))+"
)
"""Capitalized words in a row, which may be a title and a name."""
OFFICE_OF = re.compile(
    rf"\b{UPPER}[a-z]+ (?:of|for)(?: the)? (?:{UPPER}\w+(?:,| and| &)? ){{0,3}}$"
)
FIRST_NAME = re.compile(rf"(?<![\w-])({UPPER}[a-zß-ÿ]+) $")
INTRODUCTION = re.compile(r"\b([a-z-]+), $")
DASHED = re.compile(r"\s+[-–—]\s+")
JOINED = re.compile(r",? and | & ")


def with_people(found: Iterable[Entity], doc: Doc) -> list[Entity]:
    """The names, with those of people cut free of titles, made whole, and labeled as people.

    Args:
        found: Names in order of their start.
        doc: The parse.
    """
    text = doc.text
    ordered = sorted(found, key=lambda entity: entity.start)
    ordered = sorted([*ordered, *_unseen(doc, text, ordered)], key=lambda entity: entity.start)
    people = (without_suffix(e.text) for e in ordered if e.label == "person")
    surnames = {words[-1] for words in people if len(words) > 1}
    parts = [piece for entity in ordered for piece in _pieces(text, entity, surnames)]
    whole = list(_extended(doc, text, parts))
    alone = {e.text for e in whole if " " not in e.text and e.text in surnames}
    evidence: dict[str, bool] = dict.fromkeys(alone, True)
    for entity in whole:
        if entity.text not in evidence or not evidence[entity.text]:
            evidence[entity.text] = _is_person(doc, text, entity)
    firms = {e.text.split()[0] for e in whole if e.label == "organization" and " " in e.text}
    firms -= surnames | {word for word in firms if word.lower() in given_names()}
    against = {e.text for e in whole if _is_organization(doc, text, e)}
    return [
        replace(entity, label="person")
        if entity.label in ("organization", "place", "demonym")
        and evidence[entity.text]
        and entity.text not in against
        else replace(entity, label="organization")
        if entity.label == "person" and entity.text in firms
        else entity
        for entity in whole
    ]


def _unseen(doc: Doc, text: str, found: list[Entity]) -> Iterator[Entity]:
    """People whom the model does not see: names of several words with a title, role or age."""
    covered = Covered(found)
    for run in RUN.finditer(text):
        start = covered.free_from(run.start(), run.end())
        start = _after_titles(text, start, run.end())
        end = run.end() - (2 if text[run.end() - 2 : run.end()] in ("'s", "’s") else 0)
        if start >= end or covered.touches(start, end):
            continue
        entity = Entity(start, end, text[start:end], "person")
        span = doc.char_span(start, end)
        if span is None or not span[0].dep_:  # the page's furniture is not parsed
            continue
        if any(t.is_space for t in span) or any(t.is_sent_start for t in span[1:]):
            continue
        if _is_person(doc, text, entity) and not _is_organization(doc, text, entity):
            yield entity


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the name begins in capitalized words that begin with a title or an office."""
    words = text[start:end].split()
    titles = [i for i, word in enumerate(words[:-1]) if _is_title_word(word)]
    first = titles[-1] + 1 if titles else 0
    if first == 0 and len(words) > 2 and OFFICE_OF.search(text, max(0, start - 30), start):
        known = (i for i, word in enumerate(words[1:-1], 1) if word.lower() in given_names())
        first = next(known, len(words) - 2)
    return start + sum(len(word) + 1 for word in words[:first])


def may_name_person(name: str) -> bool:
    """True if a name has the form of a person's full name."""
    words = name.split()
    if not 1 < len(words) <= MOST_WORDS:
        return False
    names = [word for word in words if word.lower() not in PARTICLES and word not in SUFFIXES]
    organization = word_list("organizations", "head") | word_list("organizations", "other")
    return (
        len(names) > 1
        and (STOP_WORDS | calendar_names()).isdisjoint(word.lower() for word in words)
        and all(_is_name_word(word) for word in names)
        and organization.isdisjoint(words)
        and not any(word in adjectives() or word in country_words() for word in names[:1])
    )


def _is_name_word(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "").strip(".")
    initial = len(letters) <= 2 and word.endswith(".")
    return (
        letters.isalpha()
        and word[0].isupper()
        and (initial or not word.isupper() or len(word) == 1)
    )


def _pieces(text: str, entity: Entity, surnames: set[str]) -> Iterator[Entity]:
    """The names in what the model took for one, without titles: "Justices X and Y", "Trooper X"."""
    if entity.label not in ("person", "organization", "place"):
        yield entity
        return
    if (bracket := entity.text.find(" (")) > 0 and ")" not in entity.text:
        entity = _cut(text, entity, entity.start, entity.start + bracket)
    if dash := DASHED.search(entity.text):
        entity = _cut(text, entity, entity.start, entity.start + dash.start())
    start = _name_start(text, entity, surnames)
    rest = text[start : entity.end]
    plural = start > entity.start and is_plural_of_person_noun(entity.text.split()[0])
    if plural and (joint := JOINED.search(rest)) and _has_given_names(rest, joint):
        yield _cut(text, entity, start, start + joint.start(), "person")
        yield _cut(text, entity, start + joint.end(), entity.end, "person")
    elif start > entity.start:
        yield _cut(text, entity, start, entity.end)
    else:
        yield entity


def _name_start(text: str, entity: Entity, surnames: set[str]) -> int:
    """Where a person's name begins in what the model took for one, after titles and offices."""
    words = entity.text.split()
    first = 0
    while first < len(words) - 1 and _is_title_word(words[first]):
        first += 1
    if (
        first == 0
        and len(words) > 2
        and OFFICE_OF.search(text, max(0, entity.start - 30), entity.start)
    ):
        first = len(words) - 2
    rest = words[first:]
    if first and len(rest) == 1 and rest[0] in surnames:
        return entity.end - len(rest[0])
    strange = len(rest) > 1 and not all(map(is_ordinary, rest))  # no "Guardian Life Insurance"
    sure = (
        entity.label == "person"
        or (strange and is_person_noun(words[0]))
        or rest[0].lower() in given_names()
        or is_title(words[0])
    )
    if not first or not sure or (entity.label != "person" and not may_name_person(" ".join(rest))):
        return entity.start
    return entity.start + sum(len(word) + 1 for word in words[:first])


def _has_given_names(rest: str, joint: re.Match[str]) -> bool:
    sides = (rest[: joint.start()], rest[joint.end() :])
    return all(side.split()[0].lower() in given_names() for side in sides if side.split())


def _is_title_word(word: str) -> bool:
    """True for a title in the singular or the plural: "Justice", "Troopers"."""
    return word[0].isupper() and (is_title_word(word) or is_plural_of_person_noun(word))


def _cut(
    text: str, entity: Entity, start: int, end: int, label: EntityLabel | None = None
) -> Entity:
    return replace(entity, start=start, end=end, text=text[start:end], label=label or entity.label)


def _extended(doc: Doc, text: str, entities: list[Entity]) -> Iterator[Entity]:
    """The names of people with the words that the model cut off: "Yoon Suk" before " Yeol"."""
    starts = {entity.start for entity in entities}
    ends = {entity.end for entity in entities}
    for entity in entities:
        if " " not in entity.text and entity.label in ("person", "organization", "place"):
            given = FIRST_NAME.search(text, max(0, entity.start - 30), entity.start)
            if given and given[1].lower() in given_names() and given.end(1) not in ends:
                entity = _cut(text, entity, given.start(1), entity.end, "person")
        if entity.label == "person":
            match = NEXT_CAPITAL.match(text, entity.end)
            if match and match.start() + 1 not in starts and _continues(doc, entity, match):
                entity = _cut(text, entity, entity.start, match.end())
        yield entity


def _continues(doc: Doc, entity: Entity, match: re.Match[str]) -> bool:
    word = match.group().split()[-1].removesuffix("'s").removesuffix("’s")
    if word != match.group().split()[-1] or len(entity.text.split()) >= MOST_WORDS - 1:
        return False
    token = doc.char_span(match.end() - len(word), match.end(), alignment_mode="expand")
    if token is None or token[0].is_sent_start:
        return False
    return not (
        _is_title_word(word)
        or word in adjectives()
        or word in country_words()
        or word in word_list("organizations", "head") | word_list("organizations", "other")
        or token[0].ent_type_ in ("DATE", "TIME", "GPE", "NORP", "ORG", "EVENT", "PRODUCT", "LAW")
    )


def _is_person(doc: Doc, text: str, entity: Entity) -> bool:
    if not may_name_person(entity.text):
        return False
    words = entity.text.split()
    if (
        words[0].lower() in given_names()
        or AGE.match(text, entity.end)
        or WHO.match(text, entity.end)
        or _is_introduced(text, entity)
    ):
        return True
    return role_of(doc, (entity.start, entity.end), "person") is not None


def _is_introduced(text: str, entity: Entity) -> bool:
    """True if a noun for a person stands before the name: "the mogul, X", "her sister X"."""
    noun = INTRODUCTION.search(text, max(0, entity.start - 30), entity.start)
    return (
        noun is not None
        and is_person_noun(noun[1])
        and not is_organization_noun(noun[1])
        and noun[1] not in word_list("organizations", "role")
    )


def _is_organization(doc: Doc, text: str, entity: Entity) -> bool:
    """True if the words around a name tell of a firm or a place: "the airline X", "X, which"."""
    if text[max(0, entity.start - 4) : entity.start].lower() == "the ":
        return True
    if re.match(r",? which\b", text[entity.end : entity.end + 8]):
        return True
    return role_of(doc, (entity.start, entity.end), "organization") is not None
