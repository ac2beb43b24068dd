"""Numbers that count nothing: years, ages, labels, addresses, scores, telephone numbers; pure."""

from __future__ import annotations

import re
from functools import cache

from briefing.tables import any_of, word_list
from briefing.tagging.figures.numbers import Number

EARLIEST_YEAR, LATEST_YEAR = 1400, 2199
AGE_AFTER = re.compile(
    r"\s?y/o\b|[\s-](?:years?|months?|weeks?|days?)?[\s-]?old\b|(?:-year-olds?|s\b|st\b|nd\b|rd\b|th\b)"
)
AGE_BEFORE = re.compile(
    r"\b(?:[Aa]ged?|age of|turned|ages|(?:man|woman|boy|girl|son|daughter|child) of)\s"
    r"(?:(?:between|under|over|below|above|up to)\s)?$"
)
AGE_BETWEEN = re.compile(r"[A-Za-z]\w*,\s$"), re.compile(r",(?=\s)")
IN_APPOSITION = re.compile(r"[A-Z][\w'’.-]+,?\s?[,(]\s?$")
AFTER_APPOSITION = re.compile(r"\s?(?:[,).;]|$|\sof\b)")
AGE_OF = re.compile(r"\b(?:[Hh]e|[Ss]he|who)(?:['’]s\s|\s(?:was\s|is\s)?)$")
"""What stands before an age that ends a clause: "She was 82"."""
CLAUSE_END = re.compile(r"[.,;]|\s(?:when|at)\b|$")
WORD_LABEL = re.compile(
    r"\b(?:[Nn]umber|[Dd]ay|[Pp]art|[Pp]hase|[Ss]tage|[Rr]ound|[Cc]hapter|[Pp]age)\s$"
)
AGES = (
    re.compile(r"[a-z],\s(?:\d{1,2}(?:,\s|,?\sand\s))*$"),
    re.compile(r"(?:(?:,\s|,?\sand\s)\d{1,2})*,?\s(?:and|was|were|who|of)\b"),
)
"""What stands around an age of several: "her sons, 7 and 8, were"."""
EMERGENCY = re.compile(r"(?:911|999|112)$")
CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|hrs\b|GMT|[:.]\d\d)|:\d")
PHONE = re.compile(r"[-.\s)]{1,2}\d{3}[-.]\d{4}\b|-\d{4}\b|-\d{3}-\d")
GLUED = re.compile(r"[A-Za-z_](?!\w*\s)|\s/\s\d|[/@#]\w|'s\b")
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
SCORE = re.compile(
    r"[-–]\d{1,3}(?![\d-]|[.,]\d)(?![\w°%])(?!\s?(?:[-–]|%|per\s?cent|to\b)|\s(?:[a-z]+s|people|feet|men|women|children)\b)"
)
CAPITAL = re.compile(r"\s(?:[A-Z][\w-]*\s)*[A-Z][\w-]*(?=[\s,.;:!?)]|$)")
AFTER_NAME = re.compile(r"(?<=[\w,;:)’%]\s)(?:[A-Z][\w&’'-]*|[A-Z]&[A-Z])\s$")
JOINED = re.compile(r"-(?!to-\d)[A-Za-z]|[A-Za-z]")
AGE_RANGE = re.compile(r"\b[Aa]ged?\s\d+\s?(?:to|and|-|–)\s?$")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(word_list('figure_words', 'label'))})[.\s#-]*$")


@cache
def _not_counted() -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:{any_of(word_list('figure_words', 'not counted'))})\b")


@cache
def _harmed_after() -> re.Pattern[str]:
    """A word for what happened to people, in a headline with capitals: "3 Dead"."""
    return re.compile(rf"\s(?:{any_of(word_list('figure_words', 'harmed'))})\b", re.IGNORECASE)


@cache
def _harms_before() -> re.Pattern[str]:
    """Likewise: "Wounding 2 Near Harbor"."""
    words = any_of(word_list("figure_words", "harming"))
    return re.compile(rf"\b(?:{words})\s$", re.IGNORECASE)


def counts_nothing(text: str, number: Number, *, has_unit: bool, counted: bool) -> bool:
    """True if a number is none that says how many or how much.

    Args:
        text: Where it stands.
        number: The number.
        has_unit: It has a unit.
        counted: It stands before a word for what is counted.
    """
    before, after = text[max(number.start - 30, 0) : number.start], text[number.end :][:40]
    if AGE_AFTER.match(after) or AGE_BEFORE.search(before) or ORDINAL.match(after):
        return True
    if has_unit:
        return False
    if JOINED.match(after) or AGE_RANGE.search(before):  # "a three-bed flat", "4G"
        return True
    if not number.in_digits:
        return bool(WORD_LABEL.search(before) or _not_counted().match(after))
    if not counted and AGE_BETWEEN[0].search(before) and AGE_BETWEEN[1].match(after):
        return True
    if not counted and AGE_OF.search(before) and CLAUSE_END.match(after):
        return True
    if not counted and EMERGENCY.match(text[number.start : number.end]):
        return True
    if not counted and AGES[0].search(before) and AGES[1].match(after):
        return True
    if IN_APPOSITION.search(before) and AFTER_APPOSITION.match(after):
        return True
    if CLOCK_AFTER.match(after) or PHONE.match(after) or GLUED.match(after):
        return True
    if _labels().search(before) or _not_counted().match(after):
        return True
    if not counted and before.endswith(("-", "–")) and before[:-1][-1:].isdigit():
        return True
    digits = text[number.start : number.end]
    if "/" in digits and not counted:
        return True
    is_year = len(digits) == 4 and digits.isdigit()
    if is_year and EARLIEST_YEAR <= int(digits) <= LATEST_YEAR and not counted:
        return True
    if _harmed_after().match(after) or _harms_before().search(before):
        return False
    return not counted and bool(CAPITAL.match(after) or AFTER_NAME.search(before))
