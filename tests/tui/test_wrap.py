"""Breaking text into rows of cells."""

import pytest
from rich.cells import cell_len

from tui.widgets.wrap import clip, fold, wrap


def rows(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
        ("a incomprehensible", 8, ["a", "incompre", "hensible"]),
        ("“Don’t,” she said", 8, ["“Don’t,”", "she said"]),
        ("漢字かな", 4, ["漢字", "かな"]),
        ("ab 漢字 cd", 5, ["ab 漢", "字 cd"]),
        ("go 👩‍👩‍👧 home", 5, ["go 👩‍👩‍👧", "home"]),
        ("cafe\u0301 noir", 4, ["cafe\u0301", "noir"]),
        ("漢", 1, ["漢"]),
        ("", 5, [""]),
    ],
)
def test_rows(text, width, expected):
    assert rows(text, width) == expected


@pytest.mark.parametrize("width", range(1, 40))
@pytest.mark.parametrize(
    "text",
    [
        "The harbor of Velden will close on Monday, “perhaps”.",
        "港は月曜日に閉鎖 される。 The wall, 壁, cracked.",
        "emoji 👍🏽 and e\u0301 accents",
    ],
)
def test_rows_fit_and_lose_nothing_but_spaces(text, width):
    found = wrap(text, 0, len(text), width)
    assert all(cell_len(text[start:end]) <= max(width, 2) for start, end in found)
    kept = "".join(text[start:end] for start, end in found).replace(" ", "")
    assert kept == text.replace(" ", "")
    assert found == sorted(found)


def test_offsets_are_of_the_whole_text():
    text = "skipped\none two three"
    assert [text[a:b] for a, b in wrap(text, 8, len(text), 7)] == ["one two", "three"]


def test_clip_says_that_it_cut():
    assert clip("Kabul", 5) == "Kabul"
    assert clip("Kandahar", 5) == "Kand…"
    assert clip("two\nlines", 20) == "two lines"
    assert cell_len(clip("漢字漢字", 4)) <= 4


def test_fold_says_that_it_cut():
    assert fold("one two three four", 9, 2) == ["one two", "three…"]
    assert fold("one two three", 9, 2) == ["one two", "three"]
    assert all(cell_len(line) <= 6 for line in fold("incomprehensible", 6, 2))


def test_what_closes_stays_with_the_wide_character_before_it():
    assert rows("Wang (王毅), again", 10) == ["Wang (王", "毅), again"]
