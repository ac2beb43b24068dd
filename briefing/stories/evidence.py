"""What of an article tells which event it is about: its words, names, numbers and days.

No language model is needed for this, and no parse: a word that an article writes with a capital
wherever it has it is taken for a name.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from msgspec.structs import replace

from briefing.model import Article
from briefing.stories.values import Evidence, Told
from briefing.tagging import dates
from briefing.text.calendar_words import calendar_names
from briefing.text.stop_words import stop_words

LENGTH = 20_000
"""Characters of an article that are looked at; an event is told in the first of them."""
LENGTH_FOR_DAYS = 4_000
"""Characters in which days are looked for; those of other events are named further down."""
PROMINENCE = 1_000
"""Characters after which a day counts half as much as at the beginning."""

WORD = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
POSSESSIVE = re.compile(r"['’]s?$")
YEAR = re.compile(r"(?:19|20)\d\d")
AGE = re.compile(
    r"\b(\d{1,3})[- ]years?[- ]old\b|, (?:aged? )?(\d{1,2})(?=[,.;])|\baged? (\d{1,2})\b"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
AGED = "-year-old"
"""What stands after a number that is an age, however the article writes it."""


def evidence_of(article: Article) -> Evidence:
    """What of an article tells which event it is about."""
    text = _text_of(article)
    terms = terms_of(text)
    days = _days(article)
    return Evidence(
        told=Told(
            source=article.source,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
        ),
        terms=tuple(terms),
        counts=tuple(terms.values()),
        days=tuple(days),
        weights=tuple(days.values()),
    )


def _text_of(article: Article) -> str:
    """The title and the text paragraphs, up to a length."""
    shown = (p for p in article.paragraphs if p.kind != "furniture" and p.start < LENGTH)
    lines = [article.text[p.start : min(p.end, LENGTH)] for p in shown]
    if not article.text.startswith(article.title):
        lines.insert(0, article.title)
    return "\n".join(lines)


def terms_of(text: str) -> Counter[str]:
    """Words, names, numbers and pairs of names, in the order in which they come."""
    found = list(WORD.finditer(text))
    written_small = {match[0] for match in found if match[0][0].islower()}
    left_out = stop_words() | calendar_names()
    terms: Counter[str] = Counter()
    before, end = "", 0
    for match in found:
        word = POSSESSIVE.sub("", match[0])
        small = word.lower()
        if word[0].isdigit():
            is_year = YEAR.fullmatch(word) is not None
            term = "" if is_year else word
            is_name = word.isdigit() and len(word) > 2 and not is_year  # of a house, a flight
        elif len(word) < 2 or small in left_out:
            term, is_name = "", False
        else:
            is_name = word[0].isupper() and match[0].lower() not in written_small
            term = small.capitalize() if is_name else small
        if term:
            terms[term] += 1
        if is_name and before and match.start() - end < 3 and "\n" not in text[end : match.start()]:
            terms[f"{before} {term}"] += 1
        before, end = term if is_name else "", match.end()
    terms.update(f"{match[1] or match[2] or match[3]}{AGED}" for match in AGE.finditer(text))
    return terms


def _days(article: Article) -> dict[int, float]:
    """The days that the first paragraphs name, each with its prominence."""
    first = tuple(
        replace(paragraph, end=min(paragraph.end, LENGTH_FOR_DAYS))
        for paragraph in article.paragraphs
        if paragraph.start < LENGTH_FOR_DAYS
    )
    days: dict[int, float] = {}
    for mention in dates.find(replace(article, paragraphs=first)):
        if mention.value and DAY.fullmatch(mention.value):
            day = date.fromisoformat(mention.value).toordinal()
            days[day] = days.get(day, 0.0) + 1 / (1 + mention.start / PROMINENCE)
    return days
