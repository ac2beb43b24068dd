"""Who speaks a quotation: the verb of speaking beside it and that verb's subject.

The order of the rules follows what was measured: a verb of speaking outside the marks in the same
sentence, then the shapes that a parse misses ("― Name", "Name:", an unlisted verb).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.tagging.lexicon.grammar import PRONOUNS, SUBJECTS
from briefing.tagging.lexicon.titles import is_role, is_title
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.tagging.quotes.cues import Setting, cue_at, is_skipped, verb_class
from briefing.tagging.quotes.referents import Referents
from briefing.text.quotation_marks import Quoted

DASHES = frozenset(("―", "—", "–", "-", "--", "~"))
NEAR = 3
"""Words between a mark and a verb that still stands right beside it."""
RELATIVE_AFTER, RELATIVE_BEFORE = 20, 8
"""What a verb in a relative clause costs, in words of distance: "Koh, who was asked, said". After a
quotation the main verb is nearly always the one; before it the clause may be all there is."""
WEAKER_VERB = 4
"""What a verb costs that tells of a gesture or names something, where one of speaking is near."""
INFINITIVE = 6
"""What "to say" costs, which tells more often what was not said."""
SUBORDINATE = 12
"""What a verb of another clause costs, where the quotation stands in the clause of one."""
SHORT_SENTENCE = 8
"""Words of a sentence that only says who spoke: "Koh said in a statement."""
COMMA_REACH = 6
"""Words before a verb among which a comma parts it from the sentence it is put after."""
NAME_REACH = 6
"""Words among which the name after a verb that precedes it begins, or a verb that is not listed."""
BEFORE_VERB = 3
"""Words before a verb in which its pronoun stands, where the parse gives no subject."""
RELATIVE_CLAUSE = frozenset(("relcl", "acl"))
CUT_SHORT = frozenset(",?!—–-…")
"""Marks at the end of a quotation after which the writer's sentence may go on."""
TAKEN_FOR_OBJECT = frozenset(("dobj", "attr", "oprd", "dep", "npadvmod", "dative", "ccomp"))
"""Labels that the subject of an inverted verb has by mistake."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker found beside a quotation.

    Attributes:
        head: The head word of who speaks, or None where only a cue was found.
        cue: Token span of the words that tell of speaking, or None.
        labels: True if the verb names something in quoted words and does not tell of speaking.
        adjacent: True if cue and mark touch, but for punctuation and a few words.
        sure: True if the rule that found it is as good as never wrong.
        before: True if the words that tell it stand before the quotation.
        told: True if somebody hears the words and it is not said who speaks: "Koh was asked".
    """

    head: Token | None
    cue: tuple[int, int] | None
    labels: bool = False
    adjacent: bool = False
    sure: bool = True
    before: bool = False
    told: bool = False


def attribute(
    parse: ArticleParse, referents: Referents, passage: Quoted, around: Setting, text: str
) -> Attribution | None:
    """Who speaks a passage by the words around it, or None.

    Args:
        parse: The article's parse.
        referents: The article's people and organizations.
        passage: The passage.
        around: Its setting.
        text: The article's text.
    """
    right = _right(parse, referents, around, text[passage.end - 1])
    left = look_left(parse, referents, around)
    if right and left:
        opens_low = text[passage.start].islower()
        joined = (
            text[passage.end - 1] in CUT_SHORT
            or text[passage.outer_end : passage.outer_end + 1] == ","
        )
        introduced = bool(around.left) and parse.doc[around.left[-1]].text in {",", ":"}
        if left.adjacent and (introduced or opens_low or not right.adjacent):
            return right if joined and right.adjacent and not introduced and not opens_low else left
        return right if right.adjacent and joined else left
    return right or left


def _right(
    parse: ArticleParse, referents: Referents, around: Setting, last: str
) -> Attribution | None:
    words = [i for i in around.right if not is_skipped(parse, i) or parse.doc[i].text in DASHES]
    if not words:
        return None
    doc = parse.doc
    while words and doc[words[0]].text in DASHES:
        words = words[1:]
    if not words:
        return None
    first = words[0]
    if doc[first].lower_ == "according" and len(words) > 2:
        return _according(parse, words)
    best: tuple[int, int] | None = None
    for place, i in enumerate(words):
        kind = verb_class(parse, i)
        if kind is None or kind == "label":
            continue
        if kind == "manner" and doc[i].dep_ == "pcomp":  # "without giving detail"
            continue
        if kind == "manner" and place > NEAR:
            subject = parse.subject(i)
            if subject is None or subject.left_edge.i > first + 1:
                continue
        cost = place + (RELATIVE_AFTER if doc[i].dep_ in RELATIVE_CLAUSE else 0)
        if best is None or cost < best[0]:
            best = (cost, i)
    if best is None:
        return None if around.fresh or last not in CUT_SHORT else _unlisted(parse, referents, words)
    i = best[1]
    head = _inverted(parse, referents, i, words) or parse.subject(i)
    if head is None and parse.is_told(i):
        return Attribution(None, cue_at(parse, i), adjacent=True, told=True)
    if head is None or not parse.may_speak(head):
        head = referents.first_named(words[0], i) or _before(parse, words[0], i)
    if head is None and verb_class(parse, i) == "manner":
        return None  # "... went on": nobody is there who could have spoken
    place = words.index(i)
    begins = place <= NEAR or (head is not None and head.left_edge.i <= first + 1)
    if around.fresh and not (begins and _whole(parse, around, i)):
        return None
    if not begins and last not in CUT_SHORT and not _closes_sentence(parse, around, i):
        return None
    return Attribution(head, cue_at(parse, i), adjacent=begins)


def _whole(parse: ArticleParse, around: Setting, verb: int) -> bool:
    """True if a new sentence after a quotation only says who spoke: "Koh said."""
    return (
        around.right.stop - verb <= NEAR + 1
        and len(around.right) <= SHORT_SENTENCE
        and not (around.right.stop < len(parse.doc) and parse.quoted[around.right.stop])
    )


def _closes_sentence(parse: ArticleParse, around: Setting, verb: int) -> bool:
    """True if who spoke is put after a sentence: "... of the plan, Koh said."""
    if around.right.stop - verb > NEAR:
        return False
    return any(
        parse.doc[i].text == "," for i in range(max(around.right.start, verb - COMMA_REACH), verb)
    )


def look_left(parse: ArticleParse, referents: Referents, around: Setting) -> Attribution | None:
    """Who speaks by the words before a quotation: "Koh said:", "Lee, who declared,"."""
    doc = parse.doc
    words = [i for i in around.left if not is_skipped(parse, i)]
    if not words:
        return None
    beside = next(i for i in reversed(around.left) if not doc[i].is_space)
    colon = doc[beside].text == ":"
    pause = colon or doc[beside].text == ","
    governing = _governing(parse, around)
    best: tuple[int, int] | None = None
    for place, i in enumerate(reversed(words)):
        kind = verb_class(parse, i)
        if kind is None or (kind == "manner" and place > NEAR and not colon):
            continue
        if kind == "manner" and (not pause or _is_aside(doc[i])):
            continue
        cost = place
        if doc[i].dep_ in RELATIVE_CLAUSE and place > NEAR:
            cost += RELATIVE_BEFORE
        if kind != "speech":
            cost += WEAKER_VERB
        if i > 0 and doc[i - 1].lower_ == "to":
            cost += INFINITIVE
        if governing and i not in governing and doc[i].dep_ == "advcl":
            cost += SUBORDINATE
        if best is None or cost < best[0]:
            best = (cost, i)
    if best is None:
        if doc[words[0]].lower_ == "according" and pause:
            return _according(parse, words)
        if [doc[i].lower_ for i in words[:4]] == ["in", "the", "words", "of"]:
            return _according(parse, words[2:])
        return _colon(parse, referents, words) if colon else None
    i = _teller(parse, referents, best[1], around.left)
    head = parse.subject(i)
    if head is None and parse.is_told(i):
        return Attribution(None, cue_at(parse, i), adjacent=True, told=True, before=True)
    if head is None:
        head = referents.last_named(words[0], i) or _before(parse, words[0], i)
    if head is None:  # "Said Ellis: ..."
        head = referents.first_named(i + 1, around.left.stop)
    place = len(words) - 1 - words.index(i)
    labels = verb_class(parse, i) == "label"
    return Attribution(
        head, cue_at(parse, i), labels=labels, adjacent=place <= NEAR or pause, before=True
    )


def _governing(parse: ArticleParse, around: Setting) -> set[int]:
    """The verbs of speaking before a quotation in whose clause it stands, by the parse."""
    opening = (i for i in range(around.left.stop, len(parse.doc)) if not is_skipped(parse, i))
    first = next(opening, None)
    if first is None or not parse.quoted[first]:
        return set()
    above = (token.i for token in parse.doc[first].ancestors)
    return {i for i in above if i in around.left and verb_class(parse, i) == "speech"}


def _is_aside(verb: Token) -> bool:
    """True for what is put in about the words: "loosely translated"."""
    return verb.dep_ == "acl" and verb.lower_.endswith("ed")


def _teller(parse: ArticleParse, referents: Referents, verb: int, left: range) -> int:
    """The verb whose subject speaks: "noting" of "noting that the prize also reflects"."""
    token = parse.doc[verb]
    subject = parse.subject(verb)
    while (
        subject is not None
        and token.dep_ == "ccomp"
        and token.head.i in left
        and verb_class(parse, token.head.i) == "speech"
        and not referents.may_be_somebody(subject)
    ):
        token = token.head
        subject = parse.subject(token.i)
    return token.i


def _inverted(
    parse: ArticleParse, referents: Referents, verb: int, words: list[int]
) -> Token | None:
    """The noun after a verb that stands right after the mark: "said Lena Park"."""
    place = words.index(verb)
    if place > 1 or verb + 1 >= len(parse.doc):
        return None
    doc = parse.doc
    if place == 1 and (doc[words[0]].dep_ in SUBJECTS or doc[words[0]].lower_ in PRONOUNS):
        return None
    following = verb + 1
    subject = next((t for t in doc[verb].rights if t.dep_ in SUBJECTS), None)
    if subject is not None and subject.left_edge.i <= following + 1 and parse.may_speak(subject):
        return subject
    if place == 1 and not doc[words[0]].lower_.endswith("ly"):
        return None
    for token in doc[verb].rights:
        if token.left_edge.i == following and token.dep_ in TAKEN_FOR_OBJECT:
            return token
    return referents.first_named(following, following + NAME_REACH)


def _before(parse: ArticleParse, first: int, verb: int) -> Token | None:
    """A pronoun or noun right before a verb, where the parse gives no subject."""
    for i in range(verb - 1, max(first, verb - BEFORE_VERB) - 1, -1):
        token = parse.doc[i]
        if token.lower_ in PRONOUNS:
            return token
    return None


def _unlisted(parse: ArticleParse, referents: Referents, words: list[int]) -> Attribution | None:
    """Any verb right after the mark with its subject: "Trask barked", "smiled Ann"."""
    doc = parse.doc
    for i in words[:NAME_REACH]:
        verb = doc[i]
        if verb.dep_ not in {"ROOT", "ccomp", "conj"}:
            continue
        subject = next(
            (t for t in verb.children if t.dep_ in SUBJECTS and not parse.quoted[t.i]), None
        )
        if subject is None or not words[0] <= subject.left_edge.i <= words[0] + 2:
            continue
        if referents.is_named(subject.i) or subject.lower_ in PRONOUNS:
            return Attribution(subject, (i, i + 1), adjacent=True)
    return None


def _according(parse: ArticleParse, words: list[int]) -> Attribution | None:
    """The noun of "according to Kim Dahl" and "in the words of Kim Dahl"."""
    doc = parse.doc
    if doc[words[1]].lower_ not in {"to", "of"}:
        return None
    head = next((t for t in doc[words[1]].children if t.dep_ == "pobj"), None)
    if head is None or not parse.may_speak(head):
        return None
    return Attribution(head, (words[0], words[1] + 1), adjacent=True)


def _colon(parse: ArticleParse, referents: Referents, words: list[int]) -> Attribution | None:
    """Who stands before a colon: "Ines Vale:", "And from Chair Osei:", "He had this to offer:"."""
    doc = parse.doc
    for i in words:
        if doc[i].dep_ == "ROOT":
            subject = next((t for t in doc[i].children if t.dep_ in SUBJECTS), None)
            if subject is not None and not parse.quoted[subject.i]:
                return Attribution(subject, (i, i + 1), adjacent=True, sure=False)
    head = referents.last_named(words[0], words[-1] + 1)
    if head is None:
        return None
    named = all(
        referents.is_named(i) or doc[i].is_punct or is_title(doc[i].text) or is_role(doc[i].text)
        for i in words
    )
    return Attribution(head, None, adjacent=True, sure=named)
