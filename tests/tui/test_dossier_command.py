"""The command with `--dossier`: one page of several articles, whatever is among them."""

from __future__ import annotations

import json

import pytest

from briefing.corrections.corrector import Corrector
from briefing.corrections.subject import together
from briefing.corrections.values import Correction, Target
from briefing.library.store import Library
from briefing.reading import read
from tests.tui.test_cli import brief, home  # noqa: F401

HEAD = "---\ntitle: {}\npublisher: {}\ndate: {}\n---\n\n"
TEXTS = (
    HEAD.format("Ferry runs aground", "Northern Wire", "2031-03-04")
    + "The ferry to Skarvoy ran aground on Monday night, the coast guard said. “We heard a long"
    " noise,” said Maren Oduya, a passenger. The ferry will be towed to Dunmere on Thursday.\n",
    HEAD.format("A long noise", "Island Voice", "2031-03-05")
    + "All passengers of the ferry that ran aground near Skarvoy on Monday night are safe. “We"
    " heard a long noise,” said Maren Oduya. The ferry will be towed to Dunmere on Friday.\n",
)


@pytest.fixture
def ferry(tmp_path):
    folder = tmp_path / "ferry"
    folder.mkdir()
    for number, text in enumerate(TEXTS, 1):
        (folder / f"{number}.md").write_text(text)
    return folder


def test_a_folder_makes_one_page_with_what_differs(brief, ferry):  # noqa: F811
    done = brief("--dossier", ferry)
    assert (done.returncode, done.stderr) == (0, b"")
    page = done.stdout.decode()
    assert "- **A** Northern Wire, 2031-03-04: Ferry runs aground" in page
    assert "Thursday, 2031-03-06 (A ¶1), Friday, 2031-03-07 (B ¶1)" in page
    assert "> “We heard a long noise”\n> — Maren Oduya [A ¶1, B ¶1]" in page


def test_a_dossier_is_saved_as_its_ending_says(brief, ferry, tmp_path):  # noqa: F811
    for name in ("out.json", "out.md", "folder/"):
        done = brief("--dossier", "-o", f"{tmp_path}/{name}", *sorted(ferry.iterdir()))
        assert done.returncode == 0
        assert done.stderr.decode().startswith(f"brief: saved {tmp_path}/{name}")
    record = json.loads((tmp_path / "out.json").read_text())
    assert [one["letter"] for one in record["articles"]] == ["A", "B"]
    saved = (tmp_path / "out.md").read_text()
    assert [path.read_text() for path in (tmp_path / "folder").iterdir()] == [saved]


def test_whatever_is_among_the_articles_the_rest_is_done(brief, ferry, tmp_path):  # noqa: F811
    (tmp_path / "same.md").write_text(TEXTS[0])
    (tmp_path / "german.txt").write_text(
        "Die Fähre ist am Montag auf Grund gelaufen, und niemand wurde verletzt. Das sagte die"
        " Küstenwache, die am Abend mit drei Booten zu der Insel gefahren war, um zu helfen.\n"
    )
    (tmp_path / "other.txt").write_text("Bees like clover. Honey was cheap in Lumbia this week.\n")
    files = [tmp_path / name for name in ("same.md", "german.txt", "other.txt", "none.txt")]
    done = brief("--dossier", *sorted(ferry.iterdir()), *files)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("# ")
    lines = done.stderr.decode().splitlines()
    assert f"brief: cannot read {tmp_path}/none.txt: there is no such file" in lines[0]
    assert lines[1:] == [
        f"brief: {tmp_path}/same.md has the same text as {sorted(ferry.iterdir())[0]}; they count"
        " once",
        f"brief: {tmp_path}/german.txt and {tmp_path}/other.txt have nothing in common with the"
        " others",
        f"brief: {tmp_path}/german.txt is in German and cannot be compared with what is in English",
    ]
    page = done.stdout.decode()
    assert "D (german.txt) and E (other.txt) have nothing in common with the others." in page
    assert all(f"- **{letter}** " in page for letter in "ABCDE")
    assert "Küstenwache" not in page
    assert "clover" not in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "page.ics"), "a dossier is not made as ICS; give --markdown"),
        (("-o", "page.odt"), "cannot save page.odt: end the name with .md, .html,"),
        (("--template", "memo"), "templates are for the page of one article"),
    ],
)
def test_what_cannot_be_asked_for(brief, ferry, arguments, message):  # noqa: F811
    done = brief("--dossier", *arguments, ferry)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()


def test_what_the_reader_wrote_is_on_the_page_unless_it_is_wanted_as_found(
    brief,  # noqa: F811
    home,  # noqa: F811
    ferry,
):
    brief("--dossier", ferry)
    (path,) = home.rglob("library.sqlite")
    library = Library(path)
    subject = together(read(str(one)).text for one in sorted(ferry.iterdir()))
    why = Correction(kind="write", target=Target(part="page", text="why"), to="So.", made="")
    Corrector(lambda: library.corrections).correct(subject, why)
    library.close()
    assert b"**Why it matters** So." in brief("--dossier", ferry).stdout
    assert b"So." not in brief("--dossier", "--as-found", ferry).stdout


OIL = "Forty liters of oil have leaked into the bay, and divers are looking for the hole."


def test_what_is_new_is_told_since_the_page_was_saved(brief, ferry, tmp_path):  # noqa: F811
    def news(*articles):
        return json.loads(brief("--dossier", "--json", *articles).stdout)["news"]

    earlier = sorted(ferry.iterdir())
    for path in earlier:  # of which other tests have saved no page
        path.write_text(path.read_text().replace("Skarvoy", "Brannoy"))
    new = tmp_path / "oil.md"
    new.write_text(HEAD.format("Oil in the bay", "Harbor Times", "2031-03-03") + OIL)
    assert (news(*earlier, new)["article"], news(*earlier, new)["since"]) == (1, [])
    brief("--dossier", "-o", tmp_path / "page.md", *earlier)
    told = news(*earlier, new)
    assert (told["article"], told["since"]) == (2, [0, 1])
    assert OIL in [sentence["text"] for sentence in told["sentences"]]


def test_one_article_is_said_to_be_one(brief, ferry):  # noqa: F811
    done = brief("--dossier", ferry / "1.md")
    assert done.returncode == 0
    assert done.stderr.decode().startswith("brief: there is only one article")
    assert done.stdout.decode().startswith("# Ferry runs aground")
