"""The screen of feeds: what it lists, opens, asks for and follows."""

from __future__ import annotations

from threading import Event

import pytest
from textual import events

from briefing.errors import LibraryError
from briefing.feeds.fetching import FeedReader, Manners, Refreshed
from briefing.feeds.values import Entry, Feed, FeedContent, NamedFeed
from briefing.library import Library
from briefing.model import Briefing
from briefing.opening import Opener
from briefing.service import Service
from tests.feeds.feed_files import FERRY, STORM, article_page, opml, rss, served
from tests.tui.example import FakeEngine, brief_app
from tests.tui.test_reader import drawn, press
from tests.web.site import Visit, page, running
from tui.feeds.screen import FeedsScreen
from tui.reader.screen import ReaderScreen
from tui.screens.start import LibraryScreen

SIZE = (100, 24)
HOSTILE = "Gale \x1b[31m[bold]warn\u202eing[/]"
PAGE = article_page("Ferry", "The ferry to Skarholm sailed again on Monday, its owner said.")


@pytest.fixture
def site():
    with running() as site:
        yield site


@pytest.fixture
def engine():
    return FakeEngine(lambda article: Briefing(article=article))


@pytest.fixture
def service(tmp_path, engine):
    opener = Opener(allow_private=True)
    opener.lists_feeds = True
    manners = Manners(pause=0)
    opener.feed_reader = FeedReader(opener._reader, allow_private=True, manners=manners)
    library = Library(tmp_path / "library.sqlite")
    service = Service(lambda: library, lambda: engine, opener)
    yield service
    service.close()


@pytest.fixture
def app(service):
    return brief_app([], service.submit, library=service, sources=service, feeds=service)


def keep(service, address: str, *entries: Entry, title: str = "The Velden Post") -> None:
    service.feeds.kept.follow([NamedFeed(address)])
    service.feeds.kept.save(Refreshed(Feed(address, title), FeedContent(title, entries)))


async def settled(pilot) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def shown(app) -> list[str]:
    """The lines of the list."""
    lines = (" ".join(line.split()) for line in drawn(app, "#entries").split("\n"))
    return [line.strip("▌ ") for line in lines if line.strip("▌ ")]


def head(app) -> str:
    """What stands in the frame of the list."""
    listed = app.screen.query_one("#entries")
    return f"{listed.border_title} {listed.border_subtitle}"


def said(app) -> list[str]:
    return [note.message for note in app._notifications]


async def test_entries_are_listed_by_time_with_outlet_and_date(app, service):
    storm = Entry("1", "Storm", "http://a.example/1", "2025-04-03T23:30:00-05:00", "Wind all day.")
    keep(service, "http://a.example/feed", storm, Entry("2", HOSTILE, published="2025-04-05"))
    keep(service, "http://b.example/feed", Entry("3", "Crabs"), title="Tide")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        assert isinstance(app.screen, FeedsScreen)
        assert shown(app)[:6] == [
            "● Crabs",
            "Tide",
            "● Gale [bold]warning[/] 2025-04-05",
            "The Velden Post",
            "● Storm 2025-04-03 23:30",
            "The Velden Post Wind all day.",
        ]
        assert head(app) == "Feeds 3 entries"


async def test_nothing_is_fetched_until_the_reader_asks(app, service, site):
    site.pages |= {"/1": served(rss(STORM, FERRY)), "/2": page(b"", status="410 Gone")}
    service.feeds.kept.follow(NamedFeed(site.address(path)) for path in ("/1", "/2"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        assert "nothing has come yet; r asks for it" in drawn(app, "#entries")
        assert site.requests == []
        await press(pilot, "r")
        await settled(pilot)
        assert len(site.requests) == 2
        assert "● Ferry sails again" in " ".join(shown(app))
        (words,) = said(app)
        assert words.startswith(f"2 new entries\ncannot read {site.address('/2')}: there is no")
        assert head(app) == "Feeds 2 entries · 1 cannot be read"


async def test_a_teaser_is_fetched_when_it_is_opened_and_is_read_then(app, service, site):
    site.pages["/ferry"] = PAGE
    address = site.address("/ferry")
    keep(service, "http://a.example/feed", Entry("1", "Ferry", address, "2025-04-03"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        assert site.requests == []
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        article = app.screen.analysis.article
        assert (article.source, article.published) == (address, "2025-04-03")
        await press(pilot, "escape")
        assert isinstance(app.screen, FeedsScreen)
        assert shown(app)[0] == "Ferry 2025-04-03"


async def test_an_entry_that_cannot_be_read_is_told(app, service, site):
    site.pages["/ferry"] = page(b"", status="404 Not Found")
    keep(service, "http://a.example/feed", Entry("1", "Ferry", site.address("/ferry")))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F", "enter")
        await settled(pilot)
        assert isinstance(app.screen, FeedsScreen)
        assert "there is no such page" in said(app)[0]
        assert shown(app)[0] == "● Ferry"


async def test_a_feed_is_followed_by_pasting_the_address_of_its_page(app, site):
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    site.pages |= {"/": page(f"{link}<p>News.</p>".encode()), "/feed": served(rss(STORM))}
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        assert "no feed is followed yet; a follows one" in drawn(app, "#entries")
        await press(pilot, "a")
        app.screen.focused.post_message(events.Paste(site.address()))
        await pilot.pause()
        await press(pilot, "enter")
        await settled(pilot)
        assert said(app) == [f"follows The Velden Post, {site.address('/feed')}"]
        assert shown(app)[0] == "● Storm reaches Velden"


async def test_a_list_is_followed_by_its_path(app, tmp_path):
    path = tmp_path / "list.opml"
    path.write_bytes(opml(["http://a.example/f", "http://b.example/f"]))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        app.screen.post_message(events.Paste(str(path)))
        await pilot.pause()
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "l")
        assert shown(app)[:2] == [
            "Feed 1 & more 0 of 0 unread",
            "http://a.example/f not asked for yet",
        ]


async def test_what_cannot_be_followed_is_told(app):
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F", "a", *"nowhere", "enter")
        await settled(pilot)
        assert said(app) == ["cannot read nowhere: there is no such file; check the path"]


async def test_a_feed_is_followed_no_longer_and_again(app, service):
    keep(service, "http://a.example/feed", Entry("1", "Storm"))
    keep(service, "http://b.example/feed", Entry("2", "Crabs"), title="Tide")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F", "x")
        assert [one for one in shown(app) if "●" in one] == ["● Storm"]
        assert said(app) == ["no longer follows Tide; u follows it again"]
        await press(pilot, "u")
        assert [one for one in shown(app) if "●" in one] == ["● Crabs", "● Storm"]
        await press(pilot, "u")
        assert said(app) == ["nothing is left to follow again"]


async def test_the_list_of_feeds_and_one_feed_alone(app, service):
    keep(service, "http://a.example/feed", Entry("1", "Storm"))
    dead = Feed("http://b.example/feed", "Tide", problem="cannot read it: it is dead")
    service.feeds.kept.follow([NamedFeed(dead.address)])
    service.feeds.kept.save(Refreshed(dead))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F", "l")
        assert shown(app)[:4] == [
            "The Velden Post 1 of 1 unread",
            "http://a.example/feed not asked for yet",
            "Tide 0 of 0 unread",
            "cannot read it: it is dead",
        ]
        await press(pilot, "enter")
        assert "The Velden Post" in head(app)
        await press(pilot, "escape")
        assert "Feeds" in head(app)
        await press(pilot, "f")
        assert "The Velden Post" in head(app)
        await press(pilot, "f", "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_feed_that_is_opened_by_its_address_lists_its_entries(app, service, site):
    site.pages["/feed"] = served(rss(STORM))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        app.screen.query_one("#path").value = site.address("/feed")
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(app.screen, FeedsScreen)
        assert "The Velden Post" in head(app)
        assert shown(app)[0] == "● Storm reaches Velden"
        assert service.feeds.kept.followed() == ()
        await press(pilot, "a", "enter")
        await settled(pilot)
        assert len(service.feeds.kept.followed()) == 1
        assert len(site.requests) == 2


async def test_a_feed_can_be_the_first_screen(service):
    keep(service, "http://a.example/feed", Entry("1", "Storm"))
    app = brief_app([], service.submit, feeds=service, feed="http://a.example/feed")
    async with app.run_test(size=SIZE) as pilot:
        assert shown(app)[0] == "● Storm"
        await press(pilot, "escape")
        assert isinstance(app.screen, FeedsScreen)


async def test_feeds_are_kept_while_the_program_runs_where_there_is_no_library(engine):
    def broken():
        raise LibraryError("it cannot be opened")

    service = Service(broken, lambda: engine)
    keep(service, "http://a.example/feed", Entry("1", "Storm"))
    app = brief_app([], service.submit, library=service, feeds=service)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F")
        assert shown(app)[0] == "● Storm"
    service.close()


async def test_escape_stops_what_is_asked_for(app, service, site):
    asked = Event()

    def stall(visit: Visit) -> None:
        asked.set()
        visit.stall()

    site.pages["/feed"] = stall
    service.feeds.kept.follow([NamedFeed(site.address("/feed"))])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "F", "r")
        while not asked.is_set():
            await pilot.pause()
        await press(pilot, "escape")
        await settled(pilot)
        assert said(app) == ["stopped"]
        assert service.feeds.kept.followed()[0].feed.problem == ""
