"""Blocks of words found again in a text, in their order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

NGRAM = 4
"""Words that tell one place of a text from another."""
SHORT, LONG = 4, 8
"""Words: a shorter block is looked for between its neighbors only; a longer one may have changed a
little in the extractor."""
MOST_TRIED, MOST_PLACES = 30, 6
"""Places of the extracted text that begin as a block does, and those that are the whole block."""
LEAST_SHARE = 0.7
"""Of the four-word sequences of a block that must be in a text that it is said to be in."""
NEAR = 30
"""Words after its neighbor within which a short block is looked for."""

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text in lower case, without marks."""
    return tuple(re.findall(r"\w+", text.casefold()))


def found_in_order(blocks: Sequence[Words], text: Words) -> list[bool]:
    """Which blocks stand in a text, each in one place, in their order.

    Of all the ways to place them without crossing the one is taken that places most words.
    """
    places = _chain(list(_places(blocks, text)))
    found = [index in places for index in range(len(blocks))]
    edges = [(-1, 0, 0), *((i, *places[i]) for i in sorted(places)), (len(blocks), len(text), 0)]
    for (above, _, position), (below, limit, _) in pairwise(edges):
        for index in range(above + 1, below):
            words = blocks[index]
            if not 0 < len(words) < SHORT:
                continue
            last = min(limit - len(words), position + NEAR)
            starts = (at for at in range(position, last + 1) if text[at] == words[0])
            at = next((at for at in starts if text[at : at + len(words)] == words), None)
            if at is not None:
                found[index] = True
                position = at + len(words)
    return found


def sequences_in(words: Words) -> set[Words]:
    """All sequences of four words in a text."""
    return set(_sequences_of(words))


def share_in(words: Words, sequences: Container[Words]) -> float:
    """How many of the four-word sequences of a block are among those of a text, from 0 to 1."""
    found = [one in sequences for one in _sequences_of(words)]
    return sum(found) / len(found)


_Place = tuple[int, int, int, int]
"""A block's index, its first word in the text and the one after its last, the words it places."""


def _places(blocks: Sequence[Words], text: Words) -> Iterator[_Place]:
    """Where each block that is not short may stand in a text."""
    starts: dict[Words, list[int]] = {}
    for at, sequence in enumerate(_sequences_of(text)):
        starts.setdefault(sequence, []).append(at)
    for index, words in enumerate(blocks):
        if len(words) < SHORT:
            continue
        tried = starts.get(words[:NGRAM], ())[:MOST_TRIED]
        places = [at for at in tried if text[at : at + len(words)] == words]
        for at in places[:MOST_PLACES]:
            yield index, at, at + len(words), len(words)
        share = share_in(words, starts) if not places and len(words) >= LONG else 0
        if share >= LEAST_SHARE:
            at = next(starts[s][0] for s in _sequences_of(words) if s in starts)
            yield index, at, at + int(share * len(words)), int(share * len(words))


def _chain(places: list[_Place]) -> dict[int, tuple[int, int]]:
    """The places of the chain without crossings that has most words, by block."""
    ends: list[int] = [0]  # rising, with the most words that a chain ending there has
    most: list[int] = [0]
    last: list[int] = [-1]
    before: list[int] = []
    waiting: list[tuple[int, int, int]] = []
    current = -1
    for number, (index, begin, end, count) in enumerate(places):
        if index != current:  # places of one block exclude each other
            for entry in waiting:
                _improve(ends, most, last, entry)
            waiting, current = [], index
        at = bisect_right(ends, begin) - 1
        before.append(last[at])
        waiting.append((end, most[at] + count, number))
    for entry in waiting:
        _improve(ends, most, last, entry)
    number, chosen = last[-1], {}
    while number >= 0:
        index, begin, end, _ = places[number]
        chosen[index] = (begin, end)
        number = before[number]
    return chosen


def _improve(
    ends: list[int], most: list[int], last: list[int], entry: tuple[int, int, int]
) -> None:
    """Take a chain into the rising lists, unless a shorter one has as many words."""
    end, count, number = entry
    at = bisect_right(ends, end)
    if most[at - 1] >= count:
        return
    at = bisect_left(ends, end)
    until = at
    while until < len(ends) and most[until] <= count:
        until += 1
    ends[at:until], most[at:until], last[at:until] = [end], [count], [number]


def _sequences_of(words: Words) -> Iterator[Words]:
    for index in range(max(1, len(words) - NGRAM + 1)):
        yield words[index : index + NGRAM]
