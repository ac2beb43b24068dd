"""Which item of a briefing a correction is about; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

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


def spans_of(item: object) -> tuple[Span, ...]:
    """Where an item stands: its mentions, or its own span."""
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
    span, text = target.span, target.text
    tests: list[Callable[[Item], bool]] = [
        lambda item: span in spans_of(item),
        lambda item: text is not None and getattr(item, "name", getattr(item, "text", "")) == text,
    ]
    if not exactly:
        tests += [
            lambda item: text is not None and text in getattr(item, "aliases", ()),
            lambda item: span is not None and _overlap(spans_of(item), span),
        ]
    for test in tests:
        for number, item in enumerate(items):
            if test(item):
                return number
    return None


def _overlap(spans: Sequence[Span], other: Span) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)
