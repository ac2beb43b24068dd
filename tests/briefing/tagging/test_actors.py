"""Who acts: one actor a person or body, under all its names, with what the article calls it."""

from __future__ import annotations

import pytest

from briefing.model import Actor
from briefing.tagging import actors, locations
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.names import entities


@pytest.fixture(scope="session")
def find(parse):
    gazetteer = Gazetteer()

    def find(text: str) -> dict[str, Actor]:
        article, doc = parse(text)
        names = entities.find(article, doc)
        places = locations.find(article, doc, names, gazetteer)
        found = actors.merge(article, doc, names, places)
        for actor in found:
            assert 0 <= actor.salience <= 1
            assert actor.name in {article.text[start:end] for start, end in actor.mentions}
            assert actor.role is None or actor.role in article.text
        return {actor.name: actor for actor in found}

    return find


def test_full_name_title_and_surname_are_one_person(find):
    found = find(
        "Senator Maria Chen opened the inquiry. Chen said it would be short."
        " “We need answers,” Sen. Chen told reporters. Maria Chen left early."
    )
    assert list(found) == ["Maria Chen"]
    assert len(found["Maria Chen"].mentions) == 4
    assert found["Maria Chen"].aliases == ("Chen",)


def test_two_people_of_one_surname_stay_two_and_titles_decide(find):
    found = find(
        "Mrs. Laura Whitlock and her brother, Mr. Peter Whitlock, sued the city."
        " Mr. Whitlock wept. Later Mrs. Whitlock spoke to the judge."
    )
    assert set(found) == {"Laura Whitlock", "Peter Whitlock"}
    assert len(found["Laura Whitlock"].mentions) == 2
    assert len(found["Peter Whitlock"].mentions) == 2


def test_an_acronym_joins_its_organization(find):
    found = find(
        "The Northland Fisheries Council met in Oslo on Friday. The Northland Fisheries Council"
        " has 12 members. The NFC rejected the plan, and the NFC said it would meet again."
    )
    body = found["Northland Fisheries Council"]
    assert body.kind == "organization"
    assert body.aliases == ("NFC",)
    assert len(body.mentions) == 4


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("“No,” said Lena Park, a nurse from Hull.", "Lena Park", "nurse from Hull"),
        ("Since US President Joe Biden spoke, little changed.", "Joe Biden", "US President"),
        ("Talks with President Omar Haidari’s government stalled.", "Omar Haidari", "President"),
        (
            "They took the base of another northern commander, Daud Karim.",
            "Daud Karim",
            "northern commander",
        ),
        (
            "Lena Park, who heads the port authority, resigned.",
            "Lena Park",
            "who heads the port authority",
        ),
        ("The mayor, Lena Park, resigned on Monday.", "Lena Park", "mayor"),
        ("Lena Park, 58, a former teacher, won the vote.", "Lena Park", "former teacher"),
        ("“Go,” said Lena Park, the company’s director.", "Lena Park", "company’s director"),
        ("Lena Park and Tom Ray left the meeting.", "Lena Park", None),
        ("On Monday, Lena Park, visibly tired, resigned.", "Lena Park", None),
    ],
)
def test_roles_are_the_articles_own_words(find, text, name, role):
    assert find(text)[name].role == role


def test_a_government_is_an_actor_and_a_country_is_not(find):
    found = find(
        "The Norwegian government rejected the plan. Norway is cold."
        " Norwegian officials said it would cost too much."
    )
    assert set(found) == {"Norwegian government"}
    assert found["Norwegian government"].kind == "government"
    assert found["Norwegian government"].aliases == ("Norwegian officials",)


def test_days_and_glued_names_are_no_actors(find):
    found = find(
        "Analysts say the move may hurt the New Front of Harbor Leaders The Marchers who opposed"
        " it. Monday was quiet."
    )
    assert not {name for name in found if "The" in name or name == "Monday"}


def test_a_word_of_the_headline_alone_is_no_actor(find):
    body = "Boats between Lisbon and Almada will not run before Thursday, Maria Chen said."
    assert set(find(f"Ferry service suspended\n\n{body}")) == {"Maria Chen"}
    assert set(find(f"Chen stops boats\n\n{body}")) == {"Maria Chen"}


def test_a_place_behind_a_name_is_no_part_of_it(find):
    found = find(
        "Five museums\n\n3. House of Maps, Porto, Portugal\n\nMaps fill the second floor.\n\n"
        "4. The Bread Museum, Ghent, Belgium\n\nVisitors bake their own loaf."
    )
    assert set(found) == {"House of Maps", "Bread Museum"}


def test_roads_rivers_and_the_like_do_not_act(find):
    text = "Maria Chen asked: What did the Hintertal {} look like then? She got no answer."
    assert set(find(text.format("glacier"))) == {"Maria Chen"}
    assert set(find(text.format("valley"))) == {"Maria Chen"}


@pytest.mark.parametrize(
    "text",
    [
        "Turnout fell to a new low on Sunday. “The turnout was a shock,” said Maria Chen.",
        "Maria Chen left.\n\n• Engineers found cracks.\n\nThe engineers wrote a report.",
    ],
)
def test_a_common_word_at_the_head_of_a_sentence_is_no_actor(find, text):
    assert set(find(text)) == {"Maria Chen"}


def test_a_name_that_is_also_a_word_stays_one(find):
    found = find("Maria Chen met Brown. Brown wore a brown coat, and Brown said little to her.")
    assert set(found) == {"Maria Chen", "Brown"}


def test_the_heading_of_a_table_names_nobody(find):
    table = "District\tVoters\tVotes\tTurnout\nNorth Quay\t12,004\t4,921\t41.0%"
    assert set(find(f"Maria Chen won the vote.\n\n{table}")) == {"Maria Chen"}


def test_what_only_tells_where_something_is_does_not_act(find):
    text = "All boats between {} and the islands of Orlo and Skarn are late, said Maria Chen."
    assert set(find(text.format("Lisbon"))) == {"Maria Chen"}


def test_the_state_of_a_secretary_does_not_act(find):
    text = "The Secretary of State, Maria Chen, went to the Department of State on Monday."
    assert "State" not in find(text)


def test_a_town_beside_another_is_no_actor(find):
    assert not find("Trains between Aarhus and Aalborg stay suspended until the morning.")


def test_the_labels_of_a_transcript_belong_to_the_people_it_names(find):
    found = find(
        "Ruvim Okonjo is a professor. He spoke with Anneke Solberg about the ice.\n\n"
        "SOLBERG: You began in May. What did it look like?\n\nOKONJO: It was cold.\n\n"
        "SOLBERG: And today?\n\nOKONJO: Today you walk two hours over rubble."
    )
    assert {name: actor.aliases for name, actor in found.items()} == {
        "Ruvim Okonjo": ("OKONJO",),
        "Anneke Solberg": ("SOLBERG",),
    }
    assert [len(actor.mentions) for actor in found.values()] == [3, 3]


def test_actors_of_the_sample(find, sample):
    found = find(sample.read_text())
    assert next(iter(found)) == "Taliban"
    assert len(found["Taliban"].mentions) == 13
    roles = {
        "Joe Biden": "US President",
        "Ashraf Ghani": "President",
        "Abdul Rashid Dostum": "Uzbek warlord",
        "Atta Mohamed Nur": "northern commander",
        "Asfandia Mir": "South Asian security analyst",
    }
    assert {name: found[name].role for name in roles} == roles
    assert (found["Roman Malejak"].role or "").startswith("political scientist and author")
    assert "Biden" in found["Joe Biden"].aliases
    assert {"Al Qaeda", "Northern Alliance", "Mill"} <= set(found)
    assert not {"Afghanistan Update", "New Front of Militia Leaders The Islamists"} & set(found)


def test_who_stands_behind_a_role_is_a_person_whatever_the_model_says(find):
    found = find(
        "Blackmere's chief executive, Henrietta Vossley, said the company had made an offer.\n\n"
        "“We will wait,” Vossley told reporters."
    )
    person = found["Henrietta Vossley"]
    assert (person.kind, person.role) == ("person", "Blackmere's chief executive")
    assert person.aliases == ("Vossley",)
    assert "Vossley" not in found


@pytest.mark.parametrize("told", ["told the court", "denied", "said that"])
def test_a_role_holds_no_verb_of_saying(find, told):
    found = find(f"The firm's lawyer, Ansgar Pell, {told} the firm was broke.")
    assert found["Ansgar Pell"].role == "firm's lawyer"


def test_a_union_that_is_called_after_a_sea_is_a_body(find):
    found = find("“No,” said Dimo Karastev, who leads the Black Sea Dockers' Union.")
    assert found["Black Sea Dockers' Union"].kind == "organization"


def test_a_label_with_a_title_in_capitals_is_the_person(find):
    found = find(
        "HELEN ARBUTH: We begin with the Secretary of Defense, Orrin Maddock.\n\n"
        "SEC. MADDOCK: We have told them what we know.\n\n"
        "HELEN ARBUTH: What will you do?\n\n"
        "SEC. MADDOCK: We will wait for the report.\n\n"
        "HELEN ARBUTH: How long?\n"
    )
    assert found["Orrin Maddock"].aliases == ("MADDOCK",)
    assert "Defense" not in found
    assert set(found) == {"Orrin Maddock", "HELEN ARBUTH"}


def test_emoji_are_no_part_of_names_and_roles(find):
    found = find("👩‍👧 Mayor Zed Quibble 🦄 opened the fair. 🎉 Zed Quibble 🦄 laughed.")
    assert found["Zed Quibble"].role == "Mayor"
    assert list(found) == ["Zed Quibble"]


@pytest.mark.parametrize("word", ["RED", "AAAAAAAAAAAA"])
def test_a_color_or_one_letter_again_and_again_is_no_name(find, word):
    assert word not in find(f"{word} text stands here.\n\nThe {word} was read by Maria Chen.")


def test_a_hyphenated_role_is_whole(find):
    found = find("Then-vice president Albin Corr spoke. His 40-year-old wife, Ilse Corr, left.")
    assert found["Albin Corr"].role == "Then-vice president"
    assert found["Ilse Corr"].role == "40-year-old wife"


def test_a_time_of_day_is_nobody(find):
    found = find(
        "Vote in Dunmere\n\n17:10 GMT\nMaria Chen votes.\n\n16:48 GMT\nPolls are open."
        "\n\n16:20 GMT\nA bridge is closed.\n\n09:05 CET\nGood morning."
    )
    assert set(found) == {"Maria Chen"}


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, Norway (Fjord News) — ",
        "OSLO, June 14, 2025 (Fjord News) - ",
        "OSLO, Fjord News — ",
        "(Fjord News) - ",
    ],
)
def test_the_agency_of_a_dateline_only_writes(find, dateline):
    text = "The ferry was stopped by Maria Chen on Monday, and the harbor was closed."
    assert set(find(dateline + text)) == {"Maria Chen"}
    assert "Fjord News" in find(f"{dateline}{text} Fjord News sued the owner on Friday.")


def test_who_is_named_first_and_speaks_behind_a_dash_acts(find):
    assert "NATO" in find("The talks failed. NATO — the alliance of 32 states — said it was sad.")


@pytest.mark.parametrize("word", ["Mali", "Sahel", "Peru"])
def test_a_country_or_region_is_no_person(find, word):
    text = f"{word} junta frees soldiers\n\nThe junta in {word} let Maria Chen go on Friday."
    assert word not in find(text)


def test_the_name_of_a_country_may_be_a_surname(find):
    found = find("Maria Mali resigned. “No,” Mali said. Then Mali left the room.")
    assert len(found["Maria Mali"].mentions) == 3


def test_a_name_that_begins_with_an_adjective_of_a_country_is_a_body(find):
    found = find("Georgian Dream, in power since 2012, leads the count. Maria Chen is second.")
    assert found["Georgian Dream"].kind == "organization"
    assert found["Maria Chen"].kind == "person"


def test_the_first_word_of_an_armed_group_is_the_group(find):
    found = find("Wagner men leave Orlo\n\nThe last men of the Wagner Group left on Friday.")
    assert found["Wagner Group"].kind == "group"
    assert found["Wagner Group"].aliases == ("Wagner",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Roofs and the tops of trees were all that could be seen.",
        "Kennel experts agree that this was rare.",
        "Normalcy returned, though nobody would laugh again.",
    ],
)
def test_an_ordinary_word_that_begins_one_sentence_is_nobody(find, sentence):
    text = f"The harbor of Dunmere was closed by Maria Chen. {sentence} The mayor wept."
    assert set(find(text)) == {"Maria Chen"}


def test_a_word_that_speaks_or_stands_inside_a_sentence_may_be_a_name(find):
    found = find("Harbor closed\n\n“We will pay,” Maria Chen said. Rice said nothing, and left.")
    assert "Rice" in found
    found = find(
        "The prize went to Maria Chen. Apple declined to comment on it. Apple said it was sorry."
    )
    assert "Apple" in found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Spokeswoman Lena Park left.", "Spokeswoman"),
        ("The talks failed. Economist Lena Park left.", "Economist"),
        ("Lt. Col. Lena Park left.", "Lt. Col."),
        ("It was late. Sgt. Maj. Lena Park of the harbor guard left.", "Sgt. Maj."),
        ("Ambassador Lena Park left.", "Ambassador"),
        ("U.S. Secretary of State Lena Park left for Oslo.", "U.S. Secretary of State"),
        ("“No,” said Lena Park, who commands the fleet in Orlo.", "who commands the fleet in Orlo"),
        ("Lena Park, who oversees the ferries, left.", "who oversees the ferries"),
        ("Lena Park, who runs the campaign for “Our Harbor”, left.", "who runs the campaign"),
    ],
)
def test_ranks_and_offices_are_roles_and_no_part_of_the_name(find, text, role):
    assert find(text)["Lena Park"].role == role


def test_the_body_before_a_name_is_no_role(find):
    found = find("“No,” said New People Party lawmaker Lena Park. Civic Party Lena Park left.")
    assert found["Lena Park"].role == "New People Party lawmaker"


@pytest.mark.parametrize(
    "text",
    ["Lena Park, the group's Sahel\n\nThe harbor was closed.", "Lena Park, the\n\nIt ended."],
)
def test_a_line_that_breaks_off_tells_no_role(find, text):
    assert find(text)["Lena Park"].role is None


def test_a_role_is_not_cut_in_the_middle_of_a_name(find):
    found = find("The Sable Front, a group linked to al-\n\nThe Sable Front denied it on Monday.")
    assert found["Sable Front"].role in (None, "group")


def test_a_body_and_its_short_name_are_one_actor(find):
    found = find(
        "The International Federation of Red Cross and Red Crescent Societies asked for help."
        " The IFRC has 40 boats. Doctors Without Borders left. MSF had no fuel."
        " The World Food Programme sent rice."
    )
    assert {name: actor.aliases for name, actor in found.items()} == {
        "International Federation of Red Cross and Red Crescent Societies": ("IFRC",),
        "Doctors Without Borders": ("MSF",),
        "World Food Programme": (),
    }


def test_a_dam_is_no_actor(find):
    assert "Umtrel" not in find("Maria Chen said the gates of the Umtrel dam open by themselves.")


def test_a_style_of_address_is_nobody(find):
    assert "Majesty" not in find("Her Majesty’s inspector of prisons, Tom Reed, left on Monday.")


def test_a_couple_of_one_surname_is_told_apart_by_title_and_first_names(find):
    found = find(
        "Colin Marsh-Hill admitted fraud. His wife, Melanie Marsh-Hill, was freed."
        " Mr Marsh-Hill wept in court. Mrs Marsh-Hill said she was sorry."
    )
    assert len(found["Colin Marsh-Hill"].mentions) == 2
    assert len(found["Melanie Marsh-Hill"].mentions) == 2


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Nets are empty, said Marit Saarela, the lead author of the review.", True),
        ("Marit Saarela said the nets were empty.", True),
        ("The nets are empty. Marit Saarela writes from Oslo.", False),
    ],
)
def test_who_wrote_the_article_acts_in_it_only_where_it_quotes_them(find, text, acts):
    head = "Fewer boats, fewer fish\n\nBy Marit Saarela\n\nThe boats of Velden stay in port.\n\n"
    assert ("Marit Saarela" in find(head + text)) == acts


def test_an_acronym_may_lack_the_word_for_the_state(find):
    found = find(
        "The Brannoc Harbor Disaster Relief Fund (HDRF) opened an office in the port.\n\n"
        "The HDRF said on Monday that it would pay."
    )
    assert found["Brannoc Harbor Disaster Relief Fund"].aliases == ("HDRF",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A show opened at the Tarnow Wessel Art Center. The Art Center was full.",
         "Tarnow Wessel Art Center"),
        ("Pacek Freight sent two trucks. Pacek Freight said it would pay.", "Pacek Freight"),
    ],
)  # fmt: skip
def test_an_organization_is_named_whole(find, text, name):
    assert find(text)[name].kind == "organization"


def test_a_day_before_a_name_is_no_part_of_it(find):
    found = find(
        "Ana Ruiz, the harbor master, is known in Velden. On Monday Ruiz wrote to her followers:"
        " “The lock is open.”"
    )
    assert [len(actor.mentions) for name, actor in found.items() if "Ruiz" in name] == [2]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zulmi Fadhan", "Minister Zulmi Fadhan paid. Zulmi said it was fair, and Zulmi left."),
        ("Sadeq Abu Velan", "Omar Abu Velin and Sadeq Abu Velan left. Abu Velan wept. Velan sat."),
        ("Mohamed El Wasif", "Mohamed El Wasif filmed it. “Loud,” El Wasif said. El Wasif left."),
    ],
)
def test_a_short_name_is_of_who_bears_it_in_full(find, name, text):
    assert len(find(text)[name].mentions) == 3


def test_an_organization_has_the_name_that_the_article_keeps_to(find):
    found = find(
        "Velden Foods Northgate was shut on Monday. Velden Foods said it was sorry. Staff of"
        " Velden Foods were sent home, and Velden Foods will pay them."
    )
    assert found["Velden Foods"].aliases == ("Velden Foods Northgate",)


@pytest.mark.parametrize(
    "text",
    [
        "She won the Orlo Film Academy Award for Best Play in May.",
        "Veteran Ollowood actress Mila Grey left early.",
        "The click-through rate (CTR) rose. CTR matters, and CTR fell again.",
    ],
)
def test_prizes_terms_and_roles_without_a_name_do_not_act(find, text):
    assert set(find(text)) <= {"Mila Grey"}


@pytest.mark.parametrize(
    "text",
    [
        "Her sister, Inda Deyalu said so. Deyalu told us more.",
        "They met the mogul, Inda Deyalu. Deyalu told us more.",
    ],
)
def test_a_noun_for_a_person_before_a_name_makes_a_person_of_it(find, text):
    found = find(text)["Inda Deyalu"]
    assert (found.kind, len(found.mentions)) == ("person", 2)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Disney", "Disney shut it. “Sorry,” Disney said. Disney left. The Disney Channel closed."),
        ("Disney Channel", "The Disney Channel shut it. Disney said so. Disney left it shut."),
    ],
)
def test_the_fullest_name_is_the_one_that_an_article_begins_with(find, name, text):
    assert name in find(text)


def test_a_medium_of_which_only_reports_are_told_does_not_act(find):
    found = find(
        "The mood was bad, CNBC reported. According to Reuters, Mila Grey left the port. She told"
        " the Harbor Post that she was tired. The BBC fired Tom Reed, whom it had hired in May."
    )
    assert {"CNBC", "Reuters", "Harbor Post"}.isdisjoint(found)
    assert "BBC" in found


def test_an_organization_whose_name_ends_with_a_role_acts(find):
    found = find("The Ministry of Justice sued Holmer & Daughter. Holmer & Daughter paid it.")
    assert {"Ministry of Justice", "Holmer & Daughter"} <= set(found)
