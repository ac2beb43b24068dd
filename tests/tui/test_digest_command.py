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
    articles = (*PAIR, FOLDER / "voice" / "lynx.md", tmp_path / "none.txt")
    done = brief("--digest", "-o", f"{tmp_path}/", *articles)
    assert (done.returncode, done.stdout) == (1, b"")
    told, saved = done.stderr.decode().splitlines()
    assert told.startswith(f"brief: cannot read {tmp_path}/none.txt")
    assert saved == f"brief: saved {tmp_path}/morning-page.md"
    page = (tmp_path / "morning-page.md").read_text()
    assert page.startswith("# Morning page, 2031-10-07\n")
    assert "3 articles: 1 story that several of them tell, 1 single article" in page
    assert page.index("· 2 outlets") < page.index("**2. Lynx seen again on Skarvoy**")

    done = brief("--digest", "--json", *PAIR)
    assert (done.returncode, done.stderr) == (0, b"")
    validate(json.loads(done.stdout), "digest.schema.json")


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
