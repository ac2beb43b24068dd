"""Single people of whom something is told: "a man was killed", "Teen shot"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.model import Span
from briefing.tables import any_of, word_list
from briefing.tagging.figures import harm

AGE = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]"
    r"(?:(?:years?|months?|weeks?|days?|yr)[- ]old|y/o)"
)
AGE_AFTER = re.compile(r",?\s\(?\d{1,2}\)?(?=,|\sand\b)|,\s\d{1,2}$")
"""The age that is set after somebody: "a boy, 12,"."""
PART_OF = re.compile(r"\b(?:including|among them|such as)\s$")
"""What stands before some of those who were counted already."""


BEGINNING = 1000
"""Characters in which an article says what it is about."""
HOW = ("alone", "object", "aged", "kin", "own", "self")
WHAT = {"one": "what", "aged": "aged", "kin": "kin", "own": "own"}
"""Of the ways in which one person is told of, the part that says who it is."""


class Person(NamedTuple):
    """One person who is mentioned without a number.

    Attributes:
        start: Of the words, with the article.
        end: After them and an age in apposition.
        counted: Span of the word that says that it is one: "a", "another", or in a headline, which
            has no articles, the noun.
        what: Span of the noun with what stands before it, or None.
        joins: It counts only where it goes on from others: "himself" of "his wife and himself".
    """

    start: int
    end: int
    counted: Span
    what: Span | None
    joins: bool = False


@cache
def _beginning_words(list_: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(word_list('figure_words', list_))})\b", re.IGNORECASE)


def tells_of_violence(text: str) -> bool:
    """True for an article on violence or an accident: in others people just die."""
    return _beginning_words("violence").search(text, 0, BEGINNING) is not None


def tells_of_danger(text: str) -> bool:
    """True for an article on violence, or on what may harm people too, as a storm does."""
    danger = _beginning_words("danger").search(text, 0, BEGINNING)
    return danger is not None or tells_of_violence(text)


@cache
def _one() -> re.Pattern[str]:
    person = any_of(word_list("figure_words", "person"))
    harmed = any_of(word_list("figure_words", "harmed"))
    verbs = {
        word
        for kind in ("killed", "injured", "arrested")
        for word in word_list("figure_words", f"does {kind}")
    }
    harms = any_of(verbs)
    begin = any_of({word[:2] for word in verbs})
    link = any_of(word_list("figure_words", "link"))
    noun = rf"(?:{AGE}(?:[\s,]+(?:[\w'’-]+\s){{0,2}}?(?:{person})\b)?|(?:{person}))"
    return re.compile(
        rf"(?=[,&]|\b(?:[Aa]\s|[Aa]n|[Oo]n|hi|he|th|se|{begin}))(?:"  # most of a text is passed by
        rf"\b(?P<one>an?|one|another|(?<![A-Za-z,]\s)(?:An?|One|Another))\s"
        rf"(?P<what>(?:(?!(?:{link})\b)[\w'’-]+\s){{0,3}}?{noun})\b"
        rf"(?![-’'])(?!\s(?:{person})\b)"
        r"|(?<![Nn]o\s)(?<!by\s)\b(?![Aa]nother\sshot\s(?!in\b|to\b|and\b|by\b|at\b|dead\b))"
        r"(?P<alone>[Aa]nother|[Oo]ne|[Aa]\s(?:second|third|fourth|fifth))"
        rf"(?=\s(?:of\s(?:the|them|those|whom)\s(?:\w+\s){{0,2}}?)?(?:was\s|is\s)?(?:\w+ly\s)?"
        rf"(?i:{harmed})\b)"
        rf"|\b(?:{harms})\s(?P<object>one|another)\b(?!\sof\b|\s(?!(?:{link})\b)[a-z])"
        rf"|(?:,|\band)\s(?P<aged>{AGE}(?:\s(?:{person})\b)?)(?!\s[A-Z])"
        rf"|(?:,|\band|&)\s(?P<kin>{person})\b(?![-’'])"
        rf"|\b(?P<own>(?:his|her|their)\s(?:(?!(?:{link})\b)[\w'’-]+\s){{0,2}}?(?:{person}))\b(?![-’'])"
        rf"|\b(?P<self>himself|herself|self)\b(?!-))"
    )


@cache
def _in_headline() -> re.Pattern[str]:
    person = any_of(word_list("figure_words", "person"))
    noun = rf"(?:{AGE}(?:\s(?i:{person})\b)?|(?i:{person}))"
    return re.compile(
        rf"(?<![\w'’$-])(?:(?<!shooting\s)(?<!Shooting\s)|(?=\d))(?P<what>{noun})\b(?![-’'])"
        rf"(?!\s(?i:{person})\b)"
    )


@cache
def _taken() -> re.Pattern[str]:
    """What stands before a noun of a headline that is not one by itself."""
    words = any_of(word_list("figure_words", "determiner"))
    return re.compile(rf"(?:\b(?i:{words})|\w['’]s|s['’]|\b\d+)\s(?:[\w'’-]+\s){{0,3}}$")


def single_people(text: str, start: int, end: int, *, is_headline: bool) -> Iterator[Person]:
    """Those of a part of a text, in order."""
    for match in _one().finditer(text, start, end):
        if PART_OF.search(text[max(start, match.start() - 20) : match.start()]):
            continue
        name = next(name for name in (*HOW, "one") if match[name])
        what = match.span(WHAT[name]) if name in WHAT and match[WHAT[name]] else None
        begin = match.start(name)
        joins = name in ("kin", "own", "self")
        yield Person(begin, _with_age(text, match.end(), end), match.span(name), what, joins)
    if is_headline:
        for match in _in_headline().finditer(text, start, end):
            if not _taken().search(text[max(start, match.start() - 40) : match.start()]):
                after = _with_age(text, match.end(), end)
                yield Person(match.start(), after, match.span("what"), match.span("what"))


@cache
def _definite() -> re.Pattern[str]:
    person = any_of(word_list("figure_words", "person"))
    link = any_of(word_list("figure_words", "link"))
    noun = rf"(?:{AGE}(?:\s(?:{person})\b)?|(?:{person}))"
    return re.compile(
        rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Hh]e|[Ss]he)\b(?<=[Hh]e|er|is)"
        rf"(?:(?<=[Tt]he|[Hh]is|[Hh]er)\s(?:(?!(?:{link})\b)(?:[\w'’-]+|[A-Z][a-z]?\.)\s){{0,2}}?{noun}\b"
        rf"(?!\s(?:{person})\b)|(?<=\b[Hh]e)|(?<=[Ss]he))(?![-’'])"
    )


def definite_people(text: str, start: int, end: int) -> Iterator[Person]:
    """One person of whom the text has spoken before: "the boy", "his wife", "she"."""
    for match in _definite().finditer(text, start, end):
        span = match.span()
        yield Person(span[0], _with_age(text, span[1], end), span, span)


def _with_age(text: str, offset: int, end: int) -> int:
    age = AGE_AFTER.match(text, offset, end)
    return age.end() if age else offset


def kind_of(text: str, person: Person, until: int) -> str | None:
    """What happened to them, or None."""
    what = text[slice(*person.what)] if person.what else ""
    return harm.kind_of(text, person.start, person.end, what, until)
