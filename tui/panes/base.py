"""The widget of a pane beside the article: a list of evidence with a title and three states."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_
from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from briefing.corrections.checking import ON_PAGES
from briefing.corrections.matching import PARTS, target_of
from briefing.model import Actor, Article, Briefing, Location, Quote, Span
from tui.commands import bindings, shown_of
from tui.messages import RowsReordered
from tui.panes.labels import paragraph_label
from tui.panes.spec import PaneSpec
from tui.widgets.frame import set_frame_words
from tui.widgets.framed_rows import FramedRows
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from briefing.corrections.values import Target
    from tui.base_app import BaseApp

State = Literal["loading", "ready", "failed"]

CORRECTED = "✎"
"""Before a row that the reader corrected."""
ON_PAGE, OFF_PAGE = "■", "□"
"""Before a row that stands on the page, and before one that does not, while that is shown."""
NOTE_FROM = 26
"""Cells from which the frame names the usual order too."""


class EvidencePane(FramedRows):
    """A pane whose rows are spans of the article, as its spec gives them.

    Attributes:
        spec: What it lists, and its words.
        narrowed_to: The name of the actor or place that all panes are narrowed to, or "".
        reordered: Its rows stand in the second order of its spec.
    """

    app: BaseApp

    def __init__(self, spec: PaneSpec) -> None:
        super().__init__(id=spec.name)
        self.spec = spec
        self.spaced, self.may_cut = spec.spaced, spec.may_cut
        other = f" · {spec.shares_with}" if spec.shares_with else ""
        self.border_title = Content(f"{spec.number} {spec.title}{other}")
        self.state: State = "loading"
        self.narrowed_to = ""
        self.reordered = False
        self._shown: tuple[object, ...] = ()
        self._shown_only = ""
        self._briefing: Briefing | None = None
        self._on_page: frozenset[Target] | None = None
        self._show_state()

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        """The rows that a briefing gives, in the present order."""
        order = self.spec.order
        return order.rows(briefing) if order and self.reordered else self.spec.rows(briefing)

    def show(self, briefing: Briefing) -> None:
        """Show what a briefing has for this pane."""
        self._briefing = briefing
        parts = (
            briefing.article,
            briefing.missing,
            *(getattr(briefing, part) for part in self.spec.parts),
        )
        if self.state == "ready" and all(map(is_, parts, self._shown)):
            return
        before = self.row if self._shown and self._shown[0] is briefing.article else None
        narrowed_anew, self._shown_only = self.narrowed_to != self._shown_only, self.narrowed_to
        self.state, self._shown = "ready", parts
        rows = self._signed_rows(briefing)
        only = f"nothing that concerns {self.narrowed_to}" if self.narrowed_to else ""
        self.set_rows(rows, (self._why_missing(briefing) or only or self.spec.empty, "dim"))
        if narrowed_anew or before is None or _is_among(before, rows):
            self.point_at_same(before)
        else:  # it was taken away: the one below it comes in its place
            self.point_at(self.index)

    def _signed_rows(self, briefing: Briefing) -> list[Row]:
        return [signed(row, self._on_page) for row in self.rows_of(briefing)]

    def set_on_page(self, targets: frozenset[Target] | None) -> None:
        """Show which rows stand on the page, or, where that is None, show nothing of it."""
        if targets != self._on_page:
            self._on_page = targets
            if self.state == "ready" and self._briefing is not None and self.rows:
                self.set_rows(self._signed_rows(self._briefing))
                self.point_at(self.index)

    def _why_missing(self, briefing: Briefing) -> str:
        """Why what it shows could not be made, or ""."""
        return next((one.reason for one in briefing.missing if one.part in self.spec.parts[:1]), "")

    def set_state(self, state: State) -> None:
        """Show that the pane's part is being looked for, or that it could not be had."""
        if state != self.state:
            self.state = state
            self._show_state()

    def _show_state(self) -> None:
        words = self.spec.loading
        if self.state == "failed":
            words = f"not available; {shown_of('retry', self.app.keymap)} tries again"
        self.set_rows((), (words, "dim" if self.state == "loading" else "failed"))

    def action_reorder(self) -> None:
        """Change to the other order; the chosen row stays the chosen one."""
        if self._briefing is None or not self.rows:
            return
        chosen = self.rows[self.index].item
        self.reordered = not self.reordered
        rows = self._signed_rows(self._briefing)
        self.index = next(number for number, row in enumerate(rows) if row.item is chosen)
        self.set_rows(rows)
        self.post_message(RowsReordered(self.id or ""))
        self.choose(self.index)

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return self.rows[self.index] if self.rows else None

    @property
    def chosen(self) -> Struct | None:
        """What of the briefing the chosen row shows."""
        return self.row.item if self.row else None

    def point_at_same(self, row: Row | None) -> None:
        """Choose the row of what another row showed, or else of what stands nearest to it."""
        self.point_at(_number_of(row, self.rows))

    def update_frame(self) -> None:
        """Put into the frame which row is chosen, or how many there are if not all are in view."""
        count = len(self.rows)
        words = ""
        if count and (self.has_focus or self.holds_evidence):
            words = f"{self.index + 1} of {count}"
        elif count and self.rows_in_view() < count:
            words = f"{self.rows_in_view()} of {count}"
        set_frame_words(self, words + self.frame_note())

    def frame_note(self) -> str:
        """What stands in the frame after the count: the order of the rows, where there are two."""
        order = self.spec.order
        if order is None or not self.rows or not (self.has_focus or self.holds_evidence):
            return ""
        if self.reordered:
            return f" · {order.label}"
        return f" · {order.usual}" if self.content_width >= NOTE_FROM else ""


def make_widget(spec: PaneSpec) -> EvidencePane:
    """A new widget for a pane, with the keys of its own commands."""
    kind = spec.widget() if spec.widget else EvidencePane
    with_keys = type(kind.__name__, (kind,), {"BINDINGS": bindings("pane", spec.name)})
    return cast("EvidencePane", with_keys(spec))


def signed(row: Row, on_page: frozenset[Target] | None = None) -> Row:
    """The row with signs that say if it stands on the page, and if the reader corrected it.

    Args:
        row: The row.
        on_page: What stands on the page, or None where that is not shown.
    """
    sign = ""
    if on_page is not None and row.item is not None and PARTS.get(type(row.item)) in ON_PAGES:
        sign = ON_PAGE if target_of(row.item) in on_page else OFF_PAGE
    if getattr(row.item, "by", None):
        sign += CORRECTED
    return replace(row, sign=sign) if sign else row


def passage(article: Article, span: Span, item: Struct | None = None) -> str:
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


def identity(item: Struct | None) -> tuple[object, ...]:
    """What stays the same of an item when its mentions are others."""
    if isinstance(item, Actor | Location):
        return type(item), item.id
    return type(item), getattr(item, "start", None)


def _is_among(row: Row, rows: Sequence[Row]) -> bool:
    """True if one of the rows shows the same."""
    return any(identity(other.item) == identity(row.item) for other in rows)


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
