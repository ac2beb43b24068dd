"""What a user gives is opened: files, parts of them, folders, addresses, standard input, pastes."""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.errors import Cancelled, ReadError
from briefing.model import Article
from briefing.opening import Opened, Opener
from tests.article_files.shared import packed
from tests.hostile.random_bytes import MAILBOX
from tests.web.site import Site, page, running

LIMIT = 60
TEXT = "Mill fire\n\nThe mill in Oslo burned down on Monday. Nobody was hurt there."
OTHER = "Dam opened\n\nThe dam near Lima was opened on Monday by the mayor of the town."
RTF = rb"{\rtf1\ansi\pard The mill in Oslo burned down on Monday. Nobody was hurt there.\par}"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(99)
ARTICLES = Path(__file__).parent.parent / "articles"


def feed(*texts: str) -> bytes:
    items = "".join(
        f"<item><title>{text.split(chr(10))[0]}</title><description>{text.split(chr(10))[-1]}"
        "</description></item>"
        for text in texts
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


@pytest.fixture
def opener() -> Iterator[Opener]:
    with Opener(allow_private=True) as opener:
        yield opener


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


def titles(opened: Opened) -> list[str | None]:
    """The titles of the articles; for what is none, the reason."""
    return [one.title if isinstance(one, Article) else str(one) for one in opened.outcomes]


def sources(opened: Opened) -> list[str]:
    return [one.source for one in opened.outcomes if isinstance(one, Article)]


def reason(opened: Opened) -> str:
    (outcome,) = opened.outcomes
    assert isinstance(outcome, ReadError)
    return str(outcome)


SEVERAL = {
    "feed": (feed(TEXT, OTHER), ["Mill fire", "Dam opened"]),
    "zip": (packed({"a.txt": TEXT, "b.txt": OTHER}), ["Mill fire", "Dam opened"]),
    "mailbox": (MAILBOX * 2, ["Mill fire", "Mill fire"]),
}


@pytest.mark.parametrize(("data", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_a_source_of_several_articles_gives_all_and_each_by_its_number(
    opener, tmp_path, data, expected
):
    path = tmp_path / "several"
    path.write_bytes(data)
    whole = opener.open(str(path))
    assert titles(whole) == expected
    assert sources(whole) == [f"{path}#1", f"{path}#2"]
    assert opener.open(f"{path}#2").outcomes == whole.outcomes[1:]
    for number in (0, 3):
        none = reason(opener.open(f"{path}#{number}"))
        assert none.startswith(f"cannot read {path}#{number}: it has no article")


def test_a_book_gives_its_chapters(opener):
    path = ARTICLES / "epub" / "issue.epub"
    opened = opener.open(str(path))
    assert len(opened.outcomes) > 1
    assert sources(opened) == [f"{path}#{n}" for n in range(1, len(opened.outcomes) + 1)]


def test_a_name_with_a_number_sign_is_a_name_first(opener, tmp_path):
    for name, text in (("a", TEXT), ("a#1", OTHER), ("b#c.txt", OTHER)):
        (tmp_path / name).write_text(text)
    cases = {"a": "Mill fire", "a#1": "Dam opened", "b#c.txt": "Dam opened"}
    assert {name: titles(opener.open(f"{tmp_path}/{name}"))[0] for name in cases} == cases
    (tmp_path / "a#1").unlink()
    assert titles(opener.open(f"{tmp_path}/a#1")) == ["Mill fire"]
    for missing in ("c#1", "a#x", "a#٣", "a#1234567", "#1"):
        assert "there is no such file" in reason(opener.open(f"{tmp_path}/{missing}"))


def test_a_folder_gives_its_articles_by_name_and_those_of_its_folders(opener, tmp_path):
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.rtf").write_bytes(RTF)
    (tmp_path / "a.xml").write_bytes(feed(OTHER, TEXT))
    (tmp_path / "d.txt").touch()
    (tmp_path / "picture.txt").write_bytes(JPEG)
    (tmp_path / ".hidden.txt").write_text(OTHER)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "e.txt").write_text(OTHER)
    for drawn_with in ("page_files", ".cache"):
        (tmp_path / drawn_with).mkdir()
        (tmp_path / drawn_with / "f.txt").write_text(OTHER)
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    for folder in (str(tmp_path), f"{tmp_path}/"):
        opened = opener.open(folder)
        assert [Path(source).name for source in sources(opened)] == [
            "a.xml#1",
            "a.xml#2",
            "b.txt",
            "c.rtf",
            "e.txt",
        ]
        assert titles(opened)[-2] == f"cannot read {tmp_path}/d.txt: it is empty; " + (
            "give a file with an article in it"
        )


@pytest.mark.parametrize("names", [(), ("a.jpg",), (".a.txt",)])
def test_a_folder_without_articles_says_so(opener, tmp_path, names):
    for name in names:
        (tmp_path / name).write_bytes(JPEG)
    assert "there is no article in the folder" in reason(opener.open(str(tmp_path)))


@pytest.mark.skipif(sys.platform == "win32" or not os.getuid(), reason="root may do everything")
def test_a_folder_and_a_file_that_may_not_be_read_are_told(opener, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(OTHER)
    (tmp_path / "a.txt").chmod(0)
    refused, read = opener.open(str(tmp_path)).outcomes
    assert "you may not read it" in str(refused)
    assert isinstance(read, Article)
    tmp_path.chmod(0)
    assert "the folder cannot be listed" in reason(opener.open(str(tmp_path)))
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("path", ["", "a\0b", "\udcff", "a" * 5_000, "/dev/null/a", "nowhere/a"])
def test_what_is_no_path_is_refused(opener, path):
    assert reason(opener.open(path)).isprintable()
    assert [reason(opened) for opened in opener.open_all([path])] == [reason(opener.open(path))]


@pytest.mark.parametrize(
    "data", [TEXT.encode(), RTF, feed(TEXT, OTHER)], ids=["text", "RTF", "feed"]
)
def test_standard_input_is_any_format(opener, monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    opened = opener.open("-")
    assert opened == opener.open_data(data, "-")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert opener.open_all(["-"]) == [opened]


def test_a_paste_is_any_format(opener):
    assert titles(opener.open_data(TEXT.encode(), "pasted text")) == ["Mill fire"]
    assert titles(opener.open_data(feed(TEXT, OTHER), "pasted text")) == ["Mill fire", "Dam opened"]
    assert reason(opener.open_data(b" \n", "pasted text")).startswith("cannot read pasted text: ")


def test_all_are_opened_in_their_order_whatever_fails(opener, tmp_path):
    for name, data in (("a.txt", TEXT.encode()), ("b.rtf", RTF), ("c.xml", feed(TEXT, OTHER))):
        (tmp_path / name).write_bytes(data)
    given = [f"{tmp_path}/{name}" for name in ("c.xml#2", "no", "a.txt", "b.rtf", "c.xml")]
    given.append(str(tmp_path))
    opened = opener.open_all(given)
    assert list(map(titles, opened)) == [titles(opener.open(source)) for source in given]
    assert [len(one.outcomes) for one in opened] == [1, 1, 1, 1, 2, 4]
    assert opener.open_all([]) == []


def test_something_else_is_done_while_another_thread_opens(opener, site):
    done = threading.Event()

    def answer_when_done(visit) -> None:
        assert done.wait(LIMIT)
        visit.send(page(TEXT.encode(), content_type="text/plain"))

    def meanwhile() -> None:
        assert threading.current_thread() is threading.main_thread()
        done.set()

    site.pages["/"] = answer_when_done
    (opened,) = opener.open_all([site.address()], meanwhile)
    assert titles(opened) == ["Mill fire"]


def test_what_is_interrupted_gives_up_its_fetch_and_tells_of_it_until_then(opener, site):
    site.pages["/"] = lambda visit: visit.drip(page(TEXT.encode(), content_type="text/plain"))
    told: list[str] = []
    arriving = threading.Event()

    def on_progress(source: str, *_: object) -> None:
        told.append(source)
        arriving.set()

    def meanwhile() -> None:
        assert arriving.wait(LIMIT)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        opener.open_all([site.address()], meanwhile, on_progress)
    assert set(told) == {site.address()}


def test_what_takes_no_time_is_opened_at_once(opener, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    opener.open_all([f"{tmp_path}/a.txt", "nowhere"], lambda: pytest.fail("nothing to wait for"))


def test_an_address_gives_its_article_and_what_was_fetched(opener, site):
    data = TEXT.encode("cp1252")
    site.pages["/a"] = page(data, content_type="text/plain; charset=windows-1252")
    opened = opener.open(f" {site.address('/a')}\n")
    (article,) = opened.outcomes
    assert isinstance(article, Article)
    assert (article.title, article.source) == ("Mill fire", site.address("/a"))
    assert article.address == site.address("/a")
    assert opened.fetched is not None
    assert (opened.fetched.data, opened.fetched.charset) == (data, "windows-1252")


def test_a_feed_of_an_address_gives_all_its_entries(opener, site):
    site.pages["/feed"] = page(feed(TEXT, OTHER), content_type="application/rss+xml")
    opened = opener.open(site.address("/feed"))
    assert titles(opened) == ["Mill fire", "Dam opened"]
    assert sources(opened) == [f"{site.address('/feed')}#{n}" for n in (1, 2)]


def test_a_private_address_is_refused_unless_it_is_allowed(site):
    site.pages["/"] = page(TEXT.encode(), content_type="text/plain")
    with Opener() as opener:
        assert reason(opener.open(site.address())).startswith(f"cannot read {site.address()}: ")
    assert site.requests == []


def test_an_address_that_fails_is_one_line_and_keeps_nothing(opener, site):
    site.pages["/gone"] = page(status="404 Not Found")
    site.pages["/empty"] = page(b" \n", content_type="text/plain")
    for path in ("/gone", "/empty"):
        opened = opener.open(site.address(path))
        assert reason(opened).startswith(f"cannot read {site.address(path)}: ")
        assert opened.fetched is None


def test_progress_is_told_and_a_fetch_can_be_stopped(opener, site):
    data = (TEXT + "." * 50_000).encode()
    site.pages["/"] = page(data, content_type="text/plain")
    amounts: list[tuple[int, int | None]] = []
    opener.open(site.address(), on_progress=lambda *amount: amounts.append(amount))
    assert amounts[-1] == (len(data), len(data))
    assert amounts == sorted(amounts)

    site.pages["/stalled"] = lambda visit: visit.stall()
    with pytest.raises(Cancelled):
        opener.open(site.address("/stalled"), stop=lambda: len(site.requests) == 2)
