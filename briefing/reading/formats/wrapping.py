"""Lines of a hard-wrapped text, joined into paragraphs again."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import NamedTuple

from briefing.languages.detection import language_of
from briefing.reading.furniture import is_furniture
from briefing.reading.masthead import authors_of, is_date_line

NARROWEST, WIDEST = 34, 120
"""Columns between which the right edge of a hard-wrapped text lies."""
WITHIN_EDGE = 0.9
"""Share of the broken lines that lie within the right edge; the others stick out."""
CUT_SHARE = 0.8
FEWEST_CUT = 3
"""Lines that the right edge cut off in a sentence; fewer are no pattern."""
MOST_LOOKED_AT = 2_000
"""Broken lines; a text of millions of lines is judged by its beginning."""
FARTHEST_OUT = 1.25
"""A line that is longer by more than this factor was not wrapped with the others."""
FARTHEST_EDGE = 1.1
"""The edge itself lies no farther out than so many times where nearly all lines end."""
SENTENCE_ENDS = (".", "?", "!", ":")
CLOSING = "\"'”’)]"
BULLETS = ("•", "▪", "◦", "·", "*")


def unwrap(text: str) -> str:
    """The text with its hard-wrapped lines joined, or as it is if it is not hard-wrapped.

    A break before a small letter lies within a sentence. A text is hard-wrapped if nearly all of
    these breaks come where the next word would have run over one right edge. Lists, tables,
    transcripts and lines that are paragraphs have no such breaks; those of a poem have no edge.
    """
    if text.count("\n") == 2 * text.count("\n\n"):  # no line has one directly below
        return text
    lines = text.split("\n")
    edge = _right_edge(lines)
    return "\n".join(_joined(lines, edge, language_of(text))) if edge else text


class _Edge(NamedTuple):
    """The right edge, in columns: where nearly all lines end, and where the longest does."""

    usual: int
    farthest: int


def _right_edge(lines: list[str]) -> _Edge | None:
    """The column after which no word began, if there is one."""
    pairs = ((line, below) for line, below in pairwise(lines) if _is_broken(line, below))
    broken = list(islice(pairs, MOST_LOOKED_AT))
    if len(broken) < FEWEST_CUT:
        return None
    lengths = sorted(len(line) for line, _ in broken)
    usual = lengths[int(WITHIN_EDGE * (len(lengths) - 1))]
    if not NARROWEST <= usual <= WIDEST:
        return None
    wrapped = [(line, below) for line, below in broken if len(line) <= FARTHEST_OUT * usual]
    cut = sum(_is_cut(line, below, usual) for line, below in wrapped)
    if cut < max(FEWEST_CUT, CUT_SHARE * len(wrapped)):
        return None
    return _Edge(usual, max(n for n in lengths if n <= FARTHEST_EDGE * usual))


def _is_broken(line: str, below: str) -> bool:
    """True if a sentence goes on in the next line."""
    return bool(line) and below.lstrip()[:1].islower() and not _ends_sentence(line)


def _ends_sentence(line: str) -> bool:
    return line.rstrip(CLOSING).endswith(SENTENCE_ENDS)


def _is_cut(line: str, below: str, edge: int) -> bool:
    """True if the first word of the next line had no room."""
    if len(line) > FARTHEST_OUT * edge:
        return False
    return len(line) + 1 + len(below.lstrip().partition(" ")[0]) >= edge or _is_hyphenated(line)


def _is_hyphenated(line: str) -> bool:
    return line.endswith("-") and line[-2:-1].isalpha()


def _joined(lines: list[str], edge: _Edge, language: str) -> list[str]:
    paragraphs = [lines[:1]]
    for above, line in pairwise(lines):
        # A line that was joined to the one before it is known to be no line of the page.
        joined = len(paragraphs[-1]) > 1
        if above and line.strip() and _goes_on(above, line, edge, joined, language):
            paragraphs[-1] += ["" if _is_hyphenated(above) else " ", line.lstrip()]
        else:
            paragraphs.append([line])
    return ["".join(parts) for parts in paragraphs]


def _goes_on(line: str, below: str, edge: _Edge, in_paragraph: bool, language: str) -> bool:
    if _is_broken(line, below):
        return len(line) > edge.usual / 2
    # A paragraph may end here, so that only a line that is really full goes on.
    end = edge.farthest + 1 if _ends_sentence(line) else edge.usual
    if not _is_cut(line, below, end) or below.startswith(BULLETS):
        return False
    if _indent(below) > _indent(line) or _stands_alone(below, language):
        return False
    return in_paragraph or not _stands_alone(line, language)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _stands_alone(line: str, language: str) -> bool:
    """True if a line belongs to the page and is no part of a paragraph."""
    return (
        bool(authors_of(line, language))
        or is_date_line(line, language)
        or is_furniture(line, language)
    )
