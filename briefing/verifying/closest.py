"""The passage of a text that is closest to a quotation, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log2

from briefing.verifying.exact import cut_off, joins
from briefing.verifying.tokens import QUOTE, Tokens
from briefing.verifying.values import EditKind

LEAST_SHARE = 0.5
"""Of the weight of a quotation's words that a passage must have to be close to it."""
TRIED = 3
"""Places that are looked at closely."""
MOST_COMMON = 300
"""A word that stands more often in the text tells little of where to look."""
MANY = 400
"""Tokens of a quotation from which on the common ones are aligned only beside others."""
ENDS = frozenset((".", "?", "!", QUOTE))

Op = tuple[EditKind, int, int, int, int]
"""A difference: its kind, and the tokens of the text and of the quotation."""


@dataclass(frozen=True)
class Passage:
    """A passage that is close to a quotation.

    Attributes:
        start: Its first token; `end` the one after the last.
        share: How much of the quotation it has, 0 to 1, each word weighed by how rare it is.
        ops: How it differs.
    """

    start: int
    end: int
    share: float
    ops: tuple[Op, ...]


def closest(text: Tokens, quoted: Tokens, *, is_final: bool = False) -> Passage | None:
    """The passage that has most of a quotation's words in their order; None if none is close.

    Args:
        text: Of the article.
        quoted: Of the quotation, without marks around it; at least one.
        is_final: True if a comma or full stop was taken off its end.
    """
    weights = [_weight(text, quoted, number) for number in range(len(quoted))]
    least = min(2, sum(quoted.are_words))
    best: Passage | None = None
    for first, last in _windows(text, quoted, weights):
        blocks = _aligned(text, quoted, first, last)
        matched = [n for _, j, size in blocks for n in range(j, j + size)]
        share = sum(weights[n] for n in matched) / sum(weights)
        if share < LEAST_SHARE or sum(quoted.are_words[n] for n in matched) < least:
            continue
        if best is None or share > best.share + 1e-9:
            best = _passage(text, quoted, blocks, share, is_final=is_final)
    return best


def _weight(text: Tokens, quoted: Tokens, number: int) -> float:
    if not quoted.are_words[number]:
        return 0.01
    places = text.lower_positions.get(quoted.lower[number], ())
    return 1 / (1 + log2(max(1, len(places))))


def _windows(text: Tokens, quoted: Tokens, weights: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Parts of the text that have many of the words at about the right distances."""
    width = max(8, len(quoted) // 2)
    votes: dict[int, float] = {}
    for number, key in enumerate(quoted.lower):
        places = text.lower_positions.get(key, ())
        if quoted.are_words[number] and len(places) <= MOST_COMMON:
            for at in places:
                band = (at - number) // width
                votes[band] = votes.get(band, 0.0) + weights[number]
                votes[band - 1] = votes.get(band - 1, 0.0) + weights[number]
    for band in sorted(votes, key=lambda band: (-votes[band], band))[:TRIED]:
        first = (band - 1) * width
        yield max(0, first), min(len(text), first + 4 * width + len(quoted))


def _aligned(text: Tokens, quoted: Tokens, first: int, last: int) -> list[tuple[int, int, int]]:
    """Tokens in common: the first in the text, the first in the quotation, and how many."""
    matcher = SequenceMatcher(
        None, text.lower[first:last], quoted.lower, autojunk=len(quoted) > MANY
    )
    blocks = [(first + i, j, size) for i, j, size in matcher.get_matching_blocks() if size]
    while len(blocks) > 1 and _is_astray(quoted, blocks[0], blocks[1]):
        del blocks[0]
    while len(blocks) > 1 and _is_astray(quoted, blocks[-1], blocks[-2]):
        del blocks[-1]
    return blocks


def _is_astray(quoted: Tokens, outer: tuple[int, int, int], inner: tuple[int, int, int]) -> bool:
    """True for a mark, or a word or two far off, that only happens to be in the window."""
    before, after = sorted((outer, inner))
    gap = after[0] - before[0] - before[2]
    gap_quoted = after[1] - before[1] - before[2]
    words = sum(quoted.are_words[outer[1] : outer[1] + outer[2]])
    return not words or gap - gap_quoted > 4 * words


def _passage(
    text: Tokens,
    quoted: Tokens,
    blocks: Sequence[tuple[int, int, int]],
    share: float,
    *,
    is_final: bool,
) -> Passage:
    first, first_quoted, _ = blocks[0]
    last, last_quoted = blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]
    start = _reach(text, first, -1, first_quoted)
    end = _reach(text, last, 1, len(quoted) - last_quoted)
    ops: list[Op] = []
    if first_quoted:
        ops.append(_op(start, first, 0, first_quoted))
    for at, (i, j, size) in enumerate(blocks):
        ops += _within(text, quoted, i, j, size)
        if at + 1 < len(blocks):
            ops.append(_op(i + size, blocks[at + 1][0], j + size, blocks[at + 1][1]))
    if last_quoted < len(quoted):
        ops.append(_op(last, end, last_quoted, len(quoted)))
    if not ops:
        beside = cut_off(text, start, end, is_final=is_final)
        if beside is not None:
            n = 0 if beside < start else len(quoted)
            start, end = min(start, beside), max(end, beside + 1)
            ops.append(("left_out", beside, beside + 1, n, n))
    return Passage(start, end, share, tuple(ops))


def _reach(text: Tokens, edge: int, step: int, most: int) -> int:
    """How far a passage goes on, with words of the same sentence in the place of others."""
    for _ in range(most):
        at = edge - 1 if step < 0 else edge
        if not 0 <= at < len(text) or text.keys[at] in ENDS:
            break
        if text.begin_line[edge if step < 0 else at]:
            break
        edge += step
    return edge


def _op(first: int, last: int, first_quoted: int, last_quoted: int) -> Op:
    kind: EditKind = "changed"
    if first == last:
        kind = "added"
    elif first_quoted == last_quoted:
        kind = "left_out"
    return kind, first, last, first_quoted, last_quoted


def _within(text: Tokens, quoted: Tokens, i: int, j: int, size: int) -> Iterator[Op]:
    """Differences between tokens that are the same but for capitals and ends of paragraphs."""
    for n in range(size):
        if i + n and j + n and joins(text, i + n, quoted, j + n):
            yield "joined", i + n - 1, i + n + 1, j + n - 1, j + n + 1
        here, there = text.keys[i + n], quoted.keys[j + n]
        may_differ = 0 if j + n else 1
        if here[may_differ:] != there[may_differ:]:
            yield "changed", i + n, i + n + 1, j + n, j + n + 1
