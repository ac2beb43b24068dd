"""What a number counts, by the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import Span
from briefing.tables import word_list

COUNTS = ("nummod", "quantmod", "compound", "amod", "npadvmod", "det", "nmod")
MORE_OR_FEWER = ("more", "fewer", "less")
NO_NOUN = ("ADP", "ADV", "SCONJ", "CCONJ", "AUX", "PART", "PUNCT")
INSIDE = ("-", ",", "'", "’", "'s", "’s", "“", '"', "”", "$", "£", "€", "(", ")", "/", "%", "&")
"""What may stand inside of the words for what is counted, besides words."""
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
    first = span.end
    if doc[first].lower_ == "or" and doc[first + 1 : first + 2].text.lower() in MORE_OR_FEWER:
        first += 2
    if first >= len(doc) or doc[first].lower_ in ("and", "or", "to", "-", "–"):
        return None
    if doc[first].lower_ == "of" and first + 1 < len(doc):
        return _object_of(doc, doc[first])
    head = _head(span.root, first)
    if head is None or head.i < first or head.i - first > FARTHEST:
        return None
    if any(comma.lower_ == "," and doc[comma.i + 1].like_num for comma in doc[first : head.i]):
        return None  # "three dead, one wounded"
    harmed = doc[first].lower_ in word_list("figure_words", "harmed")
    if harmed and head.i > first and head.text[0].isupper():
        return None  # "3 Hurt in ..." of a headline in capitals
    return _without_determiner(doc, first, head.i)


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


def _without_determiner(doc: Doc, first: int, last: int) -> Span | None:
    if doc[first].pos_ in NO_NOUN or doc[last].pos_ in NO_NOUN:
        return None
    if any(not token.text[0].isalnum() and token.text not in INSIDE for token in doc[first:last]):
        return None
    if doc[last].lower_ in word_list("figure_words", "no noun"):
        return None
    while first < last and doc[first].lower_ in DETERMINERS:
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last])
