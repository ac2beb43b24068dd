"""What an article does with a name: the evidence that it is of someone who acts.

A label of the model says little about names that it has never seen. What counts is whether the name
is the subject of verbs, speaks, bears a role or title, stands in the headline, how often it comes,
and whether its form and its place in the sentence are those of a thing that people only use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import log

from spacy.tokens import Doc, Span

from briefing.model import Actor, Article
from briefing.tables import rows, word_list
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.grammar import SUBJECTS
from briefing.tagging.lexicon.ordinary_words import is_ordinary
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.tagging.names.entities import institutions

PLACE_PREPOSITIONS = frozenset(
    "in at on near from through across around into inside outside".split()
)
THINGS = frozenset("PRODUCT WORK_OF_ART EVENT LAW FAC LANGUAGE".split())
REPORTED = frozenset("reported reports report wrote writes".split())
MENTIONS_READ = 30
LEAST = 0.25
"""Log-odds from which a name is taken for one that acts."""


def features(article: Article, doc: Doc, actor: Actor) -> dict[str, float]:
    """What speaks for and against an actor; shares and marks between 0 and 1, counts as logarithms.

    Args:
        article: The article.
        doc: Its parse.
        actor: One of its actors, with its role.
    """
    title = next((p for p in article.paragraphs if p.kind == "title"), None)
    title_end = title.end if title else 0
    body = [m for m in actor.mentions if m[0] >= title_end]
    spans = [
        span
        for m in actor.mentions[:MENTIONS_READ]
        if (span := doc.char_span(*m, alignment_mode="expand")) is not None and len(span)
    ]
    count = max(1, len(spans))
    words = actor.name.split()
    subjects = sum(span.root.dep_ in SUBJECTS or span.root.dep_ == "agent" for span in spans)
    speaks = sum(map(_speaks, spans))
    heads = word_list("organizations", "head") | word_list("organizations", "other")
    return {
        "person": float(actor.kind == "person"),
        "organization": float(actor.kind == "organization"),
        "group": float(actor.kind == "group"),
        "government": float(actor.kind == "government"),
        "mentions": log(len(actor.mentions)),
        "in headline": float(actor.mentions[0][0] < title_end),
        "only in headline": float(not body),
        "first": 1 - actor.mentions[0][0] / max(1, len(article.text)),
        "subject": float(subjects > 0),
        "subjects": subjects / count,
        "speaks": float(speaks > 0),
        "role": float(actor.role is not None),
        "given name": float(words[0].lower() in given_names()),
        "organization word": float(words[-1] in heads or words[0] in heads),
        "institution": float(actor.name in institutions()),
        "one word": float(len(words) == 1),
        "long": float(len(words) > 4),
        "ordinary": sum(is_ordinary(word) for word in words) / len(words),
        "capitals": float(actor.name.isupper() and len(actor.name) > 5),
        "acronym": float(actor.name.isupper() and len(actor.name) <= 5),
        "digits": float(any(char.isdigit() for char in actor.name)),
        "attributive": sum(map(_is_attributive, spans)) / count,
        "in": sum(map(_is_in, spans)) / count,
        "owner": sum(_is_owner(span) for span in spans) / count,
        "with a": sum(_before(span) in ("a", "an") for span in spans) / count,
        "with the": sum(_before(span) == "the" for span in spans) / count,
        "told": sum(map(_is_told, spans)) / count,
        "media": float(
            words[-1] in word_list("organizations", "media")
            or actor.name in word_list("organizations", "media")
        ),
        "thing": sum(_has_label(span, THINGS) for span in spans) / count,
        "unlabeled": sum(not _has_label(span, None) for span in spans) / count,
    }


def _speaks(span: Span) -> bool:
    head = span.root.head
    if span.root.dep_ == "nsubj" and reporting_forms().get(head.lower_) == "speech":
        return True
    before = span.doc[max(0, span.start - 2) : span.start].text.lower()
    if before == "according to":
        return True
    if span.end < len(span.doc) and span.doc[span.end].text == ":":
        return True
    near = [span.doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(span.doc)]
    return any(token.lower_ in ("said", "says", "told", "added") for token in near)


def _reports(span: Span) -> bool:
    """True for "the Harbor Post reported" and "according to the Harbor Post"."""
    told = span.root.dep_ in SUBJECTS and span.root.head.lower_ in REPORTED
    before = span.doc[max(0, span.start - 3) : span.start].text.lower()
    return told or "according to" in before


def _is_attributive(span: Span) -> bool:
    """True if the name only describes the noun after it: "Windows users"."""
    root = span.root
    return root.dep_ in ("compound", "nmod", "amod") and root.head.i >= span.end


def _is_in(span: Span) -> bool:
    return span.root.dep_ == "pobj" and span.root.head.lower_ in PLACE_PREPOSITIONS


def _is_told(span: Span) -> bool:
    """True if somebody speaks to the name: "told the Harbor Post"."""
    before = span.doc[max(0, span.start - 3) : span.start].text.lower()
    return any(word in before for word in ("told", "interview with", "speaking to", "spoke to"))


def _is_owner(span: Span) -> bool:
    return span.root.dep_ == "poss"


def _before(span: Span) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _has_label(span: Span, labels: frozenset[str] | None) -> bool:
    found = {token.ent_type_ for token in span if token.ent_type_}
    return bool(found) if labels is None else bool(found & labels)


def admitted(article: Article, doc: Doc, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those who act, the one that a reader must know most first.

    Args:
        article: The article.
        doc: Its parse.
        actors: Who may act, with roles; those that the file of names knows do act.
    """
    found = [(actor, features(article, doc, actor)) for actor in actors]
    found = [(a, marks) for a, marks in found if a.by or not _is_quoted_medium(doc, a, marks)]
    likely = [(actor, marks) for actor, marks in found if actor.by or _score("acts", marks) > LEAST]
    likely.sort(key=lambda pair: (-_score("matters", pair[1]), pair[0].mentions[0]))
    return tuple(actor for actor, _ in likely)


def _is_quoted_medium(doc: Doc, actor: Actor, marks: Mapping[str, float]) -> bool:
    """True for a medium of which an article says no more than that it reported something."""
    if not marks["media"] or marks["in headline"]:
        return False
    spans = [doc.char_span(*mention, alignment_mode="expand") for mention in actor.mentions]
    return all(
        span is not None
        and (_reports(span) or _is_told(span) or _is_attributive(span) or _is_owner(span))
        for span in spans
    )


def _score(question: str, marks: Mapping[str, float]) -> float:
    """The answer to a question as log-odds, with the weights of `data/en/actor_evidence.tsv`."""
    weights = _weights()[question]
    return weights["constant"] + sum(weights[name] * value for name, value in marks.items())


@cache
def _weights() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {"acts": {}, "matters": {}}
    for mark, acts, matters in rows("actor_evidence"):
        table["acts"][mark] = float(acts)
        table["matters"][mark] = float(matters)
    return table
