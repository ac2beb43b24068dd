"""The list of the open articles: title, length, main actors, and how far each one is."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.analyses import Analyses, Analysis
from tui.commands import bindings
from tui.widgets.row_list import RowList
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified

MAIN_ACTORS = 3
STORY_SIGN = "≈"
"""Stands before the number of articles that tell the same as one."""
SIGNS = {"waiting": ("·", "dim"), "running": ("…", "accent"), "failed": ("!", "failed")}


class ArticlesList(RowList):
    """The open articles; some can be ticked, to be saved together."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("articles")]
    spaced = True

    def __init__(self, analyses: Analyses, *, id: str) -> None:
        super().__init__(id=id)
        self.ticked: set[int] = set()
        self.stories: Mapping[int, Sequence[int]] = {}  # those that tell the same as each
        self._analyses = analyses
        self.border_title = Content("Articles")
        self.holds_evidence = True  # its chosen row is the article that is shown

    def show_progress(self, number: int) -> None:
        """Show how far the analyses are, with this article as the shown one."""
        titles = Counter(_title(analysis) for analysis in self._analyses.all)
        rows = [
            Row(
                draw=partial(
                    _draw,
                    self._analyses[n],
                    ticked=n in self.ticked,
                    tellings=len(self.stories.get(n, ())),
                    named=titles[_title(self._analyses[n])] > 1,
                )
            )
            for n in range(len(self._analyses))
        ]
        self.set_rows(rows)
        self.point_at(number)
        done = sum(analysis.state == "done" for analysis in self._analyses.all)
        ticked = f" · {len(self.ticked)} ticked" if self.ticked else ""
        self.border_subtitle = Content(f"{done} of {len(rows)} analyzed{ticked}")

    def action_tick(self) -> None:
        self.ticked ^= {self.index}
        self.show_progress(self.index)

    def action_tick_all(self) -> None:
        every = set(range(len(self._analyses)))
        self.ticked = set() if self.ticked == every else every
        self.show_progress(self.index)


def _title(analysis: Analysis) -> str:
    return " ".join((analysis.article.title or analysis.article.source or "untitled").split())


def _draw(
    analysis: Analysis,
    width: int,
    limit: int,  # noqa: ARG001
    *,
    ticked: bool,
    tellings: int,
    named: bool,
) -> list[Line]:
    """Two lines; the file is named where another article has the same title."""
    article = analysis.article
    told = [(f"{STORY_SIGN}{tellings} ", "accent")] if tellings else []
    sign = [*told, *([SIGNS[analysis.state]] if analysis.state in SIGNS else [])]
    actors = analysis.found.actors[:MAIN_ACTORS] if analysis.found else ()
    names = ", ".join(actor.name for actor in actors)
    if analysis.state == "failed":
        names = "analysis failed"
    return [
        justified([("✓ " if ticked else "", "accent"), (_title(analysis), "strong")], sign, width),
        fit(
            [
                (f"{PurePath(article.source).name}  " if named else "", "ink"),
                (f"{article.word_count} words", "dim"),
                (f"  {names}", "ink"),
            ],
            width,
        ),
    ]
