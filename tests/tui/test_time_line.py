"""Dates on a line, in words and in order."""

import pytest

from tui.panes.date_words import days, in_words, short
from tui.panes.time_line import in_time, stops, time_line

VALUES = ["2021-08-09", "1996", None, "2021-07", "2001-09-11", "2021-08-09"]


def drawn(values: list[str | None], published: str | None = None, width: int = 60,
          height: int = 2, chosen: int | None = None) -> list[str]:  # fmt: skip
    lines = time_line(values, published, width, height, chosen)
    return ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1996", "1996"),
        ("2021-07", "July 2021"),
        ("2021-08-09", "August 9, 2021"),
        ("1980/1989", "the 1980s"),
        ("2015/2016", "2015 to 2016"),
        ("2021-03/2021-05", "March to May 2021"),
        ("2021-08-03/2021-08-05", "August 3 to 5, 2021"),
        ("2021-07-30/2021-08-02", "July 30 to August 2, 2021"),
        ("2019-11/2020-03", "November 2019 to March 2020"),
        ("199X", "199X"),
    ],
)
def test_values_in_words(value, words):
    assert in_words(value) == words


@pytest.mark.parametrize("value", [None, "", "199X", "2021-13", "2021-02-30", "soon/later", "0000"])
def test_what_is_no_date_has_no_days(value):
    assert days(value) is None


def test_days_of_months_and_intervals():
    first, last = days("2020-02") or ()
    assert (first.isoformat(), last.isoformat()) == ("2020-02-01", "2020-02-29")
    first, last = days("2019-12/2020-02") or ()
    assert (first.isoformat(), last.isoformat()) == ("2019-12-01", "2020-02-29")
    assert short("2021-08-03/2021-08-05") == "Aug 3, 2021"


def test_the_order_of_time_has_the_undated_last():
    assert in_time(VALUES) == [1, 4, 3, 0, 5, 2]


def test_the_line_goes_from_the_first_to_the_last_date_and_counts_the_same_ones():
    line, labels = drawn(VALUES)
    assert len(line) == 60
    assert line[0] == "●"
    assert line[-1] == "2"
    assert line.count("●") == 3
    assert labels.split()[0] == "1996"
    assert labels.endswith("Aug 9, 2021")


def test_the_line_is_broken_only_where_more_than_a_year_is_skipped():
    line, _ = drawn(["2019", "2020", "2021-08-03", "2021-08-04"])
    between = [set(part) for part in line.split("●") if part]
    assert between == [{"─"}, {"┄"}, {"─"}]


def test_publication_has_a_sign_of_its_own():
    line, _ = drawn(VALUES, published="2021-08-10")
    assert line[-1] == "◆"
    line, _ = drawn(VALUES, published="2021-08-09")
    assert "2" in line
    assert line.count("◆") == 1


def test_the_chosen_date_is_lit_and_named_even_among_others():
    lines = time_line(VALUES, None, 60, 2, 3)
    assert [text for text, name in lines[0] if name == "marker-on"] == ["●"]
    assert [text for text, name in lines[1] if name == "key"] == ["Jul 2021"]
    days_of_may = [f"2021-05-{day:02}" for day in range(1, 31)]
    lines = time_line(days_of_may, None, 20, 2, 15)
    assert len([text for text, name in lines[0] if name == "marker-on"]) == 1
    assert [text for text, name in lines[1] if name == "key"] == ["May 16, 2021"]


def test_an_undated_choice_lights_nothing():
    assert not [
        1 for line in time_line(VALUES, None, 60, 2, 2) for _, n in line if n == "marker-on"
    ]


def test_dates_that_do_not_fit_are_put_together_with_their_nearest():
    many = ["1996", *(f"2021-05-{day:02}" for day in range(1, 31))]
    points = stops(many, None, 5)
    assert len(points) == 5
    assert points[0].dates == (0,)
    assert sum(len(point.dates) for point in points) == len(many)
    line, _ = drawn(many, width=15)
    assert len(line) == 15
    assert line.startswith("●")
    assert "┄" in line


def test_one_line_has_the_ends_beside_it_where_there_is_room():
    (line,) = drawn(VALUES, height=1)
    assert line.startswith("1996 ●")
    assert line.endswith(" Aug 9, 2021")
    (line,) = drawn(VALUES, height=1, width=20)
    assert line.startswith("●")


@pytest.mark.parametrize(
    ("values", "published", "width"),
    [([], None, 60), (["2021"], None, 60), ([None, None], "2021-08-10", 60), (VALUES, None, 8)],
)
def test_there_is_no_line_where_there_is_nothing_to_compare(values, published, width):
    assert drawn(values, published, width) == []


@pytest.mark.parametrize("width", range(12, 80))
def test_no_line_is_wider_than_its_place(width):
    for height in (1, 2):
        for chosen in (None, 0, 4):
            lines = drawn(VALUES, "2021-08-10", width, height, chosen)
            assert lines
            assert max(map(len, lines)) <= width


def test_an_end_without_room_for_its_day_has_its_year():
    _, labels = drawn(VALUES, "2021-08-10", 15)
    assert labels.split() == ["1996", "Aug", "2021"]
    _, labels = drawn(VALUES, "2021-08-10", 12)
    assert labels.split() == ["1996", "2021"]
