"""Corrections and the command line: honored, left out, printed and taken in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.corrections.toml_file import to_toml
from briefing.corrections.values import Correction, Target
from briefing.reading import read
from tests.tui.test_cli import articles, brief, home, records  # noqa: F401 - fixtures

MADE = "2031-05-04T10:20:30+00:00"


@pytest.fixture
def file(tmp_path, articles) -> Path:  # noqa: F811
    """Corrections of the first article: another name and another title."""
    article = read(str(articles[0]))
    target = Target(part="actors", text="Ana Ruiz")
    corrections = (
        Correction(kind="rename", target=target, to="Ana Ruiz Vega", made=MADE),
        Correction(kind="set_title", target=Target(part="article"), to="Fire in Oslo", made=MADE),
    )
    path = tmp_path / "desk.toml"
    path.write_text(to_toml([(article, corrections)]))
    return path


def test_what_is_taken_in_stays_until_it_is_left_out(brief, articles, file):  # noqa: F811
    mill, _ = articles
    (record,) = records(brief("--corrections", file, "--json", mill))
    assert record["actors"][0]["name"] == "Ana Ruiz Vega"
    assert record["quotes"][0]["speaker"] == "Ana Ruiz Vega"
    assert record["article"]["title"] == "Fire in Oslo"

    moved = mill.rename(mill.with_name("moved.txt"))
    (record,) = records(brief("--json", moved))
    assert (record["actors"][0]["name"], record["actors"][0]["by"]) == ("Ana Ruiz Vega", "reader")
    assert [one["fits"] for one in record["corrections"]] == [True, True]
    assert "Ana Ruiz Vega" in brief("--markdown", moved).stdout.decode()

    (record,) = records(brief("--as-found", "--json", moved))
    assert (record["actors"][0]["name"], record["corrections"]) == ("Ana Ruiz", [])
    assert record["article"]["title"] == "Mill fire"

    printed = brief("--corrections", moved)
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert tomllib.loads(printed.stdout.decode()) == tomllib.loads(file.read_text())


def test_a_file_that_cannot_be_used_is_one_line_and_changes_nothing(
    brief,  # noqa: F811
    articles,  # noqa: F811
    file,
    tmp_path,
):
    _, dam = articles
    for given in (file, tmp_path / "no.toml"):
        done = brief("--corrections", given, "--json", dam)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert "kind" not in brief("--corrections", dam).stdout.decode()
