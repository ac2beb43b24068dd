"""What a reader can do with a row, or with the article itself; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct

from briefing.corrections.matching import spans_of, target_of
from briefing.corrections.values import Correction, CorrectionKind, Target
from briefing.model import (
    Actor,
    ActorKind,
    Article,
    Briefing,
    DateMention,
    Figure,
    Location,
    LocationKind,
    Quote,
    Span,
    SummarySentence,
)

To = str | int | tuple[str, ...] | Target | None
Asks = Literal["nothing", "text", "option"]


UNLISTED: tuple[LocationKind, ...] = get_args(LocationKind)


class Change(Struct, frozen=True, kw_only=True):
    """Something that can be done.

    Attributes:
        id: That of its command, where it has one.
        label: What the menu calls it.
        kind: The correction that it makes.
        target: What it is done to.
        asks: What the reader is asked for: nothing more, a text, or one of some options.
        to: What the correction says, where nothing is asked.
        initial: The text to begin with.
        adds: What it is done to are words, which are added to the briefing first.
    """

    id: str
    label: str
    kind: CorrectionKind
    target: Target
    asks: Asks = "nothing"
    to: To = None
    initial: str = ""
    adds: bool = False

    def corrections(self, to: To, made: str) -> list[Correction]:
        """The corrections that make it; of two rows that are merged, the fuller name stays.

        Args:
            to: What the reader answered; of words that are added, maybe only what kind they are.
            made: When.
        """
        kind = to if isinstance(to, str) else None
        added = Correction(kind="add", target=self.target, to=kind, made=made)
        if self.adds and kind is not None:
            return [added]
        target = self.target
        if self.kind == "merge" and isinstance(to, Target) and _is_fuller(target.text, to.text):
            target, to = to, target
        change = Correction(kind=self.kind, target=target, to=to, made=made)
        return [added, change] if self.adds else [change]


class Option(Struct, frozen=True):
    """One of the answers to a question.

    Attributes:
        label: What it is called.
        detail: What tells it from others, or "".
        to: What the correction says then.
    """

    label: str
    detail: str = ""
    to: To = None


def changes_of(briefing: Briefing, item: Struct | None, mention: Span | None) -> list[Change]:
    """What can be done with an item of a briefing, or with the article itself.

    Changes to the row come first, then merging and splitting, and hiding comes last. The first
    entry neither hides nor confirms anything, unless hiding is all that can be done.

    Args:
        briefing: As the reader sees it.
        item: The item, or None for the article.
        mention: The mention of it at which the reader is.
    """
    if item is None:
        return _of_article(briefing.article)
    target = target_of(item)
    hide = Change(id="hide", label="hide it", kind="hide", target=target)
    match item:
        case Actor():
            return [*_of_actor(item, target, mention), hide]
        case Location():
            return [*_of_place(item, target, mention), hide]
        case Quote():
            return [*_of_quote(item, target), hide]
        case DateMention():
            value = Change(
                id="set-date",
                label="set what it means",
                kind="set_value",
                target=target,
                asks="text",
                initial=item.value or "",
            )
            return [value, hide]
        case SummarySentence() | Figure():
            return [hide]
        case _:
            return []


def options_of(
    briefing: Briefing, change: Change, namesakes: Callable[[str], Sequence[Option]]
) -> list[Option]:
    """The answers to what a change asks.

    Args:
        briefing: As the reader sees it.
        change: One that asks for an option.
        namesakes: Gives the places of a name as options.
    """
    match change.kind, change.target.part:
        case ("set_kind", "actors") | ("add", "actors"):
            return [Option(kind, to=kind) for kind in get_args(ActorKind)]
        case "set_kind", _:
            return [Option(kind, to=kind) for kind in get_args(LocationKind)]
        case "merge", "actors":
            return _others(briefing.actors, change.target)
        case "merge", _:
            return _others(briefing.locations, change.target)
        case "set_speaker", _:
            speakers = [_option(actor) for actor in briefing.actors]
            return [*speakers, Option("unknown", "nobody is named")]
        case "set_place", _:
            span = change.target.span
            written = briefing.article.text[slice(*span)] if span else ""
            names = dict.fromkeys(filter(None, (change.target.text, written)))
            found = dict.fromkeys(option for name in names for option in namesakes(name))
            if change.adds:
                return [*found, *(Option(kind, "not on the map", kind) for kind in UNLISTED)]
            return [*found, Option("none of these", "its point is not known")]
        case _:
            return []


def _of_actor(actor: Actor, target: Target, mention: Span | None) -> Iterable[Change]:
    yield Change(
        id="rename", label="rename", kind="rename", target=target, asks="text", initial=actor.name
    )
    yield Change(
        id="set-role",
        label="set the role",
        kind="set_role",
        target=target,
        asks="text",
        initial=actor.role or "",
    )
    yield Change(id="set-kind", label="set the kind", kind="set_kind", target=target, asks="option")
    yield from _merging(actor, target, mention)


def _of_place(place: Location, target: Target, mention: Span | None) -> Iterable[Change]:
    yield Change(
        id="set-place", label="choose another place", kind="set_place", target=target, asks="option"
    )
    yield Change(
        id="rename", label="rename", kind="rename", target=target, asks="text", initial=place.name
    )
    yield Change(id="set-kind", label="set the kind", kind="set_kind", target=target, asks="option")
    yield from _merging(place, target, mention)


def _merging(item: Actor | Location, target: Target, mention: Span | None) -> Iterable[Change]:
    yield Change(
        id="merge", label="merge with another row", kind="merge", target=target, asks="option"
    )
    if mention in item.mentions and len(item.mentions) > 1:
        split = Target(part=target.part, span=mention)
        yield Change(id="split", label="split this mention off", kind="split", target=split)


def _of_quote(quote: Quote, target: Target) -> Iterable[Change]:
    yield Change(
        id="set-speaker", label="set the speaker", kind="set_speaker", target=target, asks="option"
    )
    if quote.speaker is not None and not quote.certain:
        yield Change(
            id="confirm-speaker",
            label=f"confirm the speaker: {quote.speaker} says it",
            kind="confirm_speaker",
            target=target,
        )


def _of_article(article: Article) -> list[Change]:
    facts: tuple[tuple[str, CorrectionKind, str], ...] = (
        ("title", "set_title", article.title),
        ("authors", "set_authors", ", ".join(article.authors)),
        ("outlet", "set_outlet", article.outlet),
        ("published", "set_published", article.published or ""),
    )
    return [
        Change(
            id=f"set-{name}",
            label=f"set {'the day of publication' if name == 'published' else f'the {name}'}",
            kind=kind,
            target=Target(part="article"),
            asks="text",
            initial=initial,
        )
        for name, kind, initial in facts
    ]


def _is_fuller(name: str | None, other: str | None) -> bool:
    """True if a name has all words of another one and more."""
    words, fewer = (name or "").casefold().split(), (other or "").casefold().split()
    return bool(fewer) and len(words) > len(fewer) and set(fewer) <= set(words)


def _others(items: Sequence[Actor | Location], target: Target) -> list[Option]:
    return [_option(item) for item in items if target.span not in spans_of(item)]


def _option(item: Actor | Location) -> Option:
    detail = (item.role if isinstance(item, Actor) else item.country) or item.kind
    return Option(item.name, detail, to=target_of(item))
