"""A briefing about one actor or place only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from briefing.model import Actor, Briefing, Location, Sentence, Span

Named = TypeVar("Named", Actor, Location)


def narrowed(briefing: Briefing, item: Actor | Location, length: int) -> Briefing:
    """What a briefing has about an actor or a place.

    Kept are the sentences that name the item and, of an actor, what they said; actors, places and
    dates with their mentions there; and as summary the `length` best ranked of those sentences.

    Args:
        briefing: Of the whole article, with its sentences.
        item: One of its actors or locations.
        length: Wanted sentences of the summary.
    """
    named = _apart(item.mentions)
    sentences = [s for s in briefing.sentences if _overlaps(named, (s.start, s.end))]
    stretches = _apart((s.start, s.end) for s in sentences)
    quotes = tuple(
        quote
        for quote in briefing.quotes
        if _overlaps(stretches, (quote.start, quote.end))
        or (isinstance(item, Actor) and quote.speaker_id == item.id)
    )
    stretches = _apart([*stretches, *named, *((q.start, q.end) for q in quotes)])
    return replace(
        briefing,
        actors=_within(briefing.actors, stretches),
        locations=_within(briefing.locations, stretches),
        quotes=quotes,
        dates=tuple(d for d in briefing.dates if _overlaps(stretches, (d.start, d.end))),
        sentences=_ranked_anew(sentences),
    ).with_summary(length)


def _ranked_anew(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with ranks that count from 0 again."""
    order = sorted(s.rank for s in sentences if s.rank is not None)
    ranks = {rank: number for number, rank in enumerate(order)}
    return tuple(replace(s, rank=None if s.rank is None else ranks[s.rank]) for s in sentences)


def _within(items: Sequence[Named], stretches: Sequence[Span]) -> tuple[Named, ...]:
    """The items that are named there, each with its mentions there."""
    kept = (
        replace(item, mentions=tuple(m for m in item.mentions if _overlaps(stretches, m)))
        for item in items
    )
    return tuple(item for item in kept if item.mentions)


def _overlaps(spans: Sequence[Span], other: Span) -> bool:
    """Whether one of the spans, ordered and apart, shares a character with another span."""
    last = bisect_right(spans, other[1] - 1, key=lambda span: span[0])
    return last > 0 and spans[last - 1][1] > other[0]


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The same stretches of text in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
