"""What a number counts, by the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import Span

COUNTS = ("nummod", "quantmod", "compound", "amod", "npadvmod", "det", "nmod")
FARTHEST = 6
"""Tokens between a number and the last word of what it counts."""
DETERMINERS = ("the", "those", "these", "all", "its", "their", "his", "her", "our", "such", "more")


def counted_words(doc: Doc, start: int, end: int) -> Span | None:
    """The words for what the number at a span counts, or None.

    Args:
        doc: The parse.
        start: Of the number with its unit.
        end: Likewise.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return None
    following = doc[span.end]
    if following.lower_ == "of" and span.end + 1 < len(doc):
        return _object_of(doc, following)
    head = _head(span.root, span.end)
    if head is None or head.i < span.end or head.i - span.end > FARTHEST:
        return None
    return _without_determiner(doc, span.end, head.i)


def _head(token: Token, end: int) -> Token | None:
    """The noun that a number belongs to."""
    while token.i < end and token.dep_ in COUNTS and token.head is not token:
        token = token.head
    if token.i < end or not token.text[:1].isalpha():
        return None
    return token


def _object_of(doc: Doc, preposition: Token) -> Span | None:
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    if not objects:
        return None
    last = objects[0]
    if last.i - preposition.i > FARTHEST or not last.text[:1].isalpha():
        return None
    return _without_determiner(doc, preposition.i + 1, last.i)


def _without_determiner(doc: Doc, first: int, last: int) -> Span:
    while first < last and doc[first].lower_ in DETERMINERS:
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last])
