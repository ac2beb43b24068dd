"""`brief --stories`: which of many articles tell the same event, as text and as JSON."""

from __future__ import annotations

import json

import pytest

from tests.briefing.test_stories import ARTICLES, EXPECTED
from tui.cli import main


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_json_is_a_list_of_lists_of_paths(folder, capsys):
    assert main(["--stories", "--json", str(folder)]) == 0
    output, messages = capsys.readouterr()
    expected = [[str(folder / f"{name}.txt") for name in story] for story in EXPECTED]
    assert sorted(json.loads(output)) == sorted(expected)
    assert messages == ""


def test_text_has_a_heading_for_each_story(folder, capsys):
    assert main(["--stories", str(folder)]) == 0
    output, messages = capsys.readouterr()
    ferry, fire = output.split("\n\n")
    head, first, *_ = ferry.splitlines()
    assert head.endswith("(3 articles)")
    assert first.split("  ")[1:] == [
        "2021-03-02",
        "Four killed as ferry hits pier in Dunmere",
        str(folder / "ferry-1.txt"),
    ]
    assert "(2 articles)" in fire
    assert messages == "brief: 8 articles; 2 stories, and 3 articles in none of them\n"


def test_what_cannot_be_read_is_said_and_the_rest_is_done(folder, capsys):
    paths = [str(folder / f"{name}.txt") for name in ("fire-1", "absent", "fire-2")]
    assert main(["--stories", "--json", *paths]) == 1
    output, messages = capsys.readouterr()
    assert json.loads(output) == [[paths[0], paths[2]]]
    assert messages.startswith("brief: cannot read")
    assert messages.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--html", "x.txt"], ["-o", "x.md", "x.txt"], []])
def test_stories_are_no_page_and_need_articles(arguments, capsys):
    assert main(["--stories", *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_a_folder_without_articles_is_said(tmp_path, capsys):
    assert main(["--stories", "--json", str(tmp_path)]) == 1
    output, messages = capsys.readouterr()
    assert output == ""
    assert "no article" in messages
