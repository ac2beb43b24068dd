"""Names in a sentence that another article does not have at all."""

from __future__ import annotations

import re
from functools import cached_property

from briefing.dossier.alignment import Unit
from briefing.dossier.differences.slots import Ids
from briefing.dossier.names import is_title, person_parts
from briefing.dossier.sources import Sources
from briefing.dossier.words import folded, is_empty
from briefing.model import Actor, Location, Span

NAMED_PLACE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Ff]rom|[Aa]round|of|to|off|into|between|hits?|struck"
    r"|reached|left)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})"
)
"""What may be a place, after a word that says where, or what a storm does to it."""

FIRST_NAME = re.compile(r"\b(?P<name>[A-Z][a-z]+) $")
CREDIT = re.compile(r"\b(?:photos?|pictures?|images?|credit|courtesy)\b[^.;]{0,40}$", re.IGNORECASE)
"""Before the name of a photographer."""

Place = tuple[str, Location | None, Span]
"""A name in small letters, what is known of the place, and where it stands."""


class UnknownNames:
    """Looks names up in the other articles.

    Args:
        sources: The briefings.
        actor_ids: The `id` in the dossier of each actor of an article.
        place_ids: The same for places.
    """

    def __init__(self, sources: Sources, actor_ids: Ids, place_ids: Ids) -> None:
        self._sources = sources
        self._actor_ids = actor_ids
        self._place_ids = place_ids
        self._people: dict[tuple[int, int], list[Actor]] = {}
        self._places: dict[Unit, list[Place]] = {}

    @cached_property
    def _texts(self) -> list[str]:
        return [folded(briefing.article.text) for briefing in self._sources.briefings]

    @cached_property
    def _known(self) -> list[set[str | None]]:
        """The ids of all actors and places of each article."""
        return [
            {self._actor_ids.get((number, actor.id)) for actor in briefing.actors}
            | {self._place_ids.get((number, place.id)) for place in briefing.locations}
            for number, briefing in enumerate(self._sources.briefings)
        ]

    def people(self, article: int, other: int) -> list[Actor]:
        """The people of an article whom another one does not name."""
        found = self._people.get((article, other))
        if found is None:
            found = self._people[article, other] = [
                actor
                for actor in self._sources.briefings[article].actors
                if actor.kind == "person"
                and actor.mentions
                and self._actor_ids.get((article, actor.id)) not in self._known[other]
                and " ".join(person_parts(actor.name)) not in self._texts[other]
            ]
        return found

    def people_in(self, unit: Unit, other: int) -> list[tuple[Actor, Span]]:
        """Those of a sentence, each where it is by words that the other article has not."""
        found = []
        for actor in self.people(unit.article, other):
            for span in actor.mentions:
                is_inside = unit.span[0] <= span[0] and span[1] <= unit.span[1]
                if not is_inside or self.words(unit, span) in self._texts[other]:
                    continue
                before = self._sources.text(unit.article)[unit.span[0] : span[0]]
                if before != "(" and not CREDIT.search(before):
                    found.append((actor, span))
                    break
        return found

    def places_in(self, unit: Unit, other: int) -> list[Place]:
        """Places of a sentence that another article does not name, each once."""
        return [
            place
            for place in self._named_places(unit)
            if place[0] not in self._texts[other]
            and not (place[1] and self._id_of(unit, place[1]) in self._known[other])
        ]

    def words(self, unit: Unit, span: Span) -> str:
        """Words of a sentence in small letters."""
        return folded(self._sources.text(unit.article)[slice(*span)])

    def before(self, unit: Unit, span: Span) -> str:
        """A sentence as far as a span."""
        return self._sources.text(unit.article)[unit.span[0] : span[0]]

    def name(self, unit: Unit, span: Span) -> str:
        """The same with a word before it that may begin the name: "Ana" before "Sofia Ruiz"."""
        text = self._sources.text(unit.article)
        first = FIRST_NAME.search(text, unit.span[0], span[0])
        is_title_word = first and is_title(folded(first["name"]))
        start = first.start("name") if first and not is_title_word else span[0]
        return folded(text[start : span[1]])

    def _id_of(self, unit: Unit, place: Location) -> str | None:
        return self._place_ids.get((unit.article, place.id))

    def _named_places(self, unit: Unit) -> list[Place]:
        """All places of a sentence; many a small one is in no gazetteer."""
        if unit in self._places:
            return self._places[unit]
        briefing, (start, end) = self._sources.briefings[unit.article], unit.span
        found: dict[str, Place] = {}
        for place in briefing.locations:
            for span in place.mentions:
                if start <= span[0] and span[1] <= end:
                    name = folded(place.name)
                    found.setdefault(name, (name, place, span))
        taken = [
            *(span for place in briefing.locations for span in place.mentions),
            *(span for one in briefing.actors if one.kind == "person" for span in one.mentions),
            *((date.start, date.end) for date in briefing.dates),
            *((quote.start, quote.end) for quote in briefing.quotes),
        ]
        for match in NAMED_PLACE.finditer(briefing.article.text, start, end):
            begin, stop = match.span("name")
            is_free = not any(begin < b and a < stop for a, b in taken)
            if is_free and not is_empty(match["name"].split()[0]):
                name = folded(match["name"])
                found.setdefault(name, (name, None, (begin, stop)))
        self._places[unit] = list(found.values())
        return self._places[unit]
