"""The reader's screen: what is on it, and what it shows of an article as results come.

It is longer than other modules because Textual calls all of these methods on one class.
"""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import Reactive
from textual.widget import Widget

from briefing.model import Article, Briefing, Span
from tui.analyses import Analyses, Analysis
from tui.article.view import ArticleView
from tui.commands import ARTICLES, PANES
from tui.composing.live import LivePage
from tui.composing.page_view import PageView
from tui.messages import AnalysisChanged
from tui.panes.registry import EVIDENCE_PANES
from tui.reader.arrangement import ScreenLayout, arrangement_for, layout_of
from tui.reader.drawing import draw_bars, draw_layout
from tui.reader.evidence import Evidence
from tui.reader.narrowing import narrowed_briefing, subject_of
from tui.reader.searching import Search
from tui.reader.state import (
    Exit,
    ReaderState,
    Subject,
    Visit,
    exit_of,
    remembering,
    with_article,
    with_beside,
    with_focus,
)
from tui.reader.suggesting import OpenStories
from tui.screens.leaving import LeftOnce
from tui.widgets.bar import Bar
from tui.widgets.row_list import RowList
from tui.widgets.rows import Row
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from tui.base_app import BaseApp
    from tui.panes.articles import ArticlesList
    from tui.panes.base import EvidencePane


class ReaderView(LeftOnce[None], SelectsInOneView[None], inherit_bindings=False):
    """One of the open articles with its briefing, as far as that has come.

    Attributes:
        analyses: Of all open articles.
        state: What is shown; the screen draws it.
        complete: The panes are there; they come after the first frame.
        article_view: The article's widget.
        page_view: That of the page, which may stand in its place.
        live: Keeps the page up to date.
        evidence: What of the article is lit.
        search: What is searched for.
    """

    AUTO_FOCUS = "#article"
    focused = Reactive[Widget | None](None, repaint=False)  # panes draw their own focus

    app: BaseApp

    def __init__(self, analyses: Analyses, at: Span | None = None) -> None:
        """Make the screen.

        Args:
            analyses: Of all open articles.
            at: Where in the first of them to begin, as where words were found; None for the place
                where it was left.
        """
        super().__init__()
        self._at = at
        self.analyses = analyses
        self.state = ReaderState()
        self.stories = OpenStories(self, self._open_articles, self._show_stories)
        self.complete = False
        self.article_view = ArticleView(id="article", text_width=self.app.settings.text_width)
        self.page_view = PageView(id="page")
        self.live = LivePage(self)
        self.evidence = Evidence(self)
        self.search = Search(self, self.evidence)
        self._panes: dict[str, EvidencePane] = {}
        self._drawn: tuple[ScreenLayout, bool, bool] | None = None
        self._left: dict[int, tuple[Visit | None, Subject | None]] = {}

    @property
    def analysis(self) -> Analysis:
        """The analysis of the article that is shown."""
        return self.analyses[self.state.number]

    @property
    def several(self) -> bool:
        """True if there is more than one article, and so a list of them."""
        return len(self.analyses) > 1

    @property
    def panes(self) -> tuple[str, ...]:
        """The names of all panes, in the order of their places."""
        return (ARTICLES, *PANES) if self.several else PANES

    @property
    def evidence_panes(self) -> Collection[EvidencePane]:
        """The widgets of the panes beside the article, as far as they are there."""
        return self._panes.values()

    def pane(self, name: str) -> EvidencePane:
        """The widget of a pane other than the article."""
        return self._panes[name]

    def rows(self, name: str) -> RowList:
        """The list of a pane other than the article; that of the articles is one too."""
        return self.query_one(f"#{ARTICLES}", RowList) if name == ARTICLES else self.pane(name)

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        yield Bar(id="tabs")
        with Container(id="body"):
            if self.several:
                yield self._articles_list()
            yield self.article_view
            yield self.page_view
            yield Container(id="panes")
        yield Bar(id="footer")

    @property
    def briefing(self) -> Briefing:
        """What is shown of it: all that was found, or what concerns one actor or place."""
        briefing = self.analysis.briefing
        return narrowed_briefing(briefing, self.state.only, self.analysis.length)

    def _articles_list(self) -> ArticlesList:
        from tui.panes.articles import ArticlesList

        return ArticlesList(self.analyses, id=ARTICLES)

    @property
    def articles_list(self) -> ArticlesList:
        """The list of the open articles, where there is one."""
        from tui.panes.articles import ArticlesList

        return self.query_one(ArticlesList)

    def on_mount(self) -> None:
        self._arrange()
        self.show_article()
        self.show_found(self._at)
        self.call_after_refresh(self._complete)

    async def _complete(self) -> None:
        """Put in the panes and ask for the analysis, once the article is there to be read."""
        from tui.panes.base import make_widget

        if not self.query_one("#panes").is_attached:  # the program was left before
            return
        self._panes = {spec.name: make_widget(spec) for spec in EVIDENCE_PANES}
        await self.query_one("#panes").mount(*self._panes.values())
        self.complete = True
        self._arrange()
        self.analyses.request(self.state.number)
        self._update_list()
        self.show_briefing()
        self.stories.begin()

    def _open_articles(self) -> list[Article]:
        return [analysis.article for analysis in self.analyses.all]

    def _show_stories(self) -> None:
        self.articles_list.stories = self.stories.stories
        self._update_list()
        self.update_bars()

    def _update_list(self) -> None:
        if self.several:
            self.articles_list.show_progress(self.state.number)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.complete and super().check_action(action, parameters)

    def show_article(self) -> None:
        """Show the article of the state, as it was left."""
        visit, _ = self._left.get(self.state.number, (None, None))
        if self.search.state.pane != ARTICLES:  # which goes on from article to article
            self.search.clear()
        self.evidence.release()
        self.evidence.rows_changed()
        article = self.analysis.article
        self.article_view.show(article, self.app.remembered.place(article))
        if self.complete:
            self.show_briefing()
            if visit is not None:
                self.evidence.resume(visit)
                if self.state.focused in PANES[1:]:
                    self.evidence.set_owner(self.state.focused)
                    self.evidence.relight(follow=False)
                    self.update_bars()
        else:
            self.update_bars()
        self._update_list()

    def show_briefing(self, *, follow: bool = False) -> None:
        """Show what was found, as far as it has come.

        Args:
            follow: The article goes along where the lit row is another one then.
        """
        analysis, briefing = self.analysis, self.briefing
        for pane in self._panes.values():
            pane.narrowed_to = self.state.only_name
            if analysis.has(pane.spec.stage):
                pane.show(briefing)
            else:
                pane.set_state("failed" if analysis.state == "failed" else "loading")
        if analysis.found is not None:
            self.article_view.mark(briefing)
        self.search.rows_changed()
        self.evidence.rows_changed()
        if self.evidence.owner:
            self.evidence.relight(follow=follow)
        self.update_bars()
        self.call_after_refresh(self.live.show)

    def update_bars(self) -> None:
        """Write header, tabs and footer anew."""
        draw_bars(self)

    def on_screen_suspend(self) -> None:
        self.update_bars()

    def on_screen_resume(self) -> None:
        self.update_bars()

    def way_out(self) -> Exit:
        """What the key that leaves would end."""
        return exit_of(
            self.state,
            searching=bool(self.search.query),
            on_top=len(self.app.screen_stack) > 1,
        )

    def on_analysis_changed(self, message: AnalysisChanged) -> None:
        self.analyses.update()
        self._update_list()
        if self.complete:
            self.analyses.request_next(self.state.number)
        if message.number == self.state.number and self.complete:
            self.show_briefing()
            if self.analysis.state == "failed":
                self.app.say(self.analysis.error, failed=True)

    def on_resize(self) -> None:
        self._arrange()
        self.update_bars()

    def _arrange(self) -> None:
        """Show and hide panes as the state has them at the present size."""
        width, height = self.app.size
        share = self.app.remembered.share(arrangement_for(width, height))
        layout = layout_of(self.state, width, height, share, several=self.several)
        drawn = layout, self.complete, self.state.page
        if drawn == self._drawn:  # to show what is shown draws all anew
            return
        self._drawn = drawn
        draw_layout(self, layout)

    @property
    def panes_in_view(self) -> frozenset[str]:
        """The panes that are on the screen."""
        return self._drawn[0].shown if self._drawn else frozenset()

    def put_beside(self, name: str) -> None:
        """Show a pane with the article where there is room for one, and leave the focus."""
        self.state = with_beside(self.state, name)
        self._arrange()
        self.update_bars()

    def go_to(self, name: str) -> None:
        """Give the focus to a pane, and show it where it is not."""
        self.state = with_focus(self.state, name)
        self._arrange()
        widget = "page" if name == "article" and self.state.page else name
        self.set_focus(self.query_one(f"#{widget}", Widget))
        self.evidence.follow(name)  # and not when the focus comes, which would be a frame later
        self.update_bars()

    def visit(self, name: str) -> None:
        """Go to a pane that the reader chose; where the article was read can be returned to."""
        if self.state.focused == "article" != name:
            self.leave_for(name)
        else:
            self.go_to(name)

    # There and back

    def remember(self, visit: Visit) -> None:
        """Have the key that goes back lead to a visit."""
        self.state = remembering(self.state, visit)

    def leave_for(self, pane: str, left: Visit | None = None) -> None:
        """Go to a pane, and remember the way back.

        Args:
            pane: Where to go.
            left: What to come back to, if that is not where the reader is now.
        """
        self.remember(left or self.evidence.here)
        self.go_to(pane)

    def return_to(self, visit: Visit) -> None:
        """Have everything as it was at a visit."""
        self.go_to(visit.pane)
        self.call_after_refresh(self.evidence.resume, visit)  # the focus lights its row before

    def catch_up(self) -> None:
        """Act on the row that is chosen, whose message may still be on its way."""
        if self.state.focused == ARTICLES:
            self.open_number(self.rows(ARTICLES).index)
        self.evidence.catch_up()

    # Narrowing

    @property
    def subject(self) -> Subject | None:
        """The actor or place that the lit row is about."""
        return subject_of(self.analysis.briefing, self.evidence.row)

    def narrow_to(self, item: Subject | None) -> None:
        """Show what concerns an actor or place only, or everything again."""
        self.state = replace(self.state, only=item)
        self.show_briefing(follow=True)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        widget = event.widget
        if widget is not self.focused:  # it has lost the focus again before this was told
            return
        name = "article" if widget is self.page_view else widget.id
        if name in self.panes and name != self.state.focused:
            self.visit(name)

    def _keep_place(self) -> None:
        self.app.remembered.keep_place(self.analysis.article, self.article_view.place)

    def on_unmount(self) -> None:
        self.stories.stop()  # the program waits for its threads when it ends
        self._keep_place()

    def show_found(self, span: Span | None) -> None:
        """Light what was found in the article, which is in no pane, and go there."""
        if span is not None:
            self.evidence.show(Row(draw=lambda *_: [], spans=(span,), name="found"))
            self.update_bars()

    async def open_articles(self, articles: Sequence[Article], at: Span | None = None) -> None:
        """Show more articles beside those that are open, the first of them at once."""
        number, *_ = [self.analyses.add(article) for article in articles]
        if self.several and not self.query(f"#{ARTICLES}"):
            await self.query_one("#body").mount(self._articles_list(), before=0)
            self._arrange()
        self.open_number(number)
        self.stories.begin()
        if at is not None:
            self.go_to("article")
            self.show_found(at)

    def open_number(self, number: int) -> None:
        """Show another of the open articles."""
        if number != self.state.number and 0 <= number < len(self.analyses):
            self._keep_place()
            self._left[self.state.number] = (self.evidence.here, self.state.only)
            _, only = self._left.get(number, (None, None))
            self.state = with_article(self.state, number, only)
            self.analyses.request(number)
            self.show_article()
