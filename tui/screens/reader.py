"""The reader: the article, and beside it the panes whose rows are evidence in it."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from briefing.model import Briefing, Mention
from tui.analyses import Analyses, Analysis
from tui.arrangement import arrangement_for, panes_shown
from tui.commands import PANES, Scope, bindings
from tui.messages import AnalysisMoved, RowChosen, RowEntered
from tui.screens.reader_bars import footer_items, header_line, tab_line
from tui.widgets.actors import ActorsPane
from tui.widgets.article import ArticleView
from tui.widgets.bar import Bar
from tui.widgets.dates import DatesPane
from tui.widgets.locations import PlacesPane
from tui.widgets.pane import EvidencePane, paragraph_label
from tui.widgets.quotes import QuotesPane
from tui.widgets.row_list import Row
from tui.widgets.summary import SummaryPane

if TYPE_CHECKING:
    from tui.app import BriefApp


class Visit(Struct, frozen=True):
    """A place to come back to: a pane, its row and mention, and the article's top."""

    pane: str
    row: int
    mention: int
    top: int


class ReaderScreen(Screen[None], inherit_bindings=False):
    """Shows one of the open articles with its briefing, as far as that has come."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("reader"),
        Binding("ctrl+c,super+c", "screen.copy_text", "copy the selected text", show=False),
    ]
    AUTO_FOCUS = "#article"
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("reader", "app")

    app: BriefApp

    def __init__(self, analyses: Analyses, number: int = 0) -> None:
        super().__init__()
        self.analyses = analyses
        self.number = number
        self.focused_pane = "article"
        self.beside = "summary"
        self.zoomed = False
        self.complete = False  # the panes come after the first frame
        self.owner = ""  # the pane whose chosen row is lit in the article
        self.history: list[Visit] = []
        self._arranged: tuple[object, ...] = ()
        self._places: dict[int, int] = {}  # article number → its first character in view

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        yield Bar(id="tabs")
        with Container(id="body"):
            yield ArticleView(id="article")
            yield Container(id="panes")
        yield Bar(id="footer")

    # What is shown

    @property
    def analysis(self) -> Analysis:
        """The analysis of the article that is shown."""
        return self.analyses[self.number]

    @property
    def article_view(self) -> ArticleView:
        """The article's widget."""
        return self.query_one("#article", ArticleView)

    def pane(self, name: str) -> EvidencePane:
        """The widget of a pane other than the article."""
        return self.query_one(f"#{name}", EvidencePane)

    def on_mount(self) -> None:
        self._arrange()
        self._show_article()
        self.call_after_refresh(self._complete)

    async def _complete(self) -> None:
        """Put in the panes and ask for the analysis, once the article is there to be read."""
        await self.query_one("#panes").mount(
            SummaryPane(id="summary"),
            ActorsPane(id="actors"),
            PlacesPane(id="places"),
            QuotesPane(id="quotes"),
            DatesPane(id="when"),
        )
        self.complete = True
        self._arrange()
        self.analyses.want(self.number)
        self._show_briefing()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.complete and super().check_action(action, parameters)

    def _show_article(self) -> None:
        self.owner = ""
        self.history.clear()
        self.article_view.show(self.analysis.article, self._places.get(self.number, 0))
        if self.complete:
            for name in PANES[1:]:
                self.pane(name).index = 0
            self._show_briefing()
        else:
            self._say()

    def _show_briefing(self) -> None:
        analysis = self.analysis
        briefing = analysis.briefing
        for name in PANES[1:]:
            pane = self.pane(name)
            if analysis.has(name):
                pane.show(briefing)
            else:
                pane.set_state("failed" if analysis.state == "failed" else "loading")
        if analysis.found is not None:
            self.article_view.mark(briefing)
        if self.owner:
            self._light(self.article_view.current)
        self._say()

    def _say(self) -> None:
        """Write header, tabs and footer anew."""
        self.query_one("#header", Bar).set_line(
            *header_line(self.analysis, self.number, len(self.analyses), self.app.size.width - 1)
        )
        ready = [name for name in PANES[1:] if self.complete and self.analysis.has(name)]
        counts = {name: len(self.pane(name).rows) for name in ready}
        self.query_one("#tabs", Bar).set_items(
            tab_line(self.focused_pane, counts, self.app.size.width - 1)
        )
        items = footer_items(self.focused_pane, can_go_back=bool(self.history))
        self.query_one("#footer", Bar).set_items(items)

    def on_analysis_moved(self, message: AnalysisMoved) -> None:
        if message.number == self.number and self.complete:
            self._show_briefing()
            if self.analysis.state == "failed":
                self.app.say(self.analysis.error, failed=True)

    # How the panes stand

    def on_resize(self) -> None:
        self._arrange()
        self._say()

    def _arrange(self) -> None:
        size = self.app.size
        state = (size, self.focused_pane, self.beside, self.zoomed, self.complete)
        if state == self._arranged:
            return
        self._arranged = state
        arrangement = arrangement_for(size.width, size.height)
        shown = panes_shown(arrangement, self.focused_pane, self.beside, zoomed=self.zoomed)
        for kind in ("wide", "side", "stacked", "single"):
            self.set_class(kind == arrangement, f"-{kind}")
        self.set_class(size.height < 10, "-low")
        self.set_class(self.zoomed, "-zoomed")
        self.query_one("#panes").display = bool(shown - {"article"})
        for name in PANES:
            for widget in self.query(f"#{name}"):
                widget.display = name in shown

    def go_to(self, name: str) -> None:
        """Give the focus to a pane, and show it where it is not."""
        self.focused_pane = name
        if name != "article":
            self.beside = name
        self._arrange()
        self.set_focus(self.query_one(f"#{name}", Widget))
        self._say()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES and event.widget.id != self.focused_pane:
            self.go_to(event.widget.id)

    def action_pane(self, name: str) -> None:
        self.go_to(name)

    def action_next_pane(self, step: int) -> None:
        self.go_to(PANES[(PANES.index(self.focused_pane) + step) % len(PANES)])

    def action_zoom(self) -> None:
        self.zoomed = not self.zoomed
        self.go_to(self.focused_pane)

    # Evidence

    def _row(self) -> Row | None:
        rows = self.pane(self.owner).rows if self.owner else ()
        return rows[self.pane(self.owner).index] if rows else None

    def _light(self, current: int = 0) -> None:
        row = self._row()
        view = self.article_view
        view.light(row.spans if row else (), current, row.also if row else ())
        count = len(view.evidence)
        words = ""
        if row and row.name:
            words = row.name + (f" {view.current + 1} of {count}" if count > 1 else "")
        view.border_subtitle = Content(words)

    def on_row_chosen(self, message: RowChosen) -> None:
        if message.pane not in PANES:
            return
        before, self.owner = self.owner, message.pane
        if before != self.owner:
            for name in PANES[1:]:
                self.pane(name).set_holds_evidence(name == self.owner)
        self._light()

    def on_row_entered(self, message: RowEntered) -> None:
        view = self.article_view
        self.history.append(Visit(message.pane, message.index, view.current, view.place))
        self.zoomed = False
        self.go_to("article")
        view.reveal()

    def action_back(self) -> None:
        if not self.history:
            return
        visit = self.history.pop()
        self.go_to(visit.pane)
        self.pane(visit.pane).choose(visit.row)
        self.article_view.place = visit.top
        self.call_after_refresh(self._light, visit.mention)

    def action_leave(self) -> None:
        if self.zoomed:
            self.action_zoom()
        elif self.history and self.focused_pane == "article":
            self.action_back()
        elif self.focused_pane != "article":
            self.go_to("article")
        elif self.owner:
            self.pane(self.owner).set_holds_evidence(False)
            self.owner = ""
            self._light()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_mention(self, step: int) -> None:
        row = self._row()
        if row is None:
            return
        view = self.article_view
        if len(row.spans) > 1:
            self._light((view.current + step) % len(row.spans))
        else:
            self.pane(self.owner).action_line_down() if step > 0 else self.pane(
                self.owner
            ).action_line_up()

    def chosen_span(self) -> Mention | None:
        """The current evidence, or None."""
        view = self.article_view
        return view.evidence[view.current] if view.evidence else None

    def action_copy(self) -> None:
        span = self.chosen_span()
        if span is None:
            self.app.say("nothing is chosen; choose a row of a pane first")
            return
        article = self.analysis.article
        label = paragraph_label(article, span[0])
        source = " · ".join(part for part in (article.title, article.source, label) if part)
        self.app.copy_to_clipboard(f"“{article.text[slice(*span)]}”\n{source}\n")
        self.app.say("sent to the clipboard")

    # The summary's length, other articles, saving

    def _lengthen(self, step: int) -> None:
        analysis = self.analysis
        length = max(1, min(analysis.length + step, max(analysis.longest, 1)))
        if analysis.longest and length != analysis.length:
            analysis.length = length
            self.pane("summary").show(analysis.briefing)
            if self.owner == "summary":
                self._light()

    def action_longer(self) -> None:
        self._lengthen(1)

    def action_shorter(self) -> None:
        self._lengthen(-1)

    def action_article(self, step: int) -> None:
        target = self.number + step
        if 0 <= target < len(self.analyses):
            self._places[self.number] = self.article_view.place
            self.number = target
            self.analyses.want(target)
            self._show_article()

    def action_retry(self) -> None:
        if self.analysis.state in ("failed", "waiting"):
            self.analyses.want(self.number)
            self._show_briefing()

    def finished(self) -> Briefing | None:
        """The briefing, once all of it is there."""
        return self.analysis.briefing if self.analysis.state == "done" else None

    def action_save(self) -> None:
        briefing = self.finished()
        if briefing is None:
            self.app.say("the briefing is not finished yet; save it when it is")
            return
        from tui.screens.save import SaveScreen

        self.app.push_screen(SaveScreen(briefing))
