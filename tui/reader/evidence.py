"""What of the article is lit, whose row it stands for, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model import Span
from tui.commands import PANES
from tui.reader.state import Visit
from tui.widgets.frame import set_frame_words
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from tui.reader.mark_index import Mark, Marks
    from tui.reader.view import ReaderView


class Evidence:
    """Ties the rows of the panes to the text that they stand on.

    Whose row is lit is part of the reader's state.
    """

    def __init__(self, screen: ReaderView) -> None:
        self._screen = screen
        self._marks: Marks | None = None
        self._loose: Row | None = None  # a row of a card, which is in no pane
        self._lit: Row | None = None

    def release(self) -> None:
        """Light nothing."""
        self.set_owner("")
        self.light()

    def rows_changed(self) -> None:
        """The panes have other rows than before."""
        self._marks = None

    @property
    def row(self) -> Row | None:
        """The row whose evidence is lit."""
        if self._loose or not self.owner:
            return self._loose
        return self._screen.pane(self.owner).row

    @property
    def span(self) -> Span | None:
        """The mention at which the reader is."""
        view = self._screen.article_view
        return view.lights.evidence[view.lights.current] if view.lights.evidence else None

    @property
    def owner(self) -> str:
        """The pane whose chosen row is lit, or ""."""
        return self._screen.state.owner

    def set_owner(self, pane: str) -> None:
        """Make a pane the one whose chosen row is lit."""
        self._loose = None
        self._screen.state = replace(self._screen.state, owner=pane)
        for name in PANES[1:] if self._screen.complete else ():
            self._screen.pane(name).set_holds_evidence(name == pane)

    def follow(self, pane: str) -> None:
        """Light the chosen row of a pane and show it, at the mention where it was lit already."""
        if self._has_row(pane):
            self.set_owner(pane)
            if self.row is self._lit:
                self._screen.article_view.reveal()
            else:
                self.light()

    def catch_up(self) -> None:
        """Make the row of the focused pane the lit one, whose message may still be on its way."""
        pane = self._screen.state.focused
        if (
            self._loose is None
            and self._has_row(pane)
            and self._lit is not self._screen.pane(pane).row
        ):
            self.follow(pane)

    def _has_row(self, pane: str) -> bool:
        screen = self._screen
        return screen.complete and pane in PANES[1:] and bool(screen.pane(pane).rows)

    def light(self, current: int = 0) -> None:
        """Light the spans of the row, and show one of them."""
        self._light(current)
        self._screen.article_view.reveal()

    def relight(self, *, follow: bool) -> None:
        """Light the row as it is now, at the same mention.

        Args:
            follow: Show what is lit instead, where that mention is gone; if not, the article
                stays where it is.
        """
        row, span = self.row, self.span
        self._light(row.spans.index(span) if row and span in row.spans else 0)
        if follow and self.span != span:
            self._screen.article_view.reveal()

    def _light(self, current: int) -> None:
        row, view = self.row, self._screen.article_view
        self._lit = row
        view.light(row.spans if row else (), current, row.also if row else ())
        count = len(view.lights.evidence)
        words = ""
        if row and row.name:
            words = row.name + (f" {view.lights.current + 1} of {count}" if count > 1 else "")
        set_frame_words(view, words)

    def show(self, row: Row) -> None:
        """Light a row that is in no pane."""
        self._loose = row
        self.light()

    def choose(self, mark: Mark) -> None:
        """Choose the row of a mark, at that very mention, and leave the focus where it is."""
        self.set_owner(mark.pane)
        pane = self._screen.pane(mark.pane)
        pane.point_at(mark.row)
        spans = pane.rows[mark.row].spans
        self.light(spans.index((mark.start, mark.end)))
        self._screen.put_beside(mark.pane)

    # From mention to mention

    def step(self, step: int) -> None:
        """To another mention of the row, or of what has no mentions to another row."""
        row = self.row
        if row is None:
            return
        if len(row.spans) > 1:
            view = self._screen.article_view
            self.light((view.lights.current + step) % len(row.spans))
        elif row.name:
            self._screen.app.say(f"{row.name} is named only once")
        elif self._loose is None:
            pane = self._screen.pane(self.owner)
            pane.choose(pane.index + step)

    @property
    def marks(self) -> Marks:
        """The spans of all rows of all panes."""
        if self._marks is None:
            from tui.reader.mark_index import Marks

            panes = PANES[1:] if self._screen.complete else ()
            self._marks = Marks({name: self._screen.pane(name).rows for name in panes})
        return self._marks

    def walk(self, step: int) -> None:
        """To the next or the last mark of the article; the first one in view to begin with."""
        view, span = self._screen.article_view, self.span
        first, last = view.in_view
        if span is None or not first <= span[0] < last:
            at = first - 1 if step > 0 else last
        else:
            at = span[0]
        mark = self.marks.after(at) if step > 0 else self.marks.before(at)
        if mark is not None:
            self.choose(mark)

    # There and back

    @property
    def here(self) -> Visit:
        """Where the reader is."""
        screen, view = self._screen, self._screen.article_view
        row = screen.pane(self.owner).row if self.owner else None
        return Visit(screen.state.focused, self.owner, row, view.lights.current, view.place)

    def resume(self, visit: Visit) -> None:
        """Light what was lit at a visit, and show the article from where it was read."""
        self.set_owner(visit.owner)
        if visit.owner:
            self._screen.pane(visit.owner).point_at_same(visit.row)
        self._light(visit.mention)
        self._screen.article_view.place = visit.top
        self._screen.update_bars()
