"""Figures of an article, from its numbers, units and parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from spacy.tokens import Doc

from briefing.model import Actor, Article, DateMention, Figure, Number, Paragraph, Quote
from briefing.tables import any_of, word_list
from briefing.tagging.figures import harm
from briefing.tagging.figures.candidates import candidates
from briefing.tagging.figures.harmed_people import with_single_people
from briefing.tagging.figures.known_people import known_people
from briefing.tagging.figures.people import tells_of_danger, tells_of_violence
from briefing.tagging.figures.saying import Sayings
from briefing.tagging.figures.settling import settled
from briefing.tagging.figures.shared_units import Candidate
from briefing.tagging.lexicon.person_nouns import is_person_noun

BOUNDS = ("low", "high", "low after", "high after")
"""Lists of words that make a number a bound; the last two stand after it."""


def find(
    article: Article,
    doc: Doc,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    actors: Sequence[Actor],
) -> tuple[Figure, ...]:
    """All figures of the title and the text paragraphs, in order and not overlapping.

    Args:
        article: The article.
        doc: Its parse.
        dates: What was found to be a date, and so is no figure.
        quotes: What is said in them is said by their speakers.
        actors: Those who may say so.
    """
    sayings = Sayings(article, doc, quotes, actors)
    is_dangerous = tells_of_danger(article.text)
    figures: list[Figure] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        found = candidates(article.text, doc, dates, paragraph.start, paragraph.end)
        written = []
        for one, next_one in zip_longest(found, found[1:]):
            until = next_one.start if next_one else paragraph.end
            written.append(_figure(article.text, one, until, sayings))
        figures += with_single_people(
            article, paragraph.start, paragraph.end, written, sayings,
            is_headline=_is_headline(article, paragraph), counts_single=is_dangerous,
        )  # fmt: skip
    if tells_of_violence(article.text):
        figures += known_people(article, figures, actors, sayings)
    return tuple(sorted(settled(article.text, figures), key=lambda figure: figure.start))


def _is_headline(article: Article, paragraph: Paragraph) -> bool:
    """True for titles and headings, and for a first line without a full stop."""
    if paragraph.kind == "title" or paragraph.block == "heading":
        return True
    text = article.text[paragraph.start : paragraph.end].rstrip()
    return not article.text[: paragraph.start].strip() and text[-1:].isalnum()


@cache
def _bounds() -> dict[str, re.Pattern[str]]:
    lists = {name: any_of(word_list("figure_words", name)) for name in BOUNDS}
    return {
        name: re.compile(
            rf"\s?(?:{words})\b|\+" if name.endswith("after") else rf"\b(?:{words})\s$", re.I
        )
        for name, words in lists.items()
    }


def _figure(text: str, one: Candidate, until: int, sayings: Sayings) -> Figure:
    value, low, high, start, end = one.value, one.low, one.high, one.start, one.end
    if value is not None:
        before, bounds = text[max(start - 24, 0) : start], _bounds()
        for name in BOUNDS:
            after = name.endswith("after")
            match = bounds[name].match(text, end) if after else bounds[name].search(before)
            if match:
                low, high = (value, None) if name.startswith("low") else (None, value)
                value = None
                start, end = (start, match.end()) if after else (start - len(match[0]), end)
                break
    what = one.what if one.what and one.what[0] >= one.end - 1 else None
    words = " ".join(text[slice(*what)].split()) if what else ""
    kind = None
    if one.unit is None and (not words or _are_people(words) or harm.is_harm(words)):
        kind = harm.kind_of(text, start, max(what[1] if what else 0, end), words, until)
    unit = one.unit.name if one.unit else _unit_of_people(words, kind)
    return Figure(
        text=text[start:end],
        start=start,
        end=end,
        value=_plain(value),
        low=_plain(low),
        high=_plain(high),
        unit=unit,
        what=text[slice(*what)] if what else None,
        what_mention=what,
        kind=kind,
        **sayings.of(start, end),
    )


def _unit_of_people(words: str, kind: str | None) -> str | None:
    return "people" if kind is not None or _are_people(words) else None


def _are_people(words: str) -> bool:
    last = words.split()[-1].lower() if words else ""
    singular = f"{last[:-3]}man" if last.endswith("men") else last.removesuffix("s")
    return last in word_list("figure_words", "people") or is_person_noun(singular)


def _plain(value: float | None) -> Number | None:
    return int(value) if value is not None and value == int(value) else value
