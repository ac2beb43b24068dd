"""Feeds of a real server: what they hold, what is the matter with them, and how they are asked."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from threading import Event, Lock

import pytest

from briefing.errors import Cancelled
from briefing.feeds.fetching import FeedReader, Manners
from briefing.feeds.values import Entry, Feed
from tests.feeds.feed_files import FERRY, STORM, rss, served
from tests.web.site import QUICK, Site, Visit, World, page, redirect

NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
UNCHANGED = b"HTTP/1.1 304 Not Modified\r\n\r\n"


class Clock:
    """A time that a test turns on."""

    def __init__(self) -> None:
        self.now = NOW
        self.waited: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def feeds(reader, clock) -> FeedReader:
    return FeedReader(reader, allow_private=True, manners=Manners(pause=0), now=clock)


@pytest.fixture
def hasty(reader, clock) -> FeedReader:
    """One that soon gives up a site that says nothing."""
    return FeedReader(reader, allow_private=True, manners=Manners(pause=0), limits=QUICK, now=clock)


def entries(feeds: FeedReader, site: Site, data: bytes, **served_as) -> tuple[Entry, ...]:
    site.pages["/feed"] = served(data, **served_as)
    refreshed = feeds.refresh(Feed(site.address("/feed")))
    assert refreshed.content is not None, refreshed.feed.problem
    return refreshed.content.entries


def problem(feeds: FeedReader, site: Site, path: str = "/feed") -> str:
    refreshed = feeds.refresh(Feed(site.address(path), title="Old title"))
    assert refreshed.content is None
    assert refreshed.feed.title == "Old title"
    return refreshed.feed.problem


# What a feed holds


def test_what_is_known_of_an_entry(feeds, site):
    text = "<p>The storm cut power to 4,000 homes.</p>" * 20
    (entry,) = entries(
        feeds,
        site,
        rss(
            "<title>Storm &lt;b&gt;reaches&lt;/b&gt; Velden &amp;amp; Orlo</title>"
            "<link>https://post.example/storm</link><guid>post-7</guid>"
            "<pubDate>Thu, 03 Apr 2025 23:30:00 -0500</pubDate>"
            f"<description><![CDATA[{text}]]></description>"
        ),
    )
    assert (entry.id, entry.title) == ("post-7", "Storm reaches Velden & Orlo")
    assert entry.address == "https://post.example/storm"
    assert entry.published == "2025-04-03T23:30:00-05:00"
    assert entry.summary.startswith("The storm cut power to 4,000 homes. The storm")
    assert len(entry.summary) == 400
    assert not entry.is_teaser


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<![CDATA[<em>Skarholm</em> ferry]]>", "Skarholm ferry"),
        ("a &lt;script&gt;alert(1)&lt;/script&gt; b", "a b"),
        ("[bold]Velden[/bold] &amp;lt;3", "[bold]Velden[/bold] <3"),
        ("up\u202edown &amp;#27;[31mred", "updown [31mred"),
        ("two\n\n  lines", "two lines"),
        ("", "Wind and rain."),
    ],
)
def test_titles_are_one_safe_line_without_markup(feeds, site, written, shown):
    item = f"<title>{written}</title><link>/a</link><description>Wind and rain.</description>"
    assert [entry.title for entry in entries(feeds, site, rss(item))] == [shown]


@pytest.mark.parametrize(
    ("link", "head", "address"),
    [
        ("/storm", "<link>https://post.example/news/</link>", "https://post.example/storm"),
        ("storm", "<link>https://post.example/news/</link>", "https://post.example/news/storm"),
        ("storm?a=1&amp;b=2", "", "{site}/world/storm?a=1&b=2"),
        ("/storm", "<link>/front</link>", "{site}/storm"),
        ("//other.example/x", "", "http://other.example/x"),
        ("javascript:alert(1)", "", None),
        ("file:///etc/passwd", "", None),
        ("http://[::1", "", None),
    ],
)
def test_relative_links_are_resolved_and_others_left_out(feeds, site, link, head, address):
    site.pages["/world/feed"] = served(rss(f"<title>Storm</title><link>{link}</link>", head=head))
    content = feeds.refresh(Feed(site.address("/world/feed"))).content
    expected = address and address.format(site=site.address("").rstrip("/"))
    assert [entry.address for entry in content.entries] == [expected]


@pytest.mark.parametrize(
    "date",
    ["yesterday-ish", "2199-01-01", "Thu, 99 Foo 2025 25:61:00", "1970-01-01T00:00:00Z", "0000"],
)
def test_wrong_dates_are_unknown(feeds, site, date):
    (entry,) = entries(feeds, site, rss(f"{STORM}<pubDate>{date}</pubDate>"))
    assert entry.published is None


def test_duplicates_are_listed_once(feeds, site):
    again = STORM.replace("<guid>1", "<guid>9")
    other_address = STORM.replace("/storm", "/storm-2")
    found = entries(feeds, site, rss(STORM, FERRY, STORM, again, other_address))
    assert [(entry.id, entry.title) for entry in found] == [
        ("1", "Storm reaches Velden"),
        ("2", "Ferry sails again"),
    ]


def test_all_kinds_of_feeds(feeds, site):
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry><id>urn:1</id>"
        "<title>Storm</title><link href='/storm'/><updated>2025-04-03T10:00:00Z</updated>"
        "</entry></feed>"
    )
    json = (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items":'
        ' [{"id": 7, "url": "/storm", "title": "Storm", "date_published": "2025-04-03T10:00:00Z"}]}'
    )
    for data, ident in ((atom, "urn:1"), (json, "7")):
        (entry,) = entries(feeds, site, data.encode())
        assert (entry.id, entry.title, entry.address, entry.published) == (
            ident,
            "Storm",
            site.address("/storm"),
            "2025-04-03T10:00:00+00:00",
        )


def test_a_feed_of_5000_entries(reader, site):
    items = (f"<title>Storm {n}</title><link>/{n}</link><guid>{n}</guid>" for n in range(5_100))
    site.pages["/feed"] = served(gzip.compress(rss(*items)), "Content-Encoding: gzip")
    feeds = FeedReader(reader, allow_private=True)
    content = feeds.refresh(Feed(site.address("/feed"))).content
    assert len(content.entries) == 5_000
    assert content.entries[-1].title == "Storm 4999"


def test_a_feed_without_entries_is_no_problem(feeds, site):
    assert entries(feeds, site, rss()) == ()


# How it is asked for


def test_a_feed_is_named_and_found_after_redirects(feeds, site):
    site.pages["/feed"] = redirect("/moved", status="301 Moved Permanently")
    site.pages["/moved"] = served(rss(STORM), 'ETag: "1"')
    refreshed = feeds.refresh(Feed(site.address("/feed")))
    assert refreshed.feed.address == site.address("/feed")
    assert refreshed.feed.title == "The Velden Post"
    assert refreshed.feed.validators.address == site.address("/moved")
    assert [entry.title for entry in refreshed.content.entries] == ["Storm reaches Velden"]


def test_a_feed_without_a_title_is_called_by_its_site(feeds, site):
    site.pages["/feed"] = served(rss(STORM, title=""))
    assert feeds.refresh(Feed(site.address("/feed"))).feed.title == "127.0.0.1"


def test_what_is_unchanged_does_not_come_again(feeds, site, clock):
    site.pages["/feed"] = served(rss(STORM), 'ETag: "1"')
    first = feeds.refresh(Feed(site.address("/feed"))).feed
    site.pages["/feed"] = UNCHANGED
    clock.now += timedelta(hours=1)
    again = feeds.refresh(first)
    assert again.content is None
    assert again.feed == Feed(
        first.address, first.title, first.validators, "2026-11-26T19:00:00+00:00"
    )
    assert 'If-None-Match: "1"' in site.requests[-1]


def test_a_feed_is_not_asked_for_twice_in_a_short_while(feeds, site, clock):
    site.pages["/feed"] = served(rss(STORM))
    first = feeds.refresh(Feed(site.address("/feed"))).feed
    clock.now += timedelta(minutes=14)
    assert feeds.refresh(first).feed == first
    assert len(site.requests) == 1
    feeds.refresh(first, insists=True)
    clock.now += timedelta(minutes=2)
    feeds.refresh(first)
    assert len(site.requests) == 3


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_busy_site_is_left_alone_as_long_as_it_says(feeds, site, clock, status):
    site.pages["/feed"] = page(b"", "Retry-After: 3600", status=status)
    first = feeds.refresh(Feed(site.address("/feed"))).feed
    assert first.problem.startswith(f"cannot read {site.address('/feed')}: the site has")
    clock.now += timedelta(minutes=59)
    assert feeds.refresh(first, insists=True).feed == first
    assert len(site.requests) == 1
    site.pages["/feed"] = served(rss(STORM))
    clock.now += timedelta(minutes=2)
    again = feeds.refresh(first)
    assert (again.feed.problem, again.feed.wait_until) == ("", None)
    assert len(again.content.entries) == 1


def test_a_busy_site_that_does_not_say_is_left_alone_for_an_hour(feeds, site):
    site.pages["/feed"] = page(b"", status="503 Service Unavailable")
    feed = feeds.refresh(Feed(site.address("/feed"))).feed
    assert feed.wait_until == "2026-11-26T19:00:00+00:00"


def test_a_site_is_asked_one_thing_at_a_time_with_pauses(reader, site, clock):
    running, most, lock = 0, 0, Lock()

    def answer(visit: Visit) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        visit.drip(b"HTTP/1.1")
        with lock:
            running -= 1
        visit.send(served(rss(STORM)).removeprefix(b"HTTP/1.1"))

    paths = [f"/{number}" for number in range(3)]
    site.pages |= dict.fromkeys(paths, answer)
    pause = Event()

    def wait(seconds: float) -> None:
        clock.wait(seconds)
        pause.wait(seconds)

    feeds = FeedReader(reader, allow_private=True, manners=Manners(pause=0.05), wait=wait)
    done = list(feeds.refresh_all(Feed(site.address(path)) for path in paths))
    assert [one.feed.problem for one in done] == ["", "", ""]
    assert most == 1
    assert len(clock.waited) >= 2


# What can be the matter


def test_a_dead_feed_gives_a_line_and_the_others_go_on(feeds, site):
    site.pages |= {"/1": served(rss(STORM)), "/3": served(rss(FERRY))}
    site.pages["/2"] = page(b"", status="410 Gone")
    nowhere = Feed("http://127.0.0.1:1/feed")
    asked = [nowhere, *(Feed(site.address(path)) for path in ("/1", "/2", "/3"))]
    done = {one.feed.address: one for one in feeds.refresh_all(asked)}
    assert [len(done[feed.address].feed.problem) > 0 for feed in asked] == [
        True,
        False,
        True,
        False,
    ]
    assert done[nowhere.address].feed.problem == (
        "cannot read http://127.0.0.1:1/feed: nothing answers there; check the address"
    )
    assert "there is no such page" in done[site.address("/2")].feed.problem


def stalls(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>")
    visit.stall()


MATTERS = {
    "slow": (stalls, "the site has stopped answering"),
    "huge": (served(b"<rss>" + b" " * 200_000), "it is larger than 0.1 MB"),
    "a bomb": (
        served(gzip.compress(b" " * 200_000), "Content-Encoding: gzip"),
        "it is larger than 0.1 MB",
    ),
    "cut off": (served(gzip.compress(rss(STORM))[:-9], "Content-Encoding: gzip"), "it is cut off"),
    "wrong type": (served(rss(STORM), content_type="image/png"), "it is an image and no article"),
    "a picture": (served(b"\x89PNG not a feed"), "it is no feed, and names none"),
    "JSON": (served(b"{}", content_type="application/json"), "it is no feed, and names none"),
    "a page": (page(b"<p>Sorry.</p>"), "it is no feed, and names none"),
    "a page with a feed": (
        page(b"<link rel=alternate type=application/atom+xml href='http://a.example/f'>"),
        "it is no feed but names one; follow http://a.example/f instead",
    ),
    "a circle": (redirect("/feed"), "its redirects lead in a circle"),
    "a fault": (page(b"", status="500 Internal Server Error"), "the site has a fault (status 500)"),
}


@pytest.mark.parametrize(("answer", "why"), MATTERS.values(), ids=MATTERS)
def test_what_is_the_matter_is_said_in_one_line(hasty, site, answer, why):
    site.pages["/feed"] = answer
    line = problem(hasty, site)
    assert line.startswith(f"cannot read {site.address('/feed')}: {why}")
    assert "\n" not in line


def test_feeds_have_the_same_address_rules_as_pages(reader, site):
    site.pages["/feed"] = served(rss(STORM))
    feeds = FeedReader(reader, manners=Manners(pause=0))
    assert "it is on this computer or in a private network" in problem(feeds, site)
    assert problem(feeds, site, "x y").startswith("cannot read")
    outside = World(site, {"news.example": ["93.184.216.34"], "home.example": ["10.0.0.1"]})
    feeds = FeedReader(reader, network=outside.network)
    site.pages["/feed"] = redirect("http://home.example/feed")
    moved = feeds.refresh(Feed("http://news.example/feed")).feed
    assert "redirected to home.example: it is on this computer" in moved.problem


def test_it_ends_when_nobody_wants_it_any_more(feeds, site):
    wanted = Event()
    wanted.set()

    def answer(visit: Visit) -> None:
        wanted.clear()
        visit.stall()

    site.pages["/feed"] = answer
    with pytest.raises(Cancelled):
        list(feeds.refresh_all([Feed(site.address("/feed"))], stop=lambda: not wanted.is_set()))
