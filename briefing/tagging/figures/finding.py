"""Figures of an article, from its numbers, units and parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace
from spacy.tokens import Doc

from briefing.model import Actor, Article, DateMention, Figure, Quote, Span
from briefing.tables import any_of, word_list
from briefing.tagging.figures import harm
from briefing.tagging.figures.counted import counted_words
from briefing.tagging.figures.numbers import Number, numbers
from briefing.tagging.figures.refusing import SCORE, counts_nothing
from briefing.tagging.figures.saying import Sayings
from briefing.tagging.figures.units import DURATIONS, Unit, unit_of

BETWEEN = re.compile(r"-|–|—|\s[-–—]\s|\sto\s|\sand\s|\sor\s|-to-|\sto\sup\sto\s")
FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}$", re.IGNORECASE)
IRREGULAR = frozenset(
    "people men women children feet teeth fish sheep troops police staff cattle deer dead aircraft data media teens crew wounded injured others homeless".split()
)


class Found(NamedTuple):
    """A figure on its way: its number, what it is measured in, and what it counts."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: Unit | None
    what: Span | None
    in_digits: bool
    times: float = 1.0


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
    figures: list[Figure] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        found = list(_found(article.text, doc, dates, paragraph.start, paragraph.end))
        merged = _ranges(article.text, found)
        for number, one in enumerate(merged):
            until = merged[number + 1].start if number + 1 < len(merged) else paragraph.end
            figures.append(_figure(article.text, one, until, sayings))
        figures += _lone(article.text, paragraph.start, paragraph.end, figures, sayings)
    shot = harm.settled(article.text, {figure.kind for figure in figures})
    settled = (
        replace(figure, kind=shot) if figure.kind == harm.SHOT else figure for figure in figures
    )
    return tuple(sorted(settled, key=lambda figure: figure.start))


def _found(
    text: str, doc: Doc, dates: Sequence[DateMention], start: int, end: int
) -> Iterator[Found]:
    last_what = start
    for number in numbers(text, start, end):
        if number.start < last_what:  # "two new 737 jets"
            continue
        unit = unit_of(text, number.start, number.end)
        if unit is not None and unit.kind == "adjective":
            continue
        if _in_date(dates, number, unit) or _is_list_number(text, number, start):
            continue
        if number.in_digits and unit is None and SCORE.match(text, number.end):
            continue
        first, last = (unit.start, unit.end) if unit else (number.start, number.end)
        what = counted_words(doc, number.start, last)
        words = text[slice(*what)] if what else ""
        counted = _counts(number, words)
        if counts_nothing(text, number, has_unit=unit is not None, counted=counted):
            continue
        written = text[number.start : number.end].lower()
        if (
            written in ("one", "a half")
            and unit is None
            and not _is_counted_one(text, number, words)
        ):
            continue
        if what and _counts(number, words):
            last_what = what[1]
        digits, times = number.in_digits, number.times
        yield Found(first, last, number.value, None, None, unit, what, digits, times)


def _counts(number: Number, words: str) -> bool:
    """True if words can be what a number counts: several of them, or one."""
    last = words.split()[-1] if words else ""
    several = last.endswith("s") or last.lower() in IRREGULAR or number.value == 1
    return last[:1].islower() and several


def _is_counted_one(text: str, number: Number, words: str) -> bool:
    """True for "one person", and not for "one of them", "one day" or "one another"."""
    people = word_list("figure_words", "people")
    return bool(words) and words.split()[-1].lower() in people and text[number.end :][:4] != " of "


def _in_date(dates: Sequence[DateMention], number: Number, unit: Unit | None) -> bool:
    """True for a number of a date, unless it counts days or years ("three days ago")."""
    if unit is not None and unit.name in DURATIONS:
        return False
    return any(date.start < number.end and number.start < date.end for date in dates)


def _is_list_number(text: str, number: Number, start: int) -> bool:
    return number.start == start and text[number.end : number.end + 2] in (". ", ") ")


def _ranges(text: str, found: list[Found]) -> list[Found]:
    """Two numbers that stand for the ends of a range made one."""
    merged: list[Found] = []
    for one in found:
        last = merged[-1] if merged else None
        if last is not None and _make_range(text, last, one):
            low = last.value
            if (
                low is not None
                and last.times == 1
                and one.value
                and low < one.value / one.times * 2
            ):
                low *= one.times  # "8 to 10 million"
            merged[-1] = one._replace(start=last.start, value=None, low=low, high=one.value)
        elif last is not None and one.unit is None and _goes_on(text, last, one):
            merged.append(one._replace(unit=last.unit))
        else:
            merged.append(one)
    return merged


def _make_range(text: str, one: Found, other: Found) -> bool:
    if one.value is None or other.value is None:
        return False
    between = text[one.end : other.start]
    if not BETWEEN.fullmatch(between):
        return False
    units = one.unit.name if one.unit else "", other.unit.name if other.unit else ""
    if units[0] and units[0] != units[1]:
        return False
    before = text[max(one.start - 30, 0) : one.start]
    if between.strip() == "and":
        return before.rstrip().lower().endswith("between")
    if between.strip() == "to" and units[0]:  # "rose 3 percent to 40 percent" is none
        return bool(FROM.search(before))
    return True


def _goes_on(text: str, one: Found, other: Found) -> bool:
    """True for a second amount that has the unit of the first: "rose 64 points to 4,577"."""
    unit = one.unit
    return (
        unit is not None
        and unit.kind in ("score", "money")
        and text[one.end : other.start] == " to "
    )


@cache
def _bounds() -> dict[str, re.Pattern[str]]:
    lists = {name: any_of(word_list("figure_words", name)) for name in BOUNDS}
    return {
        name: re.compile(
            rf"\s?(?:{words})\b|\+" if name.endswith("after") else rf"\b(?:{words})\s$", re.I
        )
        for name, words in lists.items()
    }


BOUNDS = ("low", "high", "low after", "high after")


def _figure(text: str, one: Found, until: int, sayings: Sayings) -> Figure:
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
    people = word_list("figure_words", "people")
    counts_people = not words or words.split()[-1].lower() in people or harm.is_harm(words)
    if one.unit is None and counts_people:
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
    people = word_list("figure_words", "people")
    if kind is not None or (words and words.split()[-1].lower() in people):
        return "people"
    return None


def _plain(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) else value


@cache
def _one_person() -> re.Pattern[str]:
    people = any_of(word_list("figure_words", "people"))
    harmed = any_of(
        word
        for kind in ("killed", "injured", "shot")
        for word in word_list("figure_words", f"harm {kind}")
    )
    return re.compile(
        rf"\b(?P<one>[Aa]n?|[Oo]ne|[Aa]nother)\s(?P<what>(?:[\w'’.-]+\s){{0,3}}?"
        rf"(?:{people}|\d+[- ](?:year|month)[- ]old(?:\s(?:{people}))?))\b"
        rf"|\b(?P<alone>[Aa]nother|[Oo]ne)(?=\s(?:was\s|is\s)?(?:{harmed})\b)"
    )


def _lone(
    text: str, start: int, end: int, figures: Sequence[Figure], sayings: Sayings
) -> Iterator[Figure]:
    """Single people to whom something happened: "a man was killed"."""
    for match in _one_person().finditer(text, start, end):
        if any(figure.start < match.end() and match.start() < figure.end for figure in figures):
            continue
        one = "one" if match["one"] else "alone"
        what = match.span("what") if match["what"] else None
        kind = harm.kind_of(text, match.start(), match.end(), match["what"] or "", end)
        if kind is not None:
            yield Figure(
                text=match[one],
                start=match.start(one),
                end=match.end(one),
                value=1,
                unit="people",
                what=match["what"],
                what_mention=what,
                kind=kind,
                **sayings.of(match.start(), match.end()),
            )
