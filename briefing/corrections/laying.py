"""Corrections laid over a briefing; pure.

What was found is never changed: the result is another briefing, whose touched items say who touched
them. Each correction is laid over what those before it left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.corrections import page_choices
from briefing.corrections.checking import problem_of
from briefing.corrections.items import Items
from briefing.corrections.matching import find, spans_of
from briefing.corrections.occurrences import occurrences
from briefing.corrections.values import Correction, CorrectionKind, Target
from briefing.errors import BriefingError
from briefing.model import Actor, Article, Briefing, DateMention, Location, Quote, Span

if TYPE_CHECKING:
    from briefing.tagging.locations.gazetteer import Place

Item = TypeVar("Item", bound=Struct)
PlaceOf = Callable[[int], "Place | None"]
"""Gives the place of a GeoNames id, or None where there is none."""
METADATA: dict[CorrectionKind, tuple[str, object]] = {
    "set_title": ("title", ""),
    "set_authors": ("authors", ()),
    "set_outlet": ("outlet", ""),
    "set_published": ("published", None),
}
"""What of an article each kind changes, and what stands there when it is cleared."""


def corrected(
    found: Briefing, corrections: Sequence[Correction], place_of: PlaceOf | None = None
) -> Briefing:
    """A briefing as the reader wants it.

    Args:
        found: The briefing as it was found, of this or another version, or with the first of these
            corrections laid over it already, which are not laid over it again.
        corrections: In the order in which they were made.
        place_of: Looks up places; the gazetteer of the package if None.

    Returns:
        The briefing with `corrections`, each of which says if it fits.
    """
    laid = found.corrections
    rest = corrections[len(laid) :]
    if not rest:
        return found
    items = Items(found)
    more = []
    for one in rest:
        more.append(replace(one, fits=_lay(items, one, place_of or _in_gazetteer)))
        items.settle()
    return replace(
        items.briefing(), corrections=(*laid, *more), article=described(found.article, rest)
    )


def described(article: Article, corrections: Sequence[Correction]) -> Article:
    """An article with title, authors, outlet and publication date as the reader set them."""
    for one in corrections:
        if one.kind in METADATA and not problem_of(one, article.text):
            field, empty = METADATA[one.kind]
            value: Any = empty if one.to is None else one.to
            article = replace(article, **{field: value})
    return article


def _lay(items: Items, one: Correction, place_of: PlaceOf) -> bool:
    """Lay one correction over the items; False where it does not fit."""
    if problem_of(one, items.article.text):
        return False
    if one.kind in METADATA:
        return True
    if one.kind == "write":
        return page_choices.write(items, one)
    if one.target.part == "highlights":
        return page_choices.highlight(items, one)
    if one.kind == "add":
        return _add(items, one)
    part = items.part(one.target.part)
    number = find(part, one.target, exactly=one.kind == "hide")
    if number is None:
        return False
    match one.kind:
        case "hide":
            items.remove(one.target.part, number)
        case "merge" if isinstance(one.to, Target):
            return _merge(items, one.target.part, number, find(part, one.to))
        case "split":
            return _split(items, one.target, number)
        case "rename":
            item = part[number]
            names = {"aliases": _other_names(item, one.to)} if isinstance(item, Actor) else {}
            part[number] = _touched(item, name=one.to, **names)
        case "set_role":
            by = None if one.to is None else "reader"
            part[number] = _touched(part[number], role=one.to, role_by=by)
        case "set_kind":
            part[number] = _touched(part[number], kind=one.to)
        case "set_speaker":
            return _set_speaker(items, one, number)
        case "confirm_speaker":
            part[number] = _touched(part[number], certain=True)
        case "set_place":
            return _set_place(items, one.to, number, place_of)
        case "set_value":
            part[number] = _touched(part[number], value=one.to)
        case _:
            return page_choices.choose(items, one, number)
    return True


def _touched(item: Item, **changes: object) -> Item:
    return replace(item, by="reader", **changes)


def _other_names(actor: Actor, name: object) -> tuple[str, ...]:
    """What an actor is called besides a new name; the one of before comes first."""
    return tuple(other for other in dict.fromkeys((actor.name, *actor.aliases)) if other != name)


def _add(items: Items, one: Correction) -> bool:
    span, part, text = one.target.span, one.target.part, items.article.text
    assert span is not None
    words = text[slice(*span)]
    listed = items.part(part)
    if any(span in spans_of(item) for item in listed):
        return part != "summary" or items.prefer_sentence(span)
    match part:
        case "actors" | "locations":
            named = {mention for item in listed for mention in spans_of(item)}
            others = (other for other in occurrences(text, words) if other not in named)
            items.add_named(part, one.to, tuple(sorted({span, *others})), span)
        case "quotes":
            items.add_at(part, Quote(text=words, start=span[0], end=span[1], by="reader"))
        case "dates":
            items.add_at(part, DateMention(text=words, start=span[0], end=span[1], by="reader"))
        case _:
            return items.prefer_sentence(span)
    return True


def _merge(items: Items, part: str, number: int, into: int | None) -> bool:
    if into is None:
        return False
    if into != number:
        items.merge(part, number, into)
    return True


def _split(items: Items, target: Target, number: int) -> bool:
    item = items.part(target.part)[number]
    assert target.span is not None
    if target.span not in item.mentions:
        return False
    if len(item.mentions) > 1:
        items.split(target.part, number, target.span)
    return True


def _set_speaker(items: Items, one: Correction, number: int) -> bool:
    quotes = items.part(one.target.part)
    if not isinstance(one.to, Target):
        quotes[number] = _touched(quotes[number], **_speaker(None))
        return True
    actor = find(items.actors, one.to) if one.to.part == "actors" else None
    if actor is None and one.to.part == "article" and one.to.span is not None:
        span = one.to.span
        named = (n for n, other in enumerate(items.actors) if span in other.mentions)
        actor = next(named, None)
    if actor is not None:
        speaker = items.actors[actor]
        at = one.to.span if one.to.span in speaker.mentions else None
        said = _speaker(speaker.name, speaker, at)
    elif one.to.part == "article" and one.to.span is not None:
        said = _speaker(items.article.text[slice(*one.to.span)], None, one.to.span)
    else:
        return False
    quotes[number] = _touched(quotes[number], **said)
    return True


def _speaker(
    name: str | None, actor: Actor | None = None, at: Span | None = None
) -> dict[str, Any]:
    """Who says a quote, with the role that the article gives them: a quote cannot mark another."""
    return {
        "speaker": name,
        "speaker_id": actor.id if actor else None,
        "speaker_mention": at,
        "role": actor.role if actor and not actor.role_by else None,
        "certain": name is not None,
    }


def _set_place(items: Items, to: object, number: int, place_of: PlaceOf) -> bool:
    place = place_of(to) if isinstance(to, int) else None
    if place is None and to is not None:
        return False
    location: Location = items.locations[number]
    items.locations[number] = _touched(
        location,
        kind=place.kind if place else location.kind,
        geonames_id=place.id if place and place.id > 0 else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
    )
    return True


def _in_gazetteer(geonames_id: int) -> Place | None:
    from briefing.tagging.locations.gazetteer import Gazetteer

    try:
        return Gazetteer().place(geonames_id)
    except BriefingError:
        return None
