"""`brief --find`: hits on standard output, all else on standard error."""

from __future__ import annotations

import json
import os
import pty
from contextlib import suppress
from importlib.resources import files

import jsonschema
import pytest

from briefing.library.store import Library
from briefing.options import Options
from tests.briefing.test_library_find import fire, flood
from tui.cli import main


@pytest.fixture
def library(tmp_path, monkeypatch):
    path = tmp_path / "library.sqlite"
    monkeypatch.setattr("briefing.library.store.default_path", lambda: path)
    library = Library(path)
    yield library
    library.close()


@pytest.fixture
def kept(library):
    for briefing in (flood(), fire()):
        library.save(briefing, Options())


@pytest.mark.usefixtures("kept")
def test_a_line_for_each_hit_where_no_terminal_reads(capfd):
    assert main(["--find", "speaker:ruiz levee"]) == 0
    said = capfd.readouterr()
    assert said.err == ""
    assert said.out == (
        "Mill burns · 2026-11-25 · ¶ 1: “The levee is no help here,” said Ana Ruiz.\n"
        "Levee holds in Velden · The Velden Post · 2026-11-18 · ¶ 1:"
        " Ana Ruiz, the mayor of Velden, said “the levee held all night”.\n"
    )


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("query", ["speaker:ruiz levee", "levee", "outlet:post", "-nothing"])
def test_json_is_as_its_schema_says(query, capfd):
    assert main(["--json", f"--find={query}"]) == 0
    lines = capfd.readouterr().out.splitlines()
    schema = json.loads(files("briefing").joinpath("data/hit.schema.json").read_text())
    assert lines
    for line in lines:
        hit = json.loads(line)
        jsonschema.Draft202012Validator(schema).validate(hit)
        text = (flood() if "Levee holds" in hit["entry"]["title"] else fire()).article.text
        if hit["start"] is not None:
            assert text[hit["start"] :].startswith(hit["text"])


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--find", "nowhere"], 0, "nothing in the library has all of that"),
        (["--json", "--find", "nowhere"], 0, "nothing in the library has all of that"),
        (["--find", "after:soon"], 2, "after:soon is no date; write after:2026-11-01"),
        (["--find", " "], 2, "give words to look for"),
        (["--html", "--find", "levee"], 2, "leave other formats out"),
    ],
)
def test_what_is_told_in_one_line(arguments, status, told, capfd):
    assert main(arguments) == status
    said = capfd.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1


@pytest.mark.usefixtures("library")
def test_an_empty_library(capfd):
    assert main(["--find", "levee"]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err == (
        "brief: the library is empty; articles that you open with brief are kept in it\n"
    )


@pytest.mark.usefixtures("kept")
def test_on_a_terminal_the_words_are_bold_and_nothing_is_markup(monkeypatch, capfd):
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr("sys.stdout", terminal)
        for name, value in {"TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": ""}.items():
            monkeypatch.setenv(name, value)
        assert main(["--find", "speaker:ruiz", "levee"]) == 0
        monkeypatch.undo()
    data = b""
    with suppress(OSError):  # until nobody can write any more
        while part := os.read(ours, 1000):
            data += part
    os.close(ours)
    shown = data.decode()
    assert "\x1b[1;33mlevee" in shown
    assert "¶ 1" in shown
    assert "The Velden Post" in shown
    assert capfd.readouterr().err == ""
