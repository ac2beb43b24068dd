"""The words around a quotation and the verbs of speaking among them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.tagging.lexicon.grammar import CLAUSES, SURE_FORMS
from briefing.tagging.lexicon.verbs import VerbClass, reporting_forms
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.text.quotation_marks import Quoted

VERBAL = CLAUSES | {"conj"}
RARELY_VERBAL = frozenset("dep csubj appos pobj intj".split())
"""Labels that verbs have by mistake; a form that may be a noun, as "report", is one there."""
SEGMENT = 60
"""Words beside a quotation that are searched for a verb of speaking."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A passage with the words around it, as token indexes.

    Attributes:
        left: Words before it up to the sentence's start, the previous passage or a sentence end.
        right: Words after it, likewise.
        fresh: True if the words after it begin a new sentence.
    """

    left: range
    right: range
    fresh: bool


NOWHERE = Setting(range(0), range(0), True)


def setting(parse: ArticleParse, passage: Quoted, floor: int, ceiling: int) -> Setting:
    """The words around a passage.

    Args:
        parse: The article's parse.
        passage: The passage.
        floor: Offset where the paragraph or the previous passage ends.
        ceiling: Offset where the paragraph ends or the next passage starts.
    """
    doc = parse.doc
    first = parse.at(passage.outer_start)
    lowest = max(parse.at(floor), first - SEGMENT)
    start = first
    while start > lowest and not parse.ends_sentence(start - 1):
        start -= 1
        if doc[start].is_sent_start and start < first:
            break
    after = parse.at(passage.outer_end)
    highest = min(parse.at(ceiling), after + SEGMENT)
    last = doc[parse.at(passage.end) - 1].text[-1:] if passage.end > passage.start else ""
    lower = after < highest and doc[after].text[:1].islower()
    touching = after < highest and doc[after].text == ","
    fresh = last in {".", "…"} and not lower and not touching
    end = after
    while end < highest and not parse.ends_sentence(end):
        if end > after + 1 and doc[end].is_sent_start and not parse.quoted[end - 1]:
            break
        end += 1
    return Setting(range(start, first), range(after, end), fresh)


def is_skipped(parse: ArticleParse, i: int) -> bool:
    """True if a token is no word."""
    return parse.doc[i].is_punct or parse.doc[i].is_space


def verb_class(parse: ArticleParse, i: int) -> VerbClass | None:
    """The class of a verb of speaking, or None for other words and for nouns of the same form."""
    token = parse.doc[i]
    form = token.lower_
    kind = reporting_forms().get(form)
    if kind is None or form in SURE_FORMS or token.dep_ in VERBAL:
        return kind
    return kind if token.dep_ in RARELY_VERBAL and form.endswith(("ing", "ed")) else None


def cue_at(parse: ArticleParse, verb: int) -> tuple[int, int]:
    """The verb with what belongs to it right beside it: "said in a statement", "has said"."""
    doc = parse.doc
    start, end = verb, verb + 1
    while start > 0 and doc[start - 1].dep_ in {"aux", "neg"} and doc[start - 1].head.i == verb:
        start -= 1
    for child in doc[verb].rights:
        if child.i != end or parse.quoted[child.i]:
            break
        if (
            child.dep_ == "prep"
            and child.lower_ in {"in", "on", "by"}
            and child.right_edge.i - verb <= 4
        ):
            end = child.right_edge.i + 1
        break
    while end > verb + 1 and (doc[end - 1].is_punct or parse.quoted[end - 1]):
        end -= 1
    return start, end
