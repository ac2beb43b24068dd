"""The reader's screen as those see it that serve it: evidence, narrowing, placing, searching."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from briefing.model import Article
from tui.analyses import Analyses, Analysis
from tui.article.view import ArticleView
from tui.commands import ARTICLES, PANES
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.base_app import BaseApp
    from tui.panes.base import EvidencePane


def keys_above(screen: Screen[Any]) -> Mapping[str, str] | None:
    """The keys of what lies above a screen, where it does not name them itself; None if nothing."""
    above = screen.app.screen_stack[-1:]
    if not above or above[0] is screen or screen not in screen.app.screen_stack:
        return None
    keys: Mapping[str, str] = getattr(above[0], "FOOTER", {})
    return keys


class Stage(Screen[None], inherit_bindings=False):
    """Which articles are open and which panes there are; what the panes show is not known here.

    Attributes:
        analyses: Of all open articles.
        number: Which of them is shown.
        focused_pane: The pane that has the focus.
        complete: Whether the panes are there; they come after the first frame.
        article_view: The article's widget.
    """

    app: BaseApp

    def __init__(self, analyses: Analyses, number: int = 0) -> None:
        super().__init__()
        self.analyses = analyses
        self.number = number
        self.focused_pane = "article"
        self.complete = False
        self.article_view = ArticleView(id="article", text_width=self.app.settings.text_width)
        self._panes: dict[str, EvidencePane] = {}

    @property
    def analysis(self) -> Analysis:
        """The analysis of the article that is shown."""
        return self.analyses[self.number]

    @property
    def several(self) -> bool:
        """Whether there is more than one article, and so a list of them."""
        return len(self.analyses) > 1

    @property
    def panes(self) -> tuple[str, ...]:
        """The names of all panes, in the order of their places."""
        return (ARTICLES, *PANES) if self.several else PANES

    def pane(self, name: str) -> EvidencePane:
        """The widget of a pane other than the article."""
        return self._panes[name]

    def rows(self, name: str) -> RowList:
        """The list of a pane other than the article, be it that of the articles."""
        return self.query_one(f"#{ARTICLES}", RowList) if name == ARTICLES else self.pane(name)

    # What the screen does when it is asked

    async def open_article(self, article: Article) -> None:
        """Show one more article beside those that are open."""
        raise NotImplementedError

    def go_to(self, name: str) -> None:
        """Give the focus to a pane, and show it where it is not."""
        raise NotImplementedError

    def put_beside(self, name: str) -> None:
        """Show a pane with the article where there is room for one, and leave the focus."""
        raise NotImplementedError

    def show_briefing(self, *, follow: bool = False) -> None:
        """Show what was found, as far as it has come.

        Args:
            follow: Whether the article goes along where the lit row is another one then.
        """
        raise NotImplementedError

    def say_where(self) -> None:
        """Write header, tabs and footer anew."""
        raise NotImplementedError
