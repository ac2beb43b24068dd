"""What the article says somebody is: titles before the name, appositions and plain statements.

A role is always words of the article as they stand there, without an article or "another" in front.
The words around the name decide, and not the parse alone, which is often wrong about rare names.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import ActorKind, Span
from briefing.tables import word_list
from briefing.tagging.actors.noun_phrases import Phrase, after, before, joined_before
from briefing.tagging.lexicon.grammar import DETERMINERS, POSSESSIVES
from briefing.tagging.lexicon.titles import is_title

CLOSING = frozenset(
    (",", ".", ";", ":", ")", "(", "–", "—", "-", "!", "?", "”", "“", '"', "’", "who")
)
OPENING = frozenset(("(", "–", "—", "-", "--"))
AGES = ("aged", "age")
COPULAS = word_list("role_words", "copula") | word_list("role_words", "serves")


def role_of(doc: Doc, mention: Span, kind: ActorKind) -> str | None:
    """The role that stands beside one mention of a person or an organization, or None.

    Args:
        doc: The parse of the article.
        mention: The mention, as offsets.
        kind: What the actor is; a government has no role.
    """
    span = doc.char_span(*mention, alignment_mode="expand")
    if span is None or not len(span):
        return None
    person = kind == "person"
    for read in (_apposition, _title, _introduction, _statement):
        phrase = read(doc, span.start, span.end, person)
        if phrase is not None:
            return phrase
    return None


def _title(doc: Doc, start: int, end: int, person: bool) -> str | None:  # noqa: ARG001
    """The nouns that are joined to the name from the left: "US President Ana Ruiz"."""
    phrase = joined_before(doc, start, person)
    return _shown(doc, phrase)


def _apposition(doc: Doc, start: int, end: int, person: bool) -> str | None:
    """What follows: "Ana Ruiz, a nurse from Hull," and "Ana Ruiz (actor)"."""
    i = _after_repetition(doc, start, _after_age(doc, end))
    if i >= len(doc) or doc[i].is_space:
        return None
    opening = doc[i].text
    if opening == "," or (opening in OPENING and (opening != "-" or doc[i - 1].whitespace_)):
        i += 1
    elif doc[i - 1].text != ")" or not doc[i].text[0].isupper():
        return None
    i = _after_age(doc, i)
    if i >= len(doc):
        return None
    if doc[i].lower_ in ("who", "which"):
        return _relative(doc, i, person)
    phrase = after(doc, i, person)
    if phrase is None or not phrase.closed or _names_another(doc, phrase):
        return None
    if not person and not doc[phrase.head].is_lower:
        return None  # another organization of a list
    if doc[i].lower_ in POSSESSIVES and not _is_office(doc, phrase):
        return None  # "Ana Ruiz, her cousin Lucy and two ministers"
    if not phrase.determined and (not person or _is_listed(doc, start)):
        return None
    return _shown(doc, phrase)


def _is_office(doc: Doc, phrase: Phrase) -> bool:
    """True for what somebody is to an organization: "said Ana Ruiz, its president."."""
    head = doc[phrase.head].lower_
    related = word_list("role_words", "kin") | word_list("role_words", "companion")
    goes_on = phrase.end < len(doc) and doc[phrase.end].lower_ == "and"
    return head not in related and not goes_on


def _is_listed(doc: Doc, start: int) -> bool:
    """True if a name follows another one and a comma, as in a list of people."""
    return start > 1 and doc[start - 1].text == "," and doc[start - 2].text[0].isupper()


def _after_repetition(doc: Doc, start: int, i: int) -> int:
    """The token after the same name in brackets: "Ana Ruiz (Ana Ruiz)"."""
    if i + 1 < len(doc) and doc[i].text == "(" and doc[i + 1].text == doc[start].text:
        closing = next((j for j in range(i, min(i + 8, len(doc))) if doc[j].text == ")"), None)
        return closing + 1 if closing else i
    return i


def _after_age(doc: Doc, i: int) -> int:
    """The token after an age and its commas: ", 58," and "(58)"."""
    j = i
    if j < len(doc) and doc[j].text in (",", "("):
        j += 1
    if j < len(doc) and doc[j].lower_ in AGES:
        j += 1
    if j < len(doc) and doc[j].text.isdigit() and len(doc[j].text) <= 3:
        j += 1
        if j < len(doc) and doc[j].text in (",", ")"):
            return j if doc[j].text == "," else j + 1
        return i
    return i


def _relative(doc: Doc, i: int, person: bool) -> str | None:
    """What "who" begins: "who heads the port authority", "who is the mayor of Hull"."""
    verb = _main_verb(doc, i + 1)
    if verb >= len(doc) - 1:
        return None
    if doc[verb].lower_ in word_list("role_words", "governs"):
        phrase = after(doc, verb + 1, person, any_noun=True)
        if phrase is None or not phrase.closed:
            return None
        return _text(doc, i, phrase.end)
    if doc[verb].lower_ in COPULAS:
        return _predicate(doc, verb, person)
    return None


def _introduction(doc: Doc, start: int, end: int, person: bool) -> str | None:
    """What the name explains: "the mayor, Ana Ruiz," and "a spokesman for the port, Ana Ruiz."."""
    if start and doc[start - 1].lower_ == "the":
        start -= 1
    if start < 2 or doc[start - 1].text not in (",", ":"):
        return None
    closed = end >= len(doc) or doc[end].text in CLOSING or doc[end].is_space
    if not closed:
        return None
    phrase = before(doc, start - 1, person)
    return _shown(doc, phrase)


def _statement(doc: Doc, start: int, end: int, person: bool) -> str | None:  # noqa: ARG001
    """What the subject is said to be: "The Sable Front is an armed movement ..."."""
    verb = _main_verb(doc, end)
    if verb >= len(doc) or doc[verb].lower_ not in COPULAS:
        return None
    return _predicate(doc, verb, person)


def _main_verb(doc: Doc, i: int) -> int:
    """The token after "who", auxiliaries and adverbs: "is" of "who now is"."""
    while i < len(doc) and doc[i].lower_ in word_list("role_words", "before verb"):
        i += 1
    return i


def _predicate(doc: Doc, verb: int, person: bool) -> str | None:
    """The noun phrase after "is", "became", "works as"."""
    i = verb + 1
    bare = doc[verb].lower_ in ("became", "becomes")
    if i < len(doc) and doc[i].lower_ in word_list("role_words", "appointed"):
        i, bare = i + 1, True
    while i < len(doc) and doc[i].lower_ in word_list("role_words", "after verb"):
        bare |= doc[i].lower_ == "as"
        i += 1
    if i >= len(doc):
        return None
    if doc[verb].lower_ in word_list("role_words", "serves") and not bare:
        return None
    phrase = after(doc, i, person)
    if phrase is None or not (phrase.determined or bare) or doc[i].lower_ in POSSESSIVES:
        return None
    if _names_another(doc, phrase):
        return None
    return _shown(doc, phrase)


def _names_another(doc: Doc, phrase: Phrase) -> bool:
    """True if a name is joined to the noun, which is then somebody else's title."""
    following = doc[phrase.head + 1] if phrase.head + 1 < phrase.end else None
    return following is not None and following.text[0].isupper()


def _shown(doc: Doc, phrase: Phrase | None) -> str | None:
    if phrase is None:
        return None
    head = doc[phrase.head].lower_
    owned = doc[phrase.start - 1].lower_ in POSSESSIVES if phrase.start else False
    if owned and head in word_list("role_words", "companion"):
        return None
    if (
        head in word_list("role_words", "kin")
        and phrase.head == phrase.start
        and doc[phrase.start - 1].lower_ in POSSESSIVES
    ):
        return str(doc[phrase.start - 1 : phrase.end].text)
    text = _text(doc, phrase.start, phrase.end)
    has_verb = any(
        t.text in word_list("role_words", "finite") for t in doc[phrase.head : phrase.end]
    )
    if text is None or has_verb or text in word_list("titles", "honorific"):
        return None
    return text


def _text(doc: Doc, start: int, end: int) -> str | None:
    """The words, without determiners and signs around them."""
    while start < end and (doc[start].lower_ in DETERMINERS or not doc[start].text[:1].isalnum()):
        start += 1
    while end > start and not doc[end - 1].text[-1].isalnum() and not _abbreviates(doc[end - 1]):
        end -= 1
    words = doc[start:end].text.strip()
    return words if words and "\n" not in words else None


def _abbreviates(token: Token) -> bool:
    """True for the period of a title that was taken for a word of its own: "Lt", "."."""
    if not token.text.endswith(".") or token.i == 0:
        return False
    if token.text != ".":
        return is_title(token.text)
    before_ = token.nbor(-1)
    return not before_.whitespace_ and is_title(f"{before_.text}.")
