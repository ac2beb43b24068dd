"""What a date leans on: the day of publication, the words around it, the dates before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from briefing.tagging.dates import values
from briefing.tagging.dates.tense import BACK, tense
from briefing.tagging.dates.values import Tense, nearest
from briefing.tagging.dates.words import NUMBERS
from briefing.text.calendar_words import months
from briefing.text.day_order import day_comes_first

Match = re.Match[str]

MONTH_NUMBERS = {month.name[:3].lower(): i for i, month in enumerate(months(), 1)}
FARTHEST_CARRIED = 300
"""Characters between a date with a year and the one that takes the year from it."""
NEAR = 100
"""Characters within which a word tells what a date is about."""
YEAR_IN_WORDS = re.compile(r",? (?:of )?(?P<which>last|this|next) year\b")
LEADS_SENTENCE = re.compile(r"(?:^|[.!?][”\"'’)]?\s|\n)(?:[IO]n )?(?:the )?$")
GOES_ON = re.compile(
    r"(?!,)|,? (?:and|but|then|until|before|to|or"
    r"|the (?:second|third|fourth|next|last|other|latter))\b"
)


class Anchor:
    """The day of publication and the text around a date: what a date without a year leans on."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._with_year: list[tuple[int, int, int, int]] = []
        self.published = published
        self.day_first = day_comes_first(text, published)

    def note(self, match: Match) -> None:
        """Remember a date with a month and a year, which later dates may lean on."""
        year, month = parts(match, "year", "month")
        if year and month:
            self._with_year.append((*match.span("date"), year, month))

    def tense(self, match: Match, otherwise: Tense = "past") -> Tense | None:
        """Whether the words around look back or ahead."""
        return tense(self._text, *match.span("date"), otherwise)

    def value(
        self,
        match: Match,
        value: Callable[[Tense], str | None],
        otherwise: Tense = "past",
        *,
        may_be_near: bool = False,
    ) -> str | None:
        """The value of a date in the tense that the words around it tell.

        Where they tell none, a date has a value only if it is the same looking back and ahead.

        Args:
            match: The date.
            value: Its value in a tense.
            otherwise: The tense where no word tells one.
            may_be_near: "was due in May" is the nearest May, back or ahead.
        """
        told = self.tense(match, otherwise)
        if told == "near":
            if self.published is None or not may_be_near:
                return value("future")
            return nearest(self.published, value("past"), value("future"))
        if told:
            return value(told)
        back = value("past")
        return back if back == value("future") else None

    def day(self, match: Match, month: int, day: int) -> str | None:
        """A day without a year, in the tense that the words around it tell.

        Where no word looks back, it is not nearly a year away from publication while the same day
        of another year is some weeks away: of such a day an article would give the year.
        """
        published = self.published
        if published is None:
            return None
        looks_back = self.tense(match, "near") == "past"
        value = values.day_of_month if looks_back else values.likely_day
        return self.value(match, lambda told: value(published, month, day, told), may_be_near=True)

    def goes_with(self, match: Match, pattern: re.Pattern[str]) -> bool:
        """True if the line around a date has such a word within a short distance."""
        start, end = match.span("date")
        line = self._text[max(0, start - NEAR) : start].rpartition("\n")[2]
        behind = self._text[end : end + NEAR].partition("\n")[0]
        return bool(pattern.search(line) or pattern.search(behind))

    def is_followed_by(self, match: Match, pattern: re.Pattern[str]) -> bool:
        """True if a date stands directly before such words."""
        return bool(pattern.match(self._text, match.end("date")))

    def said_year(self, match: Match) -> int | None:
        """The year that stands after a date in words: "May 31 last year"."""
        told = YEAR_IN_WORDS.match(self._text, match.end("date"))
        if told is None or self.published is None:
            return None
        return self.published.year + {"last": -1, "this": 0, "next": 1}[told["which"]]

    def year_told(self, match: Match, month: int) -> int | None:
        """The year in words after a date, or that of the date before: "May 3, 2010, and May 5"."""
        if said := self.said_year(match):
            return said
        start = match.start("date")
        before = [one for one in self._with_year if one[1] <= start]
        if not before:
            return None
        first, end, year, month_before = max(before)
        between = self._text[end:start]
        if len(between) > FARTHEST_CARRIED or "\n" in between:
            return None
        leads = LEADS_SENTENCE.search(self._text[max(0, first - 20) : first])
        sentence = re.split(r"[.!?]\s|\n", self._text[max(0, first - FARTHEST_CARRIED) : first])[-1]
        in_one_breath = "," not in sentence and between[:2] == ", " and BACK.match(between, 2)
        if not (leads or in_one_breath or GOES_ON.match(between)):
            return None
        carried = year + (month < month_before)
        return carried if self._is_told(match, carried, month) else None

    def _is_told(self, match: Match, year: int, month: int) -> bool:
        """True unless the tense says that the month of a year lies on the other side of today."""
        told, today = self.tense(match), self.published
        if today is None or told is None:
            return told != "future"
        there, now = (year, month), (today.year, today.month)
        return there <= now if told == "past" else there >= now


def number(word: str) -> int | None:
    """The number of a month, a day with or without its ending, or a count in words."""
    lowered = word.lower()
    if lowered[:3] in MONTH_NUMBERS and not lowered[:1].isdigit():
        return MONTH_NUMBERS[lowered[:3]]
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else NUMBERS.get(lowered)


def parts(match: Match, *names: str) -> tuple[int | None, ...]:
    """The numbers of the groups that a match has; None for those that it lacks."""
    groups = match.groupdict()
    return tuple(number(groups[name]) if groups.get(name) else None for name in names)
