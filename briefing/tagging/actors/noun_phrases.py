"""Noun phrases that say what somebody is, read off the words: where they begin, end and turn."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.tables import word_list
from briefing.tagging.actors.phrase_words import (
    ENDS,
    PREPOSITIONS,
    VERBAL,
    ends,
    goes_on,
    is_honorific,
    is_office_word,
    is_time,
    is_verb,
    joins,
    says_what,
)
from briefing.tagging.lexicon.grammar import DETERMINERS, POSSESSIVES
from briefing.tagging.lexicon.person_nouns import is_person_noun
from briefing.tagging.lexicon.titles import is_title
from briefing.tagging.lexicon.verbs import reporting_forms

LONGEST = 18
"""Tokens of a role."""
POSSESSIVE_MARKS = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, as token indexes.

    Attributes:
        start: Its first token, a determiner left out.
        head: The noun that says what somebody is.
        end: The token after its last one.
        determined: True if a determiner or an owner stands in front.
        closed: True if a comma, a period or the like ends it.
    """

    start: int
    head: int
    end: int
    determined: bool
    closed: bool


def after(doc: Doc, i: int, person: bool, *, any_noun: bool = False) -> Phrase | None:
    """The noun phrase that begins at a token, if it says what somebody is.

    Args:
        doc: The parse.
        i: Its first token.
        person: True for a person's role, False for an organization's.
        any_noun: True if its noun may be any.
    """
    start = i
    determined = doc[i].lower_ in DETERMINERS
    if determined and doc[i].lower_ not in POSSESSIVES:
        start += 1
    end = start
    preposition: int | None = None
    while end < len(doc) and end - start < LONGEST:
        token = doc[end]
        if ends(token, end > start):
            break
        lower = token.lower_
        if lower == "and" and not goes_on(doc, end, preposition is not None, person):
            break
        if lower in PREPOSITIONS:
            if end == start or (lower in ("in", "on", "at", "by") and is_time(doc, end + 1)):
                break
            preposition = end if preposition is None else preposition
        if preposition is None and end > start and is_verb(token) and lower != "turned":
            break
        end += 1
    if end == start:
        return None
    closed = end >= len(doc) or doc[end].text in (",", "-", "and") or doc[end].text in ENDS
    closed = closed or doc[end].is_space or doc[end].is_sent_start is True
    closed = closed or doc[end].lower_ in word_list("role_words", "time")
    if preposition is not None and not closed and end - start >= LONGEST:
        end, closed = preposition, True
    noun_end = preposition if preposition is not None else end
    turned = next((i for i in range(start + 1, noun_end) if doc[i].lower_ == "turned"), None)
    head = _head(doc, start, turned or noun_end, person)
    if any_noun:
        head = noun_end - 1
    if head is None:
        return None
    closed = closed or (
        doc[head].text[0].isupper() and reporting_forms().get(doc[end].lower_) == "speech"
    )
    determined = determined or any(token.text in POSSESSIVE_MARKS for token in doc[start:head])
    while end > noun_end and (
        doc[end - 1].lower_ in PREPOSITIONS | DETERMINERS or doc[end - 1].lower_ == "and"
    ):
        end -= 1
    return Phrase(start, head, end, determined, closed)


def joined_before(doc: Doc, start: int, person: bool) -> Phrase | None:
    """The nouns that stand right before a name: "US President", "Denmark's finance minister".

    Args:
        doc: The parse.
        start: The first token of the name.
        person: True for a person's role, False for an organization's.
    """
    if doc[start].is_sent_start:
        return None
    last = start - 1
    while last >= 0 and is_honorific(doc, last):
        last -= 2 if doc[last].text == "." else 1
    if last < 0 or doc[last].is_space:
        return None
    noun = last - 1 if doc[last].text == "." and last and not doc[last - 1].whitespace_ else last
    head = noun
    if not (says_what(doc[noun].text, person) or (person and is_title(f"{doc[noun].text}."))):
        governed = _office_before(doc, noun, person) if person else None
        if governed is None:
            return None
        head = governed
    left = _leftmost(doc, head)
    if left == head == noun and doc[head].is_lower and doc[left].dep_ in VERBAL:
        return None  # a verb in truth: "they host Ana Ruiz"
    determined = left > 0 and doc[left - 1].lower_ in DETERMINERS
    return Phrase(left, head, last + 1, determined, closed=True)


def before(doc: Doc, comma: int, person: bool) -> Phrase | None:
    """The noun phrase that ends before a comma: "the mayor of Hull," Ana Ruiz.

    Args:
        doc: The parse.
        comma: The token after its last one.
        person: True for a person's role, False for an organization's.
    """
    starts: list[int] = []
    start = comma
    while start > 0 and comma - start < LONGEST:
        token = doc[start - 1]
        if ends(token, inside=False) or token.lower_ == "that" or is_verb(token):
            break
        start -= 1
        if token.lower_ in DETERMINERS:
            starts.append(start)
        if token.is_sent_start:
            break
    if start < comma and start not in starts:
        starts.append(start)
    for first in reversed(starts):  # the longest that is a role: "a spokesman for the port"
        phrase = after(doc, first, person)
        if phrase is not None and phrase.end == comma:
            return phrase
    return None


def _head(doc: Doc, start: int, end: int, person: bool) -> int | None:
    """The last noun of the words, if it says what somebody is."""
    last = end - 1
    while last > start and not doc[last].text[-1].isalnum():
        last -= 1
    if last < start:
        return None
    text = doc[last].text
    known = says_what(text, person)
    return last if known else None


def _leftmost(doc: Doc, head: int) -> int:
    """Where the words begin that are joined to a noun from the left."""
    left = head
    while left > 0:
        token = doc[left - 1]
        if token.is_space or doc[left].is_sent_start:
            break
        if token.text in POSSESSIVE_MARKS:
            owner = left - 2
            if owner < 0 or not doc[owner].text[0].isalnum():
                break
            left = _owner_start(doc, owner)
            break
        if token.text in ("-", "/", "&") and left >= 2 and not token.whitespace_:
            left -= 2
            continue
        if token.text == "." and left >= 2 and not doc[left - 2].whitespace_:
            left -= 2
            continue
        if (
            token.lower_ == "and"
            and left >= 2
            and (is_person_noun(doc[left - 2].text) or is_office_word(doc, left))
        ):
            left -= 2
            continue
        if token.lower_ in ("of", "for", "the") and doc[left].text[0].isupper():
            first = left - 2 if token.lower_ != "the" else left - 3
            inside = first >= 0 and doc[first + 1].lower_ in ("of", "for")
            if inside and doc[first].text[0].isupper() and left < head:
                left = first
                continue
        if not joins(token):
            break
        left -= 1
    return left


def _owner_start(doc: Doc, owner: int) -> int:
    """Where the name or noun of an owner begins: "New Zealand" before "'s"."""
    start = owner
    capital = doc[owner].text[0].isupper()
    while start > 0:
        token = doc[start - 1]
        if token.is_space or doc[start].is_sent_start or not token.text[0].isalpha():
            break
        if capital and not (token.text[0].isupper() or token.lower_ in ("of", "de", "and")):
            break
        if not capital and not joins(token):
            break
        if token.lower_ in DETERMINERS | PREPOSITIONS and token.lower_ != "of":
            break
        start -= 1
    while start < owner and doc[start].lower_ in ("of", "and", "de"):
        start += 1
    return start


def _office_before(doc: Doc, last: int, person: bool) -> int | None:
    """The noun of an office of several words: "Secretary" of "Secretary of State" before a name."""
    i = last
    while i > 0 and last - i < 6:
        token = doc[i]
        if token.lower_ in ("of", "for"):
            noun = doc[i - 1]
            alike = noun.text[0].isupper() == doc[last].text[0].isupper()
            return i - 1 if alike and i < last and says_what(noun.text, person) else None
        if token.lower_ not in ("and", "the", "&") and not joins(token):
            return None
        i -= 1
    return None
