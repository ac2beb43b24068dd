"""How the start screen draws an article of the library, a hit in one, and the sample."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model import Span
from briefing.reading.sources import shown_name
from tui.widgets.strips import Line, fit, justified
from tui.widgets.wrap import CUT, wrap

if TYPE_CHECKING:
    from briefing.library import Entry, Hit

MOST_LINES = 3
"""Of the sentence of a hit."""


def entry_lines(entry: Entry, width: int, limit: int, *, ticked: bool = False) -> list[Line]:
    """An article of the library: what it is, and when it was opened from where."""
    del limit
    published = f"{entry.published}  " if entry.published else ""
    signs = [words for words, has in (("corrected", entry.is_corrected), ("noted", entry.is_noted))
             if has]  # fmt: skip
    came = "command" if entry.batch else ""
    about = "  ".join(filter(None, (entry.outlet, ", ".join(entry.actors))))
    opened = str(entry.opened)[:16].replace("T", " ")
    end: Line = [("  ".join(filter(None, (" ".join(signs), came))), "accent")]
    return [
        justified(
            [("✓ " if ticked else "", "accent"), (title_of(entry), "strong")],
            [(f"{published}{entry.word_count} words", "dim")],
            width,
        ),
        justified(
            [(f"  {opened}  {shown_name(entry.source)}", "dim"), (f"  {about}", "ink")],
            end if end[0][0] else [],
            width,
        ),
    ]


def title_of(entry: Entry) -> str:
    """What an article is called."""
    return " ".join((entry.title or shown_name(entry.source)).split())


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
