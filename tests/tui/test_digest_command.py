"""The command with `--digest`: the morning page, whatever is among the articles."""

from __future__ import annotations

import json

import pytest

from tests.briefing.dossier.schema import validate
from tests.briefing.test_digest import FOLDER
from tests.tui.test_cli import brief, home  # noqa: F401
from tui.cli import main

PAIR = [str(FOLDER / name) for name in ("wire/strike.md", "post/strike.md")]


def test_what_can_be_read_is_on_the_page_and_the_rest_is_told(brief, tmp_path):  # noqa: F811
    (tmp_path / "mail.bin").write_bytes(b"\x00\x01\x02")
    done = brief("--digest", *PAIR, FOLDER / "voice" / "lynx.md", tmp_path / "none.txt")
    assert done.returncode == 1
    (told,) = done.stderr.decode().splitlines()
    assert told.startswith(f"brief: cannot read {tmp_path}/none.txt")
    page = done.stdout.decode()
    assert page.startswith("# Morning page, 2031-10-07\n")
    assert "3 articles: 1 story that several of them tell, 1 single article" in page
    assert page.index("· 2 outlets") < page.index("**2. Lynx seen again on Skarvoy**")


def test_it_is_saved_as_the_ending_says_and_analyzed_once(brief, tmp_path):  # noqa: F811
    for name in ("page.html", "page.json", "folder/"):
        done = brief("--digest", "-o", f"{tmp_path}/{name}", *PAIR)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr.decode().startswith(f"brief: saved {tmp_path}/{name}")
    validate(json.loads((tmp_path / "page.json").read_text()), "digest.schema.json")
    assert "<h1>Morning page, 2031-10-07</h1>" in (tmp_path / "page.html").read_text()
    saved = tmp_path / "folder" / "morning-page.md"
    assert saved.read_text().startswith("# Morning page")
    found = brief("--find", "outlet:wire", "Dahl")
    assert "Teachers in Velmora begin strike" in found.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give folders, feeds or articles for the morning page"),
        (("-o", "page.docx", "x.txt"), "the morning page is Markdown, HTML or JSON"),
        (("-o", "page.odt", "x.txt"), "cannot save page.odt"),
        (("--template", "memo", "x.txt"), "templates are for the page of one article"),
    ],
)
def test_what_cannot_be_asked_for(arguments, message, capsys):
    assert main(["--digest", *arguments]) == 2
    output, told = capsys.readouterr()
    assert (output, message in told, told.count("\n")) == ("", True, 1)


def test_a_folder_without_articles_is_told(tmp_path, capsys):
    assert main(["--digest", "--json", str(tmp_path)]) == 1
    output, told = capsys.readouterr()
    assert (output, "there is no article in what was given" in told) == ("", True)
