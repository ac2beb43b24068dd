"""Numbers as they are written, with their values; pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.tables import any_of, rows
from briefing.tagging.figures.signs import SIGNS_BEFORE

VAGUE = (
    r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"(?:\s(?:of|and)\s(?=(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b))?)+"
)
FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
AFTER_SIGN = "".join(rf"|(?<={re.escape(sign)})" for sign in SIGNS_BEFORE)
AMOUNT = rf"(?:(?<=\bto-)|(?<=\bsub-)|(?<=\d[-–])|(?<![\w.,/:#@])(?<![\w]-){AFTER_SIGN})"
"""What stands before the digits of a number: no letter, but maybe the sign of a currency."""
SPACE = "\u00a0\u202f\u2009"
DIGITS = (
    rf"(?:\d\s)?\d/\d(?![\d/])(?=\s[a-z]|-)|\d{{1,3}}(?:[,{SPACE}]\d{{3}})+(?:\.\d+)?"
    r"|\d{1,3}(?: 000)+(?!\d)|\d+(?:\.\d+)?|(?<!\d)\.\d+|[½¼¾]"
)
METERS = (
    r"m\s(?:long|wide|high|tall|deep|away|above|below|from|sprint|race|final|freestyle|hurdles"
    r"|butterfly|backstroke|breaststroke|medley|relay|mark)\b"
)
"""What makes the "m" of a number no million."""


class Number(NamedTuple):
    """A number in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last one.
        value: None for one such as "dozens".
        in_digits: It is written in digits.
        times: What its last word or letter multiplies it by, as "million" does.
    """

    start: int
    end: int
    value: float | None
    in_digits: bool = False
    times: float = 1.0


@cache
def _words() -> dict[str, tuple[float, str]]:
    """The words of numbers: the value of each, and how it is used."""
    return {word: (float(value), "".join(use)) for word, value, *use in rows("numbers")}


@cache
def _pattern() -> re.Pattern[str]:
    words = _words()
    plain = any_of(word for word, (_, use) in words.items() if use in ("", "times"))
    times = any_of(word for word, (_, use) in words.items() if use == "times")
    after = any_of(word for word, (_, use) in words.items() if use in ("times", "after"))
    glued = any_of(word for word, (_, use) in words.items() if use in ("glued", "after"))
    parts = any_of(FRACTIONS)
    begin = any_of({word[:2] for word, (_, use) in words.items() if use in ("", "times")})
    return re.compile(
        rf"(?=[\d.½¼¾]|\b(?:{begin}|ha|sc|a\W))"  # most of a text is passed by at once
        rf"(?:\b(?P<few>{plain}|\d{{1,2}})\s(?:in|out\sof)\s(?P<many>{plain}|\d{{1,3}})\b(?=\s[a-z])"
        rf"|(?P<digits>{AMOUNT}(?:{DIGITS}))"
        rf"(?:[\s-](?P<after>{after})\b|(?!{METERS})(?P<glued>{glued})(?![\w-]))?(?!\w*@\w)"
        rf"|\b(?P<vague>{VAGUE})\b"
        rf"|\b(?P<part>(?:a|one|two|three|four|nine)[\s-](?:{parts})s?)(?=\sof\b|\sthe\b)"
        rf"|\b(?P<half>half)(?=\sof\b)"
        rf"|\b(?P<words>(?:(?:half\sa|a|several)\s)?(?:{times})|(?:{plain}))"
        rf"(?P<more>(?:(?:-|\s(?:and\s)?)(?:{plain})\b)*)(?![\w]))",
        re.IGNORECASE,
    )


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of a part of a text, in order."""
    for match in _pattern().finditer(text, start, end):
        value = _value(match)
        if value is not False:
            after = (match["after"] or match["glued"] or "").lower()
            times = _words()[after][0] if after else 1.0
            yield Number(*match.span(), value, match["digits"] is not None, times)


def _value(match: re.Match[str]) -> float | bool | None:
    """What a number means; None where it is vague, False where it is no number."""
    words = _words()
    if match["digits"]:
        digits = match["digits"]
        if "/" in digits:
            return _fraction(digits)
        digits = re.sub(rf"[, {SPACE}]", "", digits)
        value = unicodedata.numeric(digits) if len(digits) == 1 else float(digits)
        times = (match["after"] or match["glued"] or "").lower()
        return value * words[times][0] if times else value
    if match["vague"]:
        return None
    if match["half"]:
        return 0.5
    if match["few"]:
        few, many = (_single(match[name].lower()) for name in ("few", "many"))
        return few / many if 0 < few < many else False
    if match["part"]:
        count, part = re.split(r"[\s-]", match["part"].lower())
        many = 1.0 if count == "a" else words[count][0]
        return many * FRACTIONS[part.rstrip("s") if part != "s" else part]
    return _of_words(f"{match['words']}{match['more']}".lower())


def _fraction(written: str) -> float | bool:
    """The value of "1/2" or "3 1/2"; False where it is none."""
    *whole, part = written.split()
    above, below = map(int, part.split("/"))
    return sum(map(int, whole)) + above / below if 0 < above < below else False


def _single(written: str) -> float:
    return float(written) if written.isdigit() else _words()[written][0]


def _of_words(written: str) -> float | bool | None:
    """The value of number words: "two hundred and six", "half a million"."""
    words, total, part = _words(), 0.0, 0.0
    pieces = [piece for piece in re.split(r"[\s-]+", written) if piece != "and"]
    if pieces[0] == "several":
        return None
    if pieces[:2] == ["half", "a"]:
        return 0.5 * words[pieces[2]][0]
    for piece in pieces:
        if piece == "a":
            continue
        value, use = words[piece]
        if use == "times" and value > 100:
            total += (part or 1.0) * value
            part = 0.0
        elif use == "times":
            part = (part or 1.0) * value
        else:
            part += value
    return total + part
