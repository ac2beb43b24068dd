"""Where names stand in a text."""

from __future__ import annotations

import pytest

from briefing.names_file.matching import NameIndex

NAMES = ["Ana Ruiz", "Ana Ruiz Vega", "Ruiz", "Dockers' Union", "’t Anker", "Oru"]

CASES = [
    ("Ana Ruiz left.", ["Ana Ruiz"]),
    ("Ana Ruiz Vega left.", ["Ana Ruiz Vega"]),
    ("Ana and Ruiz left.", ["Ruiz"]),
    ("Ruiz-led talks and Ruiz’s plan", ["Ruiz", "Ruiz"]),
    ("Ruizella, Ruiz-Delgado, anti-Ruiz, MRuiz, Ruiz_", []),
    ("The Dockers’ Union met.", ["Dockers’ Union"]),
    ("In 't Anker they ate.", ["'t Anker"]),
    ("ANA RUIZ, ana ruiz", []),
    ("Orusay and Oru", ["Oru"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_names_are_found_as_whole_words_the_longest_first(text, found):
    index = NameIndex((name, number) for number, name in enumerate(NAMES))
    assert [text[start:end] for start, end, _ in index.find(text)] == found


def test_of_a_name_that_is_there_twice_the_later_one_counts():
    assert list(NameIndex([("Oru", 1), ("Oru", 2)]).find("Oru")) == [(0, 3, 2)]
