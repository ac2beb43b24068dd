"""No file name, source or typed word reaches the screen as anything but words.

Each row that is drawn has no character that a terminal obeys or a reader cannot see, and is as wide
as the screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.library.store import Library
from briefing.model import Briefing
from briefing.options import Options
from briefing.reading import articles_of
from briefing.sanitize import path_line
from briefing.service import Service
from tests.hostile.names import ALL, NAMES
from tests.tui.conftest import until_whole
from tests.tui.example import FakeEngine, brief_app, make_article, make_briefing
from tui.app import BriefApp
from tui.command.settings_listing import listing
from tui.session_state import Remembered
from tui.settings import Settings

SIZE = (120, 60)


def batched(names: Iterable[str], size: int) -> list[tuple[str, ...]]:
    left = iter(names)
    return list(iter(lambda: tuple(islice(left, size)), ()))


EMOJI_SIGN = re.compile("([\u2190-\u2bff\U0001f000-\U0001faff0-9#*])\ufe0f")
FEW = [" ".join(some) for some in batched(NAMES.values(), 12)]
"""All names, several in one."""


def drawn(app: BriefApp) -> list[str]:
    strips = app.screen._compositor.render_strips(app.screen.size)
    return ["".join(part.text for part in strip) for strip in strips]


def hostile_in(rows: list[str]) -> list[str]:
    """The rows with a character that has no business on a screen; told without the sanitizer."""
    plain = [EMOJI_SIGN.sub(r"\1", row) for row in rows]  # a sign that belongs to an emoji is none
    return [row for row in plain if any(map(is_hostile, row)) or has_many_marks(row)]


def is_hostile(char: str) -> bool:
    code = ord(char)
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}:
        return char not in "\u200c\u200d"
    return char in "\u115f\u1160\u3164\uffa0\u2800\ufffc\u180b\u180c\u180d\u180f" or (
        0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF or code & 0xFFFE == 0xFFFE
    )


def has_many_marks(row: str) -> bool:
    marks = [unicodedata.category(char) in {"Mn", "Me"} for char in row]
    return any(all(marks[at : at + 5]) for at in range(len(marks) - 4))


class Screens:
    """Looks at one screen after the other."""

    def __init__(self) -> None:
        self.rows: dict[str, list[str]] = {}

    async def look(self, name: str, pilot: Pilot[None]) -> None:
        await pilot.pause()
        self.rows[name] = drawn(pilot.app)
        assert hostile_in(self.rows[name]) == [], name
        assert {cell_len(row) for row in self.rows[name]} == {pilot.app.size.width}, name


def shelf(path: Path, names: list[str]) -> Service:
    """A library as an earlier brief may have kept it, with the names as they were."""
    library = Library(path)
    for number, name in enumerate(names):
        article = replace(make_article(f"Text {number}"), source=name, title=name)
        library.save(Briefing(article=article), Options())
    return Service(lambda: library, lambda: pytest.fail("no engine is needed"))


def encodable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


async def test_the_start_screen(tmp_path):
    names = [encodable(name) for name in NAMES.values()]
    app = brief_app([], FakeEngine().submit, library=shelf(tmp_path / "library.sqlite", names))
    screens = Screens()
    async with app.run_test(size=(120, 140)) as pilot:
        await screens.look("recent", pilot)
        words = ALL
        app.screen.query_one("#path", Input).value = words
        await screens.look("found", pilot)
        app.screen._opening._show_reading(f"reading {words}")
        await screens.look("reading", pilot)
        app.say(f"{words}\n{words}", failed=True)
        await screens.look("told", pilot)
        await pilot.press("ctrl+p")
        app.screen.query_one(Input).value = words
        await screens.look("palette", pilot)
    app.library.close()


async def test_the_reader_and_the_dialogs(tmp_path):
    text = make_article().text
    names = [f"/x/{name}" for name in FEW]
    articles = [
        replace(articles_of(text.encode(), name)[0], title="" if number % 2 else "Same title")
        for number, name in enumerate(names)
    ]
    remembered = Remembered()
    (tmp_path / encodable(NAMES["to the left"])).mkdir()
    remembered.folder = next(tmp_path.iterdir())
    cached = {n: replace(make_briefing(), article=one) for n, one in enumerate(articles)}
    app = brief_app(articles, FakeEngine().submit, cached=cached, remembered=remembered)
    screens = Screens()
    async with app.run_test(size=SIZE) as pilot:
        await until_whole(pilot)
        await screens.look("reader", pilot)
        await pilot.press("a")
        await screens.look("articles", pilot)
        for _ in articles:
            await pilot.press("i")
            await screens.look("card", pilot)
            await pilot.press("escape", "down")
        await pilot.press("slash")
        app.screen.query_one(Input).value = ALL[:80]
        await screens.look("search", pilot)
        await pilot.press("escape", "question_mark")
        await screens.look("help", pilot)
        await pilot.press("escape")
        for key in ("s", "S"):
            await pilot.press(key)
            await screens.look(f"save {key}", pilot)
            for name in FEW:
                app.screen.field.value = f"/no/{name}.pdf"
                app.screen.answer(name)
                await screens.look(f"typed {key}", pilot)
            app.screen.ask(f"{names[-1]} is there already. Replace it?")
            await screens.look(f"asked {key}", pilot)
            await pilot.press("n", "escape")
            await pilot.pause()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_source_of_an_article(name):
    (article,) = articles_of(b"Mill fire\n\nIt burned in Oslo.", f"/x/{name}")
    assert hostile_in([article.source]) == []
    assert article.source == path_line(f"/x/{name}")
    assert hostile_in(listing(Settings(), Path(f"/x/{name}"), {}).split("\n")) == []


def test_the_entries_of_a_library(tmp_path):
    service = shelf(tmp_path / "library.sqlite", [encodable(name) for name in NAMES.values()])
    entries = service.listed(limit=99)
    kept = [service.article(entry.key).source for entry in entries]
    assert len(entries) == len(NAMES)
    assert hostile_in([*kept, *(f"{entry.title} {entry.source}" for entry in entries)]) == []
    service.close()
