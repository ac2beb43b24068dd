"""Only what is new is sent to the terminal, and nothing less."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Region, Size
from textual.strip import Strip

from tests.tui.drawn_cells import Screen
from tests.tui.test_reader import WIDE
from tui.terminal.screen_memory import ScreenMemory

WIDTH, HEIGHT = 24, 4
SIZE = Size(WIDTH, HEIGHT)
CONSOLES = {
    system: Console(color_system=system, force_terminal=True) for system in ("truecolor", "256")
}
CONSOLES["16"] = Console(color_system="standard", force_terminal=True)
STYLES = [
    Style.parse(words)
    for words in (
        "#ffffff on #101010",
        "#80c0ff on #101010",
        "bold #80c0ff on #101010",
        "dim italic #80c0ff on #303030",
        "underline #ffffff on #101010",
        "reverse bold magenta",
        "default on default",
        "bright_blue on bright_black",
    )
]
LETTERS = "ab  é─│█⠿你👍🏽e\u0301❤\ufe0f🇫🇷"
TEXTS = st.text(LETTERS, max_size=9).map(lambda text: text.lstrip("\u0301\ufe0f🏽"))
PIECES = st.tuples(TEXTS, st.sampled_from(STYLES))
ROWS = st.lists(st.lists(PIECES, max_size=4), min_size=HEIGHT, max_size=HEIGHT)


def strips_of(rows) -> list[Strip]:
    return [
        # a style keeps the sequence of the first terminal that it was made for
        Strip([Segment(text, style.copy()) for text, style in row]).adjust_cell_length(
            WIDTH, STYLES[0].copy()
        )
        for row in rows
    ]


def whole(strips) -> LayoutUpdate:
    return LayoutUpdate([[strip] for strip in strips], Region(0, 0, WIDTH, HEIGHT))


def part(strips, left: int, right: int) -> ChopsUpdate:
    """Of all rows what lies between two columns; at its left and right stands nothing true."""
    cuts = sorted({0, left, right, WIDTH})
    wrong = Strip([Segment("x" * WIDTH, STYLES[0])])
    chops = [
        {
            start: strip.crop(start, end) if left <= start < right else wrong.crop(start, end)
            for start, end in pairwise(cuts)
        }
        for strip in strips
    ]
    spans = [(y, left, right) for y in range(HEIGHT)]
    return ChopsUpdate(chops, spans, [cuts[1:]] * HEIGHT)


@settings(max_examples=30)
@given(st.lists(ROWS, min_size=1, max_size=4), st.sampled_from([*CONSOLES.values()]))
def test_the_terminal_shows_the_last_screen(screens, console):
    memory, terminal = ScreenMemory(), Screen(WIDTH, HEIGHT)
    for rows in screens:
        update = whole(strips_of(rows))
        terminal.feed(memory.changes(update, SIZE, console))
        anew = Screen(WIDTH, HEIGHT)
        anew.feed(ScreenMemory().changes(update, SIZE, console))
        plain = Screen(WIDTH, HEIGHT)
        plain.feed(update.render_segments(console).replace("\n", ""))
        assert terminal.cells == anew.cells == plain.cells


@settings(max_examples=30)
@given(ROWS, ROWS, st.integers(0, WIDTH - 1), st.integers(1, WIDTH))
def test_a_part_is_drawn_where_it_is(before, after, left, width):
    right = min(left + width, WIDTH)
    console, memory, terminal = CONSOLES["truecolor"], ScreenMemory(), Screen(WIDTH, HEIGHT)
    ascii_only = [
        [[(text.encode("ascii", "ignore").decode(), style) for text, style in row] for row in rows]
        for rows in (before, after)
    ]
    old, new = map(strips_of, ascii_only)
    terminal.feed(memory.changes(whole(old), SIZE, console))
    terminal.feed(memory.changes(part(new, left, right), SIZE, console))
    expected = Screen(WIDTH, HEIGHT)
    mixed = [
        Strip.join([one.crop(0, left), two.crop(left, right), one.crop(right, WIDTH)])
        for one, two in zip(old, new, strict=True)
    ]
    expected.feed(whole(mixed).render_segments(console).replace("\n", ""))
    assert terminal.cells == expected.cells


def test_what_is_there_is_not_sent_again_until_the_terminal_may_have_lost_it():
    memory, console = ScreenMemory(), CONSOLES["truecolor"]
    screen = whole(strips_of([[("the same", STYLES[0])]] * HEIGHT))
    first = memory.changes(screen, SIZE, console)
    assert memory.changes(screen, SIZE, console) == ""
    memory.forget()
    assert memory.changes(screen, SIZE, console) == first
    assert "the same" in memory.changes(screen, Size(WIDTH, HEIGHT + 1), console)


def test_after_letters_of_unsure_width_the_next_ones_are_put_in_their_place():
    strips = strips_of([[("a ❤\ufe0f b", STYLES[0])]] * HEIGHT)
    sent = ScreenMemory().changes(whole(strips), SIZE, CONSOLES["truecolor"])
    assert "❤\ufe0f\x1b[5G b" in sent


KEYS = (
    "down up pagedown tab shift+tab 1 2 3 4 5 6 enter backspace right left n z i escape "
    "question_mark escape slash a escape plus minus f ctrl+l space home end"
).split()


async def test_whatever_keys_are_pressed_the_terminal_shows_the_screen(finished_app, monkeypatch):
    terminal = Screen(*WIDE)
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, written: terminal.feed(written))
    app = finished_app()
    choice = random.Random(7)
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(2):
            await pilot.press(*choice.choices(KEYS, k=8))
            app.clear_notifications()
            await pilot.pause()
            kept = [list(row) for row in terminal.cells]
            app.action_redraw()
            await pilot.pause()
            assert kept == terminal.cells
