"""Choosing words of the article by keyboard."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.model import Briefing, Span
from tui.article.view import ArticleView
from tui.article.words import Chosen, word_after, word_before
from tui.command_spec import Scope
from tui.screens.leaving import LeftOnce

STEPS = {
    "left,h": "word(-1)",
    "right,l": "word(1)",
    "up,k": "row(-1)",
    "down,j": "row(1)",
    "shift+left,H": "word(-1,True)",
    "shift+right,L": "word(1,True)",
    "shift+up,K": "row(-1,True)",
    "shift+down,J": "row(1,True)",
}


class ChooseScreen(ModalScreen[Span], LeftOnce[Span], inherit_bindings=False):
    """Shows chosen words in the article below it, and changes them. Gives their span.

    Args:
        view: The article's widget.
        briefing: Of the article, for its sentences.
        first: What is chosen to begin with.
    """

    CSS = """
    ChooseScreen { align: left bottom; background: transparent; }
    ChooseScreen Static { width: 100%; height: 1; background: $chosen; color: $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, action, "go on", show=False) for keys, action in STEPS.items()),
        Binding("space,v", "grow", "keep what is chosen, and choose more", show=False),
        Binding("s", "sentence", "the whole sentence", show=False),
        Binding("enter,e", "take", "what to do with these words", show=False),
        Binding("y", "copy", "copy", show=False),
        Binding("escape,q", "cancel", "choose nothing", show=False),
    ]
    FOOTER: ClassVar[dict[str, str]] = {
        "← → ↑ ↓": "other words",
        "space": "more words",
        "s": "sentence",
        "enter": "what to do",
        "y": "copy",
        "esc": "leave",
    }
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ()

    def __init__(self, view: ArticleView, briefing: Briefing, first: Span) -> None:
        super().__init__()
        self._view = view
        self._briefing = briefing
        self.chosen = Chosen(first, first)

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def on_mount(self) -> None:
        self._show(self.chosen)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show, self.chosen)

    def _show(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._view.select(chosen.span)
        self._view.reveal(chosen.cursor)
        text = self._briefing.article.text
        count = len(text[slice(*chosen.span)].split())
        words = f"{count} word{'s' if count > 1 else ''} chosen"
        more = "; go on to choose more" if chosen.growing else ""
        self.query_one(Static).update(f" {words}{more}")

    def action_word(self, step: int, growing: bool = False) -> None:
        text, (start, end) = self._briefing.article.text, self.chosen.cursor
        word = word_after(text, end) if step > 0 else word_before(text, start)
        self._show(self.chosen.to(word, growing=growing))

    def action_row(self, step: int, growing: bool = False) -> None:
        word = self._view.word_beside(self.chosen.cursor, step)
        self._show(self.chosen.to(word, growing=growing))

    def action_grow(self) -> None:
        self._show(replace(self.chosen, growing=not self.chosen.growing))

    def action_sentence(self) -> None:
        at = self.chosen.cursor[0]
        sentences = self._briefing.sentences
        whole = next(((s.start, s.end) for s in sentences if s.start <= at < s.end), None)
        if whole:
            self._show(Chosen(whole, whole))

    def action_take(self) -> None:
        self.dismiss(self.chosen.span)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self._briefing.article.text[slice(*self.chosen.span)])

    def action_cancel(self) -> None:
        self._view.select(None)
        self.dismiss(None)
