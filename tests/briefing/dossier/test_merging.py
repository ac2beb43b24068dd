"""Actors, places, dates and quotations of several articles brought together."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.dossier import dossier_of
from briefing.dossier.articles import letter
from briefing.model import Actor, Briefing, Location
from tests.articles import brief_of
from tests.briefing.dossier.cited import assert_cited


def with_actors(text: str, *actors: tuple[str, str, str | None]) -> Briefing:
    """A briefing whose actors are the given names, kinds and roles; "A|B" has B as an alias."""
    briefing = brief_of(text)
    found = []
    for names, kind, role in actors:
        name, *aliases = names.split("|")
        spans = sorted(
            (at, at + len(one))
            for one in (name, *aliases)
            if (at := briefing.article.text.find(one)) >= 0
        )
        found.append(
            Actor(
                id=name, name=name, kind=kind, role=role, aliases=tuple(aliases),
                mentions=tuple(spans), salience=0.5,
            )
        )  # fmt: skip
    return replace(briefing, actors=tuple(found))


def merged(*briefings: Briefing) -> list[set[int]]:
    """The articles of each actor of the dossier."""
    dossier = dossier_of(briefings)
    assert_cited(dossier)
    return [{one.article for one in actor.appearances} for actor in dossier.actors]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Maren Oduya", "person"), ("Maren Oduya", "person"), True),
        (("Maren Oduya", "person"), ("Maren J. Oduya", "person"), True),
        (("Maren Oduya", "person"), ("M. Oduya", "person"), True),
        (("Maren Oduya", "person"), ("Oduya", "person"), True),
        (("Dr. Maren Oduya", "person"), ("Maren Oduya", "person"), True),
        (("Célestin Abara", "person"), ("Celestin Abara", "person"), True),
        (("Maren Oduya", "person"), ("Tor Oduya", "person"), False),
        (("Maren Oduya", "person"), ("Maren Brandvik", "person"), False),
        (("Institute of Marine Tides", "organization"), ("IMT", "organization"), True),
        (("Dunmere Port Authority|DPA", "organization"), ("DPA", "organization"), True),
        (("The Tarn Group", "organization"), ("Tarn Group Ltd.", "organization"), True),
        (("Tarn Group", "organization"), ("Tarn Bank", "organization"), False),
        (("Tor Quillfeather", "organization"), ("Tor Quillfeather", "person"), True),
        (("Norvia", "organization"), ("Norvia", "person"), False),
    ],
)
def test_names_of_one_actor_are_brought_together(one, other, same):
    briefings = [
        with_actors(f"{name} came to the harbor.", (name, kind, None))
        for name, kind in (one, other)
    ]
    assert merged(*briefings) == ([{0, 1}] if same else [{0}, {1}])


def test_a_surname_of_two_people_joins_neither():
    briefings = [
        with_actors("Maren Oduya met Tor Oduya.", ("Maren Oduya", "person", None),
                    ("Tor Oduya", "person", None)),
        with_actors("Oduya left.", ("Oduya", "person", None)),
    ]  # fmt: skip
    assert sorted(map(sorted, merged(*briefings))) == [[0], [0], [1]]


@pytest.mark.parametrize(
    ("texts", "roles", "same"),
    [
        # nothing else in common
        (("Tor Quillfeather, the judge, read the sentence.", "Nurse Tor Quillfeather sang."),
         ("judge", "nurse"), False),
        # both tell the same of him
        (("Tor Quillfeather, the judge, opened the flooded harbor museum on Friday.",
          "Sailor Tor Quillfeather opened the flooded harbor museum."),
         ("judge", "sailor"), True),
        # said of people who are something else too
        (("Tor Quillfeather, the judge, read the sentence.", "A witness, Tor Quillfeather, sang."),
         ("judge", "witness"), True),
    ],
)  # fmt: skip
def test_namesakes_stay_two_unless_the_articles_tell_the_same_of_them(texts, roles, same):
    briefings = [
        with_actors(text, ("Tor Quillfeather", "person", role))
        for text, role in zip(texts, roles, strict=True)
    ]
    assert merged(*briefings) == ([{0, 1}] if same else [{0}, {1}])


def test_roles_stand_by_outlet_where_they_differ():
    texts = (
        "Maren Oduya, the mayor of Dunmere, came.",
        "Maren Oduya, head of the Harbor Party, came.",
        "Maren Oduya, the mayor, came.",
    )
    roles = ("mayor of Dunmere", "head of the Harbor Party", "mayor")
    briefings = [
        with_actors(text, ("Maren Oduya", "person", role))
        for text, role in zip(texts, roles, strict=True)
    ]
    (actor,) = dossier_of(briefings).actors
    assert actor.roles_differ
    assert tuple(one.role for one in actor.appearances) == roles
    assert [one.role_passage.text for one in actor.appearances] == list(roles)
    (actor,) = dossier_of([briefings[0], briefings[2]]).actors
    assert not actor.roles_differ  # one says more


def test_places_are_one_by_their_number_and_not_by_their_name():
    def with_place(text, name, number, country):
        at = text.index(name)
        place = Location(id="l1", name=name, kind="city", geonames_id=number, country=country,
                         mentions=((at, at + len(name)),))  # fmt: skip
        return replace(brief_of(text), locations=(place,))

    dossier = dossier_of(
        [
            with_place("It rained in Skarvoy.", "Skarvoy", 7, "NO"),
            with_place("It snowed in Skarvøy.", "Skarvøy", 7, "NO"),
            with_place("It rained in Skarvoy.", "Skarvoy", 8, "IS"),
            with_place("It rained in Skarvoy.", "Skarvoy", None, None),
        ]
    )
    assert [[one.article for one in place.appearances] for place in dossier.places] == [
        [0, 1], [2], [3],
    ]  # fmt: skip
    assert_cited(dossier)


def test_dates_stand_in_the_order_of_time():
    briefings = [
        brief_of("It broke on Tuesday. It was built in 1931.",
                 dates=(("Tuesday", "2031-03-04"), ("1931", "1931"))),
        brief_of("On March 4 it broke, soon after the 1990s.",
                 dates=(("March 4", "2031-03-04"), ("the 1990s", "1990/1999"))),
        brief_of("Nobody knows when, some day.", dates=(("some day", None),)),
    ]  # fmt: skip
    dossier = dossier_of(briefings)
    assert [
        (entry.value, [(one.passage.article, one.passage.text) for one in entry.mentions])
        for entry in dossier.timeline
    ] == [
        ("1931", [(0, "1931")]),
        ("1990/1999", [(1, "the 1990s")]),
        ("2031-03-04", [(0, "Tuesday"), (1, "March 4")]),
    ]
    assert dossier.timeline[2].mentions[0].sentence.text == "It broke on Tuesday."
    assert_cited(dossier)


SAID = "The barriers were open when the truck drove onto the tracks, and nobody stopped it"


@pytest.mark.parametrize(
    ("words", "speaker", "same", "changes"),
    [
        (SAID, "Ottilie Varga", True, []),
        (SAID, "Ivo Tarn", True, []),
        (SAID.replace(",", ""), "Ottilie Varga", True, []),
        ("The barriers were open when the truck drove onto the tracks", "Ottilie Varga", True,
         [("cut", None, "and nobody stopped it")]),
        ("onto the tracks, and nobody stopped it", "Ottilie Varga", True,
         [("cut", None, "The barriers were open when the truck drove")]),
        (SAID.replace("open", "closed"), "Ottilie Varga", True, [("altered", "closed", "open")]),
        (SAID.replace("truck", "heavy truck"), "Ottilie Varga", True,
         [("cut", None, "heavy")]),  # then this wording is the fullest
        ("Nobody stopped the truck, and the barriers did not work", "Ottilie Varga", False, []),
        ("The barriers were open", "Ottilie Varga", True,
         [("cut", None, "when the truck drove onto the tracks, and nobody stopped it")]),
        ("The barriers were open", "Ivo Tarn", False, []),
    ],
)  # fmt: skip
def test_a_quotation_is_one_in_all_its_wordings(words, speaker, same, changes):
    briefings = [
        brief_of(f"“{said},” {who} said.", people=((who, None),), quotes=((said, who, None, True),))
        for said, who in ((SAID, "Ottilie Varga"), (words, speaker))
    ]
    dossier = dossier_of(briefings)
    assert_cited(dossier)
    quotations = [one for ledger in dossier.quotes for one in ledger.quotations]
    assert [one.articles for one in quotations] == ([(0, 1)] if same else [(0,), (1,)])
    assert [
        (change.kind, change.here and change.here.text, change.fullest and change.fullest.text)
        for one in quotations
        for wording in one.wordings
        for change in wording.changes
    ] == changes


def test_a_quotation_in_two_halves_is_not_cut():
    whole = brief_of("“It cannot carry another winter. We measured it every spring,” Varga said.",
                     quotes=(("It cannot carry another winter. We measured it every spring",
                              "Varga", None, True),))  # fmt: skip
    halves = brief_of(
        "“It cannot carry another winter,” Varga said. “We measured it every spring.”",
        quotes=(("It cannot carry another winter", "Varga", None, True),
                ("We measured it every spring", "Varga", None, True)),
    )  # fmt: skip
    (speaker,) = dossier_of([whole, halves]).quotes
    (quotation,) = speaker.quotations
    assert len(quotation.wordings) == 3
    assert not any(wording.changes for wording in quotation.wordings)


def test_the_ledger_shows_who_is_quoted_by_one_outlet_only():
    one = brief_of(
        "“We ran to the harbor at once,” said Maren Oduya.",
        people=(("Maren Oduya", None),),
        quotes=(("We ran to the harbor at once", "Maren Oduya", None, True),),
    )
    two = brief_of(
        "“We ran to the harbor,” said Maren Oduya. “I saw nothing of that,” said Ivo Tarn.",
        people=(("Maren Oduya", None), ("Ivo Tarn", None)),
        quotes=(("We ran to the harbor", "Maren Oduya", None, True),
                ("I saw nothing of that", "Ivo Tarn", None, True)),
    )  # fmt: skip
    assert [(s.name, s.articles) for s in dossier_of([one, two]).quotes] == [
        ("Maren Oduya", (0, 1)),
        ("Ivo Tarn", (1,)),
    ]


STORY = (
    "The ferry to Skarvoy ran aground on Monday night, and all of its passengers were brought to "
    "the shore by fishing boats within an hour, the coast guard said. Nobody was hurt."
)


@pytest.mark.parametrize(
    ("texts", "copies", "note"),
    [
        ((STORY, STORY), [None, 0], "B has the same text as A; they count once."),
        ((STORY, f"{STORY} Wind blew."), [1, None],
         "A has nearly the same text as B; they count once."),
        ((STORY, STORY, STORY), [None, 0, 0], "B and C have the same text as A; they count once."),
        ((STORY, "The ferry ran aground. A storm had broken its rudder."), [None, None], None),
    ],
)  # fmt: skip
def test_near_copies_are_told_as_such(texts, copies, note):
    dossier = dossier_of(list(map(brief_of, texts)))
    assert [one.copy_of for one in dossier.articles] == copies
    assert (note in dossier.notes) if note else not dossier.notes


def test_articles_about_something_else_have_no_say():
    bees = brief_of("Bees like clover. Honey was cheap at the market of Lumbia this week.")
    briefings = [brief_of(STORY), bees, brief_of(f"{STORY} Wind blew.")]
    dossier = dossier_of(briefings)
    assert [one.is_related for one in dossier.articles] == [True, False, True]
    assert {one for line in dossier.summary for one in line.articles} <= {0, 2}
    assert all(line.passage.article != 1 for line in dossier.only_one)
    assert any(note.startswith("B ") and "nothing in common" in note for note in dossier.notes)


@pytest.mark.parametrize(
    "told_of",
    [
        "He said the ferry was the oldest of the fleet.",
        "The old ferry broke its rudder on a rock, she told reporters.",
    ],
)
def test_a_summary_prefers_sentences_that_name_who_they_speak_of(told_of):
    first = brief_of(f"{told_of} The harbor of Velmora was closed for repairs all night.")
    second = brief_of(f"{told_of} A tug from Dunmere pulled the boats out of the storm.")
    for length, has_it in ((2, False), (3, True)):
        lines = dossier_of([first, second], length).summary
        assert (told_of in [line.passage.text for line in lines]) is has_it


def test_articles_that_have_nothing_in_common_all_have_their_say():
    bees = brief_of("Bees like clover. Honey was cheap at the market of Lumbia this week.")
    dossier = dossier_of([brief_of(STORY), bees])
    assert dossier.notes == ("The articles have nothing in common.",)
    assert {line.passage.article for line in dossier.summary} == {0, 1}


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (499, "SF"), (702, "AAA")]
)
def test_letters(number, expected):
    assert letter(number) == expected


def test_nothing_and_one_article_make_a_dossier():
    assert dossier_of([]).articles == ()
    (one,) = dossier_of([brief_of(STORY)]).articles
    assert one.letter == "A"
