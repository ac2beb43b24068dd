"""The items of a briefing while corrections are laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.corrections.matching import find
from briefing.corrections.ordering import Named, placed_anew
from briefing.corrections.values import Target
from briefing.model import Actor, Briefing, DateMention, Location, Quote, Sentence, Span, summary_of
from briefing.narrowing import ranked_anew
from briefing.tagging.salience import of_mentions

Item = TypeVar("Item", bound=Struct)
NEW_IDS = {"actors": "a", "locations": "l"}
KINDS_UNSAID = {"actors": "person", "locations": "landmark"}
"""What is added without a kind."""


class Items:
    """Lists to be changed, and in the end another briefing.

    Args:
        found: The briefing that they are taken from.

    Attributes:
        article: The article.
        actors: Its actors; an id never changes.
        locations: Its places.
        composition: What the reader wrote and chose for the page.
    """

    def __init__(self, found: Briefing) -> None:
        self._found = found
        self.article = found.article
        self.actors: list[Actor] = list(found.actors)
        self.locations: list[Location] = list(found.locations)
        self.composition = found.composition
        self._sentences: list[Sentence] = list(found.sentences)
        self._others: dict[str, list[Any]] = {
            "quotes": list(found.quotes),
            "dates": list(found.dates),
            "figures": list(found.figures),
        }
        self._settled: dict[str, tuple[Named, ...]] = {
            "actors": found.actors,
            "locations": found.locations,
        }

    def part(self, name: str) -> list[Any]:
        """One of the lists; that of the summary has all sentences."""
        lists: dict[str, list[Any]] = {
            "actors": self.actors,
            "locations": self.locations,
            "summary": self._sentences,
        }
        return (lists | self._others)[name]

    def find(self, target: Target) -> int | None:
        """The number of what a target means in its part, or None."""
        return find(self.part(target.part), target)

    def briefing(self) -> Briefing:
        """The briefing of these items."""
        found = self._found
        sentences, summary = found.sentences, found.summary
        if self._sentences != list(sentences):
            sentences = ranked_anew(self._sentences)
            summary = summary_of(self.article.text, sentences, len(summary))
        return replace(
            found,
            sentences=sentences,
            summary=summary,
            actors=_same(found.actors, self.actors),
            locations=_same(found.locations, self.locations),
            quotes=_same(found.quotes, self._others["quotes"]),
            dates=_same(found.dates, self._others["dates"]),
            figures=_same(found.figures, self._others["figures"]),
            composition=self.composition,
        )

    def settle(self) -> None:
        """Have everything agree after a change: the order of the rows, and who speaks."""
        for part, before in self._settled.items():
            named = self.part(part)
            named[:] = placed_anew(before, named)
            self._settled[part] = tuple(named)
        names = {actor.id: actor.name for actor in self.actors}
        for part in ("quotes", "figures"):
            self._others[part] = _named_anew(self._others[part], names)

    def remove(self, part: str, number: int) -> None:
        """Leave an item out; a sentence is only never chosen any more."""
        items = self.part(part)
        if part == "summary":
            items[number] = replace(items[number], rank=None)
        else:
            items.pop(number)

    def prefer_sentence(self, span: Span) -> bool:
        """Put the sentence of a span first; False if there is none."""
        number = find(self._sentences, Target(part="summary", span=span))
        if number is None:
            return False
        first = min((s.rank for s in self._sentences if s.rank is not None), default=0)
        if self._sentences[number].rank != first or not first:
            self._sentences[number] = replace(self._sentences[number], rank=first - 1)
        return True

    def add_at(self, part: str, item: Quote | DateMention) -> None:
        """Put an item in where its place in the article is."""
        self._others[part].append(item)
        self._others[part].sort(key=lambda one: one.start)

    def add_named(self, part: str, kind: object, mentions: tuple[Span, ...], at: Span) -> None:
        """Put in an actor or place that is named by the words at a span."""
        make = Actor if part == "actors" else Location
        item: Any = make(
            id=f"{NEW_IDS[part]}{at[0]}-{at[1]}",
            name=self.article.text[slice(*at)],
            kind=kind or KINDS_UNSAID[part],  # type: ignore[arg-type]
            by="reader",
        )
        self.part(part).append(self._mentioned(item, mentions))

    def merge(self, part: str, number: int, into: int) -> None:
        """Make one item of two; the second keeps its name."""
        items = self.part(part)
        gone, kept = items[number], items[into]
        changes: dict[str, object] = {"by": "reader"}
        if part == "actors":
            names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
            changes["aliases"] = tuple(name for name in names if name != kept.name)
            if kept.role is None:
                changes |= {"role": gone.role, "role_by": gone.role_by}
            self._give_quotes(gone.id, kept.id)
        mentions = tuple(sorted({*kept.mentions, *gone.mentions}))
        items[into] = self._mentioned(replace(kept, **changes), mentions)
        items.pop(number)

    def split(self, part: str, number: int, mention: Span) -> None:
        """Take a mention off an item and make an item of its own of it."""
        items = self.part(part)
        item = items[number]
        rest = tuple(one for one in item.mentions if one != mention)
        items[number] = self._mentioned(replace(item, by="reader"), rest)
        self.add_named(part, item.kind, (mention,), mention)
        if part == "actors":
            self._give_quotes(item.id, items[-1].id, mention)

    def _give_quotes(self, old: str, new: str, mention: Span | None = None) -> None:
        """Give the quotes of an actor to another one; only those that a mention names, if given."""
        for part in ("quotes", "figures"):
            self._others[part] = [
                replace(one, speaker_id=new)
                if one.speaker_id == old and mention in (None, one.speaker_mention)
                else one
                for one in self._others[part]
            ]

    def _mentioned(self, item: Item, mentions: tuple[Span, ...]) -> Item:
        if not mentions:
            return item
        salience = of_mentions(self.article, mentions, float(len(mentions)))
        return replace(item, mentions=mentions, salience=salience)


def _same(before: tuple[Item, ...], after: Sequence[Item]) -> tuple[Item, ...]:
    """The items as they were before where nothing changed, so that nobody draws them anew."""
    return before if list(before) == list(after) else tuple(after)


def _named_anew(items: Sequence[Any], names: dict[str, str]) -> list[Any]:
    """Quotes or figures whose speakers are called as the actors are now, if they still are some."""
    named = []
    for item in items:
        if item.speaker_id is not None:
            name = names.get(item.speaker_id)
            item = replace(
                item,
                speaker=name or item.speaker,
                speaker_id=item.speaker_id if name is not None else None,
            )
        named.append(item)
    return named
