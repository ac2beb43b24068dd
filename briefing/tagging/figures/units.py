"""What a number is measured in: signs before it, signs and words after it; pure."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.tables import any_of, rows, word_list
from briefing.tagging.figures.signs import CODES, CURRENCIES

DURATIONS = ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade")
GAP = r"[\s\u00a0-]?"


class Unit(NamedTuple):
    """A unit beside a number.

    Attributes:
        name: In the singular; an ISO 4217 code for money.
        kind: Of the table, such as "length" or "money".
        start: Where it begins, if it stands before the number.
        end: Where it ends, if it stands after it.
    """

    name: str
    kind: str
    start: int
    end: int


@cache
def _before() -> re.Pattern[str]:
    signs = any_of(CURRENCIES)
    return re.compile(rf"(?P<sign>(?<!\w)(?:{signs})|\b(?:{'|'.join(CODES)}))[\s\u00a0]?$")


@cache
def _after() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    named: dict[str, tuple[str, str]] = {}
    signs, words = [], []
    for name, kind, sign, word in rows("units"):
        for one in filter(None, sign.split("|")):
            named.setdefault(one, (name, kind))
            signs.append(one)
        for one in filter(None, word.split("|")):
            named.setdefault(one.lower(), (name, kind))
            words.append(one)
    rates = any_of(word_list("figure_words", "rate"))
    pattern = (
        rf"(?:[\u00a0 ]?(?P<sign>{any_of(signs)})(?![\w°]|\.[a-z]\b)"
        rf"|{GAP}(?P<word>(?i:{any_of(words)}))\b)"
        rf"(?P<rate>\s?(?:per|/)\s?(?P<per>[A-Za-z]+(?:\s[a-z]+)??)\b"
        rf"|\s(?:a|an|each|every)\s(?P<a>{rates})\b)?"
    )
    return re.compile(pattern), named


@cache
def _rate() -> re.Pattern[str]:
    rates = any_of(word_list("figure_words", "rate"))
    return re.compile(
        rf"\s?(?:per|/)\s?(?P<per>[A-Za-z]+)\b|\s(?:a|an|each|every)\s(?P<a>{rates})\b"
    )


def unit_of(text: str, start: int, end: int) -> Unit | None:
    """The unit of the number at a span, or None where it has none."""
    before = _before().search(text, max(start - 5, 0), start)
    if before:
        sign = before["sign"]
        code = CURRENCIES.get(sign, sign)
        rate = _rate().match(text, end)
        if rate:
            return Unit(
                f"{code} per {rate['per'] or rate['a']}", "money", before.start(), rate.end()
            )
        return Unit(code, "money", before.start(), end)
    pattern, named = _after()
    match = pattern.match(text, end)
    if match is None:
        return None
    name, kind = named[match["sign"] or match["word"].lower()]
    if kind == "duration" and text[end : end + 1] == "-":  # "a five-year award"
        return Unit("", "adjective", start, match.end())
    per = match["per"] or match["a"]
    return Unit(f"{name} per {per}" if per else name, kind, start, match.end())
