"""Corrections as TOML: passed on, taken in, and refused in one line."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.corrections.toml_file import fitting, from_toml, to_toml
from briefing.corrections.values import Correction, Target, digest_of
from briefing.errors import BriefingError
from tests.briefing.corrections.example import ARTICLE, correction, span_of

CORRECTIONS = (
    correction("rename", "actors", span_of("Norvia"), "Norvia Lines", text="Norvia"),
    correction("set_role", "actors", span_of("Mira Holt")),
    correction("set_authors", "article", to=("Ina Voss", "Ole “Olli” Berg")),
    correction("set_place", "locations", span_of("Lisbon"), 2267057),
    correction(
        "set_speaker", "quotes", span_of("Nobody asked us,"), Target(part="actors", text="Jon Vale")
    ),
    correction("write", "page", to='Two lines,\nwith "quotes" and = signs', text="why"),
)
DIGEST = digest_of(ARTICLE.text)


def taken(data: str, known: tuple[Correction, ...] = ()) -> tuple[Correction, ...]:
    return fitting(from_toml(data.encode(), "desk.toml"), ARTICLE, known, "desk.toml")


def test_what_was_written_is_read():
    written = to_toml([(ARTICLE, CORRECTIONS)])
    assert taken(written) == CORRECTIONS
    assert taken(written, CORRECTIONS[:2]) == CORRECTIONS[2:]
    assert 'title = "Ferry line to Osmark stops"' in written


def test_several_articles_stand_in_one_file():
    other = replace(ARTICLE, text=ARTICLE.text + " Too late.")
    written = to_toml([(other, CORRECTIONS[:1]), (ARTICLE, CORRECTIONS[1:])])
    assert taken(written) == CORRECTIONS[1:]


def row(**changes: str) -> str:
    said = {"kind": '"hide"', "made": '""', "target": '{part = "actors", span = [0, 5]}'} | changes
    return "\n[[article.correction]]\n" + "\n".join(f"{k} = {v}" for k, v in said.items())


HEAD = f'[[article]]\ntext = "{DIGEST}"\n'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("[[article", ""),
        ("article = 3", "$.article"),
        ("= \x1b[31m", ""),
        (HEAD + "colour = 3", "colour"),
        (HEAD + row(kind='"paint"'), "paint"),
        (HEAD + row(target='{part = "actors", span = [0]}'), ""),
        (HEAD + row(target='{part = "actors", span = [0, 99999]}'), "correction 1: the span"),
        (HEAD + row() + row(to='"\\u001b[31m"'), "correction 2: hide cannot"),
        (HEAD + row() * 10_001, "more than 10,000"),
        ('[[article]]\ntext = "00"\n' + row(), "no corrections of this article"),
        ("", "no corrections of this article"),
        ("a = " + "[" * 5000, ""),
    ],
)
def test_what_is_no_file_of_corrections_is_one_line(data, why):
    with pytest.raises(BriefingError) as raised:
        taken(data)
    message = str(raised.value)
    assert message.startswith("cannot use desk.toml: ")
    assert why in message
    assert message.isprintable()


def test_bytes_that_are_no_text_are_one_line():
    with pytest.raises(BriefingError, match="cannot use"):
        from_toml(b"\xff\xfe", "desk.toml")
