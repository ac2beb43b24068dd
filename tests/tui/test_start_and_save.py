"""The start screen and the save dialog."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Event
from urllib.parse import quote

import pytest
from textual import events
from textual.widgets import Input

from briefing.errors import ReadError
from briefing.library import Entry
from briefing.page.formats import BY_NAME, FORMATS, renderer
from briefing.page.one_page import to_markdown
from tests.tui.example import TEXT, FakeShelf, brief_app, make_article
from tests.tui.test_reader import WIDE, drawn, press
from tui.app import BriefApp
from tui.dropped_files import dropped_paths, path_of
from tui.reader.screen import ReaderScreen
from tui.saving.format_bar import format_items
from tui.saving.save import SaveScreen, with_ending
from tui.screens.start import LibraryScreen
from tui.settings import Settings
from tui.widgets.bar import items_that_fit
from tui.widgets.strips import width_of

LIMIT = 60
"""Seconds after which what is waited for will not come."""
ENTRY = Entry(
    key="1", title="A [bold]title[/]", source="a.txt", word_count=120, opened="2031-05-04T10:20:30"
)


def FakeLibrary() -> FakeShelf:  # noqa: N802 - a class to those who use it
    return FakeShelf([ENTRY])


class FakeSources:
    """Two files and a text that can be opened, and nothing else."""

    def open(self, source: str, **_: object) -> list[object]:
        if Path(source).name in ("a.txt", "sample.txt"):
            return [make_article()]
        return [ReadError(f"{source}: there is [no] such file; check the path")]

    def open_text(self, text: str) -> list[object]:
        return [make_article(text, text.split("\n")[0])]


def start(engine, library=None) -> BriefApp:
    return brief_app([], engine.submit, library=library, sources=FakeSources())


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
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: Path("sample.txt"))
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


@pytest.mark.parametrize("size", [WIDE, (100, 30), (60, 20)])
async def test_another_article_is_opened_beside_the_one_that_is_read(engine, size):
    other = make_article(TEXT.replace("Velden", "Lund"), "Harbor of Lund")
    app = brief_app([other], engine.submit, library=FakeLibrary())
    async with app.run_test(size=size) as pilot:
        engine.jobs[0].end()
        reader = app.screen
        await press(pilot, "3", "o", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is reader
        assert "[ 2/2 ]" in drawn(app, "#header")
        assert "Harbor of Velden" in drawn(app, "#header")
        assert len(engine.jobs) == 2
        await press(pilot, "a", "up")
        assert "Harbor of Lund" in drawn(app, "#header")
        assert "Harbor of Velden" in drawn(app, "#articles")
        await press(pilot, "o")
        assert "reading" not in drawn(app, "#header")
        await press(pilot, "escape")
        assert app.screen is reader


async def test_an_article_that_is_open_already_is_shown_and_not_opened_twice(engine):
    other = make_article(TEXT.replace("Velden", "Lund"), "Harbor of Lund")
    app = brief_app([make_article(), other], engine.submit, library=FakeLibrary())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "o", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "[ 1/2 ]" in drawn(app, "#header")


async def test_words_find_a_recent_article(engine, monkeypatch):
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: Path("sample.txt"))
    app = start(engine, FakeLibrary())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", *"sample")
        assert "bold" not in drawn(app, "#recent")
        await press(pilot, "escape")
        assert "bold" in drawn(app, "#recent")
        await press(pilot, "slash", *"bold", "down")
        assert app.focused.id == "recent"
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "escape")
        assert "bold" in drawn(app, "#recent")


async def test_enter_in_the_field_opens_what_was_found(engine, monkeypatch):
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: None)
    app = start(engine, FakeLibrary())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", *"title", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_an_address_is_named_as_it_was_typed(engine):
    app = start(engine)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "o", *"https://a.example/b", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [note.message.split(": ")[0] for note in app._notifications] == [
            "https://a.example/b"
        ]


@pytest.mark.parametrize("typed", ["{}", "'{}'", '"{}"', "{escaped}"])
def test_a_path_that_a_terminal_wrote_in_its_own_way(tmp_path, typed):
    path = tmp_path / "the news.txt"
    path.write_text("News")
    assert path_of(typed.format(path, escaped=str(path).replace(" ", "\\ "))) == str(path)


@pytest.mark.parametrize(
    "written",
    [
        "{one}",
        "{one} \n",
        "'{one}' ",
        "{one_escaped}",
        "file://{one_address}",
        "file://localhost{one_address}\r\n",
        "{one_escaped} '{two}'",
        "{one}\n{two}\n",
        "file://{one_address}\r\nfile://{two_address}\r\n",
    ],
)
def test_files_that_were_dropped(tmp_path, written):
    one, two = tmp_path / "the  news #1?.txt", tmp_path / "café 100%.txt"
    names = {}
    for name, path in (("one", one), ("two", two)):
        path.write_text("News")
        names |= {name: path, f"{name}_address": quote(str(path))}
        names[f"{name}_escaped"] = re.sub(r"([ #?%])", r"\\\1", str(path))
    expected = [path for name, path in (("one", one), ("two", two)) if "{" + name in written]
    assert dropped_paths(written.format(**names)) == tuple(map(str, expected))


@pytest.mark.parametrize(
    "pasted",
    ["", "\n", "news.txt", "/no/such file", "/tmp and\nmore", "file://elsewhere/tmp", "it's"],
)
def test_what_is_no_dropped_file(pasted):
    assert dropped_paths(pasted) == ()


@pytest.mark.parametrize("typed", ["", "it's", "no such file", "a" * 5000, "a\0b"])
def test_what_is_no_path(typed):
    assert path_of(typed) is None


@pytest.fixture
def page(monkeypatch, tmp_path) -> Path:
    """Where the example's page goes by itself; the folder is there and empty."""
    folder = tmp_path / "my [documents]"
    folder.mkdir()
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder))
    return folder / "harbor-of-velden-closes-for-repairs.md"


async def test_s_saves_where_the_field_says(finished_app, briefing, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "enter")
        assert page.read_text() == to_markdown(briefing)
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
    (page.parent / "[no] folder").write_text("a file")
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        app.screen.query_one("#path").value = str(page.parent / "[no] folder" / "x.md")
        await press(pilot, "enter")
        assert isinstance(app.screen, SaveScreen)
        assert "part of the path is a file, not a folder" in " ".join(drawn(app, "#answer").split())
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_a_folder_is_completed_with_the_name_of_the_page(finished_app, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        app.screen.query_one("#path").value = str(page.parent)
        await press(pilot, "enter")
        assert page.read_text().startswith("# Harbor")


async def test_no_page_is_saved_as_what_it_is_not(finished_app, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        app.screen.query_one("#path").value = str(page.with_suffix(".pdf"))
        await press(pilot, "enter")
        assert isinstance(app.screen, SaveScreen)
        assert "end the name with .md, .html, .docx, .txt, " in " ".join(
            drawn(app, "#answer").split()
        )
        assert not list(page.parent.iterdir())


async def test_an_unfinished_briefing_is_not_saved(engine, page):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert isinstance(app.screen, ReaderScreen)
        assert "not finished" in [note.message for note in app._notifications][-1]
    assert not page.exists()


# The format


def lit_format(app: BriefApp) -> str:
    """The format that is shown as the present one."""
    strip = app.screen.query_one("#formats").render_line(0)
    return "".join(part.text for part in strip if part.style and part.style.reverse).strip()


def field(app: BriefApp) -> Input:
    return app.screen.query_one("#path", Input)


async def test_a_name_that_ends_in_html_saves_html(finished_app, tmp_path):
    path = tmp_path / "harbor.HTML"
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert lit_format(app) == "Markdown"
        field(app).value = str(path)
        await pilot.pause()
        assert lit_format(app) == "HTML"
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
    assert path.read_text().startswith("<!DOCTYPE html>")
    assert "<h1>Harbor of Velden closes for repairs</h1>" in path.read_text()


async def test_tab_changes_the_format_and_the_name(finished_app, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert "Markdown" in drawn(app, "#formats")
        assert "HTML" in drawn(app, "#formats")
        await press(pilot, "tab")
        assert (field(app).value, lit_format(app)) == (str(page.with_suffix(".html")), "HTML")
        await press(pilot, "shift+tab", "enter")
    assert page.is_file()


async def test_the_formats_come_one_after_another(finished_app, briefing, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "shift+tab")
        for form in reversed(FORMATS):
            named = str(page.with_name(page.stem + form.ending))
            assert (field(app).value, lit_format(app)) == (named, form.label)
            await press(pilot, "shift+tab")
        await press(pilot, "tab", "tab", "tab", "enter")
    assert page.with_suffix(".docx").read_bytes() == renderer(BY_NAME["docx"])(briefing)


@pytest.mark.parametrize("width", [0, 10, 25, 40, 54, 74])
def test_the_chosen_format_is_in_view(width):
    for form in FORMATS:
        line, _ = items_that_fit(format_items(form.ending, width), width or 99)
        shown = dict(line)
        assert shown[form.label] == "marker-on"
        assert list(shown.values()).count("marker-on") == 1
        assert width_of(line) <= (width or 99)


async def test_a_click_changes_the_format(finished_app, page):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        at = drawn(app, "#formats").index("HTML")
        await pilot.click("#formats", offset=(at, 0))
        await pilot.pause()
        assert field(app).value == str(page.with_suffix(".html"))
        assert field(app).has_focus


@pytest.mark.parametrize(
    ("name", "ending", "named"),
    [
        ("a.md", ".html", "a.html"),
        ("a.HTML", ".md", "a.md"),
        ("a.Obsidian.md", ".org", "a.org"),
        ("a.csl.json", ".json", "a.json"),
        ("a.b.json", ".csl.json", "a.b.csl.json"),
        (".md", ".html", ".md.html"),
        ("v1.2", ".html", "v1.2.html"),
        ("~/x y/a", ".md", "~/x y/a.md"),
        ("", ".html", ""),
        ("pages/", ".html", "pages/"),
    ],
)
def test_only_an_ending_that_says_the_format_is_replaced(name, ending, named):
    assert with_ending(name, ending) == named


async def test_ctrl_o_saves_and_opens_the_page(finished_app, page, monkeypatch):
    opened = []
    app = finished_app()
    monkeypatch.setattr("tui.terminal.browsing.open_page", lambda *given: opened.append(given[1]))
    page.write_text("old")
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "ctrl+o")
        assert opened == []
        await press(pilot, "n", "enter", "n", "ctrl+o", "y")
        assert isinstance(app.screen, ReaderScreen)
    assert opened == [page.as_uri()]
    assert page.read_text().startswith("# Harbor")


@pytest.mark.parametrize("size", [WIDE, (40, 12)])
async def test_a_path_that_is_longer_than_its_field_is_shown_whole(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        app.screen.field.value = "x.md"
        await pilot.pause()
        assert drawn(app, "#whole").strip() == ""
        app.screen.field.value = path = f"/news/{'w' * 30}/{'x' * 20}/{'y' * 20}/z.md"
        await pilot.pause()
        assert "".join(drawn(app, "#whole").split()) == path


async def test_the_next_page_goes_where_the_last_one_went(finished_app, tmp_path):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        name = Path(field(app).value).name
        field(app).value = str(tmp_path / "pages" / "first.md")
        await press(pilot, "enter", "s")
        assert field(app).value == str(tmp_path / "pages" / name)
    assert app.remembered.folder == tmp_path / "pages"


async def test_the_template_of_the_settings_lays_the_page_out(finished_app, tmp_path):
    app = finished_app(settings=Settings(template="memo"))
    async with app.run_test(size=WIDE) as pilot:
        for ending, begin in ((".md", "# Memo: Harbor"), (".html", "<!DOCTYPE")):
            await press(pilot, "s")
            field(app).value = str(tmp_path / f"a{ending}")
            await press(pilot, "enter")
            text = (tmp_path / f"a{ending}").read_text()
            assert text.startswith(begin)
            assert "Memo: Harbor" in text


async def test_a_template_that_is_gone_is_told_in_the_dialog(finished_app, tmp_path):
    app = finished_app(settings=Settings(template="gone"))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        field(app).value = str(tmp_path / "a.md")
        await press(pilot, "enter")
        assert isinstance(app.screen, SaveScreen)
        assert "no template gone" in " ".join(drawn(app, "#answer").split())
    assert list(tmp_path.iterdir()) == []


PASTE = TEXT.replace("Velden", "Lund")


@pytest.mark.parametrize("keys", [(), ("o",)], ids=["in the list", "in the field"])
async def test_a_paste_of_several_lines_is_an_article(engine, keys):
    app = start(engine)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, *keys)
        app.screen.focused.post_message(events.Paste(PASTE))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert "Harbor of Lund" in drawn(app, "#header")


@pytest.mark.parametrize("keys", [(), ("o",)], ids=["in the list", "in the field"])
async def test_a_paste_of_one_line_is_typed(engine, keys):
    app = start(engine)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, *keys)
        app.screen.focused.post_message(events.Paste("/home/ada/a\x1b[31m.txt\n"))
        await pilot.pause()
        assert app.screen.query_one("#path", Input).value == "/home/ada/a.txt"


@pytest.mark.parametrize("keys", [(), ("o",)], ids=["in the list", "in the field"])
async def test_a_file_that_is_dropped_is_opened(engine, tmp_path, keys):
    path = tmp_path / "the  news" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    app = start(engine)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, *keys)
        app.screen.focused.post_message(events.Paste(f"'{path}' "))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_a_file_that_is_dropped_on_an_article_is_opened_beside_it(engine, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    other = make_article(TEXT.replace("Velden", "Lund"), "Harbor of Lund")
    app = brief_app([other], engine.submit, sources=FakeSources())
    async with app.run_test(size=(100, 30)) as pilot:
        app.screen.focused.post_message(events.Paste(str(path)))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen.analyses) == 2


class SlowSources(FakeSources):
    """Fetches until it is told to stop."""

    def __init__(self) -> None:
        self.fetching = Event()
        self.ended = Event()

    def open(self, _: str, *, on_progress, stop) -> list[object]:
        on_progress(120_000, 400_000)
        self.fetching.set()
        while not stop():
            self.ended.wait(0.01)  # without taking the processor from the screen
        self.ended.set()
        return [ReadError("the fetch was stopped")]


async def begin_to_fetch(pilot, sources: SlowSources) -> None:
    await press(pilot, "o", *"https://x.example", "enter")
    while not sources.fetching.is_set():
        await pilot.pause()


async def test_a_fetch_shows_how_far_it_is_and_escape_ends_it(engine):
    sources = SlowSources()
    app = brief_app([], engine.submit, sources=sources)
    async with app.run_test(size=(100, 30)) as pilot:
        await begin_to_fetch(pilot, sources)
        assert "120 of 400 kB" in drawn(app, "#header")
        await press(pilot, "escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "kB" not in drawn(app, "#header")
        assert [note.message for note in app._notifications] == ["the fetch was stopped"]


async def test_a_fetch_ends_with_the_program(engine):
    sources = SlowSources()
    app = brief_app([], engine.submit, sources=sources)
    async with app.run_test(size=(100, 30)) as pilot:
        await begin_to_fetch(pilot, sources)
    assert sources.ended.wait(LIMIT)


async def test_keys_after_opening_another_go_to_the_field_and_escape_leads_back(engine):
    app = brief_app([make_article()], engine.submit, library=FakeLibrary())
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await press(pilot, "o", *"quiz")
        assert app.screen.query_one("#path", Input).value == "quiz"
        await press(pilot, "escape", "escape")
        assert app.screen is reader


@pytest.mark.parametrize(
    ("typed", "is_listed"),
    [("120 bold", True), ("bold title", True), ("bold missing", False)],
)
async def test_all_words_of_the_field_are_looked_for_in_any_order(engine, typed, is_listed):
    app = start(engine, FakeLibrary())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "o", *["space" if key == " " else key for key in typed])
        assert ("A [bold]title[/]" in drawn(app, "#recent")) == is_listed
