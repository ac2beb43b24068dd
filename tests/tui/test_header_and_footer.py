"""What stands at the top and the bottom of the screen, in every state and size."""

from __future__ import annotations

import re

import pytest

from tests.tui.frames import lines
from tests.tui.states import MIDDLE, NARROW, WIDE
from tests.tui.test_reader import press

pytestmark = pytest.mark.usefixtures("sample_listed")

DAY = "2030-04-12"
COUNTS = "142 words · 1 min · 3 actors · 4 places · 3 quotes"


WRITING = "e correct  w write"
SAVE = "s save  p page"


@pytest.mark.parametrize(
    ("name", "wide", "narrow"),
    [
        ("waiting", "weighing sentences ━━━━━━", "━━━━━━"),
        ("partial", "finding actors ━━━━━━", "━━━━━━"),
        ("failed", "analysis failed · r try again", "analysis failed"),
        ("empty", "4 words · 1 min · 0 actors · 0 places · 0 quotes",
         "0 actors · 0 places · 0 quotes"),
        ("article", f"{DAY} · {COUNTS}", DAY),
        ("narrowed", "only Ada Fennimore · esc shows all", "only Ada Fennimore"),
        ("articles", f"{COUNTS}  [ 2/3 ]", "[ 2/3 ]"),
        ("start", "an article beside a briefing that can be checked",
         "an article beside a briefing that can be checked"),
    ],
)  # fmt: skip
async def test_the_right_end_of_the_header(name, wide, narrow):
    for size, words in ((WIDE, wide), (NARROW, narrow)):
        header = (await lines(name, size))[0].strip()
        assert header.startswith("brief ")
        assert header.endswith(f" {words}")


READING = "enter show in pane  →/← marked words"
READ_AND_WRITE = f"{READING}  {WRITING}"
IN_A_PANE = f"enter go there  {WRITING}  tab next pane"


@pytest.mark.parametrize(
    ("name", "wide", "narrow"),
    [
        ("waiting", f"{READ_AND_WRITE}  tab next pane  {SAVE}  / search  i details  +/- summary  "
         "z zoom  y copy  q quit  ? help", f"{READING}  e correct  …  ? help"),
        ("failed", f"r try again  {READ_AND_WRITE}  tab next pane  {SAVE}  / search  i details  "
         "+/- summary  z zoom  …  ? help",
         "r try again  enter show in pane  …  ? help"),
        ("actors", f"{IN_A_PANE}  f only  {SAVE}  / search  i details  +/- summary  "
         "n/N mentions  z zoom  y copy  q quit  ? help", f"enter go there  {WRITING}  …  ? help"),
        ("places", f"{IN_A_PANE}  f only  {SAVE}  / search  i details  +/- map  0 whole map  "
         "n/N mentions  z zoom  y copy  …  ? help", f"enter go there  {WRITING}  …  ? help"),
        ("narrowed", f"esc show all  {IN_A_PANE}  {SAVE}  / search  i details  +/- summary  "
         "n/N mentions  z zoom  y copy  q quit  ? help",
         f"esc show all  enter go there  {WRITING}  …  ? help"),
        ("card", "enter go there  y copy  ? help  esc close",
         "enter go there  y copy  ? help  esc close"),
        ("help", "↓ ↑ scroll  esc close", "↓ ↑ scroll  esc close"),
        ("articles", f"enter go there  x tick  t same story  {WRITING}  tab next pane  {SAVE}  "
         "/ search  i details  +/- summary  z zoom  y copy  …  ? help",
         "enter go there  x tick  t same story  e correct  …  ? help"),
        ("start", "enter open  o open or find  s sort  x remove  F feeds  q quit  ? help",
         "enter open  o open or find  s sort  x remove  …  ? help"),
        ("save", "", ""),
    ],
)  # fmt: skip
async def test_the_keys_in_the_footer(name, wide, narrow):
    for size, words in ((WIDE, wide), (NARROW, narrow)):
        assert (await lines(name, size))[-1].strip() == words


@pytest.mark.parametrize("keys", [(), ("3",), ("p",), ("p", "3"), ("3", "f")])
async def test_correcting_and_writing_stand_in_the_footer_of_a_small_terminal(finished_app, keys):
    app = finished_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        strips = app.screen._compositor.render_strips(app.screen.size)
        footer = "".join(part.text for part in strips[-1])
        assert WRITING in footer


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_search_stands_in_the_place_of_the_footer(size):
    assert re.fullmatch(" / fenn +1 of 4 ?", (await lines("searching", size))[-1])


@pytest.mark.parametrize(
    ("name", "focus", "middle"),
    [
        ("waiting", "1", "1 Article  2 Summary  3 Actors  4 Places  5 Quotes  6 When  7 Figures"),
        (
            "partial",
            "1",
            "1 Article  2 Summary (4)  3 Actors  4 Places (4)  5 Quotes  6 When (4)  7 Figures",
        ),
        (
            "narrowed",
            "3",
            "1 Article  2 Summary (2)  3 Actors (1)  4 Places (1)  5 Quotes (2)  6 When (1)"
            "  7 Figures (1)",
        ),
    ],
)
async def test_panes_out_of_sight_are_named_below_the_header(name, focus, middle):
    """With the number of their rows, where there is room for it."""
    titles = [re.sub(r" \(\d\)", "", part) for part in middle.split("  ")]
    shown = next(part for part in middle.split("  ") if part[0] == focus)
    narrow = "  ".join(shown if title[0] == focus else title[0] for title in titles)
    for size, words in ((MIDDLE, middle), (NARROW, narrow)):
        assert (await lines(name, size))[1].strip() == words
