"""The application: what it opens, which screens there are, and how it ends."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from briefing.corrections.corrector import Corrector
from briefing.errors import ReadError
from briefing.model import Article, Briefing, Span
from briefing.options import DEFAULT_SUMMARY_LENGTH, Options
from briefing.sanitize import one_line
from tui.analyses import Analyses
from tui.base_app import BaseApp
from tui.commands import NO_KEYMAP, Keymap, bindings
from tui.ending import end_soon, take_signals
from tui.messages import AnalysisChanged
from tui.services import FeedService, Shelf, Sources
from tui.session_state import Remembered
from tui.settings import Settings

if TYPE_CHECKING:
    from briefing.names_file import NamesFile
    from tui.analyses import AnalysisJob, Submit, Unseen


GIVE_THEM = "nothing is opened here; give the articles on the command line"
LONGEST_SHOWN = 40


class _Nothing:
    """Sources of a program that is given articles only."""

    def open(self, source: str, **_: object) -> Sequence[Article | ReadError]:
        return (ReadError(f"cannot read {one_line(source)}: {GIVE_THEM}"),)

    def open_text(self, text: str) -> Sequence[Article | ReadError]:
        return self.open(text[:LONGEST_SHOWN])


class BriefApp(BaseApp):
    """Reads articles beside their briefings.

    Args:
        articles: The articles to read; without any, the start screen opens.
        submit: Starts an analysis; see `briefing.engine`.
        cached: Finished briefings by the number of their article.
        library: What was read before, or None.
        unseen: Starts analyses of articles that are not on the screen; None if `submit` does.
        corrector: Makes and gives the reader's corrections; without one, they last as long as the
            program.
        names: The reader's file of names, or None where it is left out.
        feeds: Gives the feeds, or None.
        feed: Address of a feed to show at first.
        options: How to analyze.
        sources: Opens what the user gives.
        summary_length: Sentences of a summary, until the reader wants another number.
        theme: Name of the theme to begin with; without it, that of the settings, else the one
            chosen last.
        settings: What the user chose once and for all.
        keymap: Command ids and the keys that they have instead of their own.
        remembered: What is remembered of earlier runs.
        problems: What to tell the user when the screen is there.
        at_first_frame: Called when the screen has been drawn for the first time.
        first_screen: Makes the screen that opens first, where it is neither of these.
    """

    TITLE = "brief"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(
        self,
        articles: Sequence[Article],
        submit: Submit,
        *,
        cached: Mapping[int, Briefing] | None = None,
        library: Shelf | None = None,
        corrector: Corrector | None = None,
        unseen: Unseen | None = None,
        names: NamesFile | None = None,
        feeds: FeedService | None = None,
        feed: str | None = None,
        options: Options | None = None,
        sources: Sources | None = None,
        summary_length: int = DEFAULT_SUMMARY_LENGTH,
        theme: str | None = None,
        settings: Settings | None = None,
        keymap: Keymap = NO_KEYMAP,
        remembered: Remembered | None = None,
        problems: Sequence[str] = (),
        at_first_frame: Callable[[], object] | None = None,
        first_screen: Callable[[], Screen[None]] | None = None,
    ) -> None:
        super().__init__(library, theme, settings, keymap, remembered)
        self.articles = tuple(articles)
        self.options = options or Options()
        self.summary_length = summary_length
        self._submit = submit
        self.corrector = corrector or Corrector()
        self._unseen = unseen
        self.names = names
        self.feeds = feeds
        self._first_feed = feed
        self._cached = dict(cached or {})
        self._sources = sources or _Nothing()
        self._analyses: list[Analyses] = []
        self._problems = tuple(problems)
        self._at_first_frame = at_first_frame
        self._first_screen = first_screen

    def get_default_screen(self) -> Screen[None]:
        if self._first_screen:
            return self._first_screen()
        if self.articles:
            return self._reader(self.articles, self._cached)
        if self._first_feed and self.feeds:
            from tui.feeds.screen import FeedsScreen

            return FeedsScreen(self._first_feed)
        from tui.screens.start import LibraryScreen

        return LibraryScreen()

    def _reader(
        self,
        articles: Sequence[Article],
        cached: Mapping[int, Briefing],
        at: Span | None = None,
    ) -> Screen[None]:
        from tui.reader.screen import ReaderScreen

        screen: ReaderScreen
        analyses = Analyses(
            articles,
            self._submit,
            self.options,
            self.summary_length,
            cached,
            self.corrector,
            lambda number: screen.post_message(AnalysisChanged(number)),
            self._unseen,
        )
        self._analyses.append(analyses)
        screen = ReaderScreen(analyses, at)
        return screen

    def on_load(self) -> None:
        """End in good order when the system asks for it, so that the terminal is restored."""
        take_signals(self._end)

    def on_ready(self) -> None:
        if self._at_first_frame:
            self.call_after_refresh(self._at_first_frame)
        if self._problems:
            self.call_after_refresh(self.say, "\n".join(self._problems), failed=True)

    def take_up_again(self) -> None:
        take_signals(self._end)

    def _end(self, status: int) -> None:
        end_soon(status)
        self.exit(return_code=status)

    def on_unmount(self) -> None:
        for analyses in self._analyses:
            analyses.stop()
        self.remembered.save()

    @property
    def sources(self) -> Sources:
        return self._sources

    def analysis_of(self, article: Article) -> AnalysisJob:
        submit = self._unseen.submit_unseen if self._unseen else self._submit
        return submit(article, self.options, None)

    def with_corrections(self, briefing: Briefing) -> Briefing:
        corrections = self.corrector.of(briefing.article)
        if not corrections:
            return briefing
        from briefing.corrections.laying import corrected

        return corrected(briefing, corrections)

    def open_articles(self, articles: Sequence[Article], at: Span | None = None) -> None:
        """Show articles beside those of the reader that is open, if there is one."""
        from tui.reader.screen import ReaderScreen

        stack = self.screen_stack
        reader = next((one for one in reversed(stack) if isinstance(one, ReaderScreen)), None)
        if reader is None:
            self.push_screen(self._reader(articles, {}, at))
            return
        for _ in stack[stack.index(reader) + 1 :]:
            self.pop_screen()
        reader.call_later(reader.open_articles, articles, at)

    def show_feeds(self, feed: str | None = None) -> None:
        from tui.feeds.screen import FeedsScreen

        if self.feeds is None:
            self.say("there are no feeds here; leave, and start brief anew")
        elif feed is not None or not isinstance(self.screen, FeedsScreen):
            self.push_screen(FeedsScreen(feed))

    # Commands

    def action_feeds(self) -> None:
        self.show_feeds()

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def action_start(self) -> None:
        from tui.screens.start import LibraryScreen

        self.push_screen(LibraryScreen(typing=True))
