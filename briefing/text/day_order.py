"""Dates in numbers, as 03/05/2023: which of the first two numbers is the day."""

from __future__ import annotations

import re
from datetime import date

MONTHS_OF_YEAR = 12
NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d\d?)(?P<dot>[/.-])(?P<second>\d\d?)(?P=dot)"
    r"(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/-])"
)


def day_comes_first(text: str, published: date | None = None) -> bool | None:
    """True for 25/12/2023, False for 12/25/2023, None where the text proves neither or both.

    Args:
        text: The whole text: one pair of numbers proves the order of the others.
        published: The day of publication; a pair that is this day in one order only is a proof.
    """
    proofs = set[bool]()
    for match in NUMERIC.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if (first > MONTHS_OF_YEAR) != (second > MONTHS_OF_YEAR):
            proofs.add(first > second)
        elif published and first != second and match["year"] == str(published.year):
            if (first, second) == (published.day, published.month):
                proofs.add(True)
            elif (first, second) == (published.month, published.day):
                proofs.add(False)
    return proofs.pop() if len(proofs) == 1 else None


def day_and_month(
    first: int, second: int, separator: str, order: bool | None
) -> tuple[int, int] | None:
    """The day and the month that two numbers mean, or None where they can be two days.

    Args:
        first: The first number.
        second: The second number.
        separator: What stands between them; dots stand between a day and a month.
        order: True if the day comes first in this text, None where nothing proves it.
    """
    if first == second or first > MONTHS_OF_YEAR:
        return first, second
    if second > MONTHS_OF_YEAR:
        return second, first
    if order is None and separator == ".":
        order = True
    if order is None:
        return None
    return (first, second) if order else (second, first)
