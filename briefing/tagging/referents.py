"""Whom the words for a speaker mean: a name, a role that the article ties to a name, a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from briefing.model import Actor, Mention
from briefing.tagging.clauses import SUBJECTS, Clauses
from briefing.tagging.roles import role_of
from briefing.tagging.titles import is_role, is_title, words
from briefing.tagging.verbs import reporting_forms

PRONOUNS = frozenset("he she they it i we you".split())
GENDER_OF = {"he": "male", "she": "female"}
OPEN_DETERMINERS = frozenset("the a an this that these those another".split())
LOOK_BACK = 40
"""Names that a pronoun may reach back over."""
SPEAKER_COST, EMBEDDED_COST, OBJECT_COST, UNKNOWN_GENDER_COST = -0.5, 1.0, 1.5, 0.8
"""What weighs against a name as what a pronoun means, in sentences of distance."""
ROLES_READ = 4
"""Mentions of a person that are read for a role."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the words for a speaker mean.

    Attributes:
        name: The actor's name, or the words in the article, or None where it is not known.
        mention: Span of the words that stand for the speaker.
        role: What the article says they are, or None.
        sure: Whether the name stands there and was not inferred.
        actor: Position among the actors, or None.
    """

    name: str | None
    mention: Mention
    role: str | None = None
    sure: bool = True
    actor: int | None = None


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A person or body outside of quotations, as a pronoun may mean it."""

    at: int
    actor: int
    cost: float
    """How much less likely a pronoun means it than the subject of a main clause."""


class Referents:
    """The people and bodies of an article by where they stand."""

    def __init__(self, clauses: Clauses, actors: tuple[Actor, ...], text: str) -> None:
        self._clauses = clauses
        self._actors = actors
        self._text = text
        self._owner: dict[int, tuple[int, Mention]] = {}
        self._sentences = _sentence_starts(clauses)
        persons = [i for i, actor in enumerate(actors) if actor.kind == "person"]
        others = [i for i, actor in enumerate(actors) if actor.kind != "person"]
        for number in [*persons, *others]:
            for mention in actors[number].mentions:
                for i in range(clauses.at(mention[0]), clauses.at(mention[1])):
                    self._owner.setdefault(i, (number, mention))
        self._named = sorted(self._owner)
        self._genders = {i: self._gender(actors[i]) for i in persons}
        for number in others:  # a person whom the model took for a company: "Marcus Bell"
            gender = _gender_of_name(actors[number].name)
            if gender and actors[number].kind == "organization":
                self._genders[number] = gender
        self._sightings = self._sight()
        self._roles: dict[str, list[tuple[int, frozenset[str]]]] | None = None

    def is_named(self, i: int) -> bool:
        """Whether the token belongs to the name of an actor."""
        return i in self._owner

    def first_named(self, start: int, stop: int) -> Token | None:
        """The last word of the first name among the tokens [start, stop)."""
        place = bisect_left(self._named, start)
        if place == len(self._named) or self._named[place] >= stop:
            return None
        i = self._named[place]
        mention = self._owner[i][1]
        while i + 1 in self._owner and self._owner[i + 1][1] == mention:
            i += 1
        return self._clauses.doc[i]

    def last_named(self, start: int, stop: int) -> Token | None:
        """The last word of the last name among the tokens [start, stop)."""
        place = bisect_left(self._named, stop) - 1
        if place < 0 or self._named[place] < start:
            return None
        return self._clauses.doc[self._named[place]]

    def resolve(self, head: Token) -> Speaker:
        """Whom the noun phrase or pronoun of a head word means."""
        if head.lower_ in PRONOUNS:
            return self._pronoun(head)
        found = self._of_name(head)
        if found is not None:
            return found
        start, end = self._clauses.phrase(head)
        doc = self._clauses.doc
        alias = None
        if doc[start].lower_ in {"the", "this", "that"}:
            alias = self._alias(doc[start + 1 : head.i + 1].text.lower().split(), head.i)
        mention = self._clauses.offsets(start, end)
        if alias is not None:
            actor = self._actors[alias]
            return Speaker(actor.name, mention, actor.role, sure=False, actor=alias)
        while start < end - 1 and (
            doc[start].lower_ in OPEN_DETERMINERS or is_title(doc[start].text)
        ):
            start += 1
        bare = self._clauses.offsets(start, end)
        return Speaker(self._text[slice(*bare)], mention, sure=_can_speak(head))

    def note(self, speaker: Speaker) -> None:
        """Lets later pronouns mean a speaker who was named by a pronoun or a role."""
        if speaker.actor is None:
            return
        at = self._clauses.at(speaker.mention[0])
        place = bisect_left(self._sightings, at, key=lambda sighting: sighting.at)
        if place < len(self._sightings) and self._sightings[place].at == at:
            return
        self._sightings.insert(place, _Sighting(at, speaker.actor, SPEAKER_COST))

    def _of_name(self, head: Token) -> Speaker | None:
        for i, role in self._name_places(head):
            if i in self._owner:
                number, mention = self._owner[i]
                actor = self._actors[number]
                if i != head.i and actor.kind != "person":
                    continue
                return Speaker(actor.name, mention, actor.role or role, actor=number)
        return None

    def _name_places(self, head: Token) -> list[tuple[int, str | None]]:
        """Where the name may stand that a head word belongs to, and the role it gives then."""
        doc = self._clauses.doc
        for i in range(head.i - 1, max(head.i - 5, 0), -1):  # "Dale Orr (D-Ohio) said"
            if doc[i].text == "(" and self.is_named(i - 1):
                return [(i - 1, None)]
        places: list[tuple[int, str | None]] = [(head.i, None)]
        start, end = self._clauses.phrase(head)
        bare = start
        while bare < head.i and doc[bare].lower_ in OPEN_DETERMINERS:
            bare += 1
        role = doc[bare:end].text
        places += [
            (child.i, role)
            for child in head.children
            if child.dep_ == "appos" and not self._clauses.quoted[child.i]
        ]
        if head.i + 1 < len(doc):
            places.append((head.i + 1, doc[bare : head.i + 1].text))
        if end + 1 < len(doc) and doc[end].text == ",":
            behind = self._owner.get(end + 1)
            if behind is not None:
                stop = self._clauses.at(behind[1][1])
                if stop < len(doc) and doc[stop].text in {",", "("}:
                    places.append((end + 1, role))
        return places

    def _pronoun(self, head: Token) -> Speaker:
        mention = self._clauses.offsets(head.i, head.i + 1)
        number = None
        if head.lower_ in GENDER_OF:
            number = self._antecedent(head.i, GENDER_OF[head.lower_])
        elif head.lower_ == "it":
            number = self._body(head.i)
        if number is None:
            return Speaker(None, mention, sure=False)
        actor = self._actors[number]
        return Speaker(actor.name, mention, actor.role, sure=False, actor=number)

    def _antecedent(self, i: int, gender: str) -> int | None:
        """The person a pronoun most likely means: near, a subject, of its gender."""
        behind = bisect_left(self._sightings, i, key=lambda sighting: sighting.at)
        own = self._sentence(i)
        best: tuple[float, int] | None = None
        for sighting in reversed(self._sightings[max(0, behind - LOOK_BACK) : behind]):
            known = self._genders.get(sighting.actor, "none")
            if known == "none" or (known is not None and known != gender):
                continue
            away = own - self._sentence(sighting.at)
            cost = away + sighting.cost + (0.0 if known == gender else UNKNOWN_GENDER_COST)
            if best is None or cost < best[0]:
                best = (cost, sighting.actor)
        return best[1] if best is not None and best[0] <= 8 else None

    def _body(self, i: int) -> int | None:
        behind = bisect_left(self._sightings, i, key=lambda sighting: sighting.at)
        own = self._sentence(i)
        for sighting in reversed(self._sightings[max(0, behind - LOOK_BACK) : behind]):
            if own - self._sentence(sighting.at) > 2:
                return None
            if sighting.cost < OBJECT_COST and self._actors[sighting.actor].kind != "person":
                return sighting.actor
        return None

    def _sentence(self, i: int) -> int:
        return bisect_left(self._sentences, i + 1)

    def _sight(self) -> list[_Sighting]:
        doc, quoted = self._clauses.doc, self._clauses.quoted
        seen: list[_Sighting] = []
        previous: Mention | None = None
        for i in self._named:
            number, mention = self._owner[i]
            if quoted[i] or mention == previous:
                continue
            previous = mention
            stop = self._clauses.at(mention[1])
            seen.append(_Sighting(i, number, _cost(doc[i:stop])))
        return seen

    def _alias(self, phrase: list[str], before: int) -> int | None:
        """The person to whom the article gives the role that "the ..." names."""
        if not phrase:
            return None
        if self._roles is None:
            self._roles = self._read_roles()
        wanted = frozenset(phrase)
        fitting = {n for n, role in self._roles.get(phrase[-1], ()) if wanted <= role}
        if len(fitting) > 1:
            behind = bisect_left(self._sightings, before, key=lambda sighting: sighting.at)
            near = reversed(self._sightings[max(0, behind - LOOK_BACK) : behind])
            return next((s.actor for s in near if s.actor in fitting), None)
        return next(iter(fitting), None)

    def _read_roles(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """Roles of people by each of their words, in lower case."""
        roles: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, actor in enumerate(self._actors):
            if actor.kind != "person":
                continue
            found = {role_of(self._clauses.doc, m, "person") for m in actor.mentions[:ROLES_READ]}
            for role in found | {actor.role}:
                if role:
                    split = frozenset(role.lower().replace(",", " ").split())
                    for word in split:
                        roles[word].append((number, split))
        return roles

    def _gender(self, actor: Actor) -> str | None:
        """What titles and the first name say of a person's gender, or None."""
        doc = self._clauses.doc
        for mention in actor.mentions:
            i = self._clauses.at(mention[0])
            for token in doc[max(0, i - 1) : i + 1]:
                for gender in ("female", "male"):
                    if token.text in words(gender):
                        return gender
        return _gender_of_name(actor.name)


def _gender_of_name(name: str) -> str | None:
    parts = name.split()
    return given_names().get(parts[0].lower()) if 1 < len(parts) < 4 else None


def _sentence_starts(clauses: Clauses) -> list[int]:
    """Token indexes where sentences start; those in quotations do not count."""
    doc = clauses.doc
    return [
        token.i
        for token in doc
        if token.is_sent_start
        and (not clauses.quoted[token.i] or token.i == 0 or "\n" in doc[token.i - 1].text)
    ]


def _can_speak(head: Token) -> bool:
    """Whether a noun that is no known name surely is somebody."""
    return head.text[:1].isupper() or is_role(head.text) or is_role(_singular(head.lower_))


def _singular(word: str) -> str:
    return word.removesuffix("s").replace("men", "man")


def _cost(name: Span) -> float:
    subject = next((token for token in name if token.dep_ in SUBJECTS), None)
    if subject is None:
        return OBJECT_COST
    verb = subject.head
    if verb.lower_ in reporting_forms():
        return SPEAKER_COST
    while verb.dep_ == "conj":
        verb = verb.head
    return 0.0 if verb.dep_ == "ROOT" else EMBEDDED_COST


@cache
def given_names() -> dict[str, str]:
    """First names that are nearly always of one gender, in lower case, from `given_names.tsv`."""
    table: dict[str, str] = {}
    lines = files("briefing").joinpath("data/given_names.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            gender, names = line.split("\t")
            if gender not in ("female", "male"):
                raise ValueError(f"given_names.tsv: unknown gender {gender!r}")
            table.update(dict.fromkeys(names.lower().split(), gender))
    return table
