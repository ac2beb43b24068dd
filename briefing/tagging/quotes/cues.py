"""The words around a quotation and the verbs of speaking among them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.tagging.lexicon.grammar import SURE_FORMS
from briefing.tagging.lexicon.verbs import VerbClass, reporting_forms
from briefing.tagging.quotes.clauses import Clauses
from briefing.text.quotation_marks import Quoted

VERBAL = frozenset("ROOT conj advcl ccomp relcl acl xcomp parataxis pcomp".split())
RARELY_VERBAL = frozenset("dep csubj appos pobj intj".split())
"""Labels that verbs have by mistake; a form that may be a noun, as "report", is one there."""
SEGMENT = 60
"""Words beside a quotation that are searched for a verb of speaking."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A stretch with the words around it, as token indexes.

    Attributes:
        left: Words before it up to the sentence's start, the previous stretch or a sentence end.
        right: Words behind it, likewise.
        fresh: Whether the words behind it begin a new sentence.
    """

    left: range
    right: range
    fresh: bool


NOWHERE = Setting(range(0), range(0), True)


def setting(clauses: Clauses, stretch: Quoted, floor: int, ceiling: int) -> Setting:
    """The words around a stretch.

    Args:
        clauses: The article's parse.
        stretch: The stretch.
        floor: Offset where the paragraph or the previous stretch ends.
        ceiling: Offset where the paragraph ends or the next stretch starts.
    """
    doc = clauses.doc
    first = clauses.at(stretch.outer_start)
    lowest = max(clauses.at(floor), first - SEGMENT)
    start = first
    while start > lowest and not clauses.ends_sentence(start - 1):
        start -= 1
        if doc[start].is_sent_start and start < first:
            break
    behind = clauses.at(stretch.outer_end)
    highest = min(clauses.at(ceiling), behind + SEGMENT)
    last = doc[clauses.at(stretch.end) - 1].text[-1:] if stretch.end > stretch.start else ""
    lower = behind < highest and doc[behind].text[:1].islower()
    touching = behind < highest and doc[behind].text == ","
    fresh = last in {".", "…"} and not lower and not touching
    end = behind
    while end < highest and not clauses.ends_sentence(end):
        if end > behind + 1 and doc[end].is_sent_start and not clauses.quoted[end - 1]:
            break
        end += 1
    return Setting(range(start, first), range(behind, end), fresh)


def is_skipped(clauses: Clauses, i: int) -> bool:
    """Whether a token is no word."""
    return clauses.doc[i].is_punct or clauses.doc[i].is_space


def verb_class(clauses: Clauses, i: int) -> VerbClass | None:
    """The class of a verb of speaking, or None for other words and for nouns of the same form."""
    token = clauses.doc[i]
    form = token.lower_
    kind = reporting_forms().get(form)
    if kind is None or form in SURE_FORMS or token.dep_ in VERBAL:
        return kind
    return kind if token.dep_ in RARELY_VERBAL and form.endswith(("ing", "ed")) else None


def cue_at(clauses: Clauses, verb: int) -> tuple[int, int]:
    """The verb with what belongs to it right beside it: "said in a statement", "has said"."""
    doc = clauses.doc
    start, end = verb, verb + 1
    while start > 0 and doc[start - 1].dep_ in {"aux", "neg"} and doc[start - 1].head.i == verb:
        start -= 1
    for child in doc[verb].rights:
        if child.i != end or clauses.quoted[child.i]:
            break
        if (
            child.dep_ == "prep"
            and child.lower_ in {"in", "on", "by"}
            and child.right_edge.i - verb <= 4
        ):
            end = child.right_edge.i + 1
        break
    while end > verb + 1 and (doc[end - 1].is_punct or clauses.quoted[end - 1]):
        end -= 1
    return start, end
