"""People to whom something happened, and who are only named or called "the boy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model import Actor, Article, Figure, Span
from briefing.tagging.figures.harm import SHOT
from briefing.tagging.figures.harmed_people import Counted, groups, joined, kind_of_group, of_one
from briefing.tagging.figures.people import AGE_AFTER, Person, definite_people
from briefing.tagging.figures.saying import Sayings

LIVES = re.compile(
    r"[^.\n]{0,120}?\b(?:stable condition|good condition|(?:non|not)[- ]life[- ]threatening"
    r"|expected to (?:survive|recover|live)|survived|treated|is recovering|released from)\b"
)
"""That somebody lives, in the sentence that tells of the harm."""


class _Told(NamedTuple):
    """People named together, and what happened to them; `who` are the ids of those with names."""

    kind: str
    group: list[Counted]
    who: frozenset[str]


def known_people(
    article: Article, figures: Sequence[Figure], actors: Sequence[Actor], sayings: Sayings
) -> Iterator[Figure]:
    """Those killed or injured who are only named or called "the boy", where none are counted.

    Args:
        article: The article.
        figures: Those that were found in it.
        actors: Its actors.
        sayings: Who says what.
    """
    kinds = {figure.kind for figure in figures}
    wanted = {"killed", "injured", SHOT} - kinds
    if not kinds.isdisjoint(("injured", SHOT)):
        wanted -= {"injured", SHOT}
    if not wanted:
        return
    told = list(_told(article, actors))
    killed = [one for one in told if one.kind == "killed"]
    if killed and "killed" in wanted:
        yield _figure(article.text, killed[0], sayings)
    dead = frozenset().union(*(one.who for one in killed))
    for kind in ("injured", SHOT):
        hurt = [
            one for one in told
            if one.kind == kind and kind in wanted
            and (not killed or (one.who and one.who.isdisjoint(dead)) or _lives(article, one))
        ]  # fmt: skip
        if hurt:
            yield _figure(article.text, hurt[0], sayings)
            return


def _told(article: Article, actors: Sequence[Actor]) -> Iterator[_Told]:
    """What is told of people who are known, in order."""
    text = article.text
    ids = {m: actor.id for actor in actors if actor.kind == "person" for m in actor.mentions}
    names = sorted(ids)
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
        mentions = [
            Counted(one.start, one.end, 1, one, None) for one in _named_once(text, sorted(named))
        ]
        for group, until in groups(text, mentions, end, is_headline=False):
            kind = kind_of_group(text, group, until)
            if kind is not None:
                spans = [one.person.what for one in group if one.person]
                yield _Told(kind, group, frozenset(ids[m] for m in spans if m in ids))


def _named_once(text: str, people: Sequence[Person]) -> list[Person]:
    """The same with "her brother" and the name right after it made one."""
    once: list[Person] = []
    for one in people:
        if (
            once
            and re.fullmatch(r",?\s", text[once[-1].end : one.start])
            and text[one.start].isupper()
            and text[once[-1].start].islower()
        ):
            once[-1] = one._replace(start=once[-1].start)
        else:
            once.append(one)
    return once


def _lives(article: Article, told: _Told) -> bool:
    return LIVES.match(article.text, told.group[-1].end) is not None


def _figure(text: str, told: _Told, sayings: Sayings) -> Figure:
    person = told.group[0].person
    assert person is not None
    if len(told.group) > 1:
        return joined(text, told.group, told.kind, sayings)
    return of_one(text, person, told.kind, sayings)


def _with_age(text: str, mention: Span, end: int) -> Span:
    age = AGE_AFTER.match(text, mention[1], end)
    return mention[0], age.end() if age else mention[1]
