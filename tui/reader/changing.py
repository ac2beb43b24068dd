"""What a user can do to the briefing in the reader: correct it, and compose its page."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from briefing.model import Span
    from tui.composing.flow import Composing
    from tui.correcting.flow import Corrections


class ChangingView(ReaderView, inherit_bindings=False):
    """A reader whose briefing can be changed."""

    # Correcting

    @property
    def _corrections(self) -> Corrections:
        from tui.correcting.flow import Corrections

        self.catch_up()
        return Corrections(self)

    def action_correct(self) -> None:
        self._corrections.open_menu()

    def action_choose_words(self) -> None:
        corrections = self._corrections
        self.live.close()
        self.go_to("article")
        corrections.choose_words()

    def action_change(self, name: str) -> None:
        self._corrections.make_by_id(name)

    def action_hidden_rows(self) -> None:
        self._corrections.list_hidden()

    def action_watch(self) -> None:
        self._corrections.watch()

    def action_undo(self) -> None:
        self._corrections.undo()

    def action_redo(self) -> None:
        self._corrections.redo()

    # The page

    @property
    def _composing(self) -> Composing:
        from tui.composing.article_desk import ArticleDesk
        from tui.composing.flow import Composing

        self.catch_up()
        return Composing(ArticleDesk(self))

    def action_page(self) -> None:
        if self.state.page:
            self.live.close()
        else:
            self.live.open()

    def action_sheet(self) -> None:
        self.live.turn()

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

    def show_span(self, span: Span, name: str) -> None:
        """Show words of the article that no pane lists."""
        from tui.widgets.rows import Row

        self.live.close()
        self.evidence.show(Row(draw=lambda _width, _limit: (), spans=(span,), name=name))
        self.leave_for("article")

    def chosen_passage(self) -> str:
        """What is chosen with where it stands: the sentence of a hit, or what is lit; or ""."""
        from tui.panes.base import passage

        self.catch_up()
        briefing, hit = self.analysis.briefing, self.search.state.hit
        span, row = self.evidence.span, self.evidence.row
        if hit is not None and self.state.focused == "article":
            from tui.details.rows import sentence_at

            return passage(briefing.article, sentence_at(briefing, hit[0]))
        if span is not None:
            return passage(briefing.article, span, row.item if row else None)
        return ""
