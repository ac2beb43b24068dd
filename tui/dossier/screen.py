"""What a reader can do in a dossier, whose rows lead to the words that they stand on."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from briefing.errors import BriefingError
from tui.command_spec import Scope
from tui.commands import bindings
from tui.dossier.drawing import label_of
from tui.dossier.panes import EVIDENCE, SPEC_OF_NAME, SPECS
from tui.dossier.view import DossierView, Place
from tui.messages import RowChosen, RowEntered
from tui.widgets.frame import set_frame_words

if TYPE_CHECKING:
    from tui.composing.flow import Composing

OF_THE_READER = (
    "next-pane", "previous-pane", "page", "sheet", "write", "copy-page", "copy", "pipe", "undo",
    "redo", "save",
)  # fmt: skip
"""Commands of the reader that the dossier has too, with the same keys."""
NOT_HERE = {
    "i": "a dossier has no details; enter goes to the article, where i shows them",
    "z": "a pane of a dossier cannot take the whole screen; tab goes to the next one",
}
"""Keys of the reader that do nothing here, and what is said of them."""


class DossierScreen(DossierView):
    """Shows what several articles say. Gives the passage that the reader wants to see."""

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
        *(Binding(key, f"not_here('{key}')", "not here", show=False) for key in NOT_HERE),
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

    # From pane to pane

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

    def action_not_here(self, key: str) -> None:
        self.app.say(NOT_HERE[key])

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

    def action_sheet(self) -> None:
        self.page_view.shows_sheet = not (self.shows_page and self.page_view.shows_sheet)
        if not self.shows_page:
            self.action_page()
        self.page_view.scroll_home(animate=False)
        self.show_dossier()

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
        from tui.correcting.saying import made_again, taken_back

        try:
            done = self.desk.redo() if redo else self.desk.undo()
        except BriefingError as error:
            self.app.say(str(error), failed=True)
            return
        if done is None:
            self.app.say("nothing was taken back" if redo else "nothing was changed yet")
        else:
            say = made_again if redo else taken_back
            self.app.say(say(done, "", self.desk.texts))

    def action_save(self) -> None:
        from briefing.dossier.page.pieces import headline_of
        from briefing.page.formats import OF_DOSSIERS, PageFormat, dossier_renderer
        from briefing.page.saving import path_of_title
        from tui.saving.save import SaveScreen

        dossier = self.dossier

        def render(form: PageFormat) -> str | bytes:
            return dossier_renderer(form)(dossier)

        path = path_of_title(dossier.composition.headline or headline_of(dossier))
        ask = SaveScreen(render, path, forms=OF_DOSSIERS, on_saved=self.desk.note_saved)
        self.app.push_screen(ask)
