"""The start screen and the save dialog."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from briefing.errors import ReadError, SaveError
from tests.tui.example import make_article
from tests.tui.test_reader import WIDE, drawn, press
from tui.app import BriefApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.save import SaveScreen

ENTRY = SimpleNamespace(
    key="1", title="A [bold]title[/]", source="a.txt", word_count=120, opened="2031-05-04T10:20:30"
)


class FakeLibrary:
    def recent(self, limit: int = 20) -> list[SimpleNamespace]:
        return [ENTRY][:limit]

    def article(self, key: str) -> object:
        return make_article() if key == "1" else None


def start(engine, library=None) -> BriefApp:
    def open_source(source: str) -> object:
        if Path(source).name in ("a.txt", "sample.txt"):
            return make_article()
        raise ReadError(f"{source}: there is [no] such file; check the path")

    return BriefApp([], engine.submit, library=library, open_source=open_source)


async def test_recent_articles_are_listed_and_open_on_enter(engine):
    app = start(engine, FakeLibrary())
    async with app.run_test(size=(100, 30)) as pilot:
        assert "A [bold]title[/]" in drawn(app, "#recent")
        assert "120 words" in drawn(app, "#recent")
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert len(engine.jobs) == 1
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_without_a_library_the_sample_is_offered(engine, monkeypatch):
    monkeypatch.setattr("tui.screens.library.sample_path", lambda: Path("sample.txt"))
    app = start(engine)
    async with app.run_test(size=(100, 30)) as pilot:
        assert "The sample article" in drawn(app, "#recent")
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_a_path_that_cannot_be_read_is_said(engine):
    app = start(engine)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "o", *"nope", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert [note.message for note in app._notifications] == [
            "nope: there is [no] such file; check the path"
        ]


@pytest.fixture
def page(monkeypatch, tmp_path) -> Path:
    """Stands in for the page and for saving it; gives the default path."""
    path = tmp_path / "Harbor [of] Velden.md"
    page = ModuleType("briefing.page")
    page.to_markdown = lambda briefing: f"# {briefing.article.title}\n"
    save = ModuleType("briefing.save")

    def save_page(text: str, path: Path, *, overwrite: bool = False) -> None:
        if not path.parent.is_dir():
            raise SaveError(f"{path.parent} is [no] folder; choose another")
        assert overwrite or not path.exists()
        path.write_text(text)

    save.save_page = save_page
    save.default_path = lambda _: path
    monkeypatch.setitem(sys.modules, "briefing.page", page)
    monkeypatch.setitem(sys.modules, "briefing.save", save)
    return path


async def test_s_saves_where_the_field_says(finished_app, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "enter")
        assert page.read_text() == "# Harbor of Velden closes for repairs\n"
        assert str(page) in [note.message for note in app._notifications][-1]
        assert isinstance(app.screen, ReaderScreen)


async def test_an_existing_file_is_replaced_only_after_yes(finished_app, page):
    page.write_text("old")
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "enter", "n")
        assert page.read_text() == "old"
        assert isinstance(app.screen, SaveScreen)
        await press(pilot, "enter", "y")
        assert page.read_text().startswith("# Harbor")
        assert isinstance(app.screen, ReaderScreen)


async def test_a_failed_save_says_why_and_stays(finished_app, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        app.screen.query_one("#path").value = str(page.parent / "none" / "x.md")
        await press(pilot, "enter")
        assert isinstance(app.screen, SaveScreen)
        assert "is [no] folder" in " ".join(drawn(app, "#answer").split())
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_an_unfinished_briefing_is_not_saved(engine, page):
    app = BriefApp([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert isinstance(app.screen, ReaderScreen)
        assert "not finished" in [note.message for note in app._notifications][-1]
    assert not page.exists()


async def test_a_name_that_ends_in_html_saves_html(finished_app, tmp_path):
    path = tmp_path / "harbor.HTML"
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert "ends in .html" in drawn(app, "#formats")
        app.screen.query_one("#path").value = str(path)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
    assert path.read_text().startswith("<!DOCTYPE html>")
    assert "<h1>Harbor of Velden closes for repairs</h1>" in path.read_text()
