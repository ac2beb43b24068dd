"""Actors merged over the articles by their names, titles and acronyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.dossier.names import (
    acronyms_of,
    is_acronym,
    may_be_one_person,
    organization_key,
    person_parts,
)
from briefing.dossier.sources import Sources
from briefing.dossier.values import Appearance, DossierActor, Passage
from briefing.dossier.words import folded, stems
from briefing.model import Actor, ActorKind, Span
from briefing.tables import word_list

MOST_SENTENCES = 12
"""Sentences about somebody that are looked at."""
SAME_WORDS = 4
"""Words that two sentences share from which they tell the same of one person."""


@dataclass(frozen=True)
class Member:
    """An actor of one of the articles."""

    article: int
    actor: Actor
    sources: Sources

    @property
    def is_person(self) -> bool:
        """True for a person."""
        return self.actor.kind == "person"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names that the article uses."""
        return (self.actor.name, *self.actor.aliases)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The fullest name of a person in parts."""
        return person_parts(self.actor.name)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What an organization may be known by elsewhere."""
        common = word_list("organizations", "head") | word_list("organizations", "other")
        known = {organization_key(self.actor.name)}
        for name in self.actor.aliases:
            if name[:1].isupper() and name not in common:
                known.add(organization_key(name))
        return frozenset(known)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The acronyms that its names have."""
        return frozenset[str]().union(*map(acronyms_of, self.names))

    @cached_property
    def short(self) -> frozenset[str]:
        """Those of its names that are acronyms."""
        return frozenset(organization_key(name) for name in self.names if is_acronym(name))

    @cached_property
    def role(self) -> frozenset[str]:
        """The stems of what the article says they are."""
        return stems(self.actor.role) if self.actor.role else frozenset()

    @cached_property
    def told(self) -> list[frozenset[str]]:
        """The words of each sentence that names them, but for the name."""
        own = stems(" ".join(self.names))
        text = self.sources.text(self.article)
        found = {}
        for start, _ in self.actor.mentions[:MOST_SENTENCES]:
            sentence = self.sources.sentence_at(self.article, start)
            if sentence:
                found[sentence.start] = stems(text[sentence.start : sentence.end]) - own
        return list(found.values())


@dataclass
class Cluster:
    """Actors of several articles that are one."""

    members: list[Member] = field(default_factory=list)

    def takes(self, member: Member) -> bool:
        """True if there is nobody of the member's article yet, and all are of a kind."""
        return all(
            one.article != member.article and one.is_person == member.is_person
            for one in self.members
        )


def merged(sources: Sources) -> tuple[list[DossierActor], dict[tuple[int, str], str]]:
    """The actors of the dossier, and the id that each actor of an article has there."""
    members = [
        Member(number, actor, sources)
        for number, briefing in enumerate(sources.briefings)
        for actor in briefing.actors
    ]
    people = _people([one for one in members if one.is_person])
    others = [
        one
        for one in sorted(members, key=lambda one: -len(one.actor.name.split()))
        if not one.is_person and not _joins(people, one)
    ]
    clusters = [*people, *_organizations(others)]
    made = [_actor_of(cluster.members, len(sources.briefings)) for cluster in clusters]
    made.sort(key=_order)
    actors = []
    ids: dict[tuple[int, str], str] = {}
    for number, actor in enumerate(made, 1):
        named = f"a{number}"
        ids.update({(one.article, one.id): named for one in actor.appearances})
        actors.append(
            DossierActor(
                id=named,
                name=actor.name,
                kind=actor.kind,
                aliases=actor.aliases,
                salience=actor.salience,
                appearances=actor.appearances,
                roles_differ=actor.roles_differ,
            )
        )
    return actors, ids


def _order(actor: DossierActor) -> tuple[int, float, int, tuple[Span, ...]]:
    """Those in most articles first, then the most salient, then as they are named."""
    first = actor.appearances[0]
    articles = len({one.article for one in actor.appearances})
    return -articles, -actor.salience, first.article, first.mentions


def _people(members: Sequence[Member]) -> list[Cluster]:
    """People, full names first; a surname alone joins the only one who has it."""
    clusters: list[Cluster] = []
    by_part: dict[str, list[Cluster]] = {}
    for member in sorted(members, key=lambda one: len(one.parts) < 2):
        last = member.parts[-1:]
        candidates = [
            cluster
            for cluster in by_part.get("".join(last), ())
            if cluster.takes(member) and all(_named_alike(one, member) for one in cluster.members)
        ]
        if len(member.parts) < 2:
            fitting = candidates if len(candidates) == 1 else []
        else:
            fitting = [one for one in candidates if _is_one(one.members, member)]
        if fitting:
            cluster = max(fitting, key=lambda one: _evidence(one.members, member))
        else:
            cluster = Cluster()
            clusters.append(cluster)
            for part in {*member.parts[:1], *last}:
                by_part.setdefault(part, []).append(cluster)
        cluster.members.append(member)
    return clusters


def _joins(people: Sequence[Cluster], member: Member) -> bool:
    """Put what one article takes for an organization with the person of just that name.

    A surname alone joins only those who have their full name in the same article.
    """
    parts = person_parts(member.actor.name)
    for cluster in people:
        for one in cluster.members:
            full = person_parts(one.actor.name)
            is_surname = one.article == member.article and parts == full[-1:]
            if len(full) > 1 and (parts == full or is_surname):
                cluster.members.append(member)
                return True
    return False


def _named_alike(one: Member, other: Member) -> bool:
    if len(one.parts) < 2 or len(other.parts) < 2:
        shorter, longer = sorted((one.parts, other.parts), key=len)
        return bool(shorter) and shorter[-1] in (longer[-1], longer[0])
    return may_be_one_person(one.parts, other.parts)


def _is_one(members: Sequence[Member], member: Member) -> bool:
    """True unless the roles are those of different people and nothing else says they are one."""
    if not any(_roles_conflict(one, member) for one in members):
        return True
    return _evidence(members, member) >= SAME_WORDS


def _roles_conflict(one: Member, other: Member) -> bool:
    if not one.role or not other.role or one.role & other.role:
        return False
    general = frozenset(stems(" ".join(word_list("dossier", "general"))))
    return not (one.role & general) and not (other.role & general)


def _evidence(members: Iterable[Member], member: Member) -> int:
    """The most words that two sentences about them share."""
    return max(
        (len(mine & theirs) for one in members for theirs in one.told for mine in member.told),
        default=0,
    )


def _organizations(members: Sequence[Member]) -> list[Cluster]:
    clusters: list[Cluster] = []
    by_key: dict[str, list[Cluster]] = {}
    for member in sorted(members, key=lambda one: len(one.acronyms) == 0):
        keys = [*sorted(member.keys, key=lambda key: -len(key))]
        keys += [f"acronym {one}" for one in member.short]
        candidates = [
            cluster for key in keys for cluster in by_key.get(key, ()) if cluster.takes(member)
        ]
        if candidates:
            cluster = candidates[0]
        else:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.members.append(member)
        for key in (*keys, *(f"acronym {one}" for one in member.acronyms)):
            named = by_key.setdefault(key, [])
            if cluster not in named:
                named.append(cluster)
    return clusters


def _actor_of(members: Sequence[Member], articles: int) -> DossierActor:
    ordered = sorted(members, key=lambda one: one.article)
    names = Counter(one.actor.name for one in ordered)
    name = max(names, key=lambda one: (len(one.split()) > 1, names[one], len(one)))
    others = dict.fromkeys(other for one in ordered for other in one.names if other != name)
    kinds: Counter[ActorKind] = Counter()
    for one in ordered:
        kinds[one.actor.kind] += max(1, len(one.actor.mentions))
    return DossierActor(
        id="",
        name=name,
        kind=kinds.most_common(1)[0][0],
        aliases=tuple(others),
        salience=round(sum(one.actor.salience for one in ordered) / articles, 4),
        appearances=tuple(map(_appearance, ordered)),
        roles_differ=_roles_differ(ordered),
    )


def _appearance(member: Member) -> Appearance:
    actor = member.actor
    return Appearance(
        article=member.article,
        id=actor.id,
        name=actor.name,
        role=actor.role,
        role_passage=_role_passage(member),
        mentions=actor.mentions,
    )


def _role_passage(member: Member) -> Passage | None:
    """Where an article says what somebody is: the place nearest to one of the names."""
    role, text = member.actor.role, member.sources.text(member.article)
    if not role or not member.actor.mentions:
        return None
    best: tuple[int, int] | None = None
    for start, end in member.actor.mentions[:MOST_SENTENCES]:
        for found in (text.find(role, end), text.rfind(role, 0, start)):
            if found >= 0 and (best is None or abs(found - start) < best[0]):
                best = abs(found - start), found
    if best is None:
        return None
    return member.sources.passage(member.article, (best[1], best[1] + len(role)))


def _roles_differ(members: Sequence[Member]) -> bool:
    """True if the words of two roles are neither the same nor the one more than the other."""
    roles = [
        frozenset(map(folded, one.actor.role.split())) if not one.role else one.role
        for one in members
        if one.actor.role
    ]
    return any(
        not mine <= other and not other <= mine
        for place, mine in enumerate(roles)
        for other in roles[:place]
    )
