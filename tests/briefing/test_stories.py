"""Which articles tell the same event."""

from __future__ import annotations

import random
from datetime import date

import pytest

from briefing.errors import ReadError
from briefing.reading import read_text
from briefing.stories import Stories, evidence_of
from briefing.stories.grouping import UNLIKE, grouped
from briefing.stories.reading import AT_ONCE, known_of
from briefing.stories.values import Evidence

ARTICLES = {
    "ferry-1": """Four killed as ferry hits pier in Dunmere

Published: 2021-03-02

Four people died and 19 were hurt when the ferry Corrie Bell hit the pier in Dunmere on Tuesday
morning, the Dunmere Port Authority said. Captain Tor Quillfeather, 52, is being questioned.""",
    "ferry-2": """Captain of the Corrie Bell questioned

Published: 2021-03-03

The captain of a ferry that rammed a pier in Dunmere on Tuesday, killing four, has been questioned.
Tor Quillfeather, 52, had worked for the Dunmere Port Authority for ten years, said Mayor Desmond
Achterberg.""",
    "ferry-3": """Ferry had no pilot, inquiry says

Published: 2021-03-09

The Corrie Bell, the ferry on which four people died in Dunmere last Tuesday, had no pilot on
board, an inquiry found. Its captain, Tor Quillfeather, has left the Dunmere Port Authority.""",
    "other-ferry": """Ferry runs aground off Skarvoy

Published: 2021-03-02

A ferry with 40 people on board ran aground off Skarvoy on Tuesday evening. Nobody was hurt, said
the coast guard. Captain Maren Oduya, 47, blamed the fog.""",
    "fire-1": """Two hurt in fire at Velmora school

Published: 2021-03-02

A fire at the Linden Street school in Velmora hurt two pupils on Tuesday. The fire started in the
kitchen at 1700 Linden Street, said fire chief Anneke Solberg.""",
    "fire-2": """School kitchen burns in Velmora

Published: 2021-03-02

Two pupils of a school at 1700 Linden Street were hurt when its kitchen burned on Tuesday, said
Anneke Solberg, the fire chief of Velmora.""",
    "other-fire": """Barn burns down near Velmora

Published: 2021-03-04

A barn near Velmora burned down on Wednesday night. The farmer, Ruvim Okonjo, saved all of his
cows, said a spokesman of the fire department.""",
    "year-later": """Dunmere remembers

Published: 2022-06-14

A play about the sea opened in Dunmere on Monday. Mayor Desmond Achterberg came late. The theater
on Marrow Street had been closed for repairs since the winter.""",
}
EXPECTED = {("ferry-1", "ferry-2", "ferry-3"), ("fire-1", "fire-2")}


def known(name: str, text: str | None = None) -> Evidence:
    return evidence_of(read_text(text or ARTICLES[name], source=name))


def groups(stories: Stories) -> set[tuple[str, ...]]:
    return {tuple(told.source for told in story.articles) for story in stories.stories()}


def test_articles_on_one_event_are_found_in_whatever_order_they_come():
    names = list(ARTICLES)
    for seed in range(5):
        random.Random(seed).shuffle(names)
        assert groups(Stories(*map(known, names))) == EXPECTED


def test_articles_can_be_added_one_by_one():
    stories = Stories()
    for name in ARTICLES:
        stories.add(known(name))
    stories.add(known("ferry-1"))  # once more
    assert groups(stories) == EXPECTED


def test_stories_of_most_articles_come_first_under_the_title_of_the_one_that_has_most_in_common():
    ferry, fire = Stories(*map(known, ARTICLES)).stories()
    assert ferry.title in {told.title for told in ferry.articles}
    assert [told.published for told in ferry.articles] == ["2021-03-02", "2021-03-03", "2021-03-09"]
    assert len(fire.articles) == 2


@pytest.mark.parametrize("copies", [1, 10, 50])
def test_a_folder_on_one_event_alone_is_one_story(copies):
    """Names that all of the articles have do not count as common because of that."""
    ferry = [
        known(f"{name}-{number}", ARTICLES[name])
        for name in ("ferry-1", "ferry-2", "ferry-3")
        for number in range(copies)
    ]
    (story,) = Stories(*ferry).stories()
    assert len(story.articles) == 3 * copies


def test_events_of_one_kind_and_day_stay_apart_among_many():
    places = [a + b for a in "Bran Dor Fen Gar Hol Kest Lun Mor".split() for b in ("ford", "by")]
    text = (
        "Two hurt in fire\n\nPublished: 2021-03-02\n\nA fire on {0}gate Street in {0} hurt two"
        " people on Tuesday, police said. “It was quick,” said {0}a {0}sen, {1}, a neighbor."
    )
    articles = [
        known(f"{place}-{number}", text.format(place, 20 + age))
        for age, place in enumerate(places)
        for number in range(2)
    ]
    assert groups(Stories(*articles)) == {(f"{place}-0", f"{place}-1") for place in places}


def test_nothing_is_told_of_nothing():
    empty = Evidence(told=known("fire-1").told)
    assert Stories().stories() == Stories(empty).stories() == ()


@pytest.mark.parametrize(
    ("text", "expected", "absent"),
    [
        ("A fire hurt Ana Ruiz.", {"fire", "hurt", "Ana", "Ruiz", "Ana Ruiz"}, {"a", "ana"}),
        ("Fire! The fire hurt two.", {"fire", "hurt"}, {"Fire", "two"}),
        ("Ruiz’s dog, Ana Ruiz", {"Ruiz", "dog"}, {"Ruiz’s"}),
        ("Ana Ruiz, 34, ran.", {"34-year-old"}, set()),
        ("A 34-year-old ran in 2021.", {"34-year-old"}, {"2021"}),
        ("at 1700 Linden Street", {"1700", "1700 Linden", "Linden Street"}, set()),
        ("It burned on Tuesday in March.", {"burned"}, {"Tuesday", "March"}),
        ("El incendio quemó Ávila", {"incendio", "quemó", "Ávila"}, set()),
        ("東京で火事", {"東京で火事"}, set()),
    ],
)
def test_words_names_and_numbers(text, expected, absent):
    terms = set(known("it", f"A title\n\n{text}").terms)
    assert expected <= terms
    assert not absent & terms


def test_days_are_those_that_the_first_paragraphs_name():
    evidence = known("ferry-2")
    assert [date.fromordinal(day).isoformat() for day in evidence.days] == ["2021-03-02"]
    assert evidence.weights[0] > 0.5
    assert (
        known("x", "No date\n\nThe mill burned down on Tuesday, and nobody knows why.").days == ()
    )


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ({}, []),
        ({(0, 1): 1.0}, [[0, 1]]),
        ({(0, 1): -1.0}, []),
        ({(0, 1): 3.0, (1, 2): 2.0}, [[0, 1]]),  # 0 and 2 have nothing in common
        ({(0, 1): 3.0, (1, 2): 2.0, (0, 2): -1.0}, [[0, 1, 2]]),
        ({(0, 1): 9.0, (2, 3): 9.0, (1, 2): 1.0}, [[0, 1], [2, 3]]),
        ({(0, 3): 2.0, (1, 2): 2.0}, [[0, 3], [1, 2]]),
    ],
)
def test_groups_are_those_whose_pairs_are_alike_on_average(odds, expected):
    assert min(odds.values(), default=0.0) > UNLIKE
    assert grouped(4, odds) == expected


def test_many_files_are_read_in_their_order_and_one_that_cannot_be_read_costs_no_other(tmp_path):
    files = []
    for number in range(2 * AT_ONCE + 10):
        files.append(str(tmp_path / f"{number:03}.txt"))
        (tmp_path / f"{number:03}.txt").write_text(
            f"Fire {number}\n\nA barn burned down in Velmora."
        )
    (tmp_path / "007.txt").write_bytes(b"")
    (tmp_path / "050.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(99))
    found = list(known_of(files, date="2021-03-02", workers=2))
    shown = [each if isinstance(each, ReadError) else each.told.source for each in found]
    assert str(shown.pop(7)).startswith("cannot read")
    assert shown == [file for file in files if file[-7:] not in {"007.txt", "050.txt"}]
    assert {each.told.published for each in found if isinstance(each, Evidence)} == {"2021-03-02"}
