"""Actors that the file of names knows: gathered under all their names, and called as it says."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.model import Actor, Article, Span
from briefing.names_file.values import Entry
from briefing.tagging.names.labels import Entity


def gathered(article: Article, found: Iterable[Actor], known: Sequence[Entity]) -> list[Actor]:
    """The actors, of whom those that are known are one each, with the file's name, kind and role.

    What was found to be a known actor's other mentions, such as the surname alone, is theirs; of
    two known actors that were taken for one, they go to the one who is named more.

    Args:
        article: The article.
        found: Its actors as they were found, without roles.
        known: The names in it that are known, in order.
    """
    if not known:
        return list(found)
    starts = [entity.start for entity in known]
    mentions: defaultdict[Entry, set[Span]] = defaultdict(set)
    for entity in known:
        if entity.known is not None:
            mentions[entity.known].add((entity.start, entity.end))

    def at(span: Span) -> Entry | None:
        number = bisect_right(starts, span[0]) - 1
        if number < 0 or known[number].end <= span[0]:
            after = number + 1
            return known[after].known if after < len(known) and starts[after] < span[1] else None
        return known[number].known

    others = []
    for actor in found:
        owners = Counter(owner for span in actor.mentions if (owner := at(span)) is not None)
        rest = tuple(span for span in actor.mentions if at(span) is None)
        if not owners:
            others.append(actor)
        elif actor.kind == "government" and rest:  # a country's, whose other names are left to it
            others.append(_without(article.text, actor, rest))
        else:
            mentions[owners.most_common(1)[0][0]].update(rest)
    return [*(_actor(article.text, entry, spans) for entry, spans in mentions.items()), *others]


def _without(text: str, actor: Actor, rest: tuple[Span, ...]) -> Actor:
    """An actor with the mentions that are left."""
    forms = list(dict.fromkeys(text[start:end] for start, end in rest))
    name = actor.name if actor.name in forms else forms[0]
    return replace(
        actor, name=name, aliases=tuple(form for form in forms if form != name), mentions=rest
    )


def _actor(text: str, entry: Entry, spans: Iterable[Span]) -> Actor:
    ordered = tuple(sorted(spans))
    forms = Counter(text[start:end] for start, end in ordered)
    return Actor(
        name=entry.name,
        kind="organization" if entry.kind is None or entry.kind == "place" else entry.kind,
        role=entry.role,
        role_by="names" if entry.role else None,
        aliases=tuple(form for form, _ in forms.most_common() if form != entry.name),
        mentions=ordered,
        by="names",
    )
