"""Whom the words for a speaker mean: a name, a role that the article ties to a name, a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.model import Actor, Span
from briefing.tables import word_list
from briefing.tagging.actors.noun_phrases import joined_before
from briefing.tagging.actors.roles import role_of
from briefing.tagging.lexicon.grammar import DETERMINERS, GENDER_OF, OPEN_DETERMINERS, PRONOUNS
from briefing.tagging.lexicon.person_nouns import is_organization_noun, is_person_noun
from briefing.tagging.lexicon.titles import is_role, is_title
from briefing.tagging.quotes.article_parse import ArticleParse, is_utterance
from briefing.tagging.quotes.pronouns import Antecedents, Name

UNNAMED = frozenset(
    "spokesman spokeswoman spokesperson official witness source resident voter reader viewer user"
    " judge reporter moderator host caller student editor narrator supporter critic".split()
)
"""Nouns for people whom an article often leaves without a name."""
JOINED = re.compile(r" (?:and|or|&) ")
SOMEBODY = word_list("function_words", "somebody")
ROLES_READ = 4
"""Mentions of a person that are read for a role."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the words for a speaker mean.

    Attributes:
        name: The actor's name, or the words in the article, or None where it is not known.
        mention: Span of the words that stand for the speaker.
        role: What the article says they are, or None.
        sure: True if the name stands there and was not inferred.
        actor: Position among the actors, or None.
    """

    name: str | None
    mention: Span
    role: str | None = None
    sure: bool = True
    actor: int | None = None


class Referents:
    """The people and organizations of an article by where they stand."""

    def __init__(self, parse: ArticleParse, actors: tuple[Actor, ...], text: str) -> None:
        self._parse = parse
        self._actors = actors
        self._text = text
        self._owner: dict[int, tuple[int, Span]] = {}
        names: list[Name] = []
        by_kind = sorted(range(len(actors)), key=lambda i: actors[i].kind != "person")
        for number in by_kind:
            for mention in actors[number].mentions:
                start, stop = parse.at(mention[0]), parse.at(mention[1])
                if start < stop and start not in self._owner:
                    names.append(Name(start, stop, number))
                for i in range(start, stop):
                    self._owner.setdefault(i, (number, mention))
        self._named = sorted(self._owner)
        names.sort(key=lambda name: name.start)
        self._antecedents = Antecedents(parse, actors, names)
        self._titled: dict[int, tuple[int, Span]] = {}
        self._roles: dict[str, list[tuple[int, frozenset[str]]]] | None = None

    def is_named(self, i: int) -> bool:
        """True if the token belongs to the name of an actor."""
        return i in self._owner

    def may_be_somebody(self, head: Token) -> bool:
        """True unless a head word is an ordinary noun for a thing: "the attack"."""
        noun = head.text
        return (
            self.is_named(head.i)
            or not noun.islower()
            or noun in PRONOUNS | SOMEBODY
            or is_utterance(head)
            or is_person_noun(noun)
            or is_person_noun(_singular(noun))
            or is_organization_noun(noun)
            or is_organization_noun(_singular(noun))
        )

    def first_named(self, start: int, stop: int) -> Token | None:
        """The last word of the first name among the tokens [start, stop)."""
        place = bisect_left(self._named, start)
        if place == len(self._named) or self._named[place] >= stop:
            return None
        i = self._named[place]
        mention = self._owner[i][1]
        while i + 1 in self._owner and self._owner[i + 1][1] == mention:
            i += 1
        return self._parse.doc[i]

    def last_named(self, start: int, stop: int) -> Token | None:
        """The last word of the last name among the tokens [start, stop)."""
        place = bisect_left(self._named, stop) - 1
        if place < 0 or self._named[place] < start:
            return None
        return self._parse.doc[self._named[place]]

    def resolve(self, head: Token) -> Speaker:
        """Whom the noun phrase or pronoun of a head word means."""
        if head.lower_ in PRONOUNS:
            return self._pronoun(head)
        found = self._together(head) or self._of_name(head) or self._of_owner(head)
        found = found or self._of_titled(head)
        if found is not None:
            return found
        start, end = self._parse.phrase(head)
        doc = self._parse.doc
        alias = None
        if doc[start].lower_ in {"the", "this", "that"}:
            phrase = doc[start + 1 : head.i + 1].text.lower().split()
            is_organization = is_organization_noun(head.text) and not is_person_noun(head.text)
            alias = (self._organization if is_organization else self._alias)(phrase, head.i)
        mention = self._parse.offsets(start, end)
        if alias is not None:
            actor = self._actors[alias]
            return Speaker(actor.name, mention, actor.role, sure=False, actor=alias)
        if doc[start].lower_ == "the" and end == head.i + 1 and self._is_office(head):
            number = self._antecedents.person(head.i, None)
            if number is not None and number < len(self._actors) and not self._actors[number].role:
                return self._inferred(number, mention)
        while start < end - 1 and (
            doc[start].lower_ in OPEN_DETERMINERS or is_title(doc[start].text)
        ):
            start += 1
        bare = self._parse.offsets(start, end)
        return Speaker(self._text[slice(*bare)], mention, sure=_can_speak(head))

    def actor(self, number: int | None, mention: Span) -> Speaker:
        """The actor of that number, or nobody, inferred from words that are no name."""
        if number is None:
            return Speaker(None, mention, sure=False)
        actor = self._actors[number]
        return Speaker(actor.name, mention, actor.role, sure=False, actor=number)

    def note(self, speaker: Speaker) -> None:
        """Lets later pronouns mean a speaker who has just been told of."""
        if speaker.name is None:
            return
        who = speaker.actor
        if who is None:
            title = self._text[slice(*speaker.mention)].split()[0]
            if not (speaker.name[:1].isupper() and (title in speaker.name or is_title(title))):
                return
            if title in speaker.name and len(speaker.name.split()) < 2:
                return
            who = self._antecedents.stranger(speaker.name, title)
        self._antecedents.note(self._parse.at(speaker.mention[0]), who)

    def _together(self, head: Token) -> Speaker | None:
        """Two or more who are named together: "Ann Moss and Tom Reed"."""
        first = self._owner.get(head.i)
        joined = [t for t in head.conjuncts if t.i > head.i and t.i in self._owner]
        if first is None or not joined or self._owner[joined[-1].i][0] == first[0]:
            return None
        mention = first[1][0], self._owner[joined[-1].i][1][1]
        if not JOINED.search(self._text, *mention):
            return None  # "Moss, Acme's owner"
        return Speaker(self._text[slice(*mention)], mention)

    def _of_owner(self, head: Token) -> Speaker | None:
        """Whose words they are: "Poe's message was clear"."""
        if not is_utterance(head):
            return None
        owner = next((t for t in head.children if t.dep_ == "poss"), None)
        return None if owner is None else self._of_name(owner)

    def _of_name(self, head: Token) -> Speaker | None:
        for i, role in self._name_places(head):
            if i in self._owner:
                number, mention = self._owner[i]
                actor = self._actors[number]
                if i != head.i and actor.kind != "person":
                    continue
                here = role if role and any(map(is_role, role.split())) else None
                return Speaker(actor.name, mention, here or actor.role, actor=number)
        return None

    def _name_places(self, head: Token) -> list[tuple[int, str | None]]:
        """Where the name may stand that a head word belongs to, and the role it gives then."""
        doc = self._parse.doc
        for i in range(head.i - 1, max(head.i - 5, 0), -1):  # "Dale Orr (D-Ohio) said"
            if doc[i].text == "(" and self.is_named(i - 1):
                return [(i - 1, None)]
        places: list[tuple[int, str | None]] = [(head.i, None)]
        start, end = self._parse.phrase(head)
        bare = start
        while bare < head.i and doc[bare].lower_ in DETERMINERS:
            bare += 1
        role = doc[bare:end].text
        places += [
            (child.i, role)
            for child in head.children
            if child.dep_ == "appos" and not self._parse.quoted[child.i]
        ]
        if head.i + 1 < len(doc):
            places.append((head.i + 1, doc[bare : head.i + 1].text))
        if end + 1 < len(doc) and doc[end].text == ",":
            after = self._owner.get(end + 1)
            if after is not None:
                stop = self._parse.at(after[1][1])
                if stop < len(doc) and doc[stop].text in {",", "("}:
                    places.append((end + 1, role))
        return places

    def _of_titled(self, head: Token) -> Speaker | None:
        """The person in front of whose name a noun stands: "co-author and doctor Ann Moss"."""
        if not self._titled:
            doc = self._parse.doc
            for number, actor in enumerate(self._actors):
                if actor.kind != "person":
                    continue
                for mention in actor.mentions:
                    start = self._parse.at(mention[0])
                    title = joined_before(doc, start, True) if start < len(doc) else None
                    if title is not None:
                        self._titled.update(
                            dict.fromkeys(range(title.start, start), (number, mention))
                        )
            self._titled.setdefault(-1, (0, (0, 0)))
        found = self._titled.get(head.i)
        if found is None:
            return None
        actor = self._actors[found[0]]
        return Speaker(actor.name, found[1], actor.role, actor=found[0])

    def _is_office(self, head: Token) -> bool:
        """True for a noun by which the text goes on to call a person: "the senator"."""
        noun = head.text
        return (
            is_person_noun(noun) and not is_organization_noun(noun) and head.lower_ not in UNNAMED
        )

    def _inferred(self, number: int, mention: Span) -> Speaker:
        name = self._antecedents.name_of(number)
        if number >= len(self._actors):
            return Speaker(name, mention, sure=False)
        return Speaker(name, mention, self._actors[number].role, sure=False, actor=number)

    def _pronoun(self, head: Token) -> Speaker:
        mention = self._parse.offsets(head.i, head.i + 1)
        number = None
        if head.lower_ in GENDER_OF:
            number = self._antecedents.person(head.i, GENDER_OF[head.lower_])
        elif head.lower_ in ("it", "they"):
            number = self._antecedents.organization(head.i)
        if number is None:
            return Speaker(None, mention, sure=False)
        return self._inferred(number, mention)

    def _alias(self, phrase: list[str], before: int) -> int | None:
        """The person to whom the article gives the role that "the ..." names."""
        if not phrase:
            return None
        if self._roles is None:
            self._roles = self._read_roles()
        wanted = frozenset(phrase)
        fitting = {n for n, role in self._roles.get(phrase[-1], ()) if wanted <= role}
        if len(fitting) > 1:
            return self._antecedents.latest(fitting, before)
        return next(iter(fitting), None)

    def _organization(self, phrase: list[str], before: int) -> int | None:
        """The organization whose name has the words of "the ministry", the last one named."""
        ending = re.compile(rf"(?:.* )?{re.escape(' '.join(phrase))}(?: (?:of|for|on)\b.*)?")
        fitting = {
            number
            for number, actor in enumerate(self._actors)
            if actor.kind != "person" and ending.fullmatch(actor.name.lower())
        }
        return self._antecedents.latest(fitting, before)

    def _read_roles(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """Roles of people by each of their words, in lower case."""
        roles: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, actor in enumerate(self._actors):
            if actor.kind != "person":
                continue
            found = {role_of(self._parse.doc, m, "person") for m in actor.mentions[:ROLES_READ]}
            for role in found | {actor.role}:
                if role:
                    split = frozenset(role.lower().replace(",", " ").split())
                    for word in split:
                        roles[word].append((number, split))
        return roles


def _can_speak(head: Token) -> bool:
    """True if a noun that is no known name surely is somebody."""
    return head.text[:1].isupper() or is_role(head.text) or is_role(_singular(head.lower_))


def _singular(word: str) -> str:
    return word.removesuffix("s").replace("men", "man")
