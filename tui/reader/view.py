"""The reader's screen: what stands on it, and what it shows of an article as that comes."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import Reactive
from textual.widget import Widget

from briefing.model import Actor, Article, Briefing, Location
from tui.analyses import Analyses
from tui.command_spec import Command
from tui.commands import ARTICLES, COMMANDS, PANES, keys_of
from tui.messages import AnalysisChanged
from tui.panes.articles import ArticlesList
from tui.panes.registry import EVIDENCE_PANES
from tui.reader.bars import footer_items, header_line, key_items, tab_line
from tui.reader.base import Stage, keys_above
from tui.reader.evidence import Evidence, Visit
from tui.reader.narrowing import Narrowing
from tui.reader.pane_layout import Placing
from tui.reader.searching import Search
from tui.widgets.bar import Bar


class ReaderView(Stage, inherit_bindings=False):
    """One of the open articles with its briefing, as far as that has come.

    Attributes:
        evidence: What of the article is lit, and the way back.
        narrowing: The actor or place that everything is narrowed to.
        placing: How the panes stand.
        search: What is searched for.
    """

    AUTO_FOCUS = "#article"
    focused = Reactive[Widget | None](None, repaint=False)  # panes draw their own focus

    def __init__(self, analyses: Analyses, number: int = 0) -> None:
        super().__init__(analyses, number)
        self.evidence = Evidence(self)
        self.narrowing = Narrowing(self, self.evidence)
        self.placing = Placing(self)
        self.search = Search(self, self.evidence)
        self._left: dict[int, tuple[Visit | None, Actor | Location | None]] = {}

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        yield Bar(id="tabs")
        with Container(id="body"):
            if self.several:
                yield ArticlesList(self.analyses, id=ARTICLES)
            yield self.article_view
            yield Container(id="panes")
        yield Bar(id="footer")

    @property
    def briefing(self) -> Briefing:
        """What is shown of it: all that was found, or what concerns one actor or place."""
        briefing = self.analysis.briefing
        return self.narrowing.applied(briefing, self.analysis.length)

    def on_mount(self) -> None:
        self.placing.arrange()
        self.show_article()
        self.call_after_refresh(self._complete)

    async def _complete(self) -> None:
        """Put in the panes and ask for the analysis, once the article is there to be read."""
        from tui.panes.base import make_widget

        self._panes = {spec.name: make_widget(spec) for spec in EVIDENCE_PANES}
        await self.query_one("#panes").mount(*self._panes.values())
        self.complete = True
        self.placing.arrange()
        self.analyses.request(self.number)
        self._tell_list()
        self.show_briefing()

    def _tell_list(self) -> None:
        if self.several:
            self.query_one(ArticlesList).tell(self.number)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.complete and super().check_action(action, parameters)

    def show_article(self) -> None:
        visit, self.narrowing.only = self._left.get(self.number, (None, None))
        if self.search.pane != ARTICLES:  # which goes on from article to article
            self.search.clear()
        self.evidence.forget()
        article = self.analysis.article
        self.article_view.show(article, self.app.remembered.place(article))
        if self.complete:
            self.show_briefing()
            if visit is not None:
                self.evidence.resume(visit)
                if self.focused_pane in PANES[1:]:
                    self.evidence.own(self.focused_pane)
                    self.evidence.relight(follow=False)
                    self.say_where()
        else:
            self.say_where()
        self._tell_list()

    def show_briefing(self, *, follow: bool = False) -> None:
        analysis, briefing = self.analysis, self.briefing
        for name in PANES[1:]:
            pane = self.pane(name)
            pane.narrowed_to = self.narrowing.name
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
        self.say_where()

    def say_where(self) -> None:
        width = self.app.size.width - 1
        only, keymap = self.narrowing.name, self.app.keymap
        header = header_line(self.analysis, self.number, len(self.analyses), width, only, keymap)
        self.query_one("#header", Bar).set_line(*header)
        ready = [s for s in EVIDENCE_PANES if self.complete and self.analysis.has(s.stage)]
        counts = {spec.name: len(self.pane(spec.name).rows) for spec in ready}
        self.query_one("#tabs", Bar).set_items(tab_line(self.focused_pane, counts, width))
        above = keys_above(self)
        items = (
            footer_items(
                self.focused_pane,
                self.idle(),
                self.search.words(),
                self.way_out(),
                keymap,
                reordered=self._reordered,
            )
            if above is None
            else key_items(above)
        )
        self.query_one("#footer", Bar).set_items(items)

    def on_screen_suspend(self) -> None:
        self.say_where()

    def on_screen_resume(self) -> None:
        self.say_where()

    @property
    def _reordered(self) -> bool:
        pane = self._panes.get(self.focused_pane)
        return pane is not None and pane.reordered

    def way_out(self) -> str:
        """What escape would leave, or "" where that goes without saying."""
        if self.search.query:
            return "end search"
        if self.placing.zoomed:
            return "all panes"
        if self.narrowing.name:
            return "show all"
        below = self.app.screen_stack[-2:-1]
        leaves = below and self.focused_pane == "article" and not self.evidence.owner
        return "start screen" if leaves else ""

    def idle(self) -> set[str]:
        """Commands that would do nothing now, and are not worth a place in the footer."""
        own, refused = self._pane_commands()
        taken = set[str]().union(*(keys_of(command, self.app.keymap) for command in own))
        idle = {command.id for command in refused}
        idle |= {
            command.id
            for command in COMMANDS
            if command.scope == "reader" and keys_of(command, self.app.keymap) & taken
        }
        applies = {
            "back": bool(self.evidence.history) and self.focused_pane == "article",
            "next-mention": bool(self.evidence.owner or self.search.query),
            "only": not self.narrowing.name and self.narrowing.subject is not None,
            "articles": self.several,
            "save-all": self.several,
            "mark-after": self.focused_pane == "article",
            "retry": self.analysis.state == "failed",
        }
        return idle | {name for name, now in applies.items() if not now}

    def _pane_commands(self) -> tuple[list[Command], list[Command]]:
        """The focused pane's own commands: those that would do something now, and the others."""
        pane = self._panes.get(self.focused_pane)
        if pane is None:
            return [], []
        own: list[Command] = []
        refused: list[Command] = []
        for command in pane.spec.commands:
            name = command.action.partition("(")[0]
            (own if pane.check_action(name, ()) else refused).append(command)
        return own, refused

    def on_analysis_changed(self, message: AnalysisChanged) -> None:
        self.analyses.update()
        self._tell_list()
        if self.complete:
            self.analyses.request_next(self.number)
        if message.number == self.number and self.complete:
            self.show_briefing()
            if self.analysis.state == "failed":
                self.app.say(self.analysis.error, failed=True)

    def on_resize(self) -> None:
        self.placing.arrange()
        self.say_where()

    def put_beside(self, name: str) -> None:
        if name in PANES[1:]:
            self.placing.beside = name
            self.placing.arrange()
        self.say_where()

    def go_to(self, name: str) -> None:
        self.focused_pane = name
        if name in PANES[1:]:
            self.placing.beside = name
        self.placing.arrange()
        self.set_focus(self.query_one(f"#{name}", Widget))
        self.evidence.follow(name)  # and not when the focus comes, which would be a frame later
        self.say_where()

    def visit(self, name: str) -> None:
        """Go to a pane that the reader chose; where the article was read can be returned to."""
        if self.focused_pane == "article" != name:
            self.evidence.leave_for(name)
        else:
            self.go_to(name)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in self.panes and event.widget.id != self.focused_pane:
            self.visit(event.widget.id)

    def _keep_place(self) -> None:
        self.app.remembered.keep_place(self.analysis.article, self.article_view.place)

    def on_unmount(self) -> None:
        self._keep_place()

    async def open_article(self, article: Article) -> None:
        number = self.analyses.add(article)
        if self.several and not self.query(f"#{ARTICLES}"):
            await self.query_one("#body").mount(ArticlesList(self.analyses, id=ARTICLES), before=0)
            self.placing.arrange()
        self.open_number(number)

    def open_number(self, number: int) -> None:
        """Show another of the open articles."""
        if number != self.number and 0 <= number < len(self.analyses):
            self._keep_place()
            self._left[self.number] = (self.evidence.here, self.narrowing.only)
            self.number = number
            self.analyses.request(number)
            self.show_article()
