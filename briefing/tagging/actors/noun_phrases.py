"""Noun phrases that say what somebody is, read off the words: where they begin, end and turn."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.tables import word_list
from briefing.tagging.lexicon.ordinary_words import is_noun_or_adjective
from briefing.tagging.lexicon.person_nouns import (
    is_organization_noun,
    is_person_noun,
)
from briefing.tagging.lexicon.titles import is_title
from briefing.tagging.lexicon.verbs import reporting_forms

LONGEST = 18
"""Tokens of a role."""
DETERMINERS = frozenset("a an the another one some any this that these those".split())
PRONOUNS = frozenset("his her its their our my your whose".split())
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
PREPOSITIONS = frozenset("of for at in with to from on under within behind against by".split())
COPULAS = frozenset(
    "is was are were became becomes remains remained served serves works worked acts acted".split()
)
VERBAL = frozenset("ROOT ccomp advcl relcl acl xcomp aux auxpass parataxis pcomp".split())
ENDS = frozenset((".", ";", ":", "!", "?", "(", ")", "–", "—", "--", "“", "”", '"', "''", "``"))
DAYS_AND_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december".split()
)


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
    if determined:
        start += 1
    elif doc[i].lower_ in PRONOUNS:
        determined = True
    end = start
    preposition: int | None = None
    while end < len(doc) and end - start < LONGEST:
        token = doc[end]
        if _ends(token, end > start):
            break
        lower = token.lower_
        if lower == "and" and not _goes_on(doc, end, preposition is not None, person):
            break
        if lower in PREPOSITIONS:
            if end == start or (lower in ("in", "on", "at", "by") and _is_time(doc, end + 1)):
                break
            preposition = end if preposition is None else preposition
        if preposition is None and end > start and _is_verb(token) and lower != "turned":
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
    determined = determined or any(token.text in POSSESSIVES for token in doc[start:head])
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
    while last >= 0 and _is_honorific(doc, last):
        last -= 2 if doc[last].text == "." else 1
    if last < 0 or doc[last].is_space:
        return None
    noun = last - 1 if doc[last].text == "." and last and not doc[last - 1].whitespace_ else last
    head = noun
    if not _says_what(doc[noun], person, doc[noun].text + "."):
        governed = _office_before(doc, noun, person) if person else None
        if governed is None:
            return None
        head = governed
    left = _leftmost(doc, head)
    if left == head == noun and doc[head].is_lower and doc[left].dep_ in VERBAL:
        return None  # a verb in truth: "they host Ana Ruiz"
    determined = left > 0 and doc[left - 1].lower_ in DETERMINERS | PRONOUNS
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
        if _ends(token, inside=False) or token.lower_ == "that" or _is_verb(token):
            break
        start -= 1
        if token.lower_ in DETERMINERS | PRONOUNS:
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


def _says_what(token: Token, person: bool, dotted: str) -> bool:
    text = token.text
    if person:
        return is_person_noun(text) or is_title(text) or is_title(dotted)
    return is_organization_noun(text)


def _head(doc: Doc, start: int, end: int, person: bool) -> int | None:
    """The last noun of the words, if it says what somebody is."""
    last = end - 1
    while last > start and not doc[last].text[-1].isalnum():
        last -= 1
    if last < start:
        return None
    text = doc[last].text
    known = (is_person_noun(text) or is_title(text)) if person else is_organization_noun(text)
    if not known and not person:
        known = is_person_noun(text) and text.lower() in word_list("organizations", "role")
    return last if known else None


def _leftmost(doc: Doc, head: int) -> int:
    """Where the words begin that are joined to a noun from the left."""
    left = head
    while left > 0:
        token = doc[left - 1]
        if token.is_space or doc[left].is_sent_start:
            break
        if token.text in POSSESSIVES:
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
            and (is_person_noun(doc[left - 2].text) or _is_office_word(doc, left))
        ):
            left -= 2
            continue
        if token.lower_ in ("of", "for", "the") and doc[left].text[0].isupper():
            first = left - 2 if token.lower_ != "the" else left - 3
            inside = first >= 0 and doc[first + 1].lower_ in ("of", "for")
            if inside and doc[first].text[0].isupper() and left < head:
                left = first
                continue
        if not _joins(token):
            break
        left -= 1
    return left


def _is_office_word(doc: Doc, left: int) -> bool:
    """True within "awards and industry officer", where lower-case nouns name one office."""
    first, second = doc[left - 2], doc[left]
    joined = first.dep_ in ("compound", "amod", "nmod") or doc[left - 3].lower_ == "chief"
    return first.is_lower and second.is_lower and joined


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
        if not capital and not _joins(token):
            break
        if token.lower_ in DETERMINERS | PREPOSITIONS and token.lower_ != "of":
            break
        start -= 1
    while start < owner and doc[start].lower_ in ("of", "and", "de"):
        start += 1
    return start


def _joins(token: Token) -> bool:
    """True for a word that can stand between the beginning of a noun phrase and its noun."""
    text = token.text
    lower = token.lower_
    if not text[0].isalnum() or lower in DETERMINERS | PRONOUNS | PREPOSITIONS:
        return False
    if lower in word_list("role_words", "time") or lower in ("and", "not", "also", "then", "said"):
        return False
    if lower in DAYS_AND_MONTHS or _is_verb(token):
        return False
    if text[0].isupper() or text[0].isdigit():
        return not (text[0].isdigit() and len(text) == 4 and text.isdigit())
    return token.dep_ in ("compound", "amod", "nmod", "poss", "nummod") or is_noun_or_adjective(
        text
    )


def _is_verb(token: Token) -> bool:
    form = token.lower_
    if reporting_forms().get(form) == "speech" and token.is_lower:
        return token.dep_ in VERBAL | {"conj"} or form in ("said", "says", "told")
    return (
        token.is_lower
        and token.dep_ in VERBAL
        and not is_person_noun(form)
        and (
            not is_noun_or_adjective(form)
            or any(child.dep_ in ("nsubj", "dobj", "nsubjpass") for child in token.children)
        )
    )


def _office_before(doc: Doc, last: int, person: bool) -> int | None:
    """The noun of an office of several words: "Secretary" of "Secretary of State" before a name."""
    i = last
    while i > 0 and last - i < 6:
        token = doc[i]
        if token.lower_ in ("of", "for"):
            noun = doc[i - 1]
            alike = noun.text[0].isupper() == doc[last].text[0].isupper()
            return i - 1 if alike and i < last and _says_what(noun, person, noun.text) else None
        if token.lower_ not in ("and", "the", "&") and not _joins(token):
            return None
        i -= 1
    return None


def _is_honorific(doc: Doc, i: int) -> bool:
    honorifics = word_list("titles", "honorific")
    text = doc[i].text
    if text == "." and i and not doc[i - 1].whitespace_:
        return doc[i - 1].text + "." in honorifics
    return text in honorifics


def _ends(token: Token, inside: bool) -> bool:
    if token.is_space or token.text in ENDS or token.text == ",":
        return True
    if token.text == "-" and token.whitespace_:
        return True
    if inside and token.is_sent_start is True:
        return True
    if token.lower_ in word_list("role_words", "time"):
        return True
    form = token.lower_
    return (
        token.is_lower
        and reporting_forms().get(form) == "speech"
        and (token.dep_ in VERBAL | {"conj"} or form in ("said", "says", "told", "wrote", "added"))
    )


def _goes_on(doc: Doc, i: int, governed: bool, person: bool) -> bool:
    """True if "and" joins two nouns of one role: "author and historian", "Trade and Industry"."""
    if i + 1 >= len(doc) or i == 0:
        return False
    left, right = doc[i - 1], doc[i + 1]
    if right.lower_ in DETERMINERS | PRONOUNS:
        return False
    if governed and left.text[0].isupper() and right.text[0].isupper():
        return not _is_person(right)
    if not governed and (is_person_noun(right.text) or is_title(right.text)):
        return True
    j = i + 1
    while (
        j < len(doc)
        and j - i <= 4
        and not _ends(doc[j], True)
        and doc[j].lower_ not in PREPOSITIONS
    ):
        if is_person_noun(doc[j].text) and person and not governed:
            return True
        if doc[j].text[0].isupper() and not governed:
            return False
        j += 1
    return (
        governed
        and left.is_lower
        and right.is_lower
        and right.dep_ == "conj"
        and right.head.i == left.i
    )


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON"


def _is_time(doc: Doc, i: int) -> bool:
    if i >= len(doc):
        return False
    text = doc[i].text
    return (text.isdigit() and len(text) == 4) or text.lower() in DAYS_AND_MONTHS | {
        "recent",
        "early",
        "late",
        "last",
    }
