"""Names: cleaned, consistent, and found wherever they stand."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Span

from briefing.model import Article, Paragraph
from briefing.tables import rows
from briefing.tagging import pipeline
from briefing.tagging.lexicon.figures import is_figure
from briefing.tagging.names import entities
from briefing.text import sentences


@pytest.fixture(scope="session")
def names(parse):
    def names(text: str) -> list[tuple[str, str]]:
        article, doc = parse(text)
        found = entities.find(article, doc)
        assert all(article.text[e.start : e.end] == e.text for e in found)
        return [(e.text, e.label) for e in found]

    return names


def test_articles_possessives_and_final_periods_are_no_part_of_a_name(names):
    found = names("The Financial Times asked Maria Chen's lawyer. He wrote to Maria Chen.")
    assert found == [
        ("Financial Times", "organization"),
        ("Maria Chen", "person"),
        ("Maria Chen", "person"),
    ]


def test_known_armed_groups_and_institutions_are_found_by_any_of_their_names(names):
    found = names("Fighters of al-Shabaab fled. The IAEA and the White House were silent.")
    assert found == [
        ("al-Shabaab", "group"),
        ("IAEA", "organization"),
        ("White House", "organization"),
    ]


def test_a_headline_is_not_one_name(names):
    found = names("Harbor Town Update\n\nThe harbor was closed by Maria Chen on Monday morning.")
    assert ("Harbor Town Update", "organization") not in found
    assert ("Maria Chen", "person") in found


def test_a_headline_that_is_a_person_who_is_written_about_is_a_name(names):
    text = "Maria Chen\n\nMaria Lund Chen closed the harbor on Monday, and Chen opened it again."
    assert names(text)[0] == ("Maria Chen", "person")


def test_small_words_at_the_end_are_no_part_of_a_name():
    text = "Orlo Rovers to play Dunmere"
    span = Span(English()(text), 0, 3, label="ORG")
    found = entities._cleaned(text, span)
    assert [entity.text for entity in found] == ["Orlo Rovers"]


def test_a_bracket_that_only_begins_in_a_name_is_no_part_of_it():
    text = "Dunmere (Wexoria)"
    span = Span(English()(text), 0, 3, label="ORG")
    assert [entity.text for entity in entities._cleaned(text, span)] == ["Dunmere"]


def test_a_name_that_the_model_sees_once_is_found_again(names):
    text = (
        "“We will rebuild,” said Roman Malejak, an engineer. Nobody doubted it."
        "\n\nFor Roman Malejak that was new. Then roman malejak became a saying."
    )
    assert [name for name, _ in names(text)].count("Roman Malejak") == 2


def test_the_table_of_institutions_is_well_formed():
    table = entities.institutions()
    assert table["Al Qaeda"] is table["al-Qaida"]
    assert {body.label for body in table.values()} == {"group", "organization"}
    assert all(name == name.strip() and name for name in table)


def test_what_belongs_to_the_page_names_nobody(nlp):
    text = "Photo: AFP, Maria Chen\nMaria Chen closed the harbor on Monday, the BBC said."
    end = text.index("\n")
    article = Article(
        title="",
        source="-",
        text=text,
        paragraphs=(Paragraph(0, end, "furniture"), Paragraph(end + 1, len(text), "text", 1)),
    )
    doc = pipeline.parse(nlp, article, sentences.split(article))
    assert [e.text for e in entities.find(article, doc)] == ["Maria Chen", "BBC"]


@pytest.mark.parametrize("figure", ["16:48 GMT", "3-1", "$40 million", "USD", "40 km", "+2.5%"])
def test_figures_are_no_names(figure):
    assert is_figure(figure)


@pytest.mark.parametrize("name", ["3M", "G20", "Pound", "Channel 4", "49ers", "ET", "50 Cent"])
def test_names_with_figures_are_names(name):
    assert not is_figure(name)


def test_every_institution_stands_in_the_table_once():
    names = [name for _, names in rows("institutions") for name in names.split("|")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name",
    [
        "World Food Programme",
        "World Food Program",
        "International Federation of Red Cross and Red Crescent Societies",
        "International Committee of the Red Cross",
        "Doctors Without Borders",
        "Organization for Security and Co-operation in Europe",
        "OPEC+",
        "WHO",
    ],
)
def test_bodies_of_world_news_are_one_name_each(names, name):
    assert names(f"The {name} left Orlo, who knows why.")[0] == (name, "organization")
    assert ("who", "organization") not in names(f"The {name} left Orlo, who knows why.")
