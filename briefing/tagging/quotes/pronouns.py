"""Whom "he", "she" and "it" mean: the names before them, weighed by distance and clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from briefing.model import Actor
from briefing.tables import word_list
from briefing.tagging.lexicon.given_names import gender_of
from briefing.tagging.lexicon.grammar import SUBJECTS
from briefing.tagging.lexicon.titles import is_role
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.text.stop_words import stop_words

EMBEDDED = frozenset(("ccomp", "advcl", "relcl", "acl"))
LOOK_BACK = 40
"""Names that a pronoun may reach back over."""
FARTHEST = 4.0
"""Sentences, with what weighs against it, beyond which a name is no better than a guess."""
ORGANIZATION_REACH = 2
"""Sentences that "it" may reach back over."""
SPEAKER_COST, EMBEDDED_COST, OBJECT_COST, UNKNOWN_GENDER_COST = -0.5, 1.0, 1.5, 0.8
"""What weighs against a name as what a pronoun means, in sentences of distance."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: the tokens [start, stop) and the number of the actor who bears it."""

    start: int
    stop: int
    actor: int


@dataclass(frozen=True, slots=True)
class _Sighting:
    """Somebody outside of quotations, as a pronoun may mean them."""

    at: int
    who: int
    cost: float
    """How much less likely a pronoun means them than the subject of a main clause."""


class Antecedents:
    """The people and organizations of an article in the order in which they are named.

    They are known by number: the actors first, then strangers, whom the entity recognizer missed.
    """

    def __init__(
        self, parse: ArticleParse, actors: tuple[Actor, ...], names: Iterable[Name]
    ) -> None:
        self._parse = parse
        self._actors = actors
        self._strangers: list[str] = []
        self._sentences = list(_sentence_starts(parse))
        self._genders = {i: self._gender(actor) for i, actor in enumerate(actors)}
        self._sightings: list[_Sighting] = []
        known: set[int] = set()
        for name in names:
            known.update(range(name.start, name.stop))
            if not parse.quoted[name.start]:
                cost = _cost(parse.doc[name.start : name.stop])
                self._sightings.append(_Sighting(name.start, name.actor, cost))
        for token in self._unknown(known):
            self.note(token.i, self.stranger(token.text, None))

    def name_of(self, who: int) -> str:
        """The name of an actor or stranger."""
        actors = len(self._actors)
        return self._actors[who].name if who < actors else self._strangers[who - actors]

    def person(self, i: int, gender: str | None) -> int | None:
        """The person whom a pronoun at token `i` most likely means.

        Args:
            i: Token index of the pronoun.
            gender: "male" or "female", or None for a noun.
        """
        own = self._sentence(i)
        best: tuple[float, int] | None = None
        for sighting in self._before(i):
            known = self._genders.get(sighting.who, "none")
            if known == "none" or (None not in (known, gender) and known != gender):
                continue
            cost = own - self._sentence(sighting.at) + sighting.cost
            cost += 0.0 if known == gender or gender is None else UNKNOWN_GENDER_COST
            if best is None or cost < best[0]:
                best = (cost, sighting.who)
        return best[1] if best is not None and best[0] <= FARTHEST else None

    def organization(self, i: int) -> int | None:
        """The organization that "it" at token `i` means: the latest one that was a subject."""
        own = self._sentence(i)
        for sighting in self._before(i):
            if own - self._sentence(sighting.at) > ORGANIZATION_REACH:
                return None
            who = sighting.who
            is_organization = who < len(self._actors) and self._actors[who].kind != "person"
            if is_organization and sighting.cost < OBJECT_COST:
                return who
        return None

    def latest(self, among: set[int], i: int) -> int | None:
        """Who of some people was named last before token `i`."""
        return next((s.who for s in self._before(i) if s.who in among), None)

    def note(self, at: int, who: int) -> None:
        """Lets later pronouns mean somebody who speaks at token `at`."""
        place = bisect_left(self._sightings, at, key=lambda sighting: sighting.at)
        if place < len(self._sightings) and self._sightings[place].at == at:
            del self._sightings[place]
        self._sightings.insert(place, _Sighting(at, who, SPEAKER_COST))

    def stranger(self, name: str, title: str | None) -> int:
        """The number of a person who is no actor.

        Args:
            name: The name without titles.
            title: The word before the name, which may tell the gender.
        """
        if name not in self._strangers:
            self._strangers.append(name)
        number = len(self._actors) + self._strangers.index(name)
        gender = next((g for g in ("female", "male") if title in word_list("titles", g)), None)
        self._genders[number] = gender or self._genders.get(number) or _gender_of_name(name)
        return number

    def _before(self, i: int) -> Iterator[_Sighting]:
        after = bisect_left(self._sightings, i, key=lambda sighting: sighting.at)
        return reversed(self._sightings[max(0, after - LOOK_BACK) : after])

    def _sentence(self, i: int) -> int:
        return bisect_left(self._sentences, i + 1)

    def _unknown(self, known: set[int]) -> Iterator[Token]:
        """Capitalized subjects of verbs of speaking that are no names of actors."""
        doc = self._parse.doc
        common = {token.text for token in doc if token.is_lower}
        for token in doc:
            if (
                token.dep_ in SUBJECTS
                and token.is_title
                and token.i not in known
                and not self._parse.quoted[token.i]
                and token.head.lower_ in reporting_forms()
                and token.ent_type_ in ("", "PERSON")
                and token.lower_ not in common
                and not token.text.endswith("s")
                and not is_role(token.text)
                and token.lower_ not in stop_words()
            ):
                yield token

    def _gender(self, actor: Actor) -> str | None:
        """What titles and the first name say of a person's gender; "none" for an organization."""
        if actor.kind not in ("person", "organization"):
            return "none"
        doc = self._parse.doc
        for mention in actor.mentions:
            i = self._parse.at(mention[0])
            for token in doc[max(0, i - 1) : i + 1]:
                for gender in ("female", "male"):
                    if token.text in word_list("titles", gender):
                        return gender
        # an organization may be a person whom the model took for one: "Mr Dekker", "Marcus Bell"
        return _gender_of_name(actor.name) or (None if actor.kind == "person" else "none")


def _gender_of_name(name: str) -> str | None:
    parts = name.split()
    return gender_of(parts[0]) if 1 < len(parts) < 4 else None


def _sentence_starts(parse: ArticleParse) -> Iterator[int]:
    """Token indexes where sentences start; those in quotations do not count."""
    doc = parse.doc
    for token in doc:
        i = token.i
        if token.is_sent_start and (not parse.quoted[i] or i == 0 or "\n" in doc[i - 1].text):
            yield i


def _cost(name: Span) -> float:
    subject = next((token for token in name if token.dep_ in SUBJECTS), None)
    if subject is None:  # "The organizer, Ana Moss, said"
        subject = next(
            (t.head for t in name if t.dep_ == "appos" and t.head.dep_ in SUBJECTS), None
        )
    if subject is None:
        return OBJECT_COST
    verb = subject.head
    if verb.dep_ in EMBEDDED and verb.head.i < verb.i and verb.head.lower_ in reporting_forms():
        return EMBEDDED_COST  # "Moss said that Reed told them"
    if verb.lower_ in reporting_forms():
        return SPEAKER_COST
    while verb.dep_ == "conj":
        verb = verb.head
    return 0.0 if verb.dep_ == "ROOT" else EMBEDDED_COST
