"""What the command opens besides files: the clipboard, addresses, sources of several articles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.test_cli import brief, home, records  # noqa: F401 - fixtures
from tests.web.site import page, running

TEXT = "Mill fire\n\nThe mill in Oslo burned down on Monday. Nobody was hurt there."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbor News</title>
<item><title>Mill fire</title><description>The mill in Oslo burned down.</description></item>
<item><title>Dam opened</title><description>The dam near Lima was opened there.</description></item>
</channel></rss>"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs as on POSIX")


@pytest.fixture
def feed(tmp_path) -> Path:
    path = tmp_path / "news.xml"
    path.write_text(FEED)
    return path


@pytest.fixture
def clipboard(tmp_path) -> dict[str, str]:
    """The environment of a clipboard that holds what is in a file beside it."""
    program = tmp_path / "xclip"
    program.write_text(f"#!/bin/sh\ncat {tmp_path}/clipboard\n")
    program.chmod(0o755)
    return {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "DISPLAY": ":9"}


def titles(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [record["article"]["title"] for record in records(done)]


def test_the_clipboard_holds_an_article_of_any_format(brief, clipboard, tmp_path):  # noqa: F811
    for held, expected in ((TEXT, ["Mill fire"]), (FEED, ["Mill fire", "Dam opened"])):
        (tmp_path / "clipboard").write_text(held)
        assert titles(brief("--json", "--paste", **clipboard)) == expected
    more = tmp_path / "more.txt"
    more.write_text(TEXT.replace("Mill", "Pier"))
    assert titles(brief("--json", "--paste", more, **clipboard))[-1] == "Pier fire"


@pytest.mark.parametrize("held", ["", " \n"])
def test_an_empty_clipboard_is_one_line(brief, clipboard, tmp_path, held):  # noqa: F811
    (tmp_path / "clipboard").write_text(held)
    done = brief("--json", "--paste", **clipboard)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"brief: cannot read the clipboard: ")
    assert done.stderr.count(b"\n") == 1


def test_an_address_is_opened_and_a_private_one_only_if_it_is_allowed(brief):  # noqa: F811
    with running() as site:
        site.pages["/"] = page(TEXT.encode(), content_type="text/plain")
        refused = brief("--json", site.address())
        assert site.requests == []
        (record,) = records(brief("--json", "--allow-private", site.address()))
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert b"--allow-private" in refused.stderr
    assert refused.stderr.count(b"\n") == 1
    assert record["article"]["title"] == "Mill fire"
    assert record["article"]["address"] == site.address()


def test_a_folder_and_a_part_are_opened(brief, feed, tmp_path):  # noqa: F811
    assert titles(brief("--json", f"{feed}#2")) == ["Dam opened"]
    (tmp_path / "mill.txt").write_text(TEXT)
    assert titles(brief("--json", tmp_path)) == ["Mill fire", "Mill fire", "Dam opened"]


def test_several_articles_of_one_source_are_not_saved_over_each_other(brief, feed, tmp_path):  # noqa: F811
    one = brief("-o", tmp_path / "page.md", feed)
    assert one.returncode == 1
    assert (tmp_path / "page.md").read_text().startswith("# Mill fire\n")
    assert b"the source has more than one article" in one.stderr

    folder = tmp_path / "pages"
    assert brief("-o", f"{folder}/", feed).returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["dam-opened.md", "mill-fire.md"]


def test_several_pages_of_html_are_never_printed_as_one(brief, feed):  # noqa: F811
    done = brief("--html", feed)
    assert done.returncode == 1
    assert done.stdout.count(b"<!DOCTYPE html>") == 1
    assert b"<h1>Mill fire</h1>" in done.stdout
    assert b"one HTML page at a time" in done.stderr


def test_a_path_is_shown_without_orders_for_the_terminal(brief, tmp_path):  # noqa: F811
    path = tmp_path / "a\x1b[2Jb.txt"
    path.write_text(TEXT)
    done = brief("--json", path)
    assert b"\x1b" not in done.stdout + done.stderr
    assert json.loads(done.stdout)["article"]["title"] == "Mill fire"
