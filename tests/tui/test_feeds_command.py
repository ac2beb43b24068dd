"""`brief --feeds` and its like: data on standard output, all else on standard error."""

from __future__ import annotations

import json

import pytest

from briefing.feeds.opml import to_opml
from briefing.feeds.values import Feed
from tests.feeds.feed_files import FERRY, STORM, opml, rss, served
from tests.web.site import page, running
from tui.cli import main

POST, TIDE = "http://post.example/feed", "http://tide.example/feed?a=1&b=2"


@pytest.fixture
def site():
    with running() as site:
        yield site


@pytest.fixture
def followed(tmp_path, capfd):
    path = tmp_path / "list.opml"
    path.write_bytes(opml([POST, TIDE.replace("&", "&amp;")]))
    assert main(["--follow", str(path)]) == 0
    assert capfd.readouterr().err == f"brief: follows 2 feeds of {path}, 2 of them new\n"


def test_a_feed_is_followed_listed_and_followed_no_longer(site, capfd):
    site.pages["/feed"] = served(rss(STORM, FERRY, title="The &lt;i&gt;Velden&lt;/i&gt; Post"))
    address = site.address("/feed")
    assert main(["--allow-private", "--follow", address]) == 0
    assert capfd.readouterr().err == f"brief: follows The Velden Post, {address}\n"
    assert main(["--feeds"]) == 0
    assert capfd.readouterr() == (f"{address}  The Velden Post · 2 of 2 unread\n", "")
    assert main(["--feeds", "--json"]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    listed = json.loads(line)
    assert listed.pop("fetched")
    assert listed == {
        "address": address,
        "title": "The Velden Post",
        "entries": 2,
        "unread": 2,
        "problem": "",
    }
    assert main(["--unfollow", address]) == 0
    assert capfd.readouterr().err == f"brief: no longer follows {address}\n"
    assert main(["--feeds"]) == 0
    said = capfd.readouterr()
    assert (said.out, said.err) == (
        "",
        "brief: no feed is followed yet; follow one with brief --follow ADDRESS\n",
    )
    assert len(site.requests) == 1


def test_a_page_leads_to_its_feed_and_its_other_feeds_are_told(site, capfd):
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    site.pages |= {
        "/": page(f"{link.format('/feed')}{link.format('/sport')}<p>News.</p>".encode()),
        "/feed": served(rss(STORM)),
    }
    assert main(["--allow-private", "--follow", site.address()]) == 0
    assert capfd.readouterr().err == (
        f"brief: follows The Velden Post, {site.address('/feed')};"
        f" the page names others too: {site.address('/sport')}\n"
    )


def test_one_that_cannot_be_followed_does_not_stop_the_others(site, capfd):
    site.pages |= {"/1": page(b"", status="404 Not Found"), "/2": served(rss(STORM))}
    addresses = [site.address(path) for path in ("/1", "/2")]
    assert main(["--allow-private", "--follow", *addresses]) == 1
    first, second = capfd.readouterr().err.splitlines()
    assert "there is no such page" in first
    assert second == f"brief: follows The Velden Post, {addresses[1]}"


def test_addresses_are_private_unless_the_reader_says_otherwise(site, capfd):
    assert main(["--follow", site.address("/feed")]) == 1
    assert "add --allow-private if you mean it" in capfd.readouterr().err
    assert site.requests == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--unfollow", POST], f"{POST} is not followed; brief --feeds lists what is"),
        (["--follow", "nowhere.opml"], "cannot read nowhere.opml: there is no such file"),
        (["--export-feeds", "feeds.opml"], "no feed is followed yet"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments, why, capfd):
    assert main(arguments) == 1
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"brief: {why}")
    assert said.err.count("\n") == 1


@pytest.mark.usefixtures("followed")
def test_an_exported_list_is_taken_in_again(tmp_path, capfd):
    out = tmp_path / "out.opml"
    assert main(["--export-feeds", str(out)]) == 0
    assert capfd.readouterr().err == f"brief: saved 2 feeds in {out}\n"
    assert main(["--export-feeds", str(out)]) == 1
    assert "exists" in capfd.readouterr().err
    for address in (POST, TIDE):
        assert main(["--unfollow", address]) == 0
    assert main(["--follow", str(out)]) == 0
    capfd.readouterr()
    assert main(["--feeds"]) == 0
    assert capfd.readouterr().out == (
        f"{POST}  Feed 1 & more · 0 of 0 unread\n{TIDE}  Feed 2 & more · 0 of 0 unread\n"
    )


def test_hostile_titles_do_no_harm_in_a_list():
    text = to_opml([Feed('http://a.example/"<x>&', 'A "B" <c> & \x1b[31md\u202e')])
    assert "text='A \"B\" &lt;c&gt; &amp; d'" in text
    assert "xmlUrl='http://a.example/\"&lt;x&gt;&amp;'" in text
