"""The base of the panes beside the article: a list of evidence with a title and three states."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from operator import is_
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.content import Content

from briefing.model import Actor, Article, Briefing, Location, Quote, Span
from tui.commands import shown_of
from tui.widgets.frame import say_below
from tui.widgets.row_list import Item, Row, RowList
from tui.widgets.strips import Line
from tui.widgets.wrap import fold

if TYPE_CHECKING:
    from tui.base_app import Host

State = Literal["loading", "ready", "failed"]


class EvidencePane(RowList):
    """A pane whose rows are spans of the article.

    A subclass names itself, says which rows a briefing gives, and has the words for having none.

    Attributes:
        narrowed_to: The name of the actor or place that all panes are narrowed to, or "".
        reordered: Whether its rows stand in a second order, where it has one.
    """

    NUMBER: ClassVar[int] = 0
    TITLE: ClassVar[str] = ""
    LOADING: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    PARTS: ClassVar[tuple[str, ...]] = ()
    """The parts of a briefing that it draws; while these stay, there is nothing to draw anew."""

    app: Host

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.border_title = Content(f"{self.NUMBER} {self.TITLE}")
        self.state: State = "loading"
        self.narrowed_to = ""
        self.reordered = False
        self._shown: tuple[object, ...] = ()
        self._say_state()

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        """The rows that a briefing gives."""
        raise NotImplementedError

    def show(self, briefing: Briefing) -> None:
        """Show what a briefing has for this pane."""
        parts = (
            briefing.article,
            briefing.missing,
            *(getattr(briefing, part) for part in self.PARTS),
        )
        if self.state == "ready" and all(map(is_, parts, self._shown)):
            return
        before = self.row if self._shown and self._shown[0] is briefing.article else None
        self.state, self._shown = "ready", parts
        rows = self.rows_of(briefing)
        only = f"nothing that concerns {self.narrowed_to}" if self.narrowed_to else ""
        self.set_rows(rows, (self._why_missing(briefing) or only or self.EMPTY, "dim"))
        self.point_at_same(before)

    def _why_missing(self, briefing: Briefing) -> str:
        """Why what it shows could not be made, or ""."""
        return next((one.reason for one in briefing.missing if one.part in self.PARTS[:1]), "")

    def set_state(self, state: State) -> None:
        """Show that the pane's part is being looked for, or that it could not be had."""
        if state != self.state:
            self.state = state
            self._say_state()

    def _say_state(self) -> None:
        words = self.LOADING
        if self.state == "failed":
            words = f"not available; {shown_of('retry', self.app.keymap)} tries again"
        self.set_rows((), (words, "dim" if self.state == "loading" else "failed"))

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return self.rows[self.index] if self.rows else None

    @property
    def chosen(self) -> Item | None:
        """What of the briefing the chosen row shows."""
        return self.row.item if self.row else None

    def point_at_same(self, row: Row | None) -> None:
        """Choose the row of what another row showed, or else of what stands nearest to it."""
        self.point_at(_number_of(row, self.rows))

    def rows_laid_out(self) -> None:
        self.say_where()

    def index_changed(self) -> None:
        self.say_where()

    def on_focus(self) -> None:
        super().on_focus()
        self.say_where()

    def on_blur(self) -> None:
        super().on_blur()
        self.say_where()

    def set_holds_evidence(self, holds: bool) -> None:
        if holds != self.holds_evidence:  # else the frame would be drawn for nothing
            super().set_holds_evidence(holds)
            self.say_where()

    def say_where(self) -> None:
        """Put into the frame which row is chosen, or how many there are if not all are in view."""
        count = len(self.rows)
        words = ""
        if count and (self.has_focus or self.holds_evidence):
            words = f"{self.index + 1} of {count}"
        elif count and self.rows_in_view() < count:
            words = f"{self.rows_in_view()} of {count}"
        say_below(self, words + self.frame_note())

    def frame_note(self) -> str:
        """What stands in the frame behind the count."""
        return ""


def paragraph_label(article: Article, offset: int) -> str:
    """`¶7`, or nothing for what stands in no numbered paragraph."""
    paragraph = article.paragraph_at(offset)
    return f"¶{paragraph.number}" if paragraph and paragraph.number is not None else ""


def label_width(article: Article) -> int:
    """Cells for the longest label of an article and a space."""
    return len(str(article.last_number)) + 2


def labelled(
    article: Article, start: int, text: str, name: str, width: int, limit: int
) -> list[Line]:
    """The label of the paragraph at `start`, and beside it the text on at most `limit` lines."""
    label, indent = paragraph_label(article, start), label_width(article)
    lines = fold(text, max(width - indent, 1), limit)
    return [
        [(f"{label if number == 0 else '':<{indent}}", "dim"), (line, name)]
        for number, line in enumerate(lines)
    ]


def passage(article: Article, span: Span, item: Item | None = None) -> str:
    """Words of an article with its title, source and paragraph, for a clipboard.

    Args:
        article: The article.
        span: Where the words stand.
        item: What they are evidence of; of a quotation, it is said who speaks.
    """
    lines = [f"“{article.text[slice(*span)]}”"]
    if isinstance(item, Quote) and item.speaker:
        likely = "" if item.certain else " (likely)"
        lines.append("— " + ", ".join(filter(None, (item.speaker, item.role))) + likely)
    label = paragraph_label(article, span[0])
    lines.append(" · ".join(part for part in (article.title, article.source, label) if part))
    return "\n".join(lines) + "\n"


def identity(item: Item | None) -> tuple[object, ...]:
    """What stays the same of an item when its mentions are others."""
    if isinstance(item, Actor | Location):
        return type(item), item.id
    return type(item), item.start if item else None


def _number_of(row: Row | None, rows: Sequence[Row]) -> int:
    """Where a row stands among others: its item, else what is nearest to it in the article."""
    if row is None or not rows:
        return 0

    def begin(one: Row) -> int:
        return one.spans[0][0] if one.spans else 0

    def distance(number: int) -> tuple[bool, int]:
        other = rows[number]
        return identity(other.item) != identity(row.item), abs(begin(other) - begin(row))

    return min(range(len(rows)), key=distance)
