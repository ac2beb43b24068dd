"""Feeds followed from a real server, up to the articles of their entries."""

from __future__ import annotations

import pytest

from briefing.errors import ReadError
from briefing.feeds.fetching import FeedReader, Manners
from briefing.feeds.following import Feeds
from briefing.feeds.kept import KeptFeeds, in_memory
from briefing.feeds.values import NamedFeed
from briefing.model import Article
from briefing.opening import FeedFound, Opener
from tests.feeds.feed_files import FERRY, STORM, article_page, opml, rss, served
from tests.web.site import Site, page

PARAGRAPH = "The storm cut power to 4,000 homes in Velden, the mayor said on Monday. "
WHOLE = f"{STORM}<description>&lt;p&gt;{PARAGRAPH * 9}&lt;/p&gt;</description>"
TEASER = f"{FERRY}<description>The ferry sails again …</description>"
PAGE = article_page(
    "Ferry sails again", "The ferry to Skarholm sailed again on Monday, its owner said."
)


@pytest.fixture
def feeds(reader):
    with Opener(allow_private=True) as opener:
        manners = Manners(pause=0)
        asking = FeedReader(reader, allow_private=True, manners=manners)
        yield Feeds(KeptFeeds(in_memory()), asking, opener)


def titles(feeds: Feeds, feed: str | None = None) -> list[str]:
    return [one.entry.title for one in feeds.kept.entries(feed)]


def test_a_feed_is_followed_by_its_address(feeds, site: Site):
    site.pages["/feed"] = served(rss(STORM, FERRY))
    followed = feeds.follow(f" {site.address('/feed')}\n")
    assert (followed.feed.address, followed.feed.title) == (
        site.address("/feed"),
        "The Velden Post",
    )
    assert followed.is_new
    assert sorted(titles(feeds)) == ["Ferry sails again", "Storm reaches Velden"]
    assert not feeds.follow(site.address("/feed")).is_new


def test_a_page_names_the_feed_that_is_followed(feeds, site: Site):
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{path}">'
        for title, path in (("Comments", "/c"), ("News", "/feed"), ("Sport", "/sport"))
    )
    site.pages |= {
        "/": page(f"<html><head>{links}</head><body><p>News.</p></body></html>".encode()),
        "/feed": served(rss(STORM)),
    }
    followed = feeds.follow(site.address())
    assert followed.feed.address == site.address("/feed")
    assert [one.title for one in followed.others] == ["Comments", "Sport"]
    assert titles(feeds) == ["Storm reaches Velden"]


NO_FEEDS = {
    "a page without": (page(b"<p>Nothing here.</p>"), "it is no feed, and names none"),
    "gone": (page(b"", status="404 Not Found"), "there is no such page"),
    "a page whose feed is gone": (
        page(b"<link rel=alternate type=application/rss+xml href=/gone>"),
        "there is no such page",
    ),
    "a list": (served(opml(["http://a.example/f"])), "it is a list of feeds; save it"),
}


@pytest.mark.parametrize(("answer", "why"), NO_FEEDS.values(), ids=NO_FEEDS)
def test_what_is_no_feed_is_not_followed(feeds, site: Site, answer, why):
    site.pages |= {"/": answer, "/gone": page(b"", status="404 Not Found")}
    with pytest.raises(ReadError, match=why):
        feeds.follow(site.address())
    assert feeds.kept.followed() == ()


def test_a_list_is_followed_without_asking_anybody(feeds, site: Site):
    addresses = [site.address("/1"), site.address("/2"), site.address("/1"), "ftp://a.example/f"]
    assert feeds.follow_list(opml(addresses), "list.opml") == (2, 2)
    assert feeds.follow_list(opml(addresses), "list.opml") == (0, 2)
    assert [one.feed.title for one in feeds.kept.followed()] == ["Feed 1 & more", "Feed 2 & more"]
    assert site.requests == []
    with pytest.raises(ReadError, match="it is no list of feeds"):
        feeds.follow_list(rss(STORM), "feed.xml")


def test_all_followed_feeds_are_asked_for_and_a_dead_one_is_told(feeds, site: Site):
    site.pages |= {"/1": served(rss(STORM)), "/2": page(b"", status="410 Gone")}
    feeds.kept.follow(NamedFeed(site.address(path)) for path in ("/1", "/2"))
    news = {one.feed.address: one for one in feeds.refresh()}
    assert news[site.address("/1")].new == 1
    assert "there is no such page" in news[site.address("/2")].feed.problem
    assert [one.feed.problem != "" for one in feeds.kept.followed()] == [True, False]
    site.pages["/1"] = served(rss(STORM, FERRY))
    assert sum(one.new for one in feeds.refresh()) == 0
    assert len(site.requests) == 2
    assert sum(one.new for one in feeds.refresh(insists=True)) == 1


def test_a_whole_entry_is_read_from_the_feed_and_a_teaser_from_its_page(feeds, site: Site):
    site.pages |= {"/feed": served(rss(WHOLE, TEASER)), "/ferry": PAGE}
    feeds.follow(site.address("/feed"))
    storm, ferry = sorted(feeds.kept.entries(), key=lambda one: one.entry.id)
    for kept, requests, source in ((storm, 1, "/storm"), (ferry, 2, "/ferry")):
        (article,) = feeds.open(kept).outcomes
        assert isinstance(article, Article)
        assert article.title == kept.entry.title
        assert article.source == site.address(source)
        assert len(site.requests) == requests
    assert [one.is_read for one in feeds.kept.entries()] == [True, True]


def test_an_entry_that_cannot_be_read_stays_unread(feeds, site: Site):
    nameless = "<title>Lost</title><guid>3</guid>"
    site.pages |= {"/feed": served(rss(TEASER, nameless)), "/ferry": page(b"", status="410 Gone")}
    feeds.follow(site.address("/feed"))
    why = {"Ferry sails again": "there is no such page", "Lost": "gives neither its text nor"}
    for kept in feeds.kept.entries():
        (problem,) = feeds.open(kept).outcomes
        assert isinstance(problem, ReadError)
        assert why[kept.entry.title] in str(problem)
    assert not any(one.is_read for one in feeds.kept.entries())


def test_a_feed_that_is_only_looked_at_is_not_followed(feeds, site: Site):
    site.pages["/feed"] = served(rss(STORM))
    with Opener(allow_private=True) as opener:
        opener.lists_feeds = True
        (found,) = opener.open(site.address("/feed")).outcomes
    assert isinstance(found, FeedFound)
    assert feeds.look_at(found.page, found.source).title == "The Velden Post"
    assert titles(feeds, site.address("/feed")) == ["Storm reaches Velden"]
    assert feeds.kept.followed() == ()
    assert len(site.requests) == 1


def test_a_feed_with_whole_texts_is_read_as_articles_where_nothing_is_listed(site: Site):
    site.pages["/feed"] = served(rss(WHOLE, TEASER))
    with Opener(allow_private=True) as opener:
        outcomes = opener.open(site.address("/feed")).outcomes
    assert [(one.title, one.address) for one in outcomes] == [
        ("Storm reaches Velden", site.address("/storm")),
        ("Ferry sails again", site.address("/ferry")),
    ]
