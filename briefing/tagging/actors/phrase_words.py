"""What a word does in a noun phrase that says what somebody is: begins, joins, goes on, ends it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.tables import word_list
from briefing.tagging.lexicon.grammar import CLAUSES, DETERMINERS, SUBJECTS, SURE_FORMS
from briefing.tagging.lexicon.ordinary_words import is_noun_or_adjective
from briefing.tagging.lexicon.person_nouns import is_organization_noun, is_person_noun
from briefing.tagging.lexicon.titles import is_title
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.text.calendar_words import calendar_names

PREPOSITIONS = word_list("role_words", "preposition")
VERBAL = CLAUSES | {"aux", "auxpass"}
ENDS = frozenset((".", ";", ":", "!", "?", "(", ")", "–", "—", "--", "“", "”", '"', "''", "``"))


def says_what(word: str, person: bool) -> bool:
    """True if a word says by itself what a person, or an organization, is."""
    if person:
        return is_person_noun(word) or is_title(word)
    return is_organization_noun(word)


def is_office_word(doc: Doc, left: int) -> bool:
    """True within "awards and industry officer", where lower-case nouns name one office."""
    first, second = doc[left - 2], doc[left]
    joined = first.dep_ in ("compound", "amod", "nmod") or doc[left - 3].lower_ == "chief"
    return first.is_lower and second.is_lower and joined


def joins(token: Token) -> bool:
    """True for a word that can stand between the beginning of a noun phrase and its noun."""
    text = token.text
    lower = token.lower_
    if not text[0].isalnum() or lower in DETERMINERS | PREPOSITIONS:
        return False
    if lower in word_list("role_words", "time") | word_list("role_words", "conjunction"):
        return False
    if lower in calendar_names() or is_verb(token):
        return False
    if text[0].isupper() or text[0].isdigit():
        return not (text[0].isdigit() and len(text) == 4 and text.isdigit())
    return token.dep_ in ("compound", "amod", "nmod", "poss", "nummod") or is_noun_or_adjective(
        text
    )


def is_verb(token: Token) -> bool:
    """True for the verb of a clause, so far as the parse can be trusted about it."""
    if is_reporting(token):
        return True
    form = token.lower_
    return (
        token.is_lower
        and token.dep_ in VERBAL
        and not is_person_noun(form)
        and (
            not is_noun_or_adjective(form)
            or any(child.dep_ in SUBJECTS | {"dobj"} for child in token.children)
        )
    )


def is_reporting(token: Token) -> bool:
    """True for a verb of speaking, and not for a noun of the same form."""
    form = token.lower_
    return (
        token.is_lower
        and reporting_forms().get(form) == "speech"
        and (token.dep_ in VERBAL | {"conj"} or form in SURE_FORMS)
    )


def is_honorific(doc: Doc, i: int) -> bool:
    """True for "Mr.", and for its period where that is a token of its own."""
    honorifics = word_list("titles", "honorific")
    text = doc[i].text
    if text == "." and i and not doc[i - 1].whitespace_:
        return doc[i - 1].text + "." in honorifics
    return text in honorifics


def ends(token: Token, inside: bool) -> bool:
    """True for what is no part of a noun phrase any more.

    Args:
        token: The word.
        inside: True if words of the phrase stand before it.
    """
    return (
        token.is_space
        or token.text in ENDS
        or token.text == ","
        or (token.text == "-" and bool(token.whitespace_))
        or (inside and token.is_sent_start is True)
        or token.lower_ in word_list("role_words", "time")
        or is_reporting(token)
    )


def goes_on(doc: Doc, i: int, governed: bool, person: bool) -> bool:
    """True if "and" joins two nouns of one role: "author and historian", "Trade and Industry"."""
    if i + 1 >= len(doc) or i == 0:
        return False
    left, right = doc[i - 1], doc[i + 1]
    if right.lower_ in DETERMINERS:
        return False
    if governed and left.text[0].isupper() and right.text[0].isupper():
        return right.ent_type_ != "PERSON"
    if not governed and (is_person_noun(right.text) or is_title(right.text)):
        return True
    j = i + 1
    while (
        j < len(doc) and j - i <= 4 and not ends(doc[j], True) and doc[j].lower_ not in PREPOSITIONS
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


def is_time(doc: Doc, i: int) -> bool:
    """True if a date may begin here: "2019", "May", "early ..."."""
    if i >= len(doc):
        return False
    text = doc[i].text
    return (
        (text.isdigit() and len(text) == 4)
        or text.lower() in calendar_names()
        or text.lower() in word_list("role_words", "before date")
    )
