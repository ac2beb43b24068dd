"""Every key of every command does what its help says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from textual.command import CommandPalette

from briefing.errors import AnalysisError
from briefing.library import Entry
from tests.tui.example import FakeEngine, FakeShelf, brief_app, make_article, make_briefing
from tests.tui.test_reader import WIDE, drawn, press, reader
from tests.tui.test_start_and_save import FakeSources
from tui.app import BriefApp
from tui.commands import COMMANDS
from tui.correcting.asking import AskScreen
from tui.correcting.choosing import ChooseScreen
from tui.correcting.picking import PickScreen
from tui.details.card import CardScreen
from tui.dossier.screen import DossierScreen
from tui.panes.registry import EVIDENCE_PANES
from tui.saving.save import SaveScreen
from tui.saving.save_all import SaveAllScreen
from tui.screens.help import HelpScreen
from tui.screens.start import LibraryScreen
from tui.theme import ANSI, AUTO, DARK, LIGHT

SMALL = (60, 12)
LONG = "\n\n".join(f"Paragraph {number} has some words." for number in range(99))


class Case(NamedTuple):
    """What is pressed first, what is looked at, and how it must have changed."""

    before: tuple[str, ...]
    look: Callable[[BriefApp], Any]
    changed: Callable[[Any, Any], bool]
    size: tuple[int, int] = SMALL


def top(app):
    return reader(app).article_view.scroll_offset.y


def pane(app):
    return app.focused.id


def spot(app):
    span = reader(app).evidence.span
    return span[0] if span else None


def length(app):
    return len(reader(app).pane("summary").rows)


def width(app):
    return reader(app).article_view.region.width


def number(app):
    return reader(app).state.number


def screen(app):
    return type(app.screen)


def order(app):
    return [row.item for row in app.focused.rows]


def map_view(app):
    places = reader(app).pane("places")
    return [places.render_line(y).text for y in range(places.content_size.height)]


def ticked(app):
    return len(app.screen.query_one("#articles").ticked)


def actors(app):
    return len(reader(app).pane("actors").rows)


def choices(app):
    return reader(app).analysis.briefing.composition.choices


def certain(app):
    return sum(quote.certain for quote in reader(app).briefing.quotes)


def more(before, after):
    return after > before


def less(before, after):
    return after < before


def other(before, after):
    return after != before


def now(value):
    return lambda _, after: after == value


CASES = {
    "line-down": Case((), top, lambda a, b: b == a + 1),
    "line-up": Case(("end",), top, lambda a, b: b == a - 1),
    "page-down": Case((), top, lambda a, b: b > a + 4),
    "page-up": Case(("end",), top, lambda a, b: b < a - 4),
    "half-down": Case((), top, lambda a, b: a + 1 < b < a + 8),
    "half-up": Case(("end",), top, lambda a, b: a - 8 < b < a - 1),
    "first": Case(("end",), top, now(0)),
    "last": Case((), top, lambda a, b: b > a + 4),
    "show": Case(("3",), pane, now("article")),
    "show-item": Case(("right",), pane, now("places")),
    "mark-before": Case(("right", "right", "right"), spot, less),
    "mark-after": Case(("right", "right"), spot, more),
    "back": Case(("3", "enter"), pane, now("actors")),
    "next-mention": Case(("3",), spot, more),
    "previous-mention": Case(("3", "n", "n"), spot, less),
    "details": Case(("3",), screen, now(CardScreen)),
    "only": Case(("3",), lambda app: reader(app).state.only_name, now("Ada Fennimore")),
    "search": Case((), pane, now("query")),
    "longer": Case((), length, more),
    "shorter": Case((), length, less),
    "pane-article": Case(("3",), pane, now("article")),
    **{f"pane-{spec.name}": Case((), pane, now(spec.name)) for spec in EVIDENCE_PANES},
    "next-pane": Case((), pane, now("summary")),
    "previous-pane": Case(("3",), pane, now("summary")),
    "zoom": Case(("3",), lambda app: app.focused.region.width, more, WIDE),
    "wider": Case((), width, more, WIDE),
    "narrower": Case((), width, less, WIDE),
    "choose-words": Case((), screen, now(ChooseScreen)),
    "page": Case((), pane, now("page")),
    "sheet": Case((), pane, now("page")),
    "write": Case((), screen, now(PickScreen)),
    "copy-page": Case((), lambda app: app.clipboard, other),
    "pipe": Case((), screen, now(AskScreen)),
    "put-on-page": Case(("3",), choices, other),
    "up-on-page": Case(("3", "down"), choices, other),
    "down-on-page": Case(("3",), choices, other),
    "pane-figures": Case((), pane, now("figures")),
    "by-count": Case(("7",), lambda app: app.focused.reordered, other),
    "correct": Case(("3",), screen, now(PickScreen)),
    "hide": Case(("3",), actors, less),
    "hidden": Case(("3", "x"), screen, now(PickScreen)),
    "rename": Case(("3",), screen, now(AskScreen)),
    "set-role": Case(("3",), screen, now(AskScreen)),
    "set-kind": Case(("3",), screen, now(PickScreen)),
    "merge": Case(("3",), screen, now(PickScreen)),
    "split": Case(("3",), actors, more),
    "set-speaker": Case(("5",), screen, now(PickScreen)),
    "confirm-speaker": Case(("5", "down"), certain, more),
    "set-place": Case(("4",), screen, now(PickScreen)),
    "set-date": Case(("6",), screen, now(AskScreen)),
    "undo": Case(("3", "x"), actors, more),
    "redo": Case(("3", "x", "u"), actors, less),
    "save": Case((), screen, now(SaveScreen)),
    "copy": Case(("5",), lambda app: app.clipboard, lambda _, after: "winter storms" in after),
    "next-article": Case((), number, now(1)),
    "previous-article": Case(("right_square_bracket",), number, now(0)),
    "articles": Case((), pane, now("articles")),
    "save-all": Case((), screen, now(SaveAllScreen)),
    "dossier": Case((), screen, now(DossierScreen)),
    "open": Case((), screen, now(LibraryScreen)),
    "leave": Case(("3",), pane, now("article")),
    "zoom-in": Case(("4",), map_view, other, WIDE),
    "zoom-out": Case(("4",), map_view, other, WIDE),
    "map-west": Case(("4",), map_view, other, WIDE),
    "map-east": Case(("4",), map_view, other, WIDE),
    "map-north": Case(("4",), map_view, other, WIDE),
    "map-south": Case(("4",), map_view, other, WIDE),
    "map-fit": Case(("4", "+", "+"), map_view, other, WIDE),
    "by-speaker": Case(("5",), lambda app: app.focused.border_subtitle, other, WIDE),
    "by-time": Case(("6",), order, other),
    "tick": Case(("a",), ticked, now(1)),
    "tick-all": Case(("a",), ticked, now(2)),
    "dark": Case(("colon", *"light theme", "enter"), lambda app: app.theme, now(DARK)),
    "light": Case((), lambda app: app.theme, now(LIGHT)),
    "ansi": Case((), lambda app: app.theme, now(ANSI)),
    "auto": Case((), lambda app: app.remembered.theme, now(AUTO)),
    "help": Case((), screen, now(HelpScreen)),
    "palette": Case((), lambda app: isinstance(app.screen, CommandPalette), now(True)),
    "quit": Case((), lambda app: app._exit, now(True)),
}
ELSEWHERE = {
    *("retry", "open-entry", "path", "return", "redraw", "suspend", "watch"),
    *("sort", "pick", "remove", "remove-batch", "put-back", "open-story", "same-story"),
    *(command.id for command in COMMANDS if command.scope == "feeds"),
    "feeds",
}
"""Commands that need another screen or a failure, which are tried below, or a terminal, or a file
of names, or several articles that tell the same, or feeds (see test_feeds_screen)."""


def test_every_command_is_tried():
    assert CASES.keys() | ELSEWHERE == {command.id for command in COMMANDS}


def two_articles() -> BriefApp:
    other_one = make_article(LONG, "Another one")
    engine = FakeEngine()
    briefings = {0: make_briefing(), 1: make_briefing(make_article())}
    return brief_app([make_article(), other_one], engine.submit, cached=briefings)


@pytest.mark.parametrize(
    ("command", "key"),
    [
        pytest.param(command, key, id=f"{command.id}-{key or 'palette'}")
        for command in COMMANDS
        if command.id in CASES
        for key in command.keys.split(",")
    ],
)
async def test_a_key_does_what_it_says(command, key):
    case = CASES[command.id]
    app = two_articles()
    async with app.run_test(size=case.size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, *case.before)
        await app.workers.wait_for_complete()
        await pilot.pause()
        before = case.look(app)
        if key:
            await press(pilot, key)
        else:
            await app.run_command(command.action, app.screen)
        await pilot.pause()
        assert case.changed(before, case.look(app)), (before, case.look(app))


async def test_r_tries_again_after_a_failure(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=SMALL) as pilot:
        engine.jobs[0].fail(AnalysisError("no luck"))
        await pilot.pause()
        await press(pilot, "r")
        assert len(engine.jobs) == 2


START_CASES = {
    "sort": ((), "C A B"),
    "pick": ((), "C A B"),
    "remove": ((), "A B"),
    "remove-batch": (("down",), "C"),
    "put-back": (("x", "x"), "B A"),
}


@pytest.mark.parametrize(
    ("command", "key"),
    [
        pytest.param(command, key, id=f"{command.id}-{key}")
        for command in COMMANDS
        if command.id in START_CASES
        for key in command.keys.split(",")
    ],
)
async def test_a_key_of_the_start_screen_does_what_it_says(engine, monkeypatch, command, key):
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: None)
    at = "2030-04-12T09:12:00Z"
    entries = [
        Entry(key=name, title=name, source=f"{name}.txt", word_count=9, opened=at, batch=batch)
        for name, batch in (("C", None), ("A", at), ("B", at))
    ]
    app = brief_app([], engine.submit, library=FakeShelf(entries))
    before, wanted = START_CASES[command.id]
    async with app.run_test(size=(100, 12)) as pilot:
        for one in (*before, key):
            await press(pilot, one)
            await app.workers.wait_for_complete()
            await pilot.pause()
        rows = app.screen.query_one("#recent").rows
        if command.id == "sort":
            assert [row.item.title for row in rows] == ["A", "B", "C"]
        else:
            assert " ".join(row.item.title for row in rows) == wanted
        if command.id == "pick":
            assert "✓ C" in drawn(app, "#recent")


async def test_keys_of_the_start_screen(engine, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: tmp_path / "sample.txt")
    app = brief_app([], engine.submit, sources=FakeSources())
    async with app.run_test(size=SMALL) as pilot:
        for key in ("o", "slash"):
            await press(pilot, key)
            assert pane(app) == "path"
            await press(pilot, "escape")
            assert pane(app) == "recent"
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Reader" in screen(app).__name__
        await press(pilot, "o")
        assert screen(app) is LibraryScreen
