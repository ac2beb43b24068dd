"""Quotation marks in pairs: every shape, lost and turned ones, and what is no mark."""

from __future__ import annotations

import pytest

from briefing.text.quotation_marks import pair


def quoted(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in pair(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("“Go,” he said.", ["Go,"]),
        ('"Go," he said.', ["Go,"]),
        ("''Go,'' he said.", ["Go,"]),
        ("``Go,'' he said.", ["Go,"]),
        ("‘Go,’ he said.", ["Go,"]),
        ("'Go,' he said.", ["Go,"]),
        ("„Go“, he said, „now“.", ["Go", "now"]),
        ("„Go”, he said.", ["Go"]),
        ("«Go», he said.", ["Go"]),
        ("« Go now », he said.", ["Go now"]),
        ("»Go«, he said.", ["Go"]),
        ("‹Go›, he said.", ["Go"]),
        ("”Go,” he said.", ["Go,"]),
        ("“Go,“ he said.", ["Go,"]),
        ("\"Go,'' he said.", ["Go,"]),
        ("said “it’s”—he paused—“not”", ["it’s", "not"]),
        ('("Go," he said.)', ["Go,"]),
        ("“But—” she said, “I…”", ["But—", "I…"]),
    ],
)
def test_every_shape(text: str, passages: list[str]) -> None:
    assert quoted(text) == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("only “A handful“One day of strike.", ["A handful"]),
        ("“It is worse In the past weeks. “", ["It is worse In the past weeks."]),
        ("”Fear. I am afraid.”", ["Fear. I am afraid."]),
        ("“We waited all night.", ["We waited all night."]),
        ("“We go. “Nobody came,” Ito said.", ["We go.", "Nobody came,"]),
        ("“The book called “Go is good,” Ito said.", ["The book called “Go is good,"]),
        ("He left. Nobody came,” Ito said.", []),
    ],
)
def test_garbled_and_lost_marks(text: str, passages: list[str]) -> None:
    assert quoted(text) == passages


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("“He told me, ‘Run,’ and I ran,” Diaz said.", ["He told me, ‘Run,’ and I ran,"]),
        ("“I was “shocked” by it,” he said.", ["I was “shocked” by it,"]),
        ('"I was "shocked" by it," he said.', ['I was "shocked" by it,']),
        ("''He said 'no,''' Ann said.", ["He said 'no,'"]),
        ("'''No' is it,'' he said.", ["'No' is it,"]),
    ],
)
def test_the_outer_passage_holds_the_nested_one(text: str, passages: list[str]) -> None:
    assert quoted(text) == passages


@pytest.mark.parametrize(
    "text",
    [
        "It’s the firms’ price, and the firm's.",
        "The '90s, 'em and 'tis: rock 'n' roll.",
        "He is 6'2\" tall.",
        "the workers' rights and the boys' school",
        "More news »",
        "“ ”",
    ],
)
def test_apostrophes_inches_and_bullets_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_inside_single_marks() -> None:
    assert quoted("‘The companies’ profits fell,’ said Bo, ‘and it’s the firm’s fault.’") == [
        "The companies’ profits fell,",
        "and it’s the firm’s fault.",
    ]
    assert quoted("'They're goin' far,' she said.") == ["They're goin' far,"]


def test_an_open_passage_says_so_and_ends_with_its_paragraph() -> None:
    text = "“We waited.\n“Nobody came,” Ito said."
    [first], [second] = pair(text, 0, 11), pair(text, 12, len(text))
    assert (first.closed, second.closed) == (False, True)
    assert text[first.start : first.end] == "We waited."
    assert text[second.outer_start : second.outer_end] == "“Nobody came,”"


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "''", "‘", "'", "«", "»", '1"', "“a ", "'a ", "' "]
)
def test_floods_of_marks_are_paired_in_one_pass(unit: str) -> None:
    """A quadratic pairing would not come back from this within the patience of a test run."""
    text = unit * 100_000
    for passage in pair(text, 0, len(text)):
        assert 0 <= passage.start < passage.end <= len(text)
