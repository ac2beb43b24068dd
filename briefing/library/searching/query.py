"""What is searched for in the library, parsed; pure.

A query is made of words, all of which an article must have, in any order:

    flood levee                     both words, anywhere: text, names, quotes, the reader's notes
    "flood levee"                   one after the other
    flo*                            words that begin so, with three letters or more
    -levee                          articles without it
    speaker:Guterres                what somebody said; also quote:, actor:, place:, outlet:,
                                    title:, note: and figure:
    after:2026-11-01                published on that day or later; before: on an earlier one
    today, yesterday, this week, last week, this month, last month

Weeks begin on Monday. In quotation marks, "today" and "last week" are words like any others.
Beside `speaker:` or `quote:`, plain words are looked for in that very quote and in the speaker's
name.

>>> query = parse('speaker:Guterres climate last week', today=date(2026, 11, 26))
>>> [(term.field, term.words) for term in query.terms]
[('speaker', ('guterres',)), (None, ('climate',))]
>>> query.after.isoformat(), query.before.isoformat()
('2026-11-16', '2026-11-23')
>>> parse("after:soon")  # doctest: +ELLIPSIS
Traceback (most recent call last):
    ...
briefing.library.searching.query.QueryError: after:soon is no date; write ...
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, cast, get_args

from msgspec import Struct

from briefing.errors import BriefingError
from briefing.library.searching.folding import WORD, words_of
from briefing.sanitize import one_line

Field = Literal["speaker", "quote", "actor", "place", "outlet", "title", "note", "figure"]
FIELDS: frozenset[str] = frozenset(get_args(Field))
MOST_TERMS = 32
"""Terms of one query: more than anybody types, and fewer than SQLite takes."""
PART = re.compile(
    r"(?P<minus>-(?=[^\s-]))?(?:(?P<field>[A-Za-z]+):\s*)?"
    r"(?:[\"“”](?P<phrase>[^\"“”]*)(?:[\"“”]|$)|(?P<word>[^\s\"“”]+)|$)"
)
DAY = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
PREFIX = "*"
SHORTEST_PREFIX = 3
"""Letters: too many words of a large library begin with fewer."""


class QueryError(BriefingError):
    """A query makes no sense; `str(error)` is one line for the user."""


class Term(Struct, frozen=True):
    """One thing that an article must have, or must not.

    Attributes:
        words: Folded, one after the other; at least one.
        field: Where they must stand; anywhere if None.
        is_prefix: The last one may go on.
        is_excluded: The article must not have them.
    """

    words: tuple[str, ...]
    field: Field | None = None
    is_prefix: bool = False
    is_excluded: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds the term in a folded text."""
        words = rf"(?:(?!{WORD}).)+".join(map(re.escape, self.words))
        more = f"{WORD}*" if self.is_prefix else ""
        return re.compile(rf"(?<!{WORD}){words}{more}(?!{WORD})", re.DOTALL)


class Query(Struct, frozen=True):
    """What is searched for.

    Attributes:
        terms: All of them must hold.
        after: The first day of publication.
        before: The day after the last one.
    """

    terms: tuple[Term, ...] = ()
    after: date | None = None
    before: date | None = None

    @property
    def is_empty(self) -> bool:
        """True if every article would be found."""
        return self == Query()

    @property
    def is_of_quotes(self) -> bool:
        """True if quotes are looked for, each of which must have what is asked of them."""
        return any(t.field in ("speaker", "quote") and not t.is_excluded for t in self.terms)


def parse(typed: str, today: date | None = None, *, is_typing: bool = False) -> Query:
    """What was typed as a query; what is no field is taken as words.

    Args:
        typed: What the user typed.
        today: The day that "today" means; this day if None.
        is_typing: True if the last word may go on.

    Raises:
        QueryError: A date is none, or there is more than anybody would look for.
    """
    today = today or date.today()
    parts = [found for found in PART.finditer(typed) if found[0].strip()]
    terms: list[Term] = []
    after, before = date.min, date.max
    at = 0
    while at < len(parts):
        part, name = parts[at], (parts[at]["field"] or "").lower()
        at += 1
        word = part["word"] if part["phrase"] is None else part["phrase"]
        if name in ("after", "before") or not (name or part["minus"] or part["phrase"] is not None):
            begins = (word or "").lower()
            both = f"{begins} {_bare(parts[at])}" if at < len(parts) else ""
            period = PERIODS.get(both) or PERIODS.get(begins)
            at += both in PERIODS
            if name == "after":
                after = max(after, _start(period, word, today, name)) if word else after
                continue
            if name == "before":
                before = min(before, _start(period, word, today, name)) if word else before
                continue
            if period:
                first, end = period(today)
                after, before = max(after, first), min(before, end)
                continue
        term = _term(part, name, word or "")
        if term:
            terms.append(term)
    if is_typing and terms and typed[-1:].isalnum() and len(terms[-1].words[-1]) >= SHORTEST_PREFIX:
        last = terms.pop()
        terms.append(Term(last.words, last.field, True, last.is_excluded))
    if len(terms) > MOST_TERMS:
        raise QueryError(f"that is too much to look for; take {MOST_TERMS} words or fewer")
    return Query(
        tuple(terms),
        None if after == date.min else after,
        None if before == date.max else before,
    )


def _bare(part: re.Match[str]) -> str:
    """The word of a part that is nothing but a word."""
    plain = not (part["minus"] or part["field"]) and part["phrase"] is None
    return (part["word"] or "").lower() if plain else ""


def _term(part: re.Match[str], name: str, word: str) -> Term | None:
    """A part as a term; None where there are no words in it."""
    if name not in FIELDS:
        word = f"{part['field'] or ''} {word}"
    words = words_of(word)
    field = cast("Field", name) if name in FIELDS else None
    is_prefix = part["phrase"] is None and word.endswith(PREFIX)
    if is_prefix and words and len(words[-1]) < SHORTEST_PREFIX:
        raise QueryError(f"give {SHORTEST_PREFIX} letters or more before a {PREFIX}")
    return Term(words, field, is_prefix, bool(part["minus"])) if words else None


Period = Callable[[date], tuple[date, date]]


def _days(first: int, count: int) -> Period:
    """So many days from one on, counted from today."""
    return lambda today: (today + timedelta(first), today + timedelta(first + count))


def _week(number: int) -> Period:
    def period(today: date) -> tuple[date, date]:
        monday = today - timedelta(today.weekday()) + timedelta(weeks=number)
        return monday, monday + timedelta(weeks=1)

    return period


def _month(number: int) -> Period:
    def period(today: date) -> tuple[date, date]:
        months = today.year * 12 + today.month - 1 + number
        return _first_of(months), _first_of(months + 1)

    return period


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


PERIODS: dict[str, Period] = {
    "today": _days(0, 1),
    "yesterday": _days(-1, 1),
    "this week": _week(0),
    "last week": _week(-1),
    "this month": _month(0),
    "last month": _month(-1),
}


def _start(period: Period | None, word: str, today: date, name: str) -> date:
    """The first day of what a date names."""
    if period:
        return period(today)[0]
    match = DAY.fullmatch(word)
    try:
        if match:
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        pass
    raise QueryError(
        f"{name}:{one_line(word)} is no date; write {name}:2026-11-01 or {name}:yesterday"
    )
