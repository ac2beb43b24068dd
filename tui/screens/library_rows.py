"""How the start screen draws an article of the library, a hit in one, and the sample."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model import Span
from briefing.reading.sources import shown_name
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified
from tui.widgets.wrap import CUT, wrap

if TYPE_CHECKING:
    from briefing.library import Entry, Hit

MOST_LINES = 3
"""Of the sentence of a hit."""


WATCHED_SIGN = "★"
"""Stands before the names in an article that the reader watches."""


class Marks(Struct, frozen=True):
    """What an article of the library is marked with.

    Attributes:
        ticked: The reader has ticked it.
        watched: The names in it that the reader watches.
        tellings: How many articles tell the same, this one among them; 0 where it is alone.
        new: How many of these came since the reader looked at their dossier.
    """

    ticked: bool = False
    watched: Sequence[str] = ()
    tellings: int = 0
    new: int = 0


NO_MARKS = Marks()


def entry_lines(entry: Entry, marks: Marks, width: int, limit: int) -> list[Line]:
    """An article of the library: what it is, and when it was opened from where."""
    del limit
    published = f"{entry.published}  " if entry.published else ""
    signs = [words for words, has in (("corrected", entry.is_corrected), ("noted", entry.is_noted))
             if has]  # fmt: skip
    came = "command" if entry.batch else ""
    about = "  ".join(filter(None, (entry.outlet, ", ".join(entry.actors))))
    opened = str(entry.opened)[:16].replace("T", " ")
    names = f"{WATCHED_SIGN} {', '.join(marks.watched)}" if marks.watched else ""
    story = f"{marks.tellings} tell this" if marks.tellings else ""
    story += f", {marks.new} new" if marks.new else ""
    end: Line = [("  ".join(filter(None, (names, story, " ".join(signs), came))), "accent")]
    return [
        justified(
            [("✓ " if marks.ticked else "", "accent"), (title_of(entry), "strong")],
            [(f"{published}{entry.word_count} words", "dim")],
            width,
        ),
        justified(
            [(f"  {opened}  {shown_name(entry.source)}", "dim"), (f"  {about}", "ink")],
            end if end[0][0] else [],
            width,
        ),
    ]


def marks_of(
    keys: Sequence[str],
    ticked: Container[str],
    watched: Mapping[str, Sequence[str]],
    stories: Mapping[str, Sequence[str]],
    new: frozenset[str],
) -> dict[str, Marks]:
    """What the articles with these keys are marked with."""

    def marks(key: str) -> Marks:
        story = stories.get(key, ())
        return Marks(key in ticked, watched.get(key, ()), len(story), len(new.intersection(story)))

    return {key: marks(key) for key in keys}


def title_of(entry: Entry) -> str:
    """What an article is called."""
    return " ".join((entry.title or shown_name(entry.source)).split())


def row_of_hit(hit: Hit) -> Row:
    """A hit as a row."""
    return Row(draw=partial(hit_lines, hit), item=hit)


def hit_lines(hit: Hit, width: int, limit: int) -> list[Line]:
    """A hit: the article, and below it the sentence with what was looked for in it."""
    entry = hit.entry
    about = "  ".join(filter(None, (entry.outlet, entry.published)))
    label = f"  ¶{hit.number} " if hit.number else f"  {hit.kind} "
    spans = wrap(hit.text, 0, len(hit.text), max(width - len(label), 1))
    shown = spans[: max(min(limit, MOST_LINES), 1)]
    lines = [
        [
            (label if number == 0 else " " * len(label), "dim"),
            *_pieces(hit.text, span, hit.lit),
            (CUT if number == len(shown) - 1 < len(spans) - 1 else "", "dim"),
        ]
        for number, span in enumerate(shown)
    ]
    return [
        justified([(title_of(entry), "ink")], [(about, "dim")], width),
        *(fit(line, width) for line in lines),
    ]


def _pieces(text: str, part: Span, lit: Sequence[Span]) -> Line:
    """A part of a sentence, with what is lit in it."""
    line: Line = []
    at, end = part
    for first, last in lit:
        first, last = max(first, at), min(last, end)
        if first < last:
            line += [(text[at:first], "dim"), (text[first:last], "key")]
            at = last
    return [*line, (text[at:end], "dim")]


def sample_lines(width: int, limit: int) -> list[Line]:
    """The sample article."""
    del limit
    return [
        fit([("The sample article", "strong")], width),
        fit([("  to see what brief does", "dim")], width),
    ]
