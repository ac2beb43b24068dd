"""Which item of a briefing a correction is about; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from briefing.corrections.composition import Place
from briefing.corrections.values import Part, Target
from briefing.model import Actor, DateMention, Figure, Location, Quote, Span, SummarySentence


class Spanned(Protocol):
    """Anything that stands at one place of the article."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after its last character."""
        ...


Item = TypeVar("Item")
PARTS: dict[type[Struct], Part] = {
    SummarySentence: "summary",
    Actor: "actors",
    Location: "locations",
    Quote: "quotes",
    DateMention: "dates",
    Figure: "figures",
}


def target_of(item: Struct) -> Target:
    """An item of a briefing as corrections name it."""
    text = item.name if isinstance(item, Actor | Location) else getattr(item, "text", None)
    return Target(part=PARTS[type(item)], span=next(iter(spans_of(item)), None), text=text)


def places_of(item: object) -> tuple[Place, ...]:
    """Where an item stands; an item of a dossier says so itself."""
    places: tuple[Place, ...] | None = getattr(item, "stands_at", None)
    return spans_of(item) if places is None else places


def spans_of(item: object) -> tuple[Span, ...]:
    """Where an item of a briefing stands: its mentions, or its own span."""
    if isinstance(item, Actor | Location):
        return item.mentions
    start, end = getattr(item, "start", None), getattr(item, "end", None)
    return () if start is None or end is None else ((start, end),)


def find(items: Sequence[Item], target: Target, *, exactly: bool = False) -> int | None:
    """The number of the item that a target means, or None where there is none.

    Args:
        items: Where to look.
        target: It is met by having its span among one's own, or else its text, or else another
            name or a span that overlaps its own.
        exactly: Do without the last, as where another item would be lost.
    """
    return find_at(items, target.span, target.text, exactly=exactly)


def find_at(
    items: Sequence[Item], span: Place | None, text: str | None, *, exactly: bool = False
) -> int | None:
    """The same for a target's span and text."""
    tests: list[Callable[[Item], bool]] = [
        lambda item: span in places_of(item),
        lambda item: text is not None and getattr(item, "name", getattr(item, "text", "")) == text,
    ]
    if not exactly:
        tests += [
            lambda item: text is not None and text in getattr(item, "aliases", ()),
            lambda item: span is not None and _overlap(places_of(item), span),
        ]
    for test in tests:
        for number, item in enumerate(items):
            if test(item):
                return number
    return None


def _overlap(spans: Sequence[Place], other: Place) -> bool:
    *where, start, end = other
    return any(list(span[:-2]) == where and span[-2] < end and start < span[-1] for span in spans)
