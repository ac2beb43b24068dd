"""What each table of words in `briefing/data/en` is for: a text that its words decide.

A rule that is a word is added by a row of a table and a case here.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from briefing.model import Article, Location
from briefing.tables import any_of, word_list, word_lists
from briefing.tagging import actors, dates
from briefing.tagging.actors import governments, organizations, people
from briefing.tagging.dates.tense import tense
from briefing.tagging.lexicon.contexts import SPEAKS, TITLE_BEFORE
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.tagging.names import entities, named_speakers
from briefing.tagging.names.labels import Entity
from briefing.text import sentences
from briefing.text.openings import after_openings
from briefing.text.stop_words import stop_words
from tests.conftest import article_of

Parse = Callable[[str], tuple[Article, Doc]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sailed on Sept. 3, 2021.", ["Sept. 3, 2021"]),
        ("The ferry sailed on Thurs., May 5, 2022.", ["Thurs., May 5, 2022"]),
        ("The ferry may sail, and the sun will march on.", []),
    ],
)
def test_calendar_names_months_and_weekdays(text: str, found: list[str]) -> None:
    assert [date.text for date in dates.find(article_of(text))] == found


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("2:05 p.m. AEST — The ferry left.", "The ferry left."),
        ("14:32 ET: The ferry left.", "The ferry left."),
        ("Sun, 3 Oct 2021, 14:32 GMT The ferry left.", "The ferry left."),
        ("VARNA, Sept. 3 (Agency) — The ferry left.", "The ferry left."),
        ("VARNA /Agency/ — The ferry left.", "The ferry left."),
        ("Varna is quiet: the ferry left.", "Varna is quiet: the ferry left."),
    ],
)
def test_calendar_and_figures_know_time_stamps_and_datelines(sentence: str, told: str) -> None:
    assert sentence[after_openings(sentence, 0, len(sentence)) :] == told


@pytest.mark.parametrize("text", ["It has 2000 seats.", "It cost 1999 euros.", "All 2010 voters"])
def test_figures_that_count_something_are_no_years(text: str) -> None:
    assert dates.find(article_of(text)) == ()


@pytest.mark.parametrize("title", ["Cmdr", "Supt", "Mrs"])
def test_a_title_that_is_an_abbreviation_ends_no_sentence(title: str) -> None:
    assert len(sentences.split(article_of(f"The ship was met by {title}. Ito at dawn."))) == 1


@pytest.mark.parametrize(
    ("before", "is_title"),
    [("Then Detective ", True), ("Then Supt. ", True), ("Then Miss ", True), ("Then City ", False)],
)
def test_titles_before_a_name_are_of_people(before: str, is_title: bool) -> None:
    assert (TITLE_BEFORE.search(before) is not None) is is_title


def test_forms_of_speech_are_forms_of_reporting_verbs() -> None:
    lists = word_lists("speech_forms")
    for form in lists["sure"] | lists["after a name"]:
        assert reporting_forms()[form] == "speech", form


@pytest.mark.parametrize(("after", "speaks"), [(" reported that", True), (" is near", False)])
def test_a_form_of_speech_after_a_name_tells_of_a_speaker(after: str, speaks: bool) -> None:
    assert (SPEAKS.match(after) is not None) is speaks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("France urged calm.", ["France"]),
        ("France has called for calm.", ["France"]),
        ("France lies in the west.", []),
    ],
)
def test_a_country_that_speaks_is_its_government(text: str, names: list[str]) -> None:
    france = Location(name="France", kind="country", country="FR", mentions=((0, 6),))
    assert [a.name for a in governments.acting(article_of(text), (france,))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We go,” said Ines van Vale.", ["Ines van Vale"]),
        ("“We go,” said Omar ibn Poe.", ["Omar ibn Poe"]),
        ("“Shall we go?” Those said no.", []),
        ("“Shall we go?” Monday came.", []),
    ],
)
def test_parts_of_names_stop_words_and_weekdays_beside_a_quotation(
    text: str, names: list[str]
) -> None:
    assert [entity.text for entity in named_speakers.quoted_people(article_of(text))] == names


def test_a_suffix_is_no_surname() -> None:
    text = "Omar Poe Jr. met Poe."
    named = [Entity(0, 12, "Omar Poe Jr.", "person"), Entity(17, 20, "Poe", "person")]
    [person] = people.merge(article_of(text), named)
    assert person.parts == ("Omar", "Poe")
    assert len(person.mentions) == 2


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Vale Metals Ltd", "Vale Metals"), 1),  # a legal form
        (("Institute of Boats and Trade", "IBT"), 1),  # small words
        (("National Boat Club", "National"), 2),  # a first word that many share
    ],
)
def test_names_of_one_organization(names: tuple[str, str], count: int) -> None:
    first, second = names
    found = organizations.merge(
        [
            Entity(0, len(first), first, "organization"),
            Entity(100, 100 + len(second), second, "organization"),
        ]
    )
    assert len(found) == count


@pytest.mark.parametrize(
    ("name", "governs"), [("Ministry of Boats", True), ("Cabinet", True), ("Boat Club", False)]
)
def test_organizations_that_govern(name: str, governs: bool) -> None:
    assert organizations.is_state(name) is governs


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("The farms sold fish by Friday", "past"),
        ("The farms breed fish by Friday", "future"),
    ],
)
def test_past_tenses_look_back(text: str, looks: str) -> None:
    assert tense(text, len(text) - len("Friday"), len(text)) == looks


@pytest.mark.parametrize("determiner", ["a", "the", "another", "their", "one"])
def test_function_words_are_no_part_of_a_role(parse: Parse, determiner: str) -> None:
    article, doc = parse(f"“We wait,” said Ines Vale, {determiner} engineer at the port.")
    [actor] = actors.merge(article, doc, entities.find(article, doc))
    assert actor.role == "engineer at the port"


def test_stop_words_are_lower_case_and_any_length() -> None:
    assert {"the", "although"} <= stop_words()
    assert all(word == word.lower() for word in stop_words())


def test_a_pattern_of_words_takes_the_longest() -> None:
    assert any_of({"Sep", "Sept", "a.m"}) == r"Sept|Sep|a\.m"


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("titles", "no such list")
