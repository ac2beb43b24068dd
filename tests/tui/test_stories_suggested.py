"""Articles that tell the same are suggested as a dossier, and nobody has to open it."""

from __future__ import annotations

import pytest

from briefing.library import Library
from briefing.options import Options
from briefing.service import Service
from tests.tui.example import brief_app
from tests.tui.test_digest_screen import ARTICLES, briefing_of
from tests.tui.test_reader import WIDE, drawn, press, reader
from tui.dossier.screen import DossierScreen

SIZE = (100, 30)


@pytest.fixture(autouse=True)
def no_sample(monkeypatch):
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: None)


@pytest.fixture
def service(tmp_path, engine):
    library = Library(tmp_path / "library.sqlite")
    for article in ARTICLES:
        library.save(briefing_of(article), Options())
    service = Service(lambda: library, lambda: engine)
    yield service
    service.close()


async def settled(pilot) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_the_latest_articles_of_the_library_are_compared(service):
    titles = {entry.key: entry.title for entry in service.listed()}
    found = service.stories()
    assert sorted(titles[key] for key in found) == [
        "Harbor of Velden closes",
        "Port of Velden shut",
    ]
    assert {tuple(sorted(titles[key] for key in keys)) for keys in found.values()} == {
        ("Harbor of Velden closes", "Port of Velden shut")
    }
    assert service.stories(lambda: True) == {}
    service.remove([next(iter(found))])
    assert service.stories() == {}


async def test_the_library_says_how_many_tell_the_same_and_opens_them(service):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        lines = drawn(app, "#recent").split("\n")
        told = [line for line in lines if "2 tell this" in line]
        assert [any(name in line for line in told) for name in ("post.txt", "wire.txt")] == [
            True
        ] * 2
        assert len(told) == 2
        assert "D its dossier" in drawn(app, "#footer")
        number = next(n for n, line in enumerate(lines) if "post.txt" in line) // 2
        await press(pilot, *["down"] * number, "D")
        await settled(pilot)
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "enter")
        await settled(pilot)
        assert len(reader(app).analyses) == 2


async def test_what_came_since_the_reader_looked_is_told(service):
    service.look_at(ARTICLES[:1])
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        lines = drawn(app, "#recent").split("\n")
        assert sum("2 tell this, 1 new" in line for line in lines) == 2
        number = next(n for n, line in enumerate(lines) if "post.txt" in line) // 2
        await press(pilot, *["down"] * number, "D")
        await settled(pilot)
        said = "new since you last looked: “Port of Velden shut”"
        assert [note.message for note in app._notifications] == [said]
        await press(pilot, "escape")
        await settled(pilot)
        assert "1 new" not in drawn(app, "#recent")
        await press(pilot, "D")
        await settled(pilot)
        assert isinstance(app.screen, DossierScreen)
        assert list(app._notifications) == []


async def test_an_article_that_is_alone_has_no_dossier(service):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        lines = drawn(app, "#recent").split("\n")
        (line,) = [n for n, line in enumerate(lines) if "rain.txt" in line]
        assert "tell this" not in lines[line]
        await press(pilot, *["down"] * (line // 2), "D")
        assert "no other article" in next(iter(app._notifications)).message
        assert not isinstance(app.screen, DossierScreen)


async def test_the_list_of_open_articles_says_so_too(finished_app):
    app = finished_app([briefing_of(article) for article in ARTICLES])
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert drawn(app, "#articles").count("≈2") == 2
        await press(pilot, "a")
        assert "t same story" in drawn(app, "#footer")
        await press(pilot, "t")
        assert isinstance(app.screen, DossierScreen)
        assert len(app.screen._dossier.articles) == 2
        await press(pilot, "escape", "down", "down", "t")
        assert "no other open article" in next(iter(app._notifications)).message


async def test_an_article_that_is_opened_later_is_compared_too(finished_app):
    app = finished_app([briefing_of(ARTICLES[0])])
    async with app.run_test(size=WIDE) as pilot:
        app.open_articles([ARTICLES[1]])
        await settled(pilot)
        await settled(pilot)
        assert drawn(app, "#articles").count("≈2") == 2
