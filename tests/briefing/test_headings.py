"""What a plain text shows of its own layout: headings, bylines, leftovers of the page."""

from __future__ import annotations

import pytest

from briefing import read_text

LEAD = "The harbor of Velden will be closed from Monday on while engineers repair its sea wall."
MORE = "Fishers said that they had been told of the closure only when the nets were out on Friday."


def lines(text: str) -> dict[str, tuple[str, str]]:
    article = read_text(text)
    return {article.text[p.start : p.end]: (p.kind, p.block) for p in article.paragraphs}


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("A wall from 1903", "heading"),
        ("NEVER AGAIN", "heading"),
        ("‘We had plans’", "heading"),
        ("It was late.", "paragraph"),
        ("Ines Vale:", "paragraph"),
        ("“We had plans.”", "paragraph"),
        ("• one more boat", "paragraph"),
    ],
)
def test_a_short_line_above_a_full_paragraph_is_a_heading(line: str, block: str) -> None:
    assert lines(f"Harbor closes\n\n{LEAD}\n\n{line}\n\n{MORE}")[line] == ("text", block)


def test_short_lines_in_a_row_are_a_list() -> None:
    found = lines(f"Harbor closes\n\n{LEAD}\n\nNets and ropes\n\nBoats and oars\n\n{MORE}")
    assert found["Boats and oars"] == ("text", "paragraph")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Maren Oduya and Ivo Tarn Harbor Staff", ("Maren Oduya", "Ivo Tarn")),
        ("Maren Oduya · Harbor News · Posted: Aug 08, 2030 4:00 AM", ("Maren Oduya",)),
        ("By Maren Oduya", ("Maren Oduya",)),
        ("MARIA ODUYA", ("Maria Oduya",)),
    ],
)
def test_a_byline_names_its_writers_and_not_their_post(line: str, authors: tuple[str, ...]) -> None:
    article = read_text(f"Harbor closes\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert article.authors == authors
    assert lines(f"Harbor closes\n\n{line}\n\n{LEAD}\n\n{MORE}")[line][0] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "maren.oduya@harbor.co.uk",
        "Write to Maren Oduya at maren@harbor.example.",
        "Article content",
        "With files from the Coastal Wire and Ivo Tarn",
        "This story will appear in the May 3, 2030, issue of Harbor Weekly.",
        "[Read: The wall that nobody wanted]",
        "Contributing: Ivo Tarn, Coastal Wire",
        "Ivo Tarn reported from Velden.",
    ],
)
def test_what_a_page_adds_is_furniture(line: str) -> None:
    assert lines(f"Harbor closes\n\n{LEAD}\n\n{MORE}\n\n{line}")[line][0] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Ivo Tarn reported the theft to the police on Monday.",
        "The article contents were read out in court by a clerk.",
        "She told them to write to the council about the wall.",
    ],
)
def test_the_same_words_in_the_news_are_text(line: str) -> None:
    assert lines(f"Harbor closes\n\n{LEAD}\n\n{MORE}\n\n{line}")[line][0] == "text"


def test_a_question_at_the_top_is_a_headline() -> None:
    title = "What comes next for the harbor of Velden?"
    assert read_text(f"{title}\n\n{LEAD}\n\n{MORE}\n\n{LEAD}").title == title


def test_a_soft_hyphen_at_a_line_end_stands_within_its_word() -> None:
    broken = LEAD.replace("repair", "re\u00ad\npair")
    assert "repair its" in read_text(f"Harbor closes\n\n{broken}").text


@pytest.mark.parametrize("line", ["Harbor Weekly", "Lima", "World news"])
def test_the_outlet_above_the_headline_is_none(line: str) -> None:
    article = read_text(f"{line}\n\nHarbor of Velden closes for repairs\n\n{LEAD}\n\n{MORE}")
    assert article.title == "Harbor of Velden closes for repairs"


def test_a_short_headline_above_a_subhead_that_ends_a_sentence_stays() -> None:
    assert read_text(f"Harbor closes\n\nA wall is repaired.\n\n{LEAD}\n\n{MORE}").title == (
        "Harbor closes"
    )
