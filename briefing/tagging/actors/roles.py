"""What the article says somebody is: titles before the name, appositions and plain statements.

A role is always words of the article as they stand there, without an article or "another" in front.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from briefing.model import ActorKind, Span
from briefing.tables import word_list
from briefing.tagging.lexicon.grammar import DETERMINERS, SURE_FORMS
from briefing.tagging.lexicon.titles import is_role, is_title
from briefing.tagging.lexicon.verbs import reporting_forms

LONGEST_ROLE = 12
"""Words; what is longer is cut back to its first noun phrase."""

TRAILING = frozenset(("cc", "prep", "aux", "auxpass", "advmod", "mark"))
LEFT_PARTS = frozenset(("compound", "amod", "nmod", "poss", "case", "punct", "nummod", "appos"))
OPEN_PARTS = frozenset(("prep", "det", "cc", "case", "mark", "punct"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
ENDS_ROLE = frozenset(("who", "whose", "which", "that", "where", "when"))
PREDICATES = frozenset(("ROOT", "ccomp", "conj", "advcl", "parataxis"))
GOVERNS = frozenset(
    "heads leads runs chairs co-chairs directs commands oversees manages supervises coordinates"
    " edits represents owns".split()
)
OBJECTS = frozenset(("dobj", "dative", "ccomp", "xcomp", "prt"))


def role_of(doc: Doc, mention: Span, kind: ActorKind) -> str | None:
    """The role that stands beside one mention of a person or an organization, or None."""
    span = doc.char_span(*mention, alignment_mode="expand")
    if span is None or not len(span):
        return None
    readings = OF_PEOPLE if kind == "person" else OF_ORGANIZATIONS
    return next((role for read in readings if (role := read(span))), None)


def _apposition(span: TokenSpan) -> str | None:
    """What follows: "Ana Ruiz, a nurse from Hull," and "Ana Ruiz (An aid worker ..."."""
    doc, i = span.doc, span.end
    while i < len(doc) and doc[i].text in {"(", ")", "’s", "'s"}:
        i += 1
    comma = i < len(doc) and doc[i].text == ","
    if comma:
        i += 1
        if i + 1 < len(doc) and doc[i].like_num:  # an age: "Ana Ruiz, 58, a nurse"
            i += 2 if doc[i + 1].text == "," else 1
    elif i == span.end or doc[i - 1].text != ")":
        return None
    if i >= len(doc) or doc[i].is_space:
        return None
    if doc[i].lower_ == "who":
        return _relative(doc, i)
    start = i
    if doc[i].lower_ in DETERMINERS:
        start = i + 1
    elif not comma:
        return None
    end = _phrase_end(doc, start)
    return _checked(doc, start, end)


def _relative(doc: Doc, i: int) -> str | None:
    """What "who" begins in "Ana Ruiz, who heads the port authority,"."""
    if i + 1 >= len(doc) or doc[i + 1].lower_ not in GOVERNS:
        return None
    end = i + 2
    while end < len(doc) and end - i <= LONGEST_ROLE and not _stops(doc[end]):
        end += 1
    return _text(doc, i, end) if end > i + 2 and end < len(doc) else None


def _title(span: TokenSpan) -> str | None:
    """The nouns that are joined to the name from the left: "US President Joe Biden"."""
    doc = span.doc
    left = span.start
    inside = set(range(span.start, span.end))
    while left > 0:
        token = doc[left - 1]
        if _abbreviates(token):
            left -= 2
            inside |= {left, left + 1}
            continue
        joined = token.dep_ in LEFT_PARTS and token.head.i in inside
        if not (joined or is_role(token.text)) or token.is_space or token.text in {",", "“", '"'}:
            break
        if token.is_punct and token.text not in {"-", "/"}:
            break
        left -= 1
        inside.add(left)
    start = left
    while start < span.start and doc[start].lower_ in DETERMINERS | {"'s", "’s"}:
        start += 1
    # the words must say what somebody is, and the last of them does: "Labour leader", "Gen."
    last = span.start - 1
    if start > last or not (is_role(doc[last].text) or _abbreviates(doc[last])):
        return None
    title = _text(doc, start, span.start)
    return None if title in word_list("titles", "honorific") else title


def _abbreviates(token: Token) -> bool:
    """True if it is the period of a title that was taken for a word of its own: "Lt", "."."""
    if token.text != "." or token.i == 0:
        return False
    before = token.nbor(-1)
    return not before.whitespace_ and is_title(f"{before.text}.")


def _office(span: TokenSpan) -> str | None:
    """A title of several words: "U.S. Secretary of State Marta Ruiz"."""
    for noun in span.root.lefts:
        several = noun.i < noun.right_edge.i == span.start - 1
        if several and noun.text[0].isupper() and is_role(noun.text):
            return _text(span.doc, noun.left_edge.i, span.start)
    return None


def _head_noun(span: TokenSpan) -> str | None:
    """What the name explains: "the mayor, Ana Ruiz," and "a spokesman for the port, Ana Ruiz."."""
    doc, comma = span.doc, span.start - 1
    if comma < 1 or doc[comma].text != ",":
        return None
    closed = span.end >= len(doc) or doc[span.end].is_punct or doc[span.end].is_space
    if not closed and span.root.dep_ != "appos":
        return None
    noun = comma - 1
    while noun > max(0, comma - LONGEST_ROLE) and not is_role(doc[noun].text):
        if _stops(doc[noun]) or doc[noun].dep_ in {"ROOT", "relcl", "aux", "cc"}:
            return None
        noun -= 1
    if not is_role(doc[noun].text):
        return None
    start = noun
    while start > 0 and doc[start - 1].dep_ in {"compound", "amod", "nmod", "poss", "case"}:
        start -= 1
    if doc[start].lower_ in DETERMINERS:
        start += 1
    return _checked(doc, start, comma)


def _statement(span: TokenSpan) -> str | None:
    """What the subject is said to be: "The Sable Front is an armed movement ..."."""
    root = span.root
    verb = root.head
    if root.dep_ != "nsubj" or verb.lower_ not in {"is", "was", "are", "were"}:
        return None
    noun = next((t for t in verb.children if t.dep_ == "attr" and t.i > verb.i), None)
    if noun is None or not is_role(noun.text):
        return None
    start = noun.left_edge.i
    if span.doc[start].lower_ not in DETERMINERS:
        return None
    return _checked(span.doc, start + 1, _phrase_end(span.doc, start + 1))


def _tells(token: Token) -> bool:
    """True if the word is a verb that says that somebody speaks: "said", "denied"."""
    form = token.lower_
    return form in SURE_FORMS or (
        token.is_lower and token.dep_ in PREDICATES and reporting_forms().get(form) == "speech"
    )


def _opens_clause(token: Token) -> bool:
    """True if a clause begins there and no noun phrase: "withdrew the charge", "while others"."""
    acts = token.dep_ in PREDICATES and any(child.dep_ in OBJECTS for child in token.children)
    joins = token.dep_ in {"prep", "mark", "aux"} or token.lower_ in ENDS_ROLE
    return _tells(token) or joins or (acts and token.is_lower)


def _stops(token: Token) -> bool:
    return (
        token.is_space
        or token.lower_ in ENDS_ROLE
        or _tells(token)
        or (token.is_punct and token.text not in {"-", "–", "’", "'", "/", "&"})
        or token.is_sent_start is True
    )


def _phrase_end(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and not (_opens_clause(doc[end]) if end == start else _stops(doc[end])):
        if doc[end].dep_ in {"ROOT", "relcl", "aux"} and end > start and doc[end].dep_ != "appos":
            break
        end += 1
    return end


def _checked(doc: Doc, start: int, end: int) -> str | None:
    """The phrase, if it says what somebody is; cut before the preposition when it is long."""
    while end > start and doc[end - 1].dep_ in TRAILING:
        end -= 1
    if end <= start:
        return None
    head = start
    while head < end and doc[head].dep_ not in {"prep", "acl", "cc"}:
        head += 1
    own = max((t.i + 1 for t in doc[start:head] if t.lower_ in POSSESSIVES), default=start)
    first = own if any(token.text[0].isupper() for token in doc[own:head]) else start
    if not any(is_role(token.text) for token in doc[first:head]):
        return None
    if end - start > LONGEST_ROLE:
        end = head
    return _text(doc, start, end) if end - start <= LONGEST_ROLE else None


def _text(doc: Doc, start: int, end: int) -> str | None:
    """The words with all of a hyphenated first one, and no signs or articles in front of them."""
    while start > 0 and not doc[start - 1].whitespace_ and "-" in doc[start - 1 : start + 1].text:
        start -= 1
    quoted = False
    while start < end and not (
        doc[start].text[:1].isalnum() and doc[start].lower_ not in DETERMINERS
    ):
        quoted |= doc[start].is_quote
        start += 1
    end = _complete_end(doc, start, end)
    words = doc[start:end].text.strip()
    return (words.rstrip("\"'”’") if quoted else words) or None


def _complete_end(doc: Doc, start: int, end: int) -> int:
    """The end without a cut name and the words that lead to it: "group linked to al-"."""
    cut = end > start and doc[end - 1].text.endswith("-")
    while end > start:
        last = doc[end - 1]
        leads = last.dep_ in OPEN_PARTS or last.lower_ in DETERMINERS | POSSESSIVES
        leads |= last.dep_ == "amod" and last.head.i >= end and not is_role(last.text)
        if not (cut or leads) or _abbreviates(last):
            break
        cut = last.dep_ == "prep" and last.head.i == end - 2 and last.head.dep_ == "acl"
        end -= 1
    return end


OF_PEOPLE = (_apposition, _title, _office, _head_noun, _statement)
OF_ORGANIZATIONS = (_apposition, _statement)
