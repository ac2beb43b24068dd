"""What of a briefing may stand on a page, in which order, and what the reader chose for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar, get_args

from msgspec.structs import replace

from briefing.corrections import values
from briefing.corrections.composition import Highlight, PageChoice, Place
from briefing.corrections.matching import places_of, target_of
from briefing.model import (
    Actor,
    Briefing,
    DateMention,
    Figure,
    Location,
    Quote,
    SummarySentence,
)
from briefing.page.citing import (
    LONGEST_QUOTE,
    LONGEST_QUOTE_CELLS,
    preferred_dates,
    preferred_quotes,
    preferred_sentences,
)
from briefing.weight_of_figures import by_weight, is_told

SENTENCE_CELLS = 420
FEWEST_TOLD = 2
SPOKEN = 0.35
"""Share of a sentence in quotation marks from which it is somebody's words and not the writer's."""

Part = Literal[
    "dates", "places", "quotes", "actors", "figures", "sentences", "highlights", "differences",
    "only_one",
]  # fmt: skip
"""The last two are parts of the page of a dossier."""
Item = SummarySentence | Actor | Location | Quote | DateMention | Figure | Highlight
One = TypeVar("One")
CHOSEN_AS: dict[values.Part, Part] = {
    "summary": "sentences",
    "actors": "actors",
    "locations": "places",
    "quotes": "quotes",
    "dates": "dates",
    "differences": "differences",
    "only_one": "only_one",
}
"""What corrections call the parts of a page."""


@dataclass(slots=True)
class Selection:
    """The items that are on a page; in each part the chosen come first, then the most important.

    Attributes:
        parts: What is on the page.
        wanted: Those that the reader put on the page and that are still there, in the order in
            which they leave it if there is no room: the last one first.
        refused: Those that the reader put on the page and for which there was no room.
        order: All items of each part in the order in which they would stand on the page.
        sentence_cells: The most that a sentence of the summary may take.
    """

    parts: dict[Part, list[Any]] = field(default_factory=dict)
    wanted: list[tuple[Part, Any]] = field(default_factory=list)
    refused: list[tuple[Part, Any]] = field(default_factory=list)
    order: dict[Part, list[Any]] = field(default_factory=dict)
    sentence_cells: int = SENTENCE_CELLS

    def part(self, name: Part) -> list[Any]:
        """One of the lists, to be changed."""
        return self.parts.setdefault(name, [])

    def in_order(self, name: Part) -> list[Any]:
        """What is on the page of a part, as it stands there."""
        shown = set(map(id, self.part(name)))
        return [item for item in self.order[name] if id(item) in shown]

    def fewest(self, name: Part) -> int:
        """How many of a part the reader put on the page; they stand first."""
        return sum(part == name for part, _ in self.wanted)

    def refuse_last(self, parts: Collection[Part]) -> bool:
        """Leave out the last of those that the reader put on the page; False if there is none."""
        last = next((one for one in reversed(self.wanted) if one[0] in parts), None)
        if last is None:
            return False
        part, item = last
        self.wanted = [one for one in self.wanted if one is not last]
        items = self.part(part)
        items[:] = [other for other in items if other is not item]
        self.refused.append(last)
        return True

    def take_back(self, refused: tuple[Part, Any]) -> None:
        """Put on the page again what was left out."""
        part, item = refused
        self.refused = [one for one in self.refused if one is not refused]
        self.part(part).insert(self.fewest(part), item)
        self.wanted.append(refused)

    def left_out(self) -> list[tuple[Part, Any]]:
        """What could stand on the page and does not, part after part."""
        shown = {name: set(map(id, self.part(name))) for name in self.order}
        return [
            (name, item)
            for name, items in self.order.items()
            for item in items
            if id(item) not in shown[name]
        ]


def target(item: Item) -> values.Target:
    """An item as corrections name it."""
    if isinstance(item, Highlight):
        return values.Target(part="highlights", span=(item.start, item.end), text=item.text)
    return target_of(item)


def select(
    briefing: Briefing,
    most: Mapping[Part, int],
    longest_quote: tuple[int, int] = (LONGEST_QUOTE, LONGEST_QUOTE_CELLS),
) -> Selection:
    """What stands on the page if there is room for it.

    Args:
        briefing: What is to be shown.
        most: How many items of a part the page has, unless the reader chose more.
        longest_quote: How many words and cells a quote has at most, unless the reader chose it.
    """
    choices = briefing.composition.choices
    weighed = [figure for figure in by_weight(briefing) if is_told(figure)]
    sentences, actors, places = _all_sentences(briefing), briefing.actors, briefing.locations
    everything: dict[Part, Sequence[Any]] = {
        "sentences": sentences,
        "actors": actors,
        "places": places,
        "quotes": briefing.quotes,
        "dates": briefing.dates,
        "figures": weighed,
        "highlights": briefing.composition.highlights,
    }
    wanted = list(chosen_of(everything, choices, on=True))
    off = {id(item) for _, item in chosen_of(everything, choices, on=False)}
    wanted += [("highlights", mark) for mark in briefing.composition.highlights if mark.on_page]
    chosen = {id(item) for _, item in wanted}
    told = _not_spoken(briefing, sentences, chosen, off)
    everything["sentences"] = sorted(
        [*told, *(s for s in sentences if id(s) in off)], key=lambda sentence: sentence.start
    )
    preferred: dict[Part, Sequence[Any]] = {
        "sentences": told,
        "actors": actors,
        "places": places,
        "quotes": preferred_quotes(briefing, told, longest_quote),
        "dates": preferred_dates(briefing),
        "figures": weighed,
        "highlights": (),
    }
    selection = Selection(wanted=wanted)
    fill(selection, preferred, everything, most, off, choices)
    return selection


def fill(
    selection: Selection,
    preferred: Mapping[Part, Sequence[Any]],
    everything: Mapping[Part, Sequence[Any]],
    most: Mapping[Part, int],
    off: Collection[int],
    choices: Iterable[PageChoice],
) -> None:
    """Put on a page what the reader wants, and what is preferred of the rest.

    Args:
        selection: To be filled; it has what is wanted.
        preferred: The items of each part, the most important first.
        everything: Those that may stand on the page, in their order there.
        most: How many items of a part the page has, unless the reader chose more.
        off: The `id` of what the reader took off the page.
        choices: What the reader decided.
    """
    chosen = {id(item) for _, item in selection.wanted}
    for part, items in preferred.items():
        mine = [item for name, item in selection.wanted if name == part]
        free = [item for item in items if id(item) not in chosen and id(item) not in off]
        room = max(0, most.get(part, len(items)) - len(mine))
        selection.part(part)[:] = [*mine, *free[:room]]
        selection.order[part] = _moved(part, list(everything[part]), choices)


def _all_sentences(briefing: Briefing) -> list[SummarySentence]:
    """The summary, best ranked first, and those that the reader chose besides."""
    told = preferred_sentences(briefing)
    spans = {(sentence.start, sentence.end) for sentence in told}
    chosen = {choice.span for choice in briefing.composition.choices if choice.part == "summary"}
    text = briefing.article.text
    others = (
        SummarySentence(text=text[s.start : s.end], start=s.start, end=s.end, score=s.score)
        for s in briefing.sentences
        if (s.start, s.end) in chosen - spans
    )
    return [*told, *others]


def chosen_of(
    everything: Mapping[Part, Sequence[Any]], choices: Iterable[PageChoice], *, on: bool
) -> Iterable[tuple[Part, Any]]:
    """What the reader put on the page, or took off it, with its part."""
    for choice in choices:
        if choice.on is on and choice.part in CHOSEN_AS:
            part = CHOSEN_AS[choice.part]
            item = _item_at(everything[part], choice.span)
            if item is not None:
                yield part, item


def _item_at(items: Sequence[One], place: Place | None) -> One | None:
    return next((item for item in items if place in places_of(item)), None)


def _moved(part: Part, items: list[Any], choices: Iterable[PageChoice]) -> list[Any]:
    """The items with those that the reader moved in their new places."""
    for choice in choices:
        if not choice.moved or CHOSEN_AS.get(choice.part) != part:
            continue
        item = _item_at(items, choice.span)
        before = _item_at(items, choice.before) if choice.before else None
        if item is None or item is before:
            continue
        items = [other for other in items if other is not item]
        at = next((n for n, other in enumerate(items) if other is before), len(items))
        items.insert(at, item)
    return items


def _not_spoken(
    briefing: Briefing,
    sentences: Sequence[SummarySentence],
    chosen: Collection[int],
    off: Collection[int],
) -> list[SummarySentence]:
    """The summary without the sentences that a quote below it says again."""

    def is_spoken(sentence: SummarySentence) -> bool:
        inside = (q for q in quotes if sentence.start <= q.start and q.end <= sentence.end)
        return sum(q.end - q.start for q in inside) > SPOKEN * (sentence.end - sentence.start)

    summary = {(sentence.start, sentence.end) for sentence in briefing.summary}
    kept = [
        sentence
        for sentence in sentences
        if id(sentence) in chosen
        or ((sentence.start, sentence.end) in summary and id(sentence) not in off)
    ]
    quotes = [quote for quote in preferred_quotes(briefing, []) if id(quote) not in off]
    told = [s for s in kept if id(s) in chosen or not is_spoken(s)]
    return told if len(told) >= FEWEST_TOLD else kept


def without_own_lines(briefing: Briefing) -> Briefing:
    """The briefing without the lines that the reader wrote; the same one where there are none."""
    lines = {name: "" for name in get_args(values.OwnText) if getattr(briefing.composition, name)}
    if not lines:
        return briefing
    return replace(briefing, composition=replace(briefing.composition, **lines))
