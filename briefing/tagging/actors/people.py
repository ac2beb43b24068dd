"""People: the mentions of one person brought together over full name, surname and first name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model import Article, Span
from briefing.tables import word_list
from briefing.tagging.lexicon.given_names import gender_of
from briefing.tagging.lexicon.name_parts import SUFFIXES
from briefing.tagging.lexicon.titles import is_role, is_title
from briefing.tagging.names.labels import Entity

LAST_WORD = re.compile(r"([\w.'’-]+)\s*$")


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the parts of the fullest name, and where they are named."""

    parts: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(slots=True)
class _Candidate:
    """A person while the mentions are read."""

    parts: tuple[str, ...]
    gender: str | None = None
    mentions: list[Span] = field(default_factory=list)


def merge(article: Article, entities: Iterable[Entity]) -> list[Person]:
    """The people that the person entities name, in order of first mention.

    A full name joins the same name with or without its middle parts. A surname or first name alone
    goes to the person so named who was mentioned most before, and "Mrs" or "Mr" decides between
    two of one surname. Two people of one surname stay two.
    """
    mentions = [_Named(article.text, entity) for entity in entities]
    people: list[_Candidate] = []
    by_part: defaultdict[str, list[_Candidate]] = defaultdict(list)
    whole: dict[Span, _Candidate] = {}
    for named in mentions:
        if len(named.parts) > 1:
            same = [p for p in by_part[_key(named.parts[-1])] if _same(p, named)]
            person = max(same, key=lambda p: _ends_with(p, named), default=None)
            if person is None:
                person = _Candidate(named.parts)
                people.append(person)
                for part in {_key(named.parts[0]), _key(named.parts[-1])}:
                    by_part[part].append(person)
            if len(named.parts) > len(person.parts):
                person.parts = named.parts
            person.gender = person.gender or named.gender
            whole[named.span] = person
    seen: dict[int, int] = {}
    for named in mentions:
        person = whole.get(named.span)
        if person is None:
            key = _key(named.parts[-1])
            candidates = by_part[key]
            fitting = [p for p in candidates if not _contradicts(p, named)] or candidates
            surnames = [p for p in fitting if _key(p.parts[-1]) == key] or fitting
            if surnames:
                # the one who is written about most; a relative is called by the first name
                person = max(surnames, key=lambda p: (len(p.mentions), seen.get(id(p), -1)))
            else:
                person = _Candidate(named.parts, named.gender)
                people.append(person)
                by_part[key].append(person)
        person.mentions.append(named.span)
        seen[id(person)] = named.span[0]
    found = (Person(p.parts, tuple(p.mentions)) for p in people if p.mentions)
    return sorted(found, key=lambda person: person.mentions[0])


class _Named:
    """One mention taken apart: titles off, the parts of the name, what the title says of gender."""

    def __init__(self, text: str, entity: Entity) -> None:
        parts = entity.text.split()
        first = 0
        while first < len(parts) - 1 and _is_before_name(parts, first):
            first += 1
        before = LAST_WORD.search(text, max(0, entity.start - 20), entity.start)
        titles = [*parts[:first], before.group(1) if before else ""]
        name = parts[first:]
        while len(name) > 1 and name[-1].strip(",") in SUFFIXES:
            name.pop()
        genders = (
            g for g in ("female", "male") if any(t in word_list("titles", g) for t in titles)
        )
        self.gender = next(genders, None)
        if self.gender is None and len(name) > 1:
            self.gender = gender_of(name[0])
        self.parts = tuple(part.strip(",") for part in name)
        offset = entity.text.index(parts[first]) if first else 0
        self.span: Span = (entity.start + offset, entity.end)


def _is_before_name(parts: list[str], i: int) -> bool:
    """True if a word is a title, or says what somebody is whose full name follows."""
    return is_title(parts[i]) or (i < len(parts) - 2 and is_role(parts[i]))


def _key(part: str) -> str:
    return part.strip(".,").casefold()


def _same(person: _Candidate, named: _Named) -> bool:
    """True if two full names of one surname may be of one person."""
    if _contradicts(person, named):
        return False
    mine, other = _key(person.parts[0]), _key(named.parts[0])
    if _key(person.parts[-1]) != _key(named.parts[-1]):
        return False
    if mine == other or _initial(mine, other) or _initial(other, mine):
        return True
    return len(person.parts) != len(named.parts) and (
        other in map(_key, person.parts[:-1]) or mine in map(_key, named.parts[:-1])
    )


def _ends_with(person: _Candidate, named: _Named) -> bool:
    """True if a name is the end of a person's fuller one: "Abu Amer" of "Sadeq Abu Amer"."""
    return person.parts[-len(named.parts) :] == named.parts


def _initial(short: str, full: str) -> bool:
    return len(short.replace(".", "")) == 1 and full.startswith(short[0])


def _contradicts(person: _Candidate, named: _Named) -> bool:
    return None not in (person.gender, named.gender) and person.gender != named.gender
