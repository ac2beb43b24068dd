"""Numbers that say how many or how much, with unit and what they count; ranges made one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.model import DateMention
from briefing.tables import word_list
from briefing.tagging.figures.counted import counted_words
from briefing.tagging.figures.numbers import Number, numbers
from briefing.tagging.figures.refusing import SCORE, counts_nothing
from briefing.tagging.figures.shared_units import Candidate, with_shared_units
from briefing.tagging.figures.units import DURATIONS, Unit, unit_of

BETWEEN = re.compile(r"-|–|—|\s[-–—]\s|\sto\s|\sand\s|\sor\s|-to-|\sto\sup\sto\s")
FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}$", re.IGNORECASE)


def candidates(
    text: str, doc: Doc, dates: Sequence[DateMention], start: int, end: int
) -> list[Candidate]:
    """The figures of a part of an article, in order and not overlapping.

    Args:
        text: Of the article.
        doc: Its parse.
        dates: What was found to be a date.
        start: Of the part.
        end: Likewise.
    """
    return with_shared_units(text, _ranges(text, list(_found(text, doc, dates, start, end))))


def _found(
    text: str, doc: Doc, dates: Sequence[DateMention], start: int, end: int
) -> Iterator[Candidate]:
    last_what = start
    for number in numbers(text, start, end):
        unit = unit_of(text, number.start, number.end)
        if number.start < last_what and unit is None:  # "two new 737 jets"
            continue
        if unit is not None and (unit.kind == "adjective" or _is_name(text, number, unit)):
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
        yield Candidate(first, last, number.value, None, None, unit, what, number.times)


def _is_name(text: str, number: Number, unit: Unit) -> bool:
    """True for a name with a number: "Three Mile Island"."""
    words = text[number.start : unit.end].split()
    follows = re.match(r"\s[A-Z]", text[unit.end : unit.end + 2])
    capitals = all(word[:1].isupper() for word in words)
    return not number.in_digits and len(words) > 1 and capitals and follows is not None


def _counts(number: Number, words: str) -> bool:
    """True if words can be what a number counts: several of them, or one."""
    last = words.split()[-1] if words else ""
    irregular = word_list("figure_words", "irregular plural")
    fits = number.value == 1 or last.endswith("s") or last in irregular
    return last[:1].islower() and fits


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


def _ranges(text: str, found: list[Candidate]) -> list[Candidate]:
    """Two numbers that stand for the ends of a range made one."""
    merged: list[Candidate] = []
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
        else:
            merged.append(one)
    return merged


def _make_range(text: str, one: Candidate, other: Candidate) -> bool:
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
        return bool(FROM.search(before)) or one.times == 1 < other.times
    return True
