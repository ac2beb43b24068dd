"""Who speaks a quotation, told elsewhere than in its own sentence.

A colon at the end of the paragraph before, the last sentence of the writer's, a signature after it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from briefing.model import Span
from briefing.tagging.lexicon.grammar import GENDER_OF, SUBJECTS
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.tagging.quotes.attribution import Attribution, look_left
from briefing.tagging.quotes.cues import Setting, is_skipped, verb_class
from briefing.tagging.quotes.referents import Referents

SIGNATURE = re.compile(
    r"\s*(?:[―—–~]|--?)\s*([A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,5})\s*(?:[,(][^\n]{0,100})?\.?\s*"
)


def introduction(
    parse: ArticleParse, referents: Referents, start: int, end: int
) -> Attribution | None:
    """Who a paragraph that ends with a colon announces, for the quotation that follows it.

    Args:
        parse: The article's parse.
        referents: The article's people and organizations.
        start: Offset of the paragraph.
        end: Offset after it.
    """
    last = parse.at(end) - 1
    if last < 0 or parse.doc[last].text != ":":
        return None
    first = last
    floor = parse.at(start)
    while first > floor and not parse.ends_sentence(first - 1):
        first -= 1
    found = look_left(parse, referents, Setting(range(first, last + 1), range(0), False))
    return found and replace(found, labels=False, sure=False)


def tells(parse: ArticleParse, found: Attribution) -> bool:
    """True if the cue of an attribution is a verb of speaking and not one of gesture."""
    return found.cue is not None and any(
        verb_class(parse, i) == "speech" for i in range(*found.cue)
    )


def teller(parse: ArticleParse, start: int, end: int) -> Token | None:
    """Who speaks in the last main clause of speaking between two offsets."""
    for i in range(parse.at(end) - 1, parse.at(start) - 1, -1):
        if parse.quoted[i] or parse.doc[i].dep_ not in {"ROOT", "conj", "parataxis"}:
            continue
        if verb_class(parse, i) == "speech":
            head = parse.subject(i)
            if head is not None:
                return head
    return None


def protagonist(parse: ArticleParse, referents: Referents, start: int, end: int) -> Token | None:
    """Who acts last between two offsets: a name, or "he" or "she"."""
    for i in range(parse.at(end) - 1, parse.at(start) - 1, -1):
        token = parse.doc[i]
        named = referents.is_named(i) or token.lower_ in GENDER_OF
        if named and token.dep_ in SUBJECTS and not parse.quoted[i]:
            return token
    return None


def signature(
    parse: ArticleParse, referents: Referents, text: str, start: int, end: int
) -> Attribution | None:
    """A dash, a name, and nothing else but what they are: "― Ada Moss, nurse".

    Args:
        parse: The article's parse.
        referents: The article's people and organizations.
        text: The article's text.
        start: Offset after the quotation, or of the paragraph that follows it.
        end: Offset after the paragraph.
    """
    match = SIGNATURE.fullmatch(text, start, end)
    if match is None:
        return None
    return labeled(parse, referents, match.span(1))


def labeled(parse: ArticleParse, referents: Referents, label: Span) -> Attribution | None:
    """The attribution to a name that stands alone, as a signature or before a turn."""
    first, stop = parse.at(label[0]), parse.at(label[1])
    head = referents.first_named(first, stop)
    while head is None and stop > first:
        stop -= 1
        if not is_skipped(parse, stop):
            head = parse.doc[stop]
    return Attribution(head, None, adjacent=True) if head is not None else None
