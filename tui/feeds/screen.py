"""The screen of feeds: their entries, latest first, or the feeds themselves."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from briefing.errors import LibraryError
from briefing.feeds.rows import FollowedFeed, KeptEntry
from briefing.feeds.values import NamedFeed
from briefing.sanitize import one_line
from briefing.web.addresses import shown_address
from tui.command_spec import Scope
from tui.commands import bindings, shown_of
from tui.correcting.asking import AskScreen
from tui.feeds.refreshing import Refreshing
from tui.feeds.rows import row_of_entry, row_of_feed
from tui.messages import RowEntered
from tui.reader.bars import footer_items_of, key_items
from tui.screens.leaving import LeftOnce
from tui.screens.library_list import LibraryList, RowsInParts
from tui.screens.opening import Opening
from tui.widgets.bar import Bar, BarItem
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from briefing.feeds.kept import KeptFeeds
    from tui.base_app import BaseApp

HINT = "paste the address of a feed, or of a page that names its feed; or type the path of a list"
LONGEST_PASTED = 1_000
"""Characters of a paste that may be an address."""
T = TypeVar("T")


class FeedsScreen(LeftOnce[None], SelectsInOneView[None], inherit_bindings=False):
    """Entries of the feeds that are followed, or of one feed.

    Args:
        feed: Address of the one feed, or None for all that are followed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("feeds")]
    DEFAULT_CSS = "FeedsScreen #feeds { height: 1fr; padding: 0 1; }"
    AUTO_FOCUS = "#entries"
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("feeds", "app")

    app: BaseApp

    def __init__(self, feed: str | None = None) -> None:
        super().__init__()
        self._first = self._feed = feed
        self._lists_feeds = False
        self._under_way = ""
        self._unfollowed: list[NamedFeed] = []
        self._opening = Opening(self, self.app, self._update_bars)
        self._refreshing = Refreshing(self, self.app, self._show_under_way)

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        with Container(id="feeds"):
            yield LibraryList(id="entries")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self._list()

    def on_unmount(self) -> None:
        self._opening.stop()  # the program waits for its threads when it ends
        self._refreshing.stop()

    def on_screen_suspend(self) -> None:
        self._update_bars()

    def on_screen_resume(self) -> None:
        self._update_bars()
        self._list()

    def on_resize(self) -> None:
        self._update_bars()

    def _update_bars(self) -> None:
        words = self._under_way or "what is new in the feeds that you follow"
        self.query_one("#header", Bar).set_line([("brief", "key"), (f"  {words}", "dim")])
        keymap, above = self.app.keymap, self.app.keys_above(self)
        items = footer_items_of(["feeds", "app"], keymap=keymap)
        if len(self.app.screen_stack) > 1 or self._can_go_back:
            key = shown_of("leave-feeds", keymap)
            items.insert(0, BarItem([(key, "key"), (" back", "dim")], "leave"))
        self.query_one("#footer", Bar).set_items(items if above is None else key_items(above))

    # The list

    @property
    def _kept(self) -> KeptFeeds:
        assert self.app.feeds is not None
        return self.app.feeds.feeds.kept

    def _of_kept(self, work: Callable[[KeptFeeds], T], otherwise: T) -> T:
        """What work with the kept feeds gives; what cannot be done is said."""
        try:
            return work(self._kept)
        except LibraryError as error:
            self.app.say(str(error), failed=True)
            return otherwise

    @property
    def _followed(self) -> tuple[FollowedFeed, ...]:
        none: tuple[FollowedFeed, ...] = ()
        return self._of_kept(lambda kept: kept.followed(), none)

    @property
    def _rows(self) -> LibraryList:
        return self.query_one("#entries", LibraryList)

    def _list(self) -> None:
        followed = self._followed
        if self._lists_feeds:
            self._list_feeds(followed)
            return
        count = self._of_kept(lambda kept: kept.count(self._feed), 0)
        notice = (self._notice(followed), "dim")
        self._rows.set_rows(RowsInParts(self._entries, row_of_entry, count), notice)
        feed = self._feed and self._of_kept(lambda kept: kept.feed(self._feed or ""), None)
        title = (feed.title or shown_address(feed.address)) if feed else "Feeds"
        problems = sum(1 for one in followed if one.feed.problem)
        dead = f" · {problems:,} cannot be read" if problems and not feed else ""
        if feed and feed.problem:
            dead = f" · {feed.problem}"
        self._rows.border_title = Content(one_line(title))
        self._rows.border_subtitle = Content(f"{count:,} entries{dead}" if count or dead else "")

    def _entries(self, start: int, limit: int) -> Sequence[KeptEntry]:
        return self._of_kept(lambda kept: kept.entries(self._feed, start, limit), ())

    def _list_feeds(self, followed: Sequence[FollowedFeed]) -> None:
        self._rows.set_rows(list(map(row_of_feed, followed)), (self._notice(followed), "dim"))
        self._rows.border_title = Content("Feeds that you follow")
        self._rows.border_subtitle = Content(f"{len(followed):,}" if followed else "")

    def _notice(self, followed: Sequence[FollowedFeed]) -> str:
        keymap = self.app.keymap
        if followed or self._feed:
            return f"nothing has come yet; {shown_of('refresh-feeds', keymap)} asks for it"
        return f"no feed is followed yet; {shown_of('follow-feed', keymap)} follows one"

    @property
    def _chosen(self) -> KeptEntry | FollowedFeed | None:
        rows = self._rows
        item = rows.rows[rows.index].item if rows.rows else None
        return item if isinstance(item, KeptEntry | FollowedFeed) else None

    @property
    def _chosen_feed(self) -> NamedFeed | None:
        """The feed that is chosen, or that the chosen entry is of, or whose entries are shown."""
        match self._chosen:
            case KeptEntry() as kept:
                return NamedFeed(kept.feed, kept.outlet)
            case FollowedFeed() as followed:
                return NamedFeed(followed.feed.address, followed.feed.title)
        return NamedFeed(self._feed) if self._feed else None

    # What the reader does

    def on_row_entered(self, message: RowEntered) -> None:
        message.stop()
        match self._chosen:
            case KeptEntry() as kept:
                self._opening.feed_entry(kept)
            case FollowedFeed() as followed:
                self._show_only(followed.feed.address)

    def on_paste(self, event: events.Paste) -> None:
        """An address that is pasted is one to follow."""
        event.stop()
        self._ask(one_line(event.text[:LONGEST_PASTED]))

    def _show_only(self, feed: str | None) -> None:
        self._feed, self._lists_feeds = feed, False
        self._rows.index = 0
        self._list()
        self._rows.scroll_home(animate=False)
        self._update_bars()

    def _show_under_way(self, words: str) -> None:
        self._under_way = words and f"{words} · {shown_of('leave-feeds', self.app.keymap)} stops"
        if self.is_mounted:
            self._update_bars()
            if not words:
                self._list()

    def action_choose(self) -> None:
        self._rows.action_choose()

    def action_refresh(self) -> None:
        count = 1 if self._feed else len(self._followed)
        if count:
            self._refreshing.refresh(self._feed, count)
        else:
            self.app.say(self._notice(()))

    def action_follow(self) -> None:
        feed = self._feed or ""
        is_followed = self._of_kept(lambda kept: kept.is_followed(feed), False)
        self._ask("" if is_followed else shown_address(feed))

    def _ask(self, initial: str) -> None:
        ask = AskScreen("Follow a feed", initial, HINT, lambda typed: "" if typed.strip() else HINT)
        self.app.push_screen(ask, self._follow)

    def _follow(self, source: str | None) -> None:
        if source:
            self._refreshing.follow(source.strip())

    def action_unfollow(self) -> None:
        feed = self._chosen_feed
        if feed is None or not self._of_kept(lambda kept: kept.unfollow(feed.address), False):
            self.app.say("choose a feed that you follow, or an entry of one")
            return
        self._unfollowed.append(feed)
        key = shown_of("follow-again", self.app.keymap)
        self._list()
        name = one_line(feed.title) or shown_address(feed.address)
        self.app.say(f"no longer follows {name}; {key} follows it again")

    def action_follow_again(self) -> None:
        if not self._unfollowed:
            self.app.say("nothing is left to follow again")
            return
        feed = self._unfollowed.pop()
        self._of_kept(lambda kept: kept.follow([feed]), 0)
        self._list()
        self.app.say(f"follows {one_line(feed.title) or shown_address(feed.address)} again")

    def action_only(self) -> None:
        feed = self._chosen_feed
        self._show_only(None if self._feed or feed is None else feed.address)

    def action_list_feeds(self) -> None:
        self._lists_feeds = not self._lists_feeds
        self._rows.index = 0
        self._list()
        self._update_bars()

    @property
    def _can_go_back(self) -> bool:
        return self._lists_feeds or self._feed != self._first

    def action_leave(self) -> None:
        if self._opening.is_reading:
            self._opening.stop()
        elif self._refreshing.is_on:
            self._refreshing.stop()
        elif self._can_go_back:
            self._show_only(self._first)
        else:
            self.dismiss()
