"""`brief --verify`: verdicts on standard output, all else on standard error."""

from __future__ import annotations

import json

import pytest

from briefing.library.store import Library
from briefing.options import Options
from tests.briefing.test_library_find import fire, flood
from tui.cli import main

MILL = (
    "Mill fire\n\nPublished: 2026-11-02\n\n“We did not sell the mill,” said Ilse Brandvik."
    " Nobody was hurt.\n\nThe mill was old. Nobody was hurt there before."
)


@pytest.fixture
def mill(tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(MILL)
    return str(path)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    path = tmp_path / "library.sqlite"
    monkeypatch.setattr("briefing.library.store.default_path", lambda: path)
    library = Library(path)
    for briefing in (flood(), fire()):
        library.save(briefing, Options())
    library.close()


@pytest.mark.parametrize(
    ("quotation", "status", "printed"),
    [
        (
            "we did not sell the mill",
            0,
            "exact · Mill fire · 2026-11-02 · ¶ 1: “We did not sell the mill”\n",
        ),
        (
            "nobody was hurt",
            0,
            "exact · Mill fire · 2026-11-02 · ¶ 1: “Nobody was hurt”\n  ¶ 2: “Nobody was hurt”\n",
        ),
        (
            "we did sell the old mill",
            1,
            "altered · Mill fire · 2026-11-02 · ¶ 1: “We did not sell the mill”\n"
            "  left out: “not”\n  added: “old”\n",
        ),
        (
            "We did … buy the moon",
            1,
            "altered · Mill fire · 2026-11-02\n"
            "  exact “We did” · ¶ 1: “We did”\n  absent “buy the moon”\n",
        ),
        ("The harbor is closed", 1, "absent · Mill fire · 2026-11-02\n"),
    ],
)
def test_what_an_article_has_of_it(mill, quotation, status, printed, capfd):
    assert main(["--verify", quotation, mill]) == status
    assert capfd.readouterr() == (printed, "")


def test_it_is_exact_if_one_of_several_articles_has_it(mill, tmp_path, capfd):
    other = tmp_path / "other.txt"
    other.write_text("Tram line\n\nThe line to the harbor was opened on Monday.")
    assert main(["--json", "--verify", "the mill was old", mill, str(other), "nothing.txt"]) == 0
    said = capfd.readouterr()
    verdicts = [json.loads(line) for line in said.out.splitlines()]
    assert [each["verdict"]["verdict"] for each in verdicts] == ["exact", "absent"]
    (place,) = verdicts[0]["verdict"]["parts"][0]["places"]
    assert (place["text"], place["number"]) == ("The mill was old", 2)
    assert "nothing.txt" in said.err


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("quotation", "status", "printed"),
    [
        (
            "The levee held all night.",
            0,
            "exact · Levee holds in Velden · The Velden Post · 2026-11-18"
            " · ¶ 1: “the levee held all night”\n",
        ),
        (
            "the levee is a help here",
            1,
            "altered · Mill burns · 2026-11-25 · ¶ 1: “The levee is no help here”\n"
            "  “a” instead of “no”\n",
        ),
    ],
)
def test_without_articles_the_library_is_looked_through(quotation, status, printed, capfd):
    assert main(["--verify", quotation]) == status
    assert capfd.readouterr() == (printed, "")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--verify", "no such words"], 1, "no article of the library has anything like it"),
        (["--verify", "…"], 2, "there are no words in the quotation"),
        (["--html", "--verify", "the levee"], 2, "leave other formats out"),
    ],
)
def test_what_is_told_in_one_line(arguments, status, told, capfd):
    assert main(arguments) == status
    said = capfd.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1
