"""Every ink can be read on every ground, and no kind of mark is told by its color alone."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from rich.style import Style
from textual.color import BLACK
from textual.geometry import Region

from tests.tui.test_reader import WIDE, press
from tui.app import BriefApp
from tui.messages import GroundTold
from tui.settings import Settings
from tui.text_search import query_of
from tui.theme import (
    ANSI,
    AUTO,
    DARK,
    FEW_COLORS,
    INKS,
    LIGHT,
    Ground,
    ink,
    overlay,
    themes,
)
from tui.widgets.strips import lit, strip_of

ROOT = Path(__file__).parents[2]
GROUNDS = get_args(Ground)
ONLY_RULES = {"faint"}
MARKS = (
    "ink",
    "mark-actor",
    "mark-place",
    "mark-quote",
    "mark-date",
    "mark-quoted-actor",
    "mark-quoted-place",
    "mark-quoted-date",
)


def luminance(color: tuple[int, int, int]) -> float:
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    parts = [part / 255 for part in color]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    assert style.color
    assert style.bgcolor
    pair = [luminance(color.get_truecolor()) for color in (style.color, style.bgcolor)]
    return (max(pair) + 0.05) / (min(pair) + 0.05)


def signs(style: Style) -> tuple[bool, ...]:
    """What of a style is there without any color."""
    kinds = (style.bold, style.italic, style.underline, style.reverse, style.dim)
    return tuple(map(bool, kinds))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_every_ink_can_be_read_on_every_ground(theme, ground):
    ratios = {name: contrast(ink(theme, name, ground)) for name in INKS if name not in ONLY_RULES}
    assert {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_grounds_can_be_told_apart(theme):
    grounds = [ink(theme, "ink", ground).bgcolor for ground in GROUNDS]
    assert len(set(grounds)) == len(GROUNDS)


@pytest.mark.parametrize("theme", [DARK, LIGHT, ANSI])
def test_marks_differ_without_color(theme):
    for one, other in combinations(MARKS, 2):
        assert signs(ink(theme, one)) != signs(ink(theme, other)), (one, other)


def test_the_terminals_own_theme_tells_grounds_without_color():
    told = {ground: signs(ink(ANSI, "ink", ground)) for ground in GROUNDS if ground != "selected"}
    assert len(set(told.values())) == len(told)


def test_an_overlay_is_the_ground_alone():
    assert overlay(LIGHT, "hit").color is None
    assert overlay(LIGHT, "hit").bgcolor == ink(LIGHT, "ink", "hit").bgcolor
    assert overlay(ANSI, "hit").reverse


@pytest.mark.parametrize("theme", [DARK, LIGHT, ANSI])
def test_what_a_search_finds_is_told_on_every_theme(theme):
    strip = lit(strip_of([("a harbor", "ink")], theme, 8), query_of("harbor"), theme)
    before, found = [part.style for part in strip if part.text]
    assert before == ink(theme, "ink")
    assert found == ink(theme, "ink", "hit")


def colors_on(app: BriefApp) -> set[str]:
    """Names of all colors on the screen, frames and scroll bars included."""
    names = set()
    for widget in app.screen.query("*"):
        if not widget.size or not widget.is_on_screen:
            continue
        for strip in widget.render_lines(Region(0, 0, *widget.outer_size)):
            for segment in strip:
                style = segment.style or Style()
                names |= {color.name for color in (style.color, style.bgcolor) if color}
    return names


@pytest.mark.parametrize("keys", [("3",), ("s",), ("question_mark",)])
async def test_the_terminals_own_theme_uses_its_colors_only(finished_app, keys):
    app = finished_app(theme=ANSI)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *keys)
        names = colors_on(app)
    assert names & {"magenta", "color(5)"}
    assert {name for name in names if name.startswith("#")} == set()


async def test_the_themes_can_be_changed_and_changed_back(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        for theme in (ANSI, LIGHT, DARK):
            app.action_theme(theme)
            await pilot.pause()
            hexadecimal = any(name.startswith("#") for name in colors_on(app))
            assert hexadecimal == (theme != ANSI)


def test_no_color_is_kept_out_of_the_terminals_own_theme():
    code = (
        "from tui.theme import ANSI, INKS, ink, themes\n"
        "names = {c.name for n in INKS for g in ('background', 'current', 'hit')"
        " for c in (ink(ANSI, n, g).color, ink(ANSI, n, g).bgcolor)}\n"
        "print(names, themes()[2].accent, ink(ANSI, 'ink', 'evidence').reverse)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_COLOR": "1"},
        check=True,
    )
    assert done.stdout.split() == ["{'default'}", "ansi_default", "True"]


def test_themes_have_names_that_are_offered():
    names = [theme.name for theme in themes()]
    assert names[:3] == [DARK, LIGHT, ANSI]
    assert all(name.endswith(FEW_COLORS) for name in names[3:])


# On terminals with few colors, or that tell theirs


FEW = {
    "xterm": {"TERM": "xterm"},
    "xterm-256color": {"TERM": "xterm-256color"},
    "linux": {"TERM": "linux"},
    "no color": {"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"},
}


@pytest.fixture(params=FEW)
def few_colors(request, monkeypatch):
    """A terminal that does not have all colors, or is not to show them."""
    for name in ("COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in FEW[request.param].items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("few_colors")
@pytest.mark.parametrize(
    ("setting", "begun"),
    [(None, ANSI), ("auto", ANSI), ("ansi", ANSI), ("dark", DARK + FEW_COLORS)],
)
def test_with_few_colors_no_theme_is_drawn_that_needs_all(finished_app, setting, begun):
    app = finished_app(settings=Settings(theme=setting))
    assert app.theme == begun
    assert not app.follows_terminal


@pytest.mark.parametrize("theme", [ANSI, DARK + FEW_COLORS, LIGHT + FEW_COLORS])
def test_with_few_colors_grounds_are_told_by_signs(theme):
    told = {ground: signs(ink(theme, "ink", ground)) for ground in GROUNDS if ground != "selected"}
    assert len(set(told.values())) == len(told)


def drawn_with(app: BriefApp, sign: str) -> set[str]:
    """The words on the screen that are drawn with a sign, such as "reverse"."""
    return {
        segment.text.strip()
        for strip in app.screen._compositor.render_strips(app.screen.size)
        for segment in strip
        if segment.style and getattr(segment.style, sign)
    }


@pytest.mark.usefixtures("few_colors")
@pytest.mark.parametrize(
    ("few_colors", "setting"), [("xterm", None), ("no color", "dark")], indirect=["few_colors"]
)
async def test_with_few_colors_evidence_row_and_hit_can_be_seen(finished_app, setting):
    app = finished_app(settings=Settings(theme=setting))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        assert "Ada Fennimore" in drawn_with(app, "reverse")  # in the article
        assert {"▌", "the harbor master"} <= drawn_with(app, "bold")  # the row of the list
        await press(pilot, "1", "slash", *"st", "enter")
        assert "st" in drawn_with(app, "reverse") & drawn_with(app, "underline")


@pytest.mark.usefixtures("few_colors")
@pytest.mark.parametrize("few_colors", ["no color"], indirect=True)
async def test_with_few_colors_the_chosen_command_can_be_seen(finished_app):
    app = finished_app()
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "colon")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any("To the actors" in words for words in drawn_with(app, "underline"))


async def test_no_color_is_none_at_all(finished_app, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = finished_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        strips = app.screen._compositor.render_strips(app.screen.size)
        shown = [strip.apply_filter(one, BLACK) for strip in strips for one in app._filters[-1:]]
        styles = {segment.style or Style() for strip in shown for segment in strip}
    assert {color.name for s in styles for color in (s.color, s.bgcolor) if color} <= {"default"}


async def test_the_screen_is_as_light_as_the_terminal_tells_until_a_theme_is_chosen(finished_app):
    app = finished_app()
    async with app.run_test(size=(20, 5)) as pilot:
        for light, theme in ((True, LIGHT), (False, DARK)):
            app.post_message(GroundTold(light=light))
            await pilot.pause()
            assert app.theme == theme
        app.action_theme(ANSI)
        app.post_message(GroundTold(light=True))
        await pilot.pause()
        assert app.theme == ANSI
        app.action_theme(AUTO)
        assert app.theme == LIGHT
        assert app.remembered.theme == AUTO


async def test_a_theme_of_the_settings_stays_whatever_the_terminal_tells(finished_app):
    app = finished_app(settings=Settings(theme="dark"))
    async with app.run_test(size=(20, 5)) as pilot:
        app.post_message(GroundTold(light=True))
        await pilot.pause()
        assert app.theme == DARK


async def test_a_theme_that_the_settings_name_comes_back_and_that_is_told(finished_app):
    app = finished_app(settings=Settings(theme="light"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_theme(DARK)
        await pilot.pause()
        assert app.theme == DARK
        assert "“light”" in [note.message for note in app._notifications][-1]
