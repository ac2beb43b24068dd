"""The map: what it shows, and that its numbers can be told apart."""

from tui.widgets.world_map import draw, fit, marker_cells, outlines, view_of

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


def test_numbers_never_touch():
    points = [KABUL, (69.3, 34.5), HERAT]
    view = fit(points, 40, 10)
    cells = marker_cells(view, points, ["1", "2", "3"], first=0)
    ones, twos = (next(cell for cell, (char, _) in cells.items() if char == c) for c in "12")
    assert ones == view.cell(KABUL)
    assert ones[1] != twos[1] or abs(ones[0] - twos[0]) > 1


def test_borders_are_drawn():
    rows = draw(fit([KABUL, HERAT], 40, 10), outlines())
    assert len(rows) == 10
    assert all(len(row) == 40 for row in rows)
    assert sum(char != " " for row in rows for char in row) > 40
