"""Quotation marks put in pairs: where quoted passages begin and end, whatever the marks.

A mark's direction comes from its shape, then from its neighbors, then from whether a passage is
open: texts mix shapes, turn marks around and lose them, and none of that may lose a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE = re.compile(r"''+|``|[\"“”„‟«»]")
INCHES = re.compile(r"\d(?:['’′]\d+)?$")
SINGLE = re.compile(r"['‘’‚‛‹›]")
ELISION = re.compile(
    r"['’](?:\d0s|\d\ds?\b|(?:tis|twas|em|til|till|cause|bout|round|n|cos)\b)", re.I
)
BEFORE_OPENING = frozenset(" \t\xa0\u2009\u202f([{—–-/―|>*:…")
AFTER_CLOSING = frozenset(" \t\xa0\u2009\u202f)]}—–-.,;:?!…/―|<*")
GUILLEMETS = frozenset("«»")
OPENING = frozenset("“„‟«‘‚‛‹`")
CLOSING = frozenset("”»’›")
FINAL = frozenset(".,;:?!…—–-")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage between quotation marks inside one paragraph.

    Attributes:
        start: Offset of the first character after the opening mark.
        end: Offset after the last character before the closing mark.
        outer_start: Offset of the opening mark.
        outer_end: Offset after the closing mark, or `end` where there is none.
        closed: False where the paragraph ends without a closing mark.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    shape: str
    opens: bool
    """Its neighbors let it open: something follows, and nothing it could close is before it."""
    closes: bool


def pair(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quoted passages of one paragraph, in order.

    Args:
        text: The whole text.
        start: Offset of the paragraph in it.
        end: Offset after the paragraph.
    """
    doubles = _pair_doubles(text, start, end)
    singles: list[Quoted] = []
    left = start
    for passage in [*doubles, None]:
        right = passage.outer_start if passage else end
        singles.extend(_pair_singles(text, left, right))
        left = passage.outer_end if passage else end
    found = sorted(doubles + singles, key=lambda quoted: quoted.start)
    return [quoted for quoted in found if any(map(str.isalnum, text[quoted.start : quoted.end]))]


def _pair_doubles(text: str, start: int, end: int) -> list[Quoted]:
    marks = list(_double_marks(text, start, end))
    found: list[Quoted] = []
    opened: _Mark | None = None
    nested = 0
    last_left = max((i for i, mark in enumerate(marks) if mark.shape == "«"), default=-1)
    for number, mark in enumerate(marks):
        if opened is None:
            if _may_open(mark, number < last_left):
                opened = mark
        elif mark.opens and not mark.closes and mark.shape not in CLOSING:
            if _closings_ahead(marks, number) > 1 + nested:
                nested += 1
            elif text[max(0, mark.start - 3) : mark.start].rstrip()[-1:].isalnum():
                continue  # inside a sentence: a quotation in the quotation that lost its end
            else:
                found.append(_quoted(text, opened, None, mark.start))
                opened, nested = mark, 0
        elif nested:
            nested -= 1
        else:
            found.append(_quoted(text, opened, mark, mark.start))
            opened = None
    if opened is not None and opened.shape != "»":
        found.append(_quoted(text, opened, None, end))
    return found


def _double_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    odd = text.count('"', start, end) % 2 == 1
    for match in DOUBLE.finditer(text, start, end):
        left, right, shape = match.start(), match.end(), match.group()[0]
        before = text[left - 1] if left > start else " "
        after = text[right] if right < end else " "
        if shape in "\"'" and INCHES.search(text, max(start, left - 8), left):
            feet = re.search(r"\d['’′]\d+$", text[max(start, left - 8) : left])
            if feet or (after == " " and odd):
                continue
        opens = before in BEFORE_OPENING or (before in OPENING and shape not in CLOSING)
        opens = opens and not after.isspace()
        closes = (after in AFTER_CLOSING or after in CLOSING) and not before.isspace()
        if shape in GUILLEMETS:
            opens = before in BEFORE_OPENING
            closes = after in AFTER_CLOSING
        elif shape == "`" or shape == "„":
            opens, closes = True, False
        elif opens and closes:
            opens, closes = (False, True) if before in "—–-…" else (True, False)
        if shape == "'" and right - left > 2:  # ''' is a double mark beside a single one
            left, right = (left, left + 2) if opens else (right - 2, right)
        yield _Mark(left, right, shape, opens, closes)


def _may_open(mark: _Mark, reversed_closing_ahead: bool) -> bool:
    """True if a mark that stands where nothing is open opens a passage."""
    if mark.shape in GUILLEMETS:
        return mark.shape == "«" or (mark.opens and reversed_closing_ahead)
    if mark.opens:
        return True
    return mark.shape in OPENING and not mark.closes


def _closings_ahead(marks: list[_Mark], number: int) -> int:
    """How many closing marks stand after this one before the next opening one."""
    count = 0
    for following in range(number + 1, len(marks)):
        mark = marks[following]
        if mark.opens and not mark.closes:
            break
        count += 1
    return count


def _quoted(text: str, opened: _Mark, closing: _Mark | None, limit: int) -> Quoted:
    start, end = opened.end, limit
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    outer_end = closing.end if closing else end
    return Quoted(start, end, opened.start, outer_end, closing is not None)


def _pair_singles(text: str, start: int, end: int) -> Iterator[Quoted]:
    """Passages in single marks; apostrophes are none, and a mark without its partner is none."""
    position = start
    while match := SINGLE.search(text, position, end):
        position = match.end()
        if not _opens_single(text, match.start(), start, end):
            continue
        closing = _single_closing(text, position, end)
        if closing is not None:
            opened = _Mark(match.start(), position, match.group(), True, False)
            mark = _Mark(closing, closing + 1, text[closing], False, True)
            yield _quoted(text, opened, mark, closing)
            position = closing + 1


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before not in BEFORE_OPENING or after.isspace() or text[at] in "’›":
        return False
    return text[at] in "‘‚‹" or not ELISION.match(text, at)


def _single_closing(text: str, start: int, end: int) -> int | None:
    """Where the passage that opens before `start` closes.

    A mark after punctuation closes; one after a letter may be an apostrophe ("the firms’ price",
    "goin’ home") and closes only if no surer one follows before the next opening mark.
    """
    doubtful: int | None = None
    for match in SINGLE.finditer(text, start, end):
        at = match.start()
        if _opens_single(text, at, start, end) and text[at] in "‘'":
            break
        before = text[at - 1]
        after = text[at + 1] if at + 1 < end else " "
        if before.isspace() or after not in AFTER_CLOSING or text[at] in "‘‚‹":
            continue
        if before in FINAL or before in ")]" or text[at] == "›":
            return at
        if before not in "sn":
            return at
        doubtful = at if doubtful is None else doubtful
    return doubtful
