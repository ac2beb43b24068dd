"""Dates on a line; pure.

The line goes in equal steps from each known date to the next, so that both last week's days and
the years of a war can be told apart. It is no scale: where it skips more than a year, it is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from tui.panes.date_words import days, short
from tui.widgets.strips import Line
from tui.widgets.wrap import cells

DOT, PUBLISHED, STEP, SKIP, MANY = "●", "◆", "─", "┄", "+"
YEAR = 366
"""Days; a longer way from date to date is drawn as broken."""
FEWEST_STOPS = 2
LEAST_WIDTH = 12


class Stop(Struct, frozen=True):
    """Dates that stand at one point of the line.

    Attributes:
        first: Their first day.
        last: The first day of the last of them.
        value: What the earliest of them says.
        dates: Their numbers among the values.
        published: It is the day of publication and none of them.
    """

    first: date
    last: date
    value: str
    dates: tuple[int, ...]
    published: bool = False


def in_time(values: Sequence[str | None]) -> list[int]:
    """The numbers of the values in the order of time; those that are not known last."""
    known = [days(value) for value in values]
    return sorted(range(len(values)), key=lambda n: (known[n] is None, known[n] or ()))


def stops(values: Sequence[str | None], published: str | None, most: int) -> list[Stop]:
    """The points of a line: each known date once, and publication; at most so many.

    Where there are more, the nearest ones are put together. Publication stands alone.
    """
    found: dict[str, list[int]] = {}
    for number, value in enumerate(values):
        if value is not None and days(value):
            found.setdefault(value, []).append(number)
    every = [_stop(value, numbers) for value, numbers in found.items()]
    day = days(published)
    if published and day and every:
        every.append(Stop(day[0], day[0], published, (), published=True))
    every.sort(key=lambda stop: (stop.first, stop.published))
    every = _together(every, 0, len(every))  # "2001" and "2001-01-01" begin on the same day
    return _together(every, YEAR**3, len(every) - max(most, FEWEST_STOPS))


def _stop(value: str, numbers: Iterable[int]) -> Stop:
    span = days(value)
    assert span is not None
    return Stop(span[0], span[0], value, tuple(numbers))


def _together(every: Sequence[Stop], longest: int, count: int) -> list[Stop]:
    """The stops with so many of the shortest ways between them left out, none over `longest`."""
    gaps = sorted(
        ((every[n + 1].first - every[n].last).days, n)
        for n in range(len(every) - 1)
        if not (every[n].published or every[n + 1].published)
    )
    closed = {n for days_between, n in gaps[: max(count, 0)] if days_between <= longest}
    merged: list[Stop] = []
    for number, stop in enumerate(every):
        if number - 1 in closed:
            before = merged.pop()
            stop = Stop(before.first, stop.last, before.value, before.dates + stop.dates)
        merged.append(stop)
    return merged


def axis(points: Sequence[Stop], width: int, chosen: int | None) -> tuple[Line, list[int]]:
    """The line in `width` cells with the stop of the chosen date lit, and where its stops are."""
    columns = _columns(len(points), width)
    line: Line = []
    for number, stop in enumerate(points):
        if number:
            skips = (stop.first - points[number - 1].last).days > YEAR
            room = columns[number] - columns[number - 1] - 1
            line.append(((SKIP if skips else STEP) * room, "dim"))
        lit = chosen is not None and chosen in stop.dates
        line.append((_sign(stop), "marker-on" if lit else "key" if stop.published else "date"))
    return line, columns


def _columns(count: int, width: int) -> list[int]:
    if count < FEWEST_STOPS:
        return [0] * count
    return [number * (width - 1) // (count - 1) for number in range(count)]


def _sign(stop: Stop) -> str:
    if stop.published:
        return PUBLISHED
    if len(stop.dates) == 1:
        return DOT
    return str(len(stop.dates)) if len(stop.dates) < 10 else MANY


def labels(
    points: Sequence[Stop],
    columns: Sequence[int],
    width: int,
    chosen: int | None = None,
    value: str | None = None,
) -> Line:
    """Below the line what its stops are: the chosen one, both ends, and others as there is room.

    Args:
        points: The stops of the line.
        columns: Where they are, as `axis` gives them.
        width: Cells.
        chosen: The number of the chosen date, or None.
        value: What that date says, which need not be what the first of its stop says.
    """
    lit = next((n for n, stop in enumerate(points) if chosen in stop.dates), None)
    ends = [0, len(points) - 1]
    order = dict.fromkeys([*([] if lit is None else [lit]), *ends, *range(len(points))])
    placed: list[tuple[int, int, str, str]] = []
    for number in order:
        words = value if value and number == lit else points[number].value
        shorter = (words, words[:7], words[:4]) if number in (lit, *ends) else (words,)
        for part in shorter:  # the day, or the month or the year alone
            place = _place(short(part), columns[number], width, placed)
            if place:
                name = "key" if number == lit else "ink" if number in ends else "dim"
                placed.append((*place, short(part), name))
                break
    line: Line = []
    at = 0
    for start, end, words, name in sorted(placed):
        line += [(" " * (start - at), "ink"), (words, name)]
        at = end
    return line


def _place(
    words: str, column: int, width: int, placed: Sequence[tuple[int, int, str, str]]
) -> tuple[int, int] | None:
    """Where a label stands, as near below its stop as there is room apart from the others."""
    size = cells(words)
    start = max(0, min(column - size // 2, width - size))
    apart = all(start > end + 1 or start + size + 1 < begin for begin, end, *_ in placed)
    return (start, start + size) if size <= width and apart else None


def time_line(
    values: Sequence[str | None], published: str | None, width: int, height: int, chosen: int | None
) -> list[Line]:
    """The line in at most `height` lines of `width` cells; none if there is nothing to compare.

    Args:
        values: What the dates say, in any order.
        published: The day of publication, or None.
        width: Cells.
        height: 1 for the line between its ends' labels, 2 for the labels below it.
        chosen: The number of the chosen value, or None.
    """
    points = stops(values, published, (width + 1) // 2)
    if len(points) < FEWEST_STOPS or width < LEAST_WIDTH or height < 1:
        return []
    if height > 1:
        line, columns = axis(points, width, chosen)
        value = values[chosen] if chosen is not None else None
        return [line, labels(points, columns, width, chosen, value)]
    first, last = short(points[0].value), short(points[-1].value)
    room = width - cells(first) - cells(last) - 2
    if room < LEAST_WIDTH:
        return [axis(points, width, chosen)[0]]
    points = stops(values, published, (room + 1) // 2)
    line, _ = axis(points, room, chosen)
    return [[(f"{first} ", "dim"), *line, (f" {last}", "dim")]]
