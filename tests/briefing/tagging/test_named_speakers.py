"""Who is quoted by name is known by that, whether the model knows the name or not."""

from __future__ import annotations

import pytest

from briefing.reading import read_text
from briefing.tagging.names import named_speakers


def found(text: str) -> list[tuple[str, str]]:
    article = read_text(text)
    entities = list(named_speakers.quoted_people(article))
    assert [article.text[e.start : e.end] for e in entities] == [e.text for e in entities]
    return [(e.text, e.label) for e in entities]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We leave at dawn,” said Quillon Vasp, a pilot.", "Quillon Vasp"),
        ("“We leave at dawn,” Quillon Vasp said.", "Quillon Vasp"),
        ("“We leave at dawn,” Quillon Vasp, a pilot, said.", "Quillon Vasp"),
        ('"Do we leave at dawn?" Vasp asked the crew.', "Vasp"),
        ("“We leave at dawn,” added O’Varra.", "O’Varra"),
        ("“We leave at dawn,” said Quillon J. van Vasp on Monday.", "Quillon J. van Vasp"),
        ("“We leave,” said Anne-Lise Vasp. “At dawn,” she said.", "Anne-Lise Vasp"),
    ],
)
def test_a_name_beside_a_quotation_is_a_person(text: str, name: str):
    assert found(text) == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We leave at dawn,” OVTA said in a statement.", "OVTA"),
        ("“We leave at dawn,” said Vasp Shipping Association.", "Vasp Shipping Association"),
    ],
)
def test_a_body_is_none(text: str, name: str):
    assert found(text) == [(name, "organization")]


@pytest.mark.parametrize(
    "text",
    [
        "“We leave at dawn,” he said.",
        "“We leave at dawn,” the pilot said.",
        "“Do we leave at dawn?” They said nothing more.",
        "“We leave at dawn!” However, nobody said when.",
        "“We leave at dawn.” Pilots said so every day.",
        "“We leave at dawn,” Mayor Quillon Vasp said.",
        "“We leave at dawn,” said Tuesday the first of the pilots.",
        "“We leave at dawn,” Vasp, and then nothing.",
        "A ship called “Dawn” Quillon Vasp said he had sold.",
        "“We leave at dawn,” said Vasp Shipping Director Quillon Vasp.",
    ],
)
def test_what_only_looks_like_one(text: str):
    assert found(text) == []
