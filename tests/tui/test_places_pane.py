"""What a reader can do with the map."""

from __future__ import annotations

import pytest

from briefing.countries import country_name
from tests.tui.test_reader import MIDDLE, NARROW, WIDE, drawn, press
from tui.commands import COMMANDS
from tui.panes.places_pane import PlacesPane


def places(app) -> PlacesPane:
    return app.screen.query_one(PlacesPane)


def across(app) -> str:
    """What the frame says of the map's scale."""
    return str(places(app).border_subtitle).partition(" · ")[2]


def numbers(app) -> list[tuple[int, int, str]]:
    """Where on the map which digits stand."""
    lines = drawn(app, "#places").splitlines()[: places(app).head_height()]
    return [(x, y, c) for y, line in enumerate(lines) for x, c in enumerate(line) if c.isdigit()]


async def test_plus_and_minus_are_the_maps_in_its_pane(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4")
        assert across(app) == ""
        await press(pilot, "plus")
        near = across(app)
        assert near.endswith(" km across")
        await press(pilot, "equals_sign")
        assert across(app) != near
        await press(pilot, "minus")
        assert across(app) == near
        assert len(app.screen.pane("summary").rows) == 4
        await press(pilot, "0")
        assert across(app) == ""


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("L", "H"),
        ("J", "K"),
        ("shift+right", "shift+left"),
        ("shift+down", "shift+up"),
    ],
)
async def test_the_map_is_moved_and_moved_back(finished_app, there, back):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "4", "j", "plus")
        before = numbers(app)
        await press(pilot, there)
        assert numbers(app) != before
        await press(pilot, back)
        assert numbers(app) == before


def kilometers(app) -> float:
    return places(app)._map.view(*places(app)._map_size(), places(app).index).kilometers


def chosen_cell(app) -> tuple[int, int]:
    """Where the chosen place stands: right and down from the map's upper left corner."""
    pane = places(app)
    place = pane.rows[pane.index].item
    return pane._map.view(*pane._map_size(), pane.index).cell((place.longitude, place.latitude))


@pytest.mark.parametrize(
    ("command", "right", "down"),
    [("map-east", -1, 0), ("map-west", 1, 0), ("map-north", 0, 1), ("map-south", 0, -1)],
)
async def test_a_map_further_east_moves_what_is_on_it_west(finished_app, command, right, down):
    for key in next(one.keys for one in COMMANDS if one.id == command).split(","):
        app = finished_app()
        async with app.run_test(size=WIDE) as pilot:
            await app.workers.wait_for_complete()
            await press(pilot, "4", "j", "plus")
            x, y = chosen_cell(app)
            await press(pilot, key)
            there = chosen_cell(app)
            assert (sign_of(there[0] - x), sign_of(there[1] - y)) == (right, down)


@pytest.mark.parametrize(("command", "change"), [("zoom-in", -1), ("zoom-out", 1)])
async def test_a_nearer_map_shows_fewer_kilometers(finished_app, command, change):
    for key in next(one.keys for one in COMMANDS if one.id == command).split(","):
        app = finished_app()
        async with app.run_test(size=WIDE) as pilot:
            await app.workers.wait_for_complete()
            await press(pilot, "4", "j", "plus")
            before = kilometers(app)
            await press(pilot, key)
            assert sign_of(kilometers(app) - before) == change


def sign_of(number: float) -> int:
    return (number > 0) - (number < 0)


async def test_another_row_keeps_the_zoom_and_comes_into_view(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "g", "j", "plus", "plus", "plus", "plus", "plus", "plus")
        scale = across(app)
        for _ in range(3):
            await press(pilot, "j")
            assert across(app) == scale
            row = places(app).index
            label = "".join(text for text, _ in places(app).rows[row].draw(40, 1)[-1]).split()[0]
            head = "\n".join(drawn(app, "#places").splitlines()[: places(app).head_height()])
            assert label in head


async def test_without_a_map_its_keys_are_the_summarys(finished_app, briefing):
    from msgspec.structs import replace

    nowhere = tuple(replace(p, latitude=None, longitude=None) for p in briefing.locations)
    app = finished_app([replace(briefing, locations=nowhere)])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "plus")
        assert len(app.screen.pane("summary").rows) == 5
        assert drawn(app, "#places").count("·") >= len(nowhere)


@pytest.mark.parametrize("size", [WIDE, (120, 36), MIDDLE, NARROW])
async def test_a_place_without_a_point_says_so(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "4", "z", "G")
        line = next(line for line in drawn(app, "#places").splitlines() if "Velden" in line)
        assert "·  Velden" in line
        assert "no map point" in line


async def test_zoomed_on_a_wide_screen_the_map_stands_beside_the_list(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "4", "z")
        lines = drawn(app, "#places").splitlines()
        france = next(line for line in lines if (country_name("FR") or "") in line)
        assert france.index("France") > 100
        assert any("⠀" < char <= "⣿" for line in lines for char in line[:100])
        assert places(app).head_height() == 0
        await press(pilot, "z")
        assert places(app).head_height() > 0


@pytest.mark.parametrize("zoomed", [False, True])
async def test_a_click_on_a_number_chooses_its_place(finished_app, zoomed):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", *("z" if zoomed else ""))
        pane = places(app)
        names = [row.name for row in pane.rows]
        row = names.index("Oran")
        label = "".join(text for text, _ in pane.rows[row].draw(40, 1)[-1]).split()[0]
        lines = drawn(app, "#places").splitlines()
        shown = range(pane.head_height() or pane.content_height)
        wide = 90 if zoomed else pane.content_width
        y = next(y for y in shown if label in lines[y][:wide])
        await pilot.click("#places", offset=(lines[y].index(label) + 1, y + 1))
        await pilot.pause()
        assert pane.index == row
