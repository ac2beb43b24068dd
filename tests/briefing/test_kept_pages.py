"""Pages of addresses: their bytes are kept, and read again by a version that may read better."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.engine import Engine, Job
from briefing.library import Library, store
from briefing.model import Article, Briefing
from briefing.opening import Opener
from briefing.options import Options
from briefing.service import Service
from tests.briefing.test_opening import OTHER, TEXT, feed
from tests.web.site import Site, page, running

CYRILLIC = "Пожар\n\nМельница в Осло сгорела в понедельник. Никто не пострадал, сказал мэр города."


class ReadyEngine(Engine):
    """Finds nothing, at once."""

    def __init__(self) -> None: ...

    def start(self) -> None: ...

    def close(self) -> None: ...

    def submit(self, article, options, _=None) -> Job:
        job = Job(article, options)
        job.future.set_result(Briefing(article=article))
        return job


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def service(tmp_path) -> Iterator[Service]:
    library = Library(tmp_path / "library.sqlite")
    service = Service(lambda: library, ReadyEngine, Opener(allow_private=True))
    yield service
    service.close()


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch):
    """From now on the program is another version of itself."""

    def become(version: str = "newer") -> None:
        monkeypatch.setattr(store, "code_version", lambda: version)
        monkeypatch.setattr("briefing.library.key.code_version", lambda: version)

    return become


def opened(service: Service, address: str) -> list[Article]:
    """The articles of an address, with a briefing of each in the library."""
    articles = [one for one in service.open(address) if isinstance(one, Article)]
    for article in articles:
        service.submit(article, Options())
    return articles


def keys(service: Service) -> list[str]:
    return [entry.key for entry in service.listed()]


def test_the_same_version_opens_an_article_as_it_was_read(service, site):
    site.pages["/"] = page(TEXT.encode(), content_type="text/plain")
    (article,) = opened(service, site.address())
    (key,) = keys(service)
    assert service.library.original(key) is None
    assert service.article(key).text == article.text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_a_newer_version_reads_the_page_again_without_fetching_it(service, site, newer, charset):
    site.pages["/"] = page(
        b"<!DOCTYPE html><html><body><article>"
        + "".join(f"<p>{line}</p>" for line in CYRILLIC.split("\n\n") * 3).encode(charset)
        + b"</article></body></html>",
        content_type=f"text/html; charset={charset}",
    )
    (article,) = opened(service, site.address())
    assert "Мельница" in article.text
    (key,) = keys(service)
    newer()
    original = service.library.original(key)
    assert original is not None
    assert original.charset == charset
    assert service.article(key) == article
    assert len(site.requests) == 1


def test_each_entry_of_a_feed_is_read_again_as_itself(service, site, newer):
    site.pages["/feed"] = page(feed(TEXT, OTHER), content_type="application/rss+xml")
    articles = opened(service, site.address("/feed"))
    assert len(articles) == 2
    newer()
    again = {(found := service.article(key)).source: found for key in keys(service)}
    assert again == {article.source: article for article in articles}


def test_a_page_is_kept_from_version_to_version(service, site, newer):
    site.pages["/"] = page(TEXT.encode(), content_type="text/plain")
    opened(service, site.address())
    for version in ("second", "third"):
        (key,) = keys(service)
        newer(version)
        assert service.library.original(key) is not None
        service.submit(service.article(key), Options())


def test_a_page_that_can_no_longer_be_read_is_shown_as_it_was(service, site, newer, monkeypatch):
    site.pages["/"] = page(TEXT.encode(), content_type="text/plain")
    (article,) = opened(service, site.address())
    (key,) = keys(service)
    newer()
    monkeypatch.setattr("briefing.library.store.zlib.decompress", lambda _: b" ")
    assert service.article(key).text == article.text


def test_a_file_is_not_kept(service, tmp_path, newer):
    path = tmp_path / "mill.txt"
    path.write_text(TEXT)
    opened(service, str(path))
    (key,) = keys(service)
    newer()
    assert service.library.original(key) is None


def test_all_and_a_paste_are_opened_by_the_service(service, site, tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(TEXT)
    site.pages["/"] = page(OTHER.encode(), content_type="text/plain")
    done = []
    found = service.open_all([str(path), "nowhere", site.address()], lambda: done.append(1))
    assert [isinstance(one, Article) for one in found] == [True, False, True]
    assert done == [1]
    (pasted,) = service.open_text(TEXT)
    assert isinstance(pasted, Article)
    assert pasted.source == "pasted text"
