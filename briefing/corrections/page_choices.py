"""What the reader writes, keeps and chooses for the page, laid over its composition; pure."""

from __future__ import annotations

from typing import Any, Protocol

from msgspec.structs import replace

from briefing.corrections.composition import Composition, Highlight, PageChoice
from briefing.corrections.items import Items
from briefing.corrections.matching import find, places_of
from briefing.corrections.values import Correction, Target


class Choosable(Protocol):
    """The items of a briefing or of a dossier, and what the reader chose of them so far."""

    composition: Composition

    def part(self, name: str) -> list[Any]:
        """One of the lists."""
        ...

    def find(self, target: Target) -> int | None:
        """The number of what a target means in its part, or None."""
        ...


def write(items: Choosable, one: Correction) -> bool:
    """Put the reader's own text into a line of the page."""
    field: Any = one.target.text
    items.composition = items.composition.with_text(field, str(one.to or ""))
    return True


def highlight(items: Items, one: Correction) -> bool:
    """Keep words of the article, forget them, or put them on the page or take them off."""
    kept = list(items.composition.highlights)
    number = find(kept, one.target)
    if one.kind == "add":
        assert one.target.span is not None
        start, end = one.target.span
        same = (n for n, other in enumerate(kept) if (other.start, other.end) == (start, end))
        there = next(same, None)
        if there is not None:
            kept[there] = replace(kept[there], note=str(one.to or ""))
        else:
            text = items.article.text[start:end]
            kept.append(Highlight(text=text, start=start, end=end, note=str(one.to or "")))
    elif number is None:
        return False
    elif one.kind == "hide":
        kept.pop(number)
    else:
        kept[number] = replace(kept[number], on_page=one.kind == "put_on_page")
    kept.sort(key=lambda other: (other.start, other.end))
    items.composition = replace(items.composition, highlights=tuple(kept))
    return True


def choose(items: Choosable, one: Correction, number: int) -> bool:
    """Put an item on the page, take it off, or move it.

    Args:
        items: Where it stands.
        one: What is done to it.
        number: Its number in its part.
    """
    part = one.target.part
    listed = items.part(part)
    span = places_of(listed[number])[0]
    earlier = items.composition.choices
    known = next((c for c in earlier if (c.part, c.span) == (part, span)), None)
    choice = known or PageChoice(part=part, span=span)
    if one.kind == "move_on_page":
        before = None
        if isinstance(one.to, Target):
            other = items.find(one.to)
            if other is None:
                return False
            before = places_of(listed[other])[0]
        choice = replace(choice, before=before, moved=True)
    else:
        choice = replace(choice, on=one.kind == "put_on_page")
    others = tuple(c for c in earlier if c is not known)
    items.composition = replace(items.composition, choices=(*others, choice))
    return True
