"""How the start screen draws an article of the library, and the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.reading.sources import shown_name
from tui.widgets.strips import Line, fit, justified

if TYPE_CHECKING:
    from briefing.library import Entry


def entry_lines(entry: Entry, width: int, limit: int) -> list[Line]:
    """An article of the library: its title, and when it was opened from where."""
    del limit
    title = " ".join((entry.title or shown_name(entry.source)).split())
    opened = str(entry.opened)[:16].replace("T", " ")
    return [
        justified([(title, "strong")], [(f"{entry.word_count} words", "dim")], width),
        fit([(f"  {opened}  {shown_name(entry.source)}", "dim")], width),
    ]


def sample_lines(width: int, limit: int) -> list[Line]:
    """The sample article."""
    del limit
    return [
        fit([("The sample article", "strong")], width),
        fit([("  to see what brief does", "dim")], width),
    ]
