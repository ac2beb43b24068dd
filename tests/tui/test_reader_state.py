"""What a reader has before them, and what follows it, without a screen."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.tui.example import make_briefing
from tui.commands import COMMANDS, PANES
from tui.reader.arrangement import (
    LARGEST_SHARE,
    LIST_WIDTH,
    SMALLEST_SHARE,
    layout_of,
    share_after,
)
from tui.reader.bars import idle_commands
from tui.reader.narrowing import narrowed_briefing, subject_of
from tui.reader.state import (
    ReaderState,
    Visit,
    exit_of,
    gone_back,
    neighbor,
    remembering,
    with_article,
    with_beside,
    with_focus,
)
from tui.widgets.rows import Row

BRIEFING = make_briefing()
ADA, TOMAS = BRIEFING.actors[:2]
START = ReaderState()
IN_ARTICLE = Visit("article", "", None, 0, 120)
IN_ACTORS = Visit("actors", "actors", None, 1, 0)


def row_of(item):
    return Row(draw=lambda *_: [], item=item)


@pytest.mark.parametrize(
    ("pane", "focused", "beside"),
    [
        ("quotes", "quotes", "quotes"),
        ("article", "article", "summary"),
        ("articles", "articles", "summary"),
    ],
)
def test_the_pane_that_was_gone_to_stays_beside_the_article(pane, focused, beside):
    state = with_focus(START, pane)
    assert (state.focused, state.beside) == (focused, beside)


def test_a_pane_is_put_beside_the_article_without_the_focus():
    state = with_beside(START, "when")
    assert (state.focused, state.beside) == ("article", "when")


def test_the_way_back_goes_through_each_place_once():
    state = remembering(remembering(remembering(START, IN_ARTICLE), IN_ACTORS), IN_ACTORS)
    state, first = gone_back(state)
    state, second = gone_back(state)
    assert (first, second) == (IN_ACTORS, IN_ARTICLE)
    assert gone_back(state) == (START, None)


def test_another_article_has_nothing_chosen_and_no_way_back():
    before = ReaderState(
        focused="quotes", owner="actors", only=ADA, history=(IN_ARTICLE,), beside="quotes"
    )
    after = with_article(before, 2, TOMAS)
    assert after == ReaderState(number=2, focused="quotes", beside="quotes", only=TOMAS)


@pytest.mark.parametrize(
    ("focused", "step", "expected"),
    [("article", 1, PANES[1]), ("article", -1, PANES[-1]), (PANES[-1], 1, "article")],
)
def test_the_panes_go_around(focused, step, expected):
    assert neighbor(ReaderState(focused=focused), PANES, step) == expected


EVERYTHING = ReaderState(
    focused="actors", zoomed=True, only=ADA, owner="actors", history=(IN_ACTORS,)
)


@pytest.mark.parametrize(
    ("state", "searching", "expected"),
    [
        (EVERYTHING, True, "search"),
        (EVERYTHING, False, "zoom"),
        (replace(EVERYTHING, zoomed=False), False, "narrowing"),
        (replace(EVERYTHING, zoomed=False, only=None), False, "article"),
        (ReaderState(owner="actors", history=(IN_ACTORS,)), False, "back"),
        (ReaderState(owner="actors", history=(IN_ARTICLE,)), False, "evidence"),
        (START, False, "screen"),
    ],
)
def test_escape_leaves_the_innermost_thing(state, searching, expected):
    assert exit_of(state, searching=searching, on_top=True) == expected


def test_escape_does_nothing_where_there_is_nothing_to_leave():
    assert exit_of(START, searching=False, on_top=False) == ""


@pytest.mark.parametrize(
    ("size", "state", "shown"),
    [
        ((160, 45), START, set(PANES) - {"figures"}),
        ((160, 45), with_focus(START, "quotes"), set(PANES) - {"figures"}),
        ((160, 45), with_focus(START, "figures"), set(PANES) - {"when"}),
        ((160, 45), with_focus(with_focus(START, "figures"), "quotes"), set(PANES) - {"when"}),
        ((160, 45), ReaderState(focused="quotes", zoomed=True), {"quotes"}),
        ((100, 30), with_focus(START, "quotes"), {"article", "quotes"}),
        ((80, 24), with_beside(START, "when"), {"article", "when"}),
        ((60, 20), with_focus(START, "quotes"), {"quotes"}),
    ],
)
def test_what_is_shown_at_a_size(size, state, shown):
    assert layout_of(state, *size, None, several=False).shown == shown


def test_the_article_has_its_share_of_what_the_list_leaves():
    alone = layout_of(START, 160, 45, 50, several=False)
    listed = layout_of(START, 160, 45, 50, several=True)
    assert (alone.article_width, listed.article_width) == (80, (160 - LIST_WIDTH) // 2)
    assert layout_of(START, 80, 24, 50, several=False).article_height == 12


@pytest.mark.parametrize(("step", "expected"), [(99, LARGEST_SHARE), (-99, SMALLEST_SHARE)])
def test_neither_the_article_nor_the_panes_can_vanish(step, expected):
    assert share_after("wide", None, step) == expected


@pytest.mark.parametrize(
    ("item", "subject"),
    [
        (ADA, ADA),
        (replace(ADA, mentions=()), ADA),
        (BRIEFING.quotes[0], ADA),
        (BRIEFING.quotes[2], None),
        (BRIEFING.dates[0], None),
    ],
)
def test_what_a_row_can_be_narrowed_to(item, subject):
    assert subject_of(BRIEFING, row_of(item)) == subject


def test_without_a_subject_nothing_is_narrowed():
    assert subject_of(BRIEFING, None) is None
    assert narrowed_briefing(BRIEFING, None, 2) is BRIEFING


def test_the_footer_leaves_out_what_would_do_nothing():
    idle = idle_commands(START, {})
    assert {"back", "next-mention", "only", "articles", "save-all", "retry"} <= idle
    assert not {"longer", "mark-after", "search"} & idle
    assert "retry" not in idle_commands(START, {}, failed=True)


def test_a_key_that_the_pane_has_taken_is_not_shown_for_the_reader():
    at_places = with_focus(START, "places")
    own = {command.id for command in COMMANDS if command.scope == "places"}
    assert {"longer", "shorter"} <= idle_commands(at_places, dict.fromkeys(own, True))
    without_map = idle_commands(at_places, dict.fromkeys(own, False))
    assert own <= without_map
    assert "longer" not in without_map
