"""The map: what it shows, how it is moved, and that its numbers can be told apart."""

from math import isclose

import pytest

from briefing.borders import country_at, outline, outlines
from briefing.model import Location
from tui.map.braille import draw, marker_cells, sign
from tui.map.place_map import PlaceMap
from tui.map.viewport import View, across, fit, view_of

KABUL, HERAT, NEW_YORK = (69.2, 34.5), (62.2, 34.3), (-74.0, 40.7)


def test_all_points_are_on_the_map():
    for points in ([KABUL], [KABUL, HERAT], [KABUL, NEW_YORK], [(179.0, -17.0), (-179.0, -16.0)]):
        view = fit(points, 30, 8)
        assert all(view.holds(view.cell(point)) for point in points)


def test_north_is_up_and_east_is_right():
    view = fit([KABUL, NEW_YORK], 60, 12)
    assert view.cell(NEW_YORK)[0] < view.cell(KABUL)[0]
    assert view.cell(NEW_YORK)[1] < view.cell(KABUL)[1]


def test_two_places_across_the_date_line_are_near():
    view = fit([(179.0, -17.0), (-179.0, -16.0)], 40, 10)
    assert 0 < view.cell((-179.0, -16.0))[0] - view.cell((179.0, -17.0))[0] < 20


def test_a_world_where_places_collide_gives_way_to_the_neighborhood_of_the_chosen_one():
    near = [KABUL, (68.9, 36.7), (67.1, 36.7), HERAT]
    view = view_of([*near, NEW_YORK], 0, 30, 8)
    assert len({view.cell(point) for point in near}) == len(near)
    assert not view.holds(view.cell(NEW_YORK))
    assert view_of([*near, NEW_YORK], 4, 30, 8).holds((15, 4))


def test_what_is_far_to_the_east_is_no_neighborhood():
    """Two places that share a cell, and two that lie on their latitude elsewhere in the world."""
    places = [(0.0, 0.0), (3.0, 1.0), (100.0, 0.0), (100.1, 0.0)]
    view = view_of(places, 0, 30, 8)
    assert view.holds(view.cell(places[1]))
    assert not view.holds(view.cell(places[2]))


def test_numbers_never_touch():
    points = [KABUL, (69.3, 34.5), HERAT]
    view = fit(points, 40, 10)
    cells = marker_cells(view, points, ["1", "2", "3"], order=[0, 1, 2])
    ones, twos = (next(cell for cell, (char, _) in cells.items() if char == c) for c in "12")
    assert ones == view.cell(KABUL)
    assert ones[1] != twos[1] or abs(ones[0] - twos[0]) > 1


def test_the_first_in_the_order_has_its_own_cell():
    cells = marker_cells(fit([KABUL], 40, 10), [KABUL, KABUL], ["1", "2"], order=[1, 0])
    assert cells[fit([KABUL], 40, 10).cell(KABUL)] == ("2", 1)


def test_borders_are_drawn_and_those_of_one_country_apart():
    view = fit([KABUL, HERAT], 40, 10)
    every, own = draw(view, outlines(), country_at(KABUL, outlines()))
    assert len(every) == 10
    assert all(len(row) == 40 for row in every)
    cells = [(a, b) for every_row, own_row in zip(every, own, strict=True)
             for a, b in zip(every_row, own_row, strict=True)]  # fmt: skip
    assert sum(a > 0 for a, _ in cells) > sum(b > 0 for _, b in cells) > 20
    assert all(a & b == b for a, b in cells)
    assert sign(0) == " "
    assert sign(0xFF) == "⣿"


def test_a_line_that_only_crosses_the_map_is_drawn_however_near():
    view = View((0.05, 0.0), scale=100_000.0, width=10, height=4)
    every, _ = draw(view, [outline(((-10.0, 0.0), (10.0, 0.0)), 0)])
    assert all(any(row[x] for row in every) for x in range(10))


def test_points_are_in_their_countries():
    borders = outlines()
    assert country_at(KABUL, borders) == country_at(HERAT, borders) is not None
    assert country_at(NEW_YORK, borders) != country_at(KABUL, borders)
    assert country_at((-30.0, 30.0), borders) is None


# Moving


def test_zooming_keeps_the_place_where_it_is():
    view = fit([KABUL, HERAT], 60, 20)
    near = view.zoomed(2, HERAT)
    assert isclose(near.kilometers, view.kilometers / 2)
    assert abs(near.cell(HERAT)[0] - view.cell(HERAT)[0]) <= 1
    back = near.zoomed(0.5, HERAT)
    assert isclose(back.center[0], view.center[0])
    assert isclose(back.scale, view.scale)


def test_zooming_ends_at_the_world_and_at_some_kilometers():
    view = fit([KABUL], 60, 20)
    assert view.zoomed(1e-9, KABUL).zoomed(0.5, KABUL) == view.zoomed(1e-9, KABUL)
    assert view.zoomed(1e9, KABUL).kilometers == pytest.approx(40)


def test_moving_east_shows_what_is_east():
    view = fit([KABUL], 60, 20)
    east = view.moved(0.25, 0)
    assert east.cell(KABUL)[0] == pytest.approx(view.cell(KABUL)[0] - 15, abs=1)
    north = view.moved(0, 0.25)
    assert north.cell(KABUL)[1] == pytest.approx(view.cell(KABUL)[1] + 5, abs=1)


def test_no_way_leads_beyond_the_poles_and_one_leads_around_the_world():
    view = fit([KABUL], 60, 20)
    for _ in range(99):
        view = view.moved(0.5, 0.5)
    assert -90 < view.center[1] < 90
    assert -180 <= view.center[0] <= 180


def test_a_place_out_of_view_is_brought_into_it_without_a_change_of_scale():
    view = fit([KABUL], 60, 20)
    assert view.showing(KABUL) == view
    there = view.showing(NEW_YORK)
    assert there.holds(there.cell(NEW_YORK))
    assert there.scale == view.scale


def test_the_scale_is_told_in_round_kilometers():
    assert across(View((0.0, 0.0), 80 * 111.2 / 42, 40, 10)) == "42 km across"
    assert across(View((0.0, 0.0), 80 * 111.2 / 812, 40, 10)) == "810 km across"
    assert across(View((0.0, 0.0), 80 * 111.2 / 12_345, 40, 10)) == "12,000 km across"


FLAT = View((0.0, 0.0), scale=1.0, width=10, height=4)
"""On the equator, 20 dots wide and 16 high, a dot a degree."""


@pytest.mark.parametrize(
    ("point", "dot"),
    [
        ((0.0, 0.0), (10, 8)),
        ((3.0, -2.0), (13, 10)),
        ((-3.0, 2.0), (7, 6)),
        ((179.0, 0.0), (189, 8)),
        ((181.0, 0.0), (-169, 8)),
    ],
)
def test_where_a_point_stands_in_dots(point, dot):
    assert FLAT.dot(point) == dot
    assert FLAT.cell(point) == (dot[0] // 2, dot[1] // 4)


@pytest.mark.parametrize(
    ("cell", "held"),
    [((0, 0), True), ((9, 3), True), ((10, 3), False), ((9, 4), False), ((-1, 0), False),
     ((0, -1), False)],
)  # fmt: skip
def test_which_cells_are_on_the_map(cell, held):
    assert FLAT.holds(cell) == held


@pytest.mark.parametrize(
    ("east", "north", "center"),
    [(0.5, 0, (10, 0)), (-0.5, 0, (-10, 0)), (0, 0.25, (0, 4)), (0, -0.25, (0, -4)),
     (0, 9, (0, 65)), (0, -9, (0, -65)), (9.5, 0, (-170, 0))],
)  # fmt: skip
def test_moving_by_parts_of_the_map(east, north, center):
    assert FLAT.moved(east, north).center == pytest.approx(center)


@pytest.mark.parametrize(
    ("cell", "stays"),
    [((2, 1), True), ((7, 2), True), ((1, 1), False), ((8, 2), False), ((2, 0), False),
     ((7, 3), False)],
)  # fmt: skip
def test_a_place_at_the_edge_is_brought_to_the_middle(cell, stays):
    point = (cell[0] * 2 - 9.0, 6.0 - cell[1] * 4)  # the middle of the cell
    assert FLAT.cell(point) == cell
    assert FLAT.showing(point).center == (FLAT.center if stays else point)


@pytest.mark.parametrize(
    ("size", "scale"), [((20, 4), 1), ((10, 8), 1), ((20, 8), 2), ((5, 4), 0.5), ((10, 2), 0.5)]
)
def test_a_map_of_another_size_shows_at_least_as_much(size, scale):
    sized = FLAT.sized(*size)
    assert (sized.width, sized.height, sized.scale) == (*size, scale)


def test_zooming_around_a_place_out_of_view_keeps_the_middle():
    assert FLAT.zoomed(2, (50.0, 0.0)) == View((0.0, 0.0), 2.0, 10, 4)
    assert FLAT.zoomed(2, (4.0, 2.0)) == View((2.0, 1.0), 2.0, 10, 4)


@pytest.mark.parametrize(
    ("points", "center", "scale"),
    [
        ([(10.0, 0.0)], (10, 0), 16 / 12),
        ([(0.0, 0.0), (0.0, 32.0)], (0, 16), 16 / 40),
        ([(0.0, 0.0), (32.0, 0.0)], (16, 0), 20 / 40),
        ([(0.0, 80.0)], (0, 65), 16 / 12),
    ],
)
def test_a_fitted_map_has_a_margin_and_shows_a_neighborhood_of_a_single_place(
    points, center, scale
):
    view = fit(points, 10, 4)
    assert view.center == pytest.approx(center)
    assert view.scale == pytest.approx(scale)


# The places of an article


def places() -> list[Location]:
    def place(name: str, kind: str, country: str | None, *point: float) -> Location:
        east, north = point or (None, None)
        return Location(name=name, kind=kind, country=country, latitude=north, longitude=east)

    return [
        place("Afghanistan", "country", "AF", 66.0, 33.0),
        place("Kabul", "city", "AF", *KABUL),
        place("Velden", "city", None),
        place("New York", "city", "US", *NEW_YORK),
    ]


def words(lines: list[list[tuple[str, str]]], name: str) -> list[str]:
    return [text for line in lines for text, ink in line if ink == name]


def test_every_place_with_a_point_has_a_number():
    found = PlaceMap(places())
    assert [found.label(row) for row in range(4)] == ["1", "2", "", "3"]
    assert not PlaceMap([places()[2]])


def test_the_chosen_place_is_lit_and_its_country_is_brighter():
    found = PlaceMap(places())
    found.borders = outlines()
    lines = found.lines(60, 16, 1)
    assert words(lines, "marker-on") == ["2"]
    assert words(lines, "ink")
    assert words(found.lines(60, 16, None), "marker-on") == []
    assert words(found.lines(60, 16, None), "ink") == []


def test_every_line_is_as_wide_as_the_map():
    found = PlaceMap(places())
    found.borders = outlines()
    assert {sum(len(text) for text, _ in line) for line in found.lines(50, 12, 3)} == {50}


def test_another_choice_keeps_the_zoom_and_comes_into_view():
    found = PlaceMap(places())
    found.zoom(4, 60, 16, 1)
    scale = found.scale(60, 16)
    assert scale.endswith("km across")
    found.bring_into_view(60, 16, 3)
    assert words(found.lines(60, 16, 3), "marker-on") == ["3"]
    assert found.scale(60, 16) == scale
    found.fit(60, 16, 3)
    assert found.scale(60, 16) == ""


def test_all_places_are_shown_even_where_some_stand_too_close_and_then_the_chosen_one_again():
    close = [
        Location(name=f"Town {n}", kind="city", country="AF", latitude=34.5 + n / 99, longitude=69)
        for n in range(3)
    ]
    found = PlaceMap([*places(), *close])
    near = found.view(60, 16, 1)
    assert not near.holds(near.cell(NEW_YORK))
    found.zoom(2, 60, 16, 1)
    found.fit(60, 16, 1)
    whole = found.view(60, 16, 1)
    assert whole.holds(whole.cell(NEW_YORK))
    assert whole.holds(whole.cell(KABUL))
    found.fit(60, 16, 1)
    assert found.view(60, 16, 1) == near


def test_a_number_tells_its_row():
    found = PlaceMap(places())
    x, y = found.view(60, 16, 1).cell(KABUL)
    assert found.row_at(x, y, 60, 16, 1) == 1
    assert found.row_at(0, 15, 60, 16, 1) is None
