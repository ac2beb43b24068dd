"""People to whom something happened and of whom no number is written: "a man was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model import Article, Figure, Span
from briefing.tables import any_of, word_list
from briefing.tagging.figures.harm import SHOT, is_harm
from briefing.tagging.figures.harm import kind_of as harm_of
from briefing.tagging.figures.people import (
    Person,
    kind_of,
    single_people,
)
from briefing.tagging.figures.saying import Sayings

JOINED = re.compile(r",?\s[Aa]nd\s(?:(?:his|her|their)\s)?|,\s(?:(?:his|her|their)\s)?|\s&\s", re.I)


BEGINS = re.compile(r"\w*self\b|(?:his|her|their)\b")


class Counted(NamedTuple):
    """One person, or a figure of several."""

    start: int
    end: int
    value: float
    person: Person | None
    figure: Figure | None


def with_single_people(
    article: Article, start: int, end: int, figures: Sequence[Figure], sayings: Sayings,
    *, is_headline: bool, counts_single: bool,
) -> Iterator[Figure]:  # fmt: skip
    """The figures of a part of an article with those for people who are told of one by one.

    People who are named in one breath are one figure: "two men and a woman".

    Args:
        article: The article.
        start: Of the part.
        end: Likewise.
        figures: Those that were found in it.
        sayings: Who says what.
        is_headline: In it nouns may stand without an article.
        counts_single: People of whom no number is written are counted too.
    """
    text = article.text
    mentions = [Counted(*_extent(one), one.value or 0, None, one) for one in figures]
    people = single_people(text, start, end, is_headline=is_headline) if counts_single else ()
    mentions += [
        Counted(one.start, one.end, _value(text, one), one, None)
        for one in _apart(people)
        if not any(f.start < one.end and one.start < _extent(f)[1] for f in figures)
    ]
    mentions.sort(key=lambda one: one.start)
    for group, until in groups(text, list(_counting(text, mentions)), end, is_headline=is_headline):
        kinds = kind_of_group(text, group, until)
        if kinds is not None and _uncounted().match(text, group[-1].end):
            kinds = None
        if len(group) > 1 and kinds is not None:
            yield joined(text, group, kinds, sayings)
            continue
        for one in group:
            if one.figure is not None:
                yield _again(text, one, until)
            elif one.person is not None and kinds is not None:
                yield of_one(text, one.person, kinds, sayings)


@cache
def _uncounted() -> re.Pattern[str]:
    """Others who are named in the same breath, and not counted: "couple, children dead"."""
    people = any_of(word_list("figure_words", "person"))
    return re.compile(
        rf"(?:,|\sand|\s&)\s(?:(?:his|her|their)\s)?(?:[a-z]+\s)?(?:(?:{people})s|children|others)\b",
        re.IGNORECASE,
    )


def _counting(text: str, mentions: Sequence[Counted]) -> Iterator[Counted]:
    """The same without those that only count with others, and stand alone."""
    last = None
    for one, following in zip_longest(mentions, mentions[1:]):
        if one.person is not None and one.person.joins:
            first = following is not None and BEGINS.match(text, one.start) is not None
            goes_on = last is not None and _goes_on(text, last, one)
            if not goes_on and not (first and _goes_on(text, one, following)):
                continue
        last = one
        yield one


def _apart(people: Iterable[Person]) -> list[Person]:
    """The same without those that are a part of others."""
    kept: list[Person] = []
    for one in sorted(people, key=lambda one: (one.start, one.joins, -one.end)):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def _value(text: str, person: Person) -> int:
    return 2 if text[: person.end].endswith("ouple") else 1


def _extent(figure: Figure) -> Span:
    what = figure.what_mention
    return figure.start, max(figure.end, what[1]) if what else figure.end


def groups(
    text: str, mentions: Sequence[Counted], end: int, *, is_headline: bool
) -> Iterator[tuple[list[Counted], int]]:
    """Those named in one breath together, each with where the next begins."""
    group: list[Counted] = []
    for one in mentions:
        if group and not _goes_on(text, group[-1], one):
            yield from _parts(text, group, one.start, is_headline=is_headline)
            group = []
        group.append(one)
    if group:
        yield from _parts(text, group, end, is_headline=is_headline)


def _parts(
    text: str, group: list[Counted], until: int, *, is_headline: bool
) -> Iterator[tuple[list[Counted], int]]:
    """A group as it is, or without what only says again who they are: "one victim, a woman,"."""
    first, *others = group
    if others:
        said_again = sum(one.value for one in others) == first.value
        comma = text[first.end : others[0].start] == ", "
        joined = any("and" in text[a.end : b.start] or "&" in text[a.end : b.start]
                     for a, b in pairwise(group))  # fmt: skip
        if comma and ((said_again and not is_headline) or not (joined or is_headline)):
            yield [first._replace(end=others[-1].end)], until
            return
    yield group, until


def _goes_on(text: str, one: Counted, other: Counted) -> bool:
    return (
        _may_join(one)
        and _may_join(other)
        and JOINED.fullmatch(text[one.end : other.start]) is not None
    )


def _may_join(one: Counted) -> bool:
    if one.figure is None:
        return True
    figure = one.figure
    return (
        figure.unit == "people"
        and figure.value is not None
        and figure.what is not None
        and not is_harm(figure.what)
    )


def kind_of_group(text: str, group: Sequence[Counted], until: int) -> str | None:
    """What happened to a group: what is told of the last."""
    last = group[-1]
    if last.figure is not None:
        found = last.figure.kind
    else:
        assert last.person is not None
        found = kind_of(text, last.person._replace(end=last.end), until)
    if found not in (None, SHOT) or len(group) == 1:
        return found
    first = group[0]
    if first.figure is not None:
        return first.figure.kind or found
    assert first.person is not None
    return kind_of(text, first.person, first.end) or found


def _again(text: str, one: Counted, until: int) -> Figure:
    """A figure, with what is told only after the words that say again who they are."""
    figure = one.figure
    assert figure is not None
    if figure.kind is None and figure.unit == "people" and one.end > _extent(figure)[1]:
        return replace(figure, kind=harm_of(text, one.start, one.end, "", until))
    return figure


def joined(text: str, group: Sequence[Counted], kind: str, sayings: Sayings) -> Figure:
    """One figure for all who are named together."""
    start, end = group[0].start, group[-1].end
    value = sum(one.value for one in group)
    return Figure(
        text=text[start:end],
        start=start,
        end=end,
        value=int(value),
        unit="people",
        kind=kind,
        **sayings.of(start, end),
    )


def of_one(text: str, person: Person, kind: str, sayings: Sayings) -> Figure:
    """The figure for one person of whom no number is written."""
    start, end = person.counted
    return Figure(
        text=text[start:end],
        start=start,
        end=end,
        value=_value(text, person),
        unit="people",
        what=text[slice(*person.what)] if person.what else None,
        what_mention=person.what,
        kind=kind,
        **sayings.of(person.start, person.end),
    )
