"""A dossier of the open articles: panes whose rows lead to the words that they stand on."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen

from briefing.dossier.values import Dossier, Passage
from briefing.errors import BriefingError
from briefing.model import Briefing
from tui.command_spec import Scope
from tui.commands import bindings
from tui.composing.page_view import PageView
from tui.dossier.bars import header_line, tab_items
from tui.dossier.desk import DossierDesk
from tui.dossier.evidence import evidence_rows
from tui.dossier.panes import (
    ARTICLES,
    EVIDENCE,
    SHARED,
    SPEC_OF_NAME,
    SPECS,
    DossierPane,
    EvidencePane,
    pane_of,
)
from tui.dossier.rows import Cited, label_of
from tui.messages import RowChosen, RowEntered
from tui.reader.bars import key_items
from tui.screens.leaving import LeftOnce
from tui.widgets.bar import Bar
from tui.widgets.frame import set_frame_words
from tui.widgets.row_list import RowList
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from briefing.corrections.corrector import Corrector
    from tui.base_app import BaseApp
    from tui.composing.flow import Composing

WIDE_FROM = (100, 30)
"""Columns and rows from which on all panes are shown."""
OF_THE_READER = (
    "next-pane", "previous-pane", "page", "write", "copy-page", "copy", "pipe", "undo", "redo",
    "save",
)  # fmt: skip
"""Commands of the reader that the dossier has too, with the same keys."""
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


class DossierScreen(ModalScreen[Passage], LeftOnce[Passage], SelectsInOneView[Passage]):
    """Shows what several articles say. Gives the passage that the reader wants to see.

    Args:
        found: The dossier, without what the reader wrote and chose for its page.
        briefings: Of its articles.
        corrector: Makes and gives what the reader writes and chooses.
        place: Where to begin.
    """

    CSS = """
    DossierScreen { background: $background; align: left top; layout: vertical; }
    DossierScreen #body { height: 1fr; layout: vertical; }
    DossierScreen #left { height: 9; width: 1fr; }
    DossierScreen #right { height: 1fr; width: 1fr; }
    DossierScreen .line { height: 1fr; width: 1fr; layout: horizontal; }
    DossierScreen #tabs { display: block; }
    DossierScreen #articles { width: 1fr; height: auto; max-height: 10; }
    DossierScreen.-all #body { layout: horizontal; }
    DossierScreen.-all #left { width: 42%; height: 1fr; }
    DossierScreen.-all .line.-at { height: 2fr; }
    DossierScreen.-all #differ { width: 1fr; }
    DossierScreen.-all #quotes { width: 3fr; }
    DossierScreen.-all #when { width: 2fr; }
    DossierScreen.-page #left { height: 2fr; }
    DossierScreen.-page.-all #left { height: 1fr; }
    DossierScreen.-short #left { height: 6; }
    DossierScreen.-flat #left, DossierScreen.-tiny #left { display: none; }
    DossierScreen.-flat #tabs, DossierScreen.-tiny #tabs { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "close", show=False),
        Binding("backspace", "close", "close", show=False),
        Binding("left,h", "turn(-1)", "the article before", show=False),
        Binding("right,l", "turn(1)", "the next article", show=False),
        Binding("1", f"pane('{EVIDENCE}')", "in the articles", show=False),
        *(Binding(spec.key, f"pane('{spec.name}')", spec.title, show=False) for spec in SPECS),
        *(one for one in bindings("reader") if one.id in OF_THE_READER),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("colon,ctrl+p", "app.command_palette", "commands", show=False),
    ]
    FOOTER: ClassVar[dict[str, str]] = {
        "enter": "go there",
        "← →": "the article",
        "space": "on the page",
        "p": "page",
        "w": "your own lines",
        "s": "save",
        "tab": "next pane",
        "u": "undo",
        "Y": "copy the page",
        "esc": "close",
    }
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("pane", "app")
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
            self.page_view.show(room)
            on_page = frozenset(room.on_page)
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

    # From pane to pane

    def _focus(self, name: str) -> None:
        widget: RowList | PageView = self.evidence if name == EVIDENCE else self.panes[name]
        if name == EVIDENCE and self.shows_page:
            widget = self.page_view
        widget.focus()

    def action_pane(self, name: str) -> None:
        if name in SPEC_OF_NAME and name != self._place.pane:
            self.pane.set_holds_evidence(False)
            self._place = Place(name, self.panes[name].index)
            self._arrange()
            self._show_evidence()
        self._focus(name)
        self.pane.set_holds_evidence(name == EVIDENCE)
        self._draw_bars()

    def action_next_pane(self, step: int) -> None:
        names = [EVIDENCE, *SPEC_OF_NAME]
        is_left = self.evidence.has_focus or self.page_view.has_focus
        at = names.index(EVIDENCE if is_left else self._place.pane)
        self.action_pane(names[(at + step) % len(names)])

    def on_row_chosen(self, message: RowChosen) -> None:
        message.stop()
        if message.pane == EVIDENCE:
            self._place = replace(self._place, turn=message.index)
            set_frame_words(
                self.evidence, label_of(self.dossier, self.passage) if self.passage else ""
            )
            return
        if (message.pane, message.index) == (self._place.pane, self._place.row):
            return  # it was only focused
        if message.pane != self._place.pane:  # a click
            self.pane.set_holds_evidence(False)
            self._place = Place(message.pane, message.index)
            self._arrange()
        self._place = Place(message.pane, self.pane.index)
        self._show_evidence()

    def on_row_entered(self, message: RowEntered) -> None:
        message.stop()
        if passage := self.passage:
            self.dismiss(passage)

    def action_turn(self, step: int) -> None:
        if self.cited:
            turn = (self._place.turn + step) % len(self.cited.passages)
            self._place = replace(self._place, turn=turn)
            self._show_evidence()

    def action_close(self) -> None:
        if self.shows_page:
            self.action_page()
        else:
            self.dismiss(None)

    # The page

    @property
    def _composing(self) -> Composing:
        from tui.composing.flow import Composing

        return Composing(self.desk)

    def action_page(self) -> None:
        self.shows_page = not self.shows_page
        is_left = self.evidence.has_focus or self.page_view.has_focus
        self._arrange()
        self.show_dossier()
        if is_left:
            self._focus(EVIDENCE)

    def action_put_on_page(self) -> None:
        self._composing.put_or_take()

    def action_move_on_page(self, step: int) -> None:
        self._composing.move(step)

    def action_write(self) -> None:
        self._composing.open_menu()

    def action_copy_page(self) -> None:
        self._composing.copy_page()

    def action_pipe(self) -> None:
        self._composing.pipe()

    def action_copy(self) -> None:
        if words := self.chosen_passage():
            self.app.copy_to_clipboard(words)
        else:
            self.app.say("nothing is chosen; choose a row of a pane first")

    def action_undo(self) -> None:
        self._go(redo=False)

    def action_redo(self) -> None:
        self._go(redo=True)

    def _go(self, *, redo: bool) -> None:
        try:
            done = self.desk.redo() if redo else self.desk.undo()
        except BriefingError as error:
            self.app.say(str(error), failed=True)
            return
        if done is None:
            self.app.say("nothing was taken back" if redo else "nothing was changed yet")
        else:
            words = done.kind.replace("_", " ")
            self.app.say(f"{'made again' if redo else 'taken back'}: {words}")

    def action_save(self) -> None:
        from briefing.dossier.pieces import headline_of
        from briefing.page.formats import OF_DOSSIERS, PageFormat, dossier_renderer
        from briefing.page.saving import path_of_title
        from tui.saving.save import SaveScreen

        dossier = self.dossier

        def render(form: PageFormat) -> str | bytes:
            return dossier_renderer(form)(dossier)

        path = path_of_title(dossier.composition.headline or headline_of(dossier))
        ask = SaveScreen(render, path, forms=OF_DOSSIERS, on_saved=self.desk.note_saved)
        self.app.push_screen(ask)
