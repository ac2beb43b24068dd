"""What of a briefing is searched, as the columns of the index; pure."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.countries import country_name
from briefing.library.searching.query import Field
from briefing.model import Actor, Briefing, Figure, Location, Quote


class Columns(Struct, frozen=True):
    """What is searched of one article; the names are those of the index.

    Attributes:
        quotes: A line for each quote.
        speakers: Who says it, in as many lines.
    """

    title: str
    text: str
    quotes: str
    speakers: str
    actors: str
    places: str
    notes: str
    figures: str
    outlet: str


COLUMN_OF: dict[Field, str] = {
    "speaker": "speakers",
    "quote": "quotes",
    "actor": "actors",
    "place": "places",
    "outlet": "outlet",
    "title": "title",
    "note": "notes",
    "figure": "figures",
}


def columns_of(briefing: Briefing) -> Columns:
    """What is searched of a briefing, with the reader's corrections laid over it."""
    article, actors = briefing.article, {actor.id: actor for actor in briefing.actors if actor.id}
    return Columns(
        title=article.title,
        text=article.text,
        quotes=_lines(quote.text for quote in briefing.quotes),
        speakers=_lines(speaker_of(quote, actors) for quote in briefing.quotes),
        actors=_lines(map(names_of, briefing.actors)),
        places=_lines(map(place_of, briefing.locations)),
        notes=_lines(notes_of(briefing)),
        figures=_lines(map(figure_of, briefing.figures)),
        outlet=article.outlet,
    )


def _lines(items: Iterator[str]) -> str:
    return "\n".join(" ".join(item.split()) for item in items)


def _once(*parts: str | None) -> str:
    """The parts that there are, each once."""
    return " · ".join(dict.fromkeys(part for part in parts if part))


def names_of(actor: Actor) -> str:
    """All names of an actor."""
    return " · ".join((actor.name, *actor.aliases))


def speaker_of(quote: Quote, actors: dict[str, Actor]) -> str:
    """All that tells who says a quote: the names and the role."""
    actor = actors.get(quote.speaker_id or "")
    known = (names_of(actor), actor.role) if actor else ()
    return _once(quote.speaker, quote.role, *known)


def place_of(location: Location) -> str:
    """A place with the division and the country that it is in."""
    return _once(location.name, location.admin1, country_name(location.country))


def figure_of(figure: Figure) -> str:
    """A figure with what it counts."""
    return _once(figure.text, figure.what, figure.unit, figure.kind)


def notes_of(briefing: Briefing) -> Iterator[str]:
    """What the reader wrote."""
    own = briefing.composition
    yield from filter(None, (own.headline, own.why, own.next, own.note))
    yield from (highlight.note for highlight in own.highlights if highlight.note)
