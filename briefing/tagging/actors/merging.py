"""Who acts: people, organizations, armed groups and governments, each merged over its names."""

from __future__ import annotations

from collections import Counter
from functools import partial

from msgspec.structs import replace
from spacy.tokens import Doc

from briefing.model import Actor, ActorKind, Article, Location, Span
from briefing.tagging import salience
from briefing.tagging.actors import evidence, filter, governments, organizations, people
from briefing.tagging.actors.known import gathered
from briefing.tagging.actors.roles import role_of
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.name_parts import without_suffix
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.tagging.names.defined import definitions
from briefing.tagging.names.entities import institutions
from briefing.tagging.names.known import Refused
from briefing.tagging.names.labels import Entity

MENTIONS_READ_FOR_ROLE = 8
"""A role stands at one of the first mentions, or nowhere."""
NONE_REFUSED = Refused(())


def merge(
    article: Article,
    doc: Doc,
    entities: tuple[Entity, ...],
    locations: tuple[Location, ...] = (),
    refused: Refused = NONE_REFUSED,
) -> tuple[Actor, ...]:
    """All actors, most salient first.

    Args:
        article: The article.
        doc: Its parse, for roles.
        entities: The names that were found in it.
        locations: Its places: what is a place is no actor, and a country's government may be one.
        refused: Names of nobody who acts.
    """
    states = governments.acting(article, locations)
    taken = {mention for location in locations for mention in location.mentions}
    taken.update(mention for state in states for mention in state.mentions)
    actor_filter = filter.ActorFilter(article, doc, entities, taken)
    candidates = map(actor_filter.bare, (*entities, *_no_places(entities, taken)))
    names = [e for e in candidates if actor_filter.may_act(e)]
    persons = [e for e in names if e.label == "person"]
    parts = _short_names(persons, [e for e in names if e.label == "organization"])
    surnames = {words[-1] for e in persons if len(words := without_suffix(e.text)) > 1}
    joined = [e for e in names if e.label == "organization" and e.text in parts]
    # neither the gazetteer nor the article knows a place of that name
    unplaced = [e for e in entities if e.label == "place" and (e.start, e.end) not in taken]
    known = {(e.start, e.end) for e in joined}
    joined += [e for e in unplaced if e.text in surnames and (e.start, e.end) not in known]
    called = {e.text for e in joined}
    others = [e for e in names if e.label != "person" and e.text not in called]
    short_forms = _short_forms(article.text)
    found = [
        *(_person(article, p) for p in people.merge(article, _in_order([*persons, *joined]))),
        *map(partial(_organization, article), organizations.merge(others, short_forms)),
        *states,
    ]
    found = [actor for actor in found if not refused.has(actor.name)]
    found = gathered(article, found, [e for e in names if e.known is not None])
    described = (_with_role(article, doc, actor) for actor in found)
    ranked = evidence.admitted(article, doc, described)
    return tuple(replace(actor, id=f"a{number}") for number, actor in enumerate(ranked, 1))


def _without_verb(role: str | None) -> str | None:
    """A role without the verb before it in a headline: "Warns Harbor Master"."""
    first, _, rest = (role or "").partition(" ")
    is_verb = first.istitle() and reporting_forms().get(first.lower()) == "speech"
    return rest or None if is_verb else role


def _short_forms(text: str) -> dict[str, str]:
    """The names in full of the short forms that the text itself gives."""
    return {text[slice(*short)]: text[slice(*name)] for name, short in definitions(text)}


def _short_names(persons: list[Entity], organizations: list[Entity]) -> set[str]:
    """Surnames and given names of the people who are named in full.

    A first word that is no known given name is one where no organization is called by it too.
    """
    taken = {e.text.split()[0] for e in organizations if " " in e.text}
    found = set()
    for words in (w for e in persons if len(w := without_suffix(e.text)) > 1):
        found |= {" ".join(words[number:]) for number in range(1, len(words))}
        first = words[0].title()
        if first.lower() in given_names() or first not in taken | institutions().keys():
            found.add(first)
    return found


def _no_places(entities: tuple[Entity, ...], taken: set[Span]) -> list[Entity]:
    """What the model calls a place again and again and the gazetteer does not: organizations."""
    places = {i for start, end in taken for i in range(start, end)}
    refused = [
        Entity(e.start, e.end, e.text, "organization")
        for e in entities
        if e.label == "place" and places.isdisjoint(range(e.start, e.end))
    ]
    times = Counter(e.text for e in refused)
    return [e for e in refused if times[e.text] > 1]


def _in_order(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: entity.start)


def _person(article: Article, person: people.Person) -> Actor:
    return _actor(article, "person", " ".join(person.parts), person.mentions)


def _organization(article: Article, organization: organizations.Organization) -> Actor:
    kind: ActorKind = "organization"
    if organization.label == "group":
        kind = "group"
    elif organization.is_state:
        kind = "government"
    return _actor(article, kind, _usual_name(article, organization), organization.mentions)


def _usual_name(article: Article, organization: organizations.Organization) -> str:
    """The fullest name, or its first words where the article keeps to these: "Acme Foods".

    One word is the name only if it comes first in the text, which else begins with the fullest.
    """
    fullest, *shorter = organization.names
    title = next((p for p in article.paragraphs if p.kind == "title"), None)
    below = [(s, e) for s, e in organization.mentions if title is None or s >= title.end]
    named = [article.text[start:end] for start, end in below]
    usual = (
        name
        for name in shorter
        if fullest.startswith(f"{name} ")
        and named.count(name) >= 2 * named.count(fullest)
        and (" " in name or name in named[:1])
    )
    return next(usual, fullest)


def _actor(article: Article, kind: ActorKind, name: str, mentions: tuple[Span, ...]) -> Actor:
    forms = Counter(article.text[start:end] for start, end in mentions)
    if name not in forms:
        name = max(forms, key=len)
    return Actor(
        name=name,
        kind=kind,
        aliases=tuple(form for form, _ in forms.most_common() if form != name),
        mentions=tuple(sorted(mentions)),
    )


def _with_role(article: Article, doc: Doc, actor: Actor) -> Actor:
    role, by = None if actor.kind == "government" else _role(doc, actor), actor.role_by
    if by and actor.role != role:
        role = actor.role
    else:
        by = None
    weight = salience.of_mentions(article, actor.mentions)
    return replace(actor, role=role, role_by=by, salience=weight)


def _role(doc: Doc, actor: Actor) -> str | None:
    own = {word.casefold() for name in (actor.name, *actor.aliases) for word in name.split()}
    for mention in actor.mentions[:MENTIONS_READ_FOR_ROLE]:
        role = _without_verb(role_of(doc, mention, actor.kind))
        if role and not {word.casefold() for word in role.split()} <= own:
            return role
    return None
