"""A dossier of the open articles, whose rows lead to the words that they stand on."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from briefing.dossier.values import Dossier, Passage
from tui.command_spec import Scope
from tui.dossier.rows import Cited, label_of, rows_of
from tui.messages import RowChosen, RowEntered
from tui.screens.leaving import LeftOnce
from tui.widgets.row_list import RowList
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from tui.base_app import BaseApp


class DossierList(RowList):
    """The rows of a dossier."""

    may_cut = False


class DossierScreen(ModalScreen[Passage], LeftOnce[Passage], SelectsInOneView[Passage]):
    """Lists what several articles say. Gives the passage that the reader wants to see.

    Args:
        dossier: Of the articles.
        chosen: Number of the row to begin at.
    """

    CSS = """
    DossierScreen { background: $background; }
    DossierScreen #dossier { border: round $accent; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace", "close", "close", show=False),
        Binding("left,h", "turn(-1)", "the article before", show=False),
        Binding("right,l", "turn(1)", "the next article", show=False),
        Binding("s", "save", "save as one page", show=False),
        Binding("Y", "copy_page", "copy the page", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("colon,ctrl+p", "app.command_palette", "commands", show=False),
    ]
    FOOTER: ClassVar[dict[str, str]] = {
        "enter": "go there",
        "← →": "the article",
        "s": "save",
        "Y": "copy the page",
        "esc": "close",
    }
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("app",)

    app: BaseApp

    def __init__(self, dossier: Dossier, chosen: int = 0) -> None:
        super().__init__()
        self._dossier = dossier
        self._chosen = chosen
        self._turn = 0

    def compose(self) -> ComposeResult:
        listed = DossierList(id="dossier")
        count = len(self._dossier.articles)
        listed.border_title = Content(f"Dossier of {count} article{'' if count == 1 else 's'}")
        yield listed

    @property
    def listed(self) -> DossierList:
        """The list."""
        return self.query_one(DossierList)

    @property
    def chosen(self) -> int:
        """Number of the chosen row."""
        return self.listed.index

    def on_mount(self) -> None:
        notice = "these articles have nothing in common"
        self.listed.set_rows(rows_of(self._dossier), (notice, "dim"))
        self.listed.point_at(self._chosen)
        self._show_place()

    def on_row_chosen(self, message: RowChosen) -> None:
        message.stop()
        self._turn = 0
        self._show_place()

    def on_row_entered(self, message: RowEntered) -> None:
        message.stop()
        if passage := self.passage:
            self.dismiss(passage)

    @property
    def passage(self) -> Passage | None:
        """The passage of the chosen row that enter leads to."""
        passages = self._passages
        return passages[self._turn % len(passages)] if passages else None

    @property
    def _passages(self) -> tuple[Passage, ...]:
        listed = self.listed
        item = listed.rows[listed.index].item if listed.rows else None
        return item.passages if isinstance(item, Cited) else ()

    def _show_place(self) -> None:
        passage, count = self.passage, len(self._passages)
        where = label_of(self._dossier, passage) if passage else ""
        which = f" ({self._turn % count + 1} of {count})" if count > 1 else ""
        self.listed.border_subtitle = Content(f"{where}{which}")

    def action_turn(self, step: int) -> None:
        self._turn += step
        self._show_place()

    def action_copy_page(self) -> None:
        self.app.copy_to_clipboard(self._page())

    def _page(self) -> str:
        from briefing.dossier.page import to_markdown

        return to_markdown(self._dossier)

    def action_save(self) -> None:
        from briefing.dossier.pieces import headline_of
        from briefing.page.formats import OF_DOSSIERS, PageFormat, dossier_renderer
        from briefing.page.saving import path_of_title
        from tui.saving.save import SaveScreen

        dossier = self._dossier

        def render(form: PageFormat) -> str | bytes:
            return dossier_renderer(form)(dossier)

        path = path_of_title(headline_of(dossier))
        self.app.push_screen(SaveScreen(render, path, forms=OF_DOSSIERS))

    def action_close(self) -> None:
        self.dismiss(None)
