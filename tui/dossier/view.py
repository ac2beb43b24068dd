"""A dossier on the screen: its panes, what is chosen in them, and the page."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import ModalScreen

from briefing.dossier.values import Dossier, Passage
from briefing.errors import BriefingError
from briefing.model import Briefing
from tui.composing.page_view import PageView
from tui.dossier.bars import header_line, tab_items
from tui.dossier.desk import DossierDesk
from tui.dossier.drawing import label_of
from tui.dossier.evidence import evidence_rows
from tui.dossier.panes import (
    ARTICLES,
    EVIDENCE,
    SHARED,
    SPECS,
    DossierPane,
    EvidencePane,
    pane_of,
)
from tui.dossier.rows import Cited
from tui.reader.bars import key_items
from tui.screens.leaving import LeftOnce
from tui.widgets.bar import Bar
from tui.widgets.frame import set_frame_words
from tui.widgets.row_list import RowList
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from briefing.corrections.corrector import Corrector
    from tui.base_app import BaseApp

WIDE_FROM = (100, 30)
"""Columns and rows from which on all panes are shown."""
ROWS_OF_PANES = (("differ",), ("actors", "places"), ("quotes", "when"), ("summary", *SHARED))
"""How the panes stand where all are shown."""


class Place(Struct, frozen=True):
    """Where a reader is in a dossier.

    Attributes:
        pane: Its name.
        row: Number of the chosen row.
        turn: Which of its passages.
    """

    pane: str
    row: int = 0
    turn: int = 0


class DossierView(ModalScreen[Passage], LeftOnce[Passage], SelectsInOneView[Passage]):
    """Shows what several articles say; what a reader can do there is in `tui.dossier.screen`.

    Args:
        found: The dossier, without what the reader wrote and chose for its page.
        briefings: Of its articles.
        corrector: Makes and gives what the reader writes and chooses.
        place: Where to begin.
    """

    FOOTER: ClassVar[dict[str, str]] = {}
    AUTO_FOCUS = ""

    app: BaseApp

    def __init__(
        self,
        found: Dossier,
        briefings: Sequence[Briefing],
        corrector: Corrector,
        place: Place | None = None,
    ) -> None:
        super().__init__()
        self._briefings = tuple(briefings)
        self._place = place or Place("differ" if found.differences else "summary")
        self._shared = SHARED[0]
        self.shows_page = False
        self.panes = {spec.name: pane_of(spec) for spec in SPECS}
        self.evidence = EvidencePane()
        self.page_view = PageView(id="page")
        self.desk = DossierDesk(self, found, corrector)

    @property
    def dossier(self) -> Dossier:
        """With what the reader wrote and chose for its page."""
        return self.desk.dossier

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        yield Bar(id="tabs")
        with Container(id="body"):
            with Container(id="left"):
                yield self.evidence
                yield self.page_view
                yield self.panes[ARTICLES]
            with Container(id="right"):
                for names in ROWS_OF_PANES:
                    with Container(classes="line"):
                        for name in names:
                            yield self.panes[name]
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self.show_dossier()
        self._arrange()
        self.pane.point_at(self._place.row)
        self._focus(self._place.pane)
        self._show_evidence()

    # What is shown

    @property
    def pane(self) -> DossierPane:
        """The pane whose chosen row is shown in the articles."""
        return self.panes[self._place.pane]

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return self._place

    @property
    def cited(self) -> Cited | None:
        """What the chosen row stands on."""
        rows = self.pane.rows
        item = rows[self.pane.index].item if rows else None
        return item if isinstance(item, Cited) else None

    @property
    def passage(self) -> Passage | None:
        """The passage of the chosen row that enter leads to."""
        passages = self.cited.passages if self.cited else ()
        return passages[self._place.turn % len(passages)] if passages else None

    def chosen_passage(self) -> str:
        """The chosen passage with its article, or ""."""
        from tui.panes.base import passage

        chosen = self.passage
        if chosen is None or chosen.start == chosen.end:
            return ""
        return passage(self._briefings[chosen.article].article, (chosen.start, chosen.end))

    def show_dossier(self) -> None:
        """Show the dossier as it is now; the chosen rows stay the chosen ones."""
        on_page = None
        if self.shows_page:
            room = self.desk.room()
            try:
                beyond = self.desk.beyond()
            except BriefingError as error:
                self.page_view.say(str(error))
            else:
                self.page_view.show(room, beyond)
                on_page = frozenset((*room.on_page, *(one.target for one in beyond)))
        for pane in self.panes.values():
            at = pane.index
            pane.show(self.dossier, on_page)
            pane.point_at(at)
        self._draw_bars()

    def _show_evidence(self) -> None:
        cited = self.cited
        rows = evidence_rows(self.dossier, self._briefings, cited) if cited else []
        self.evidence.set_rows(rows, ("choose a row of a pane", "dim"))
        turn = self._place.turn % len(rows) if rows else 0
        self.evidence.point_at(turn)
        self.evidence.set_holds_evidence(len(rows) > 1)
        where = label_of(self.dossier, self.passage) if self.passage else ""
        which = f" · {turn + 1} of {len(rows)}" if len(rows) > 1 else ""
        set_frame_words(self.evidence, f"{where}{which}")

    def _arrange(self) -> None:
        """Show all panes, or one, as there is room."""
        wide, high = WIDE_FROM
        every = self.app.size.width >= wide and self.app.size.height >= high
        self.set_class(every, "-all")
        self.set_class(self.shows_page, "-page")
        at = self._place.pane
        self._shared = at if at in SHARED else self._shared
        for name, pane in self.panes.items():
            hidden = name in SHARED and name != self._shared
            pane.display = not hidden if every else name == at
        for names, line in zip(ROWS_OF_PANES, self.query(".line"), strict=True):
            line.set_class(at in names, "-at")
            line.display = every or at in names
        alone = not every and at == ARTICLES  # it stands below the evidence, in the left part
        self.query_one("#right").display = not alone
        self.query_one("#left").styles.height = "1fr" if alone else None
        self.evidence.display = not self.shows_page
        self.page_view.display = self.shows_page
        self._draw_bars()

    def _draw_bars(self) -> None:
        if not self.is_mounted:
            return
        width = self.app.size.width - 1
        self.query_one("#header", Bar).set_line(*header_line(self.dossier))
        focused = EVIDENCE if self.evidence.has_focus else self._place.pane
        counts = {name: len(pane.rows) for name, pane in self.panes.items()}
        self.query_one("#tabs", Bar).set_items(tab_items(focused, counts, width))
        above = self.app.keys_above(self)
        items = key_items(self.FOOTER if above is None else above)
        self.query_one("#footer", Bar).set_items(items)

    def on_resize(self, event: events.Resize) -> None:
        del event
        self._arrange()

    def on_descendant_focus(self) -> None:
        self._draw_bars()

    def on_screen_suspend(self) -> None:
        self.call_later(self._draw_bars)

    def on_screen_resume(self) -> None:
        self._draw_bars()

    def _focus(self, name: str) -> None:
        widget: RowList | PageView = self.evidence if name == EVIDENCE else self.panes[name]
        if name == EVIDENCE and self.shows_page:
            widget = self.page_view
        widget.focus()
