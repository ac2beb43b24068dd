"""People to whom something happened and of whom no number is written: "a man was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model import Actor, Article, Figure, Span
from briefing.tables import any_of, word_list
from briefing.tagging.figures.harm import SHOT, is_harm
from briefing.tagging.figures.harm import kind_of as harm_of
from briefing.tagging.figures.people import (
    AGE_AFTER,
    Person,
    definite_people,
    kind_of,
    single_people,
)
from briefing.tagging.figures.saying import Sayings

JOINED = re.compile(r",?\s[Aa]nd\s(?:(?:his|her|their)\s)?|,\s(?:(?:his|her|their)\s)?|\s&\s", re.I)


BEGINS = re.compile(r"\w*self\b|(?:his|her|their)\b")


class _Counted(NamedTuple):
    """One person, or a figure of several."""

    start: int
    end: int
    value: float
    person: Person | None
    figure: Figure | None


def with_single_people(
    article: Article, start: int, end: int, figures: Sequence[Figure], sayings: Sayings,
    *, is_headline: bool,
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
    """
    text = article.text
    mentions = [_Counted(*_extent(one), one.value or 0, None, one) for one in figures]
    mentions += [
        _Counted(one.start, one.end, _value(text, one), one, None)
        for one in _apart(single_people(text, start, end, is_headline=is_headline))
        if not any(f.start < one.end and one.start < _extent(f)[1] for f in figures)
    ]
    mentions.sort(key=lambda one: one.start)
    for group, until in _groups(
        text, list(_counting(text, mentions)), end, is_headline=is_headline
    ):
        kinds = _kind(text, group, until)
        if kinds is not None and _uncounted().match(text, group[-1].end):
            kinds = None
        if len(group) > 1 and kinds is not None:
            yield _joined(text, group, kinds, sayings)
            continue
        for one in group:
            if one.figure is not None:
                yield _again(text, one, until)
            elif one.person is not None and kinds is not None:
                yield _of_one(text, one.person, kinds, sayings)


@cache
def _uncounted() -> re.Pattern[str]:
    """Others who are named in the same breath, and not counted: "couple, children dead"."""
    people = any_of(word_list("figure_words", "person"))
    return re.compile(
        rf"(?:,|\sand|\s&)\s(?:(?:his|her|their)\s)?(?:[a-z]+\s)?(?:(?:{people})s|children|others)\b",
        re.IGNORECASE,
    )


def _counting(text: str, mentions: Sequence[_Counted]) -> Iterator[_Counted]:
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


def _groups(
    text: str, mentions: Sequence[_Counted], end: int, *, is_headline: bool
) -> Iterator[tuple[list[_Counted], int]]:
    """Those named in one breath together, each with where the next begins."""
    group: list[_Counted] = []
    for one in mentions:
        if group and not _goes_on(text, group[-1], one):
            yield from _parts(text, group, one.start, is_headline=is_headline)
            group = []
        group.append(one)
    if group:
        yield from _parts(text, group, end, is_headline=is_headline)


def _parts(
    text: str, group: list[_Counted], until: int, *, is_headline: bool
) -> Iterator[tuple[list[_Counted], int]]:
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


def _goes_on(text: str, one: _Counted, other: _Counted) -> bool:
    return (
        _may_join(one)
        and _may_join(other)
        and JOINED.fullmatch(text[one.end : other.start]) is not None
    )


def _may_join(one: _Counted) -> bool:
    if one.figure is None:
        return True
    figure = one.figure
    return (
        figure.unit == "people"
        and figure.value is not None
        and figure.what is not None
        and not is_harm(figure.what)
    )


def _kind(text: str, group: Sequence[_Counted], until: int) -> str | None:
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


def _again(text: str, one: _Counted, until: int) -> Figure:
    """A figure, with what is told only after the words that say again who they are."""
    figure = one.figure
    assert figure is not None
    if figure.kind is None and figure.unit == "people" and one.end > _extent(figure)[1]:
        return replace(figure, kind=harm_of(text, one.start, one.end, "", until))
    return figure


def _joined(text: str, group: Sequence[_Counted], kind: str, sayings: Sayings) -> Figure:
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


def _of_one(text: str, person: Person, kind: str, sayings: Sayings) -> Figure:
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


def known_people(
    article: Article, figures: Sequence[Figure], actors: Sequence[Actor], sayings: Sayings
) -> Iterator[Figure]:
    """Those killed, or else injured, who are only named or called "the boy"; where none is counted.

    Args:
        article: The article.
        figures: Those that were found in it.
        actors: Its actors.
        sayings: Who says what.
    """
    kinds = {figure.kind for figure in figures}
    text, told = article.text, {}
    names = sorted(m for actor in actors if actor.kind == "person" for m in actor.mentions)
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        start, end = paragraph.start, paragraph.end
        named = [
            Person(*_with_age(text, m, end), m, m)
            for m in names
            if start <= m[0] < end and text[m[1] : m[1] + 2] not in ("'s", "’s")
        ]
        named += [
            one for one in definite_people(text, start, end)
            if not any(m[0] < one.end and one.start < m[1] for m in names)
        ]  # fmt: skip
        mentions = [_Counted(one.start, one.end, 1, one, None) for one in sorted(named)]
        for group, until in _groups(text, mentions, end, is_headline=False):
            kind = _kind(text, group, until)
            if kind is not None and kind not in told:
                told[kind] = group
    wanted = ("killed", "injured", SHOT) if kinds.isdisjoint(("injured", SHOT)) else ("killed",)
    kind = next((kind for kind in wanted if kind in told), None)
    if kind is None or kind in kinds:
        return
    group = told[kind]
    person = group[0].person
    assert person is not None
    if len(group) > 1:
        yield _joined(text, group, kind, sayings)
    else:
        yield _of_one(text, person, kind, sayings)


def _with_age(text: str, mention: Span, end: int) -> Span:
    age = AGE_AFTER.match(text, mention[1], end)
    return mention[0], age.end() if age else mention[1]
