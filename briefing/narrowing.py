"""A briefing narrowed to one actor or place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from briefing.model import Actor, Briefing, Location, Sentence, Span

Named = TypeVar("Named", Actor, Location)


def narrowed(briefing: Briefing, item: Actor | Location, length: int) -> Briefing:
    """The part of a briefing that concerns an actor or a place.

    It keeps the sentences that name the item and, for an actor, what they said; the actors, places,
    dates and figures that are mentioned there; and as its summary the `length` best ranked of those
    sentences.

    Args:
        briefing: Of the whole article, with its sentences.
        item: One of its actors or locations.
        length: How many sentences the summary is to have.
    """
    named = _merged(item.mentions)
    sentences = [s for s in briefing.sentences if _overlaps(named, (s.start, s.end))]
    spans = _merged((s.start, s.end) for s in sentences)
    quotes = tuple(
        quote
        for quote in briefing.quotes
        if _overlaps(spans, (quote.start, quote.end))
        or (isinstance(item, Actor) and quote.speaker_id == item.id)
    )
    spans = _merged([*spans, *named, *((q.start, q.end) for q in quotes)])
    return replace(
        briefing,
        actors=_within(briefing.actors, spans),
        locations=_within(briefing.locations, spans),
        quotes=quotes,
        dates=tuple(d for d in briefing.dates if _overlaps(spans, (d.start, d.end))),
        figures=tuple(f for f in briefing.figures if _overlaps(spans, (f.start, f.end))),
        sentences=ranked_anew(sentences),
    ).with_summary(length)


def ranked_anew(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with their ranks counted from 0 again."""
    order = sorted(s.rank for s in sentences if s.rank is not None)
    ranks = {rank: number for number, rank in enumerate(order)}
    return tuple(replace(s, rank=None if s.rank is None else ranks[s.rank]) for s in sentences)


def _within(items: Sequence[Named], spans: Sequence[Span]) -> tuple[Named, ...]:
    """The items that are mentioned within the spans, each with those mentions only."""
    kept = (
        replace(item, mentions=tuple(m for m in item.mentions if _overlaps(spans, m)))
        for item in items
    )
    return tuple(item for item in kept if item.mentions)


def _overlaps(spans: Sequence[Span], other: Span) -> bool:
    """True if a span shares a character with one of several, which are in order and disjoint."""
    last = bisect_right(spans, other[1] - 1, key=lambda span: span[0])
    return last > 0 and spans[last - 1][1] > other[0]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, with those that overlap merged into one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
