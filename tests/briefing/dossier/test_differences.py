"""Where articles differ, and where they only seem to."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.dossier import dossier_of
from briefing.dossier.differences.figure_views import same_value
from briefing.dossier.differences.rows import figure_views
from briefing.dossier.sources import Sources
from briefing.dossier.values import Dossier
from briefing.model import Briefing, Figure
from tests.articles import brief_of
from tests.briefing.dossier.cited import assert_cited

NUMBERS = {
    "a": 1,
    "two": 2,
    "Two": 2,
    "Three": 3,
    "Four": 4,
    "three": 3,
    "four": 4,
    "six": 6,
    "eight": 8,
    "dozens": None,
}
HIT = "A train hit a truck near Velmora on Tuesday and {} people were killed."
STRUCK = "Near Velmora, {} people died on Tuesday when a train struck a truck."


def figure(text: str, words: str, **about: Any) -> Figure:
    """The figure that stands in a text: "three", or "three people" with what is counted."""
    number, _, what = words.partition(" ")
    start = text.index(words)
    given = {"low", "high"} & about.keys()
    value = None if given else NUMBERS.get(number, number.strip("$%").replace(",", ""))
    return Figure(
        text=number,
        start=start,
        end=start + len(number),
        value=value if value is None else float(value),
        what=what or None,
        what_mention=(start + len(number) + 1, start + len(words)) if what else None,
        **about,
    )


def told(text: str, *figures: tuple[str, dict[str, Any]], **about: Any) -> Briefing:
    """A briefing with figures, each given by its words and what else is known of it."""
    published = about.pop("published", "2031-03-04")
    briefing = brief_of(text, published=published, **about)
    return replace(
        briefing,
        figures=tuple(figure(briefing.article.text, words, **more) for words, more in figures),
    )


def rows(*briefings: Briefing) -> list[tuple[str, list[tuple[int, str]]]]:
    """The kind of each row, and the articles and words of its sides."""
    dossier = dossier_of(briefings)
    assert_cited(dossier)
    return [
        (row.kind, [(side.passage.article, side.passage.text) for side in row.sides])
        for row in dossier.differences
    ]


def killed(form: str, number: str, **about: Any) -> Briefing:
    """A report in which so many were killed."""
    return told(form.format(number), (f"{number} people", {"kind": "killed"}), **about)


def test_the_values_stand_side_by_side_with_their_articles():
    briefings = [killed(HIT, "three"), killed(STRUCK, "four"), killed(HIT, "four")]
    assert rows(*briefings) == [("figure", [(0, "three"), (1, "four"), (2, "four")])]
    assert rows(briefings[1], briefings[2]) == []


@pytest.mark.parametrize(
    ("days", "numbers", "kind"),
    [
        (("2031-03-04", "2031-03-05"), ("three", "four"), "update"),
        (("2031-03-05", "2031-03-04"), ("three", "four"), "figure"),  # fewer later
        (("2031-03-04", "2031-03-04"), ("three", "four"), "figure"),
        (("2031-03-04", None), ("three", "four"), "figure"),
        (("2031-03-04", "2031-03-05", "2031-03-06"), ("three", "four", "six"), "update"),
        (("2031-03-04", "2031-03-05", "2031-03-06"), ("three", "six", "four"), "figure"),
        (("2031-03-04", "2031-03-05", "2031-03-05"), ("three", "six", "four"), "figure"),
    ],
)
def test_an_update_is_no_contradiction(days, numbers, kind):
    briefings = [
        killed(form, number, published=day)
        for form, number, day in zip((HIT, STRUCK, HIT), numbers, days, strict=False)
    ]
    ((found, sides),) = rows(*briefings)
    assert found == kind
    assert [words for _, words in sides] == list(numbers)


def test_what_never_moves_differs_on_any_day():
    form = "The train from Dunmere had {} passengers on board when it hit the truck."
    briefings = [
        told(form.format(n), (f"{n} passengers", {}), published=f"2031-03-0{day}")
        for day, n in ((4, "180"), (5, "210"))
    ]
    assert rows(*briefings) == [("figure", [(0, "180"), (1, "210")])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another year
        ("The train hit a truck near Velmora and three people were killed.",
         "In 2019, four people were killed when a train hit a truck near Velmora."),
        # some of them
        ("The train hit a truck near Velmora and three people were killed.",
         "The train hit a truck near Velmora and four people of those on board were killed."),
        # nothing but the number
        ("The council of Velmora gave four people a medal.",
         "Outside the harbor, three people opened a bakery."),
    ],
)  # fmt: skip
def test_other_things_are_not_compared(one, other):
    briefings = []
    for text in (one, other):
        words = "four people" if "four" in text else "three people"
        words = words.split(" ", maxsplit=1)[0] if "people of those" in text else words
        about = {"kind": "killed"} if "killed" in text else {}
        dates = (("2019", "2019"),) if "2019" in text else ()
        text = text.replace("people of", "of") if "people of" in text else text
        briefings.append(told(text, (words, about), dates=dates))
    assert rows(*briefings) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"value": 31}, {"value": 31}, True),
        ({"value": 31}, {"value": 33}, False),
        ({"low": 31}, {"value": 33}, True),
        ({"low": 31}, {"value": 30}, False),
        ({"low": 300, "high": 900}, {"value": 450}, True),
        ({"low": 300, "high": 900}, {"value": 180}, False),
        ({"value": 180}, {}, True),  # "dozens"
        ({"value": 1200}, {"value": 1187}, True),
        ({"value": 1200}, {"value": 1287}, False),
        ({"value": 1_200_000}, {"value": 1_187_300}, True),
        ({"value": 30}, {"value": 31}, False),
        ({"value": 10, "unit": "mile"}, {"value": 16, "unit": "kilometer"}, True),
        ({"value": 10, "unit": "mile"}, {"value": 20, "unit": "kilometer"}, False),
        ({"value": 2, "unit": "hour"}, {"value": 120, "unit": "minute"}, True),
    ],
)  # fmt: skip
def test_which_numbers_contradict_each_other(one, other, same):
    briefing = brief_of("Now a number of people.")
    views = [
        replace(briefing, figures=(Figure(text="a", start=4, end=5, **about),))
        for about in (one, other)
    ]
    (first,), (second,) = figure_views(Sources(views))
    assert same_value(first, second) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("three people", "A train hit a truck near Velmora and three people were killed."),
         ("Two children", "Two children were killed when a train hit a truck near Velmora.")),
        (("three people", "A train hit a truck near Velmora and three people were killed."),
         ("two", "A train hit a truck near Velmora, and a man and two others were killed.")),
        (("three people", "A train hit a truck near Velmora and three people were killed."),
         ("two", "Several were killed when a train hit a truck near Velmora, including two"
                 " of the crew.")),
        (("three people", "A train hit a truck near Velmora and three people were killed."),
         ("a", "When a train hit the truck near Velmora, the driver and a nurse were killed.")),
    ],
)  # fmt: skip
def test_some_of_those_killed_are_not_all(one, other):
    briefings = [told(text, (words, {"kind": "killed"})) for words, text in (one, other)]
    assert rows(*briefings) == []


@pytest.mark.parametrize(
    ("one", "words", "other", "other_words"),
    [
        # an age
        ("Police in Velmora said that three people were shot in the mill.", "three",
         "Police in Velmora said that boys of ages 15 and 16 were shot in the mill.", "16"),
        # more than one event
        ("A man shot seven people at the mill in Velmora.", "seven",
         "He was among at least nine people shot in shootings in Velmora.", "at least nine"),
        # the rest are counted after it
        ("The man shot two people on the first floor and one on the third.", "two",
         "The man shot three people on the floors of the mill.", "three"),
        # with the one who did it
        ("The man killed three people in Velmora and then himself.", "three",
         "The man in Velmora killed four people.", "four"),
        # those among them who have something
        ("Ten victims were shot in Velmora on Sunday.", "Ten",
         "Four victims with children were shot in Velmora on Sunday.", "Four"),
    ],
)  # fmt: skip
def test_figures_of_another_scope_do_not_differ(one, words, other, other_words):
    values = {"16": 16, "seven": 7, "at least nine": 9, "Ten": 10}
    briefings = []
    for text, number in ((one, words), (other, other_words)):
        briefing = brief_of(text, published="2031-03-04")
        start = briefing.article.text.index(number)
        found = Figure(text=number, start=start, end=start + len(number), kind="killed",
                       value=float(values.get(number, NUMBERS.get(number, 0)) or 0))  # fmt: skip
        briefings.append(replace(briefing, figures=(found,)))
    assert rows(*briefings) == []


def test_where_headlines_agree_another_number_is_of_another_event():
    first = "Three people killed near Velmora\n\nA train hit a truck near Velmora and three died."
    second = "Three people killed near Velmora\n\nFour people were killed in Velmora last winter."
    killed = {"kind": "killed"}
    left = told(first, ("Three people", killed))
    right = told(second, ("Three people", killed), ("Four people", killed))
    assert rows(left, right) == []


CLOSED = "The line between Dunmere and Velmora will be closed until {}, the company said."
STAYS = "Until {} the line to Velmora stays closed."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("Thursday", "2031-03-06"), ("Saturday", "2031-03-08"), True),
        (("Thursday", "2031-03-06"), ("March 8", "2031-03-08"), True),
        (("Thursday", "2031-03-06"), ("March 6", "2031-03-06"), False),
        (("Thursday", "2031-02-27"), ("March 6", "2030-03-06"), False),  # a week, a year guessed
        (("March 2031", "2031-03"), ("March 6", "2031-03-06"), False),
        (("Thursday", "2031-03-06"), ("Thursday", "2031-03-13"), False),
        (("Thursday", None), ("Saturday", "2031-03-08"), False),
    ],
)
def test_dates_of_one_thing(one, other, differ):
    briefings = [
        told(form.format(words), dates=((words, value),))
        for form, (words, value) in ((CLOSED, one), (STAYS, other))
    ]
    assert rows(*briefings) == ([("date", [(0, one[0]), (1, other[0])])] if differ else [])


@pytest.mark.parametrize(
    ("words", "days", "differ"),
    [
        (("Thursday", "Saturday"), ("2031-03-05", "2031-03-05"), True),
        (("Thursday", "Saturday"), ("2031-03-06", "2031-03-08"), False),  # each means today
        (("Thursday", "Saturday"), ("2031-03-05", "2031-03-07"), True),
        (("Thursday", "Saturday"), ("2031-02-25", "2031-03-05"), False),  # another week
        (("March 6", "March 8"), ("2031-02-25", "2031-03-05"), True),
    ],
)
def test_a_weekday_is_counted_from_the_day_of_the_report(words, days, differ):
    briefings = [
        told(form.format(word), dates=((word, value),), published=day)
        for form, word, value, day in zip(
            (CLOSED, STAYS), words, ("2031-03-06", "2031-03-08"), days, strict=True
        )
    ]
    assert bool(rows(*briefings)) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("Thursday night", "Friday morning", False), ("Thursday morning", "Friday night", True)],
)
def test_one_night_has_two_dates(one, other, differ):
    briefings = [
        told(form.format(words), dates=((words, value),))
        for form, words, value in (
            (CLOSED, one, "2031-03-06"),
            (STAYS, other, "2031-03-07"),
        )
    ]
    assert bool(rows(*briefings)) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("A fire destroyed the old cannery in Velmora on Monday.",
         "The old cannery in Skarvoy was destroyed by a fire on Monday.", True),
        ("A fire destroyed the old cannery in Velmora on Monday.",
         "The old cannery in Velmora was destroyed by a fire on Monday.", False),
        # the other place is named too
        ("A fire destroyed the old cannery in Velmora on Monday. Skarvoy sent two engines.",
         "The old cannery in Skarvoy was destroyed by a fire on Monday.", False),
        ("A fire destroyed the old cannery near N. Marrow Street.",
         "A fire destroyed the old cannery near North Marrow Street.", False),
        # where somebody lives
        ("Maren Oduya, of Velmora, was hurt when a fire destroyed the old cannery on Monday.",
         "A fire destroyed the old cannery in Skarvoy on Monday, and Maren Oduya was hurt.", False),
        # a country around it
        ("A fire destroyed the old cannery in Velmora on Monday.",
         "A fire destroyed an old cannery on Monday.", False),
    ],
)  # fmt: skip
def test_places_of_one_thing(one, other, differ):
    kinds = [kind for kind, _ in rows(told(one), told(other))]
    assert kinds == (["place"] if differ else [])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Maren Oduya", "Maren Oduja", True),
        ("Maren Oduya", "Marta Oduya", True),
        ("Maren Oduya", "M. Oduya", False),
        ("Maren Oduya", "Maren J. Oduya", False),
        ("William Oduya", "Bill Oduya", False),
        ("Jim Oduya", "Jimmy Oduya", False),
    ],
)
def test_names_of_one_person(one, other, differ):
    briefings = [
        told(form.format(name), people=((name, "chief engineer of the port"),))
        for form, name in (
            ("{}, the chief engineer of the port, opened the new lock on Monday.", one),
            ("The new lock was opened on Monday by {}, the chief engineer of the port.", other),
        )
    ]
    found = rows(*briefings)
    assert found == ([("name", [(0, one), (1, other)])] if differ else [])


SAID = "We are going to need ten days to repair the lines, because the roads are gone"


@pytest.mark.parametrize(
    ("words", "speaker", "expected"),
    [
        (SAID, "Maren Oduya", []),
        (SAID.replace("ten", "14"), "Maren Oduya", [("quote", [(0, "ten"), (1, "14")])]),
        (SAID.partition(",")[0], "Maren Oduya", []),  # cut short, and nothing else
        (SAID.replace("the lines", "lines"), "Maren Oduya", []),
        (SAID, "Ivo Tarn", [("speaker", [(0, "Maren Oduya"), (1, "Ivo Tarn")])]),
        (SAID, "Oduya", []),
        (
            SAID.replace("are going", "are not going"),
            "Maren Oduya",
            [("quote", [(0, "We are going to"), (1, "We are not going to")])],
        ),
        (SAID.replace("going to", "gonna"), "Maren Oduya", []),
        (SAID.replace("We are", "We’re"), "Maren Oduya", []),
    ],
)
def test_quotations(words, speaker, expected):
    briefings = []
    for said, who in ((SAID, "Maren Oduya"), (words, speaker)):
        briefing = told(f"“{said},” said {who} at the harbor.", people=((who, None),),
                        quotes=((said, who, None, True),))  # fmt: skip
        at = briefing.article.text.index(who)
        quote = replace(briefing.quotes[0], speaker_mention=(at, at + len(who)))
        briefings.append(replace(briefing, quotes=(quote,)))
    assert rows(*briefings) == expected


def quoting(words: str) -> Briefing:
    """A report that quotes some words of Maren Oduya."""
    return told(f"“{words},” said Maren Oduya at the harbor.", people=(("Maren Oduya", None),),
                quotes=((words, "Maren Oduya", None, True),))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("On Monday the captain, Maren Oduya, opened the lock.", "On Monday the captain"),
        ("“The new chief engineer of the port is Maren Oduya.",
         "… chief engineer of the port is"),
        ("Maren Oduya, the captain, opened the lock.", "… the captain, opened the lock"),
    ],
)  # fmt: skip
def test_a_label_has_no_punctuation_around_it(text, label):
    sources = Sources([brief_of(text)])
    start = text.index("Maren")
    assert sources.words_before(0, (start, start + len("Maren Oduya"))) == label


@pytest.mark.parametrize(
    ("words", "speaker", "differ"),
    [
        (SAID, "Ivo Tarn", True),
        (SAID, "Harbor records", False),  # nobody
        (f"Oduya said, ‘{SAID}’", "Ivo Tarn", False),  # who quotes her
    ],
)
def test_only_people_speak_for_themselves(words, speaker, differ):
    briefings = []
    for said, who in ((SAID, "Maren Oduya"), (words, speaker)):
        people = ((who, None),) if who != "Harbor records" else ()
        briefing = told(f"“{said},” said {who} at the harbor.", people=people,
                        quotes=((said, who, None, True),))  # fmt: skip
        at = briefing.article.text.index(who)
        quote = replace(briefing.quotes[0], speaker_mention=(at, at + len(who)))
        briefings.append(replace(briefing, quotes=(quote,)))
    assert ("speaker" in [kind for kind, _ in rows(*briefings)]) is differ


def test_what_most_articles_quote_is_the_wording_that_others_are_compared_with():
    outlier = SAID.replace("ten", "14") + " and the bridges as well"
    short = SAID.partition(",")[0]
    dossier = dossier_of([quoting(outlier), quoting(SAID), quoting(short)])
    ((quotation,),) = [speaker.quotations for speaker in dossier.quotes]
    assert quotation.passage.text == SAID
    assert [
        (side.passage.article, side.passage.text)
        for row in dossier.differences
        for side in row.sides
    ] == [(0, "14"), (1, "ten")]


def test_who_does_not_agree_does_not_count_as_saying_the_same():
    dossier: Dossier = dossier_of(
        [
            killed(HIT, "three"),
            killed(STRUCK, "four"),
            killed(STRUCK.replace("died", "perished"), "four"),
        ]
    )
    (line,) = dossier.summary
    assert line.articles in ((0,), (1, 2))


BLAMED = "Desmond Varga blamed Norvia for the crash. “The company knew it,” Varga said."
NORVIA = ("Norvia",)


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (BLAMED, "Norvia rejected the charge.",
         ["Desmond Varga blamed Norvia for the crash.", "Norvia rejected the charge."]),
        (BLAMED, "“We did nothing wrong,” said Ivo Tarn, and Norvia blamed Desmond Varga.",
         ["Desmond Varga blamed Norvia for the crash.",
          "“We did nothing wrong,” said Ivo Tarn, and Norvia blamed Desmond Varga."]),
        (BLAMED, "Ivo Tarn, the head of Norvia, denied it.",
         ["Desmond Varga blamed Norvia for the crash.",
          "Ivo Tarn, the head of Norvia, denied it."]),
        (BLAMED, "Norvia opened a new line.", []),
        (BLAMED.replace("blamed", "never blamed"), "Norvia rejected the charge.", []),
        (BLAMED.replace("blamed", "praised"), "Norvia rejected the charge.", []),
    ],
)  # fmt: skip
def test_who_blames_whom(one, other, sides):
    def named(text: str) -> Briefing:
        people = [("Desmond Varga", None), ("Ivo Tarn", "head of Norvia")]
        people = [person for person in people if person[0] in text]
        quotes = (("The company knew it", "Desmond Varga", None, True),) if text == one else ()
        return told(text, people=people, bodies=NORVIA, quotes=quotes)

    found = [
        [side.passage.text for side in row.sides]
        for row in dossier_of([named(one), named(other)]).differences
        if row.kind == "blame" and row.what == "Norvia"
    ]
    assert found == ([sides] if sides else [])
