"""Many articles at once: lists and patterns, one file after another, a bar, taken up again."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.errors import ReadError
from briefing.library import Library
from briefing.model import Article
from briefing.opening import Opener
from briefing.options import Options
from tui.cli import main
from tui.command.listed import expanded, from_list
from tui.command.many import Bar, waiting_for
from tui.command.options import CommandOptions

TEXT = "Mill fire {0}\n\nThe mill in Velmora burned down. “We ran {0} miles,” said Ilse Brandvik."


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of twelve articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number))
    return folder


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a.txt\nb c.txt\n", ("a.txt", "b c.txt")),
        (b"a.txt\r\n\r\n\nb.txt", ("a.txt", "b.txt")),
        (b"a\nb.txt\0c.txt\0", ("a\nb.txt", "c.txt")),
        (b"a\xff.txt\n", ("a\udcff.txt",)),
        (b"\n \n", ()),
    ],
)
def test_a_list_has_a_path_a_line_or_between_nuls(tmp_path, data, expected):
    (tmp_path / "list").write_bytes(data)
    assert from_list(str(tmp_path / "list")) == expected


def test_a_list_that_is_not_there_is_said():
    with pytest.raises(ReadError, match="no such file"):
        from_list("absent")


def test_patterns_stand_for_the_files_that_match(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "deep").mkdir()
    (folder / "deep" / "x.txt").write_text("x")
    (folder / "[1]?.txt").write_text("x")
    for given, expected in {
        "0[12].txt": ("01.txt", "02.txt"),
        "**/x*": ("deep/x.txt",),
        "[1]?.txt": ("[1]?.txt",),
        "*.pdf": ("*.pdf",),
        "https://news.example/?a=*": ("https://news.example/?a=*",),
        "00.txt": ("00.txt",),
    }.items():
        assert tuple(expanded([given])) == expected


def test_a_folder_is_opened_one_file_after_the_other(folder):
    with Opener() as opener:
        opened = opener.each(str(folder))
        next(opened)
        (folder / "01.txt").write_text("Dam opened\n\nThe dam near Velmora was opened on Monday.")
        (second,) = next(opened).outcomes
    assert isinstance(second, Article)
    assert second.title == "Dam opened"


def test_a_bar_tells_what_is_done_what_failed_and_how_fast(folder, monkeypatch):
    terminal, ours = pty.openpty()
    with os.fdopen(ours, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setenv("TERM", "xterm")
        options = CommandOptions(articles=(str(folder), str(folder / "00.txt")), output="x/")
        with waiting_for(options) as bar:
            assert isinstance(bar, Bar)
            for articles, words in ((1, 100), (3, 200), (0, 0)):  # the last one is a picture
                bar.opened(articles)
                for _ in range(articles):
                    bar.finished(words)
            bar.failed()
    shown = b""
    with suppress(OSError):  # at the end, since nobody holds the other side any more
        while piece := os.read(terminal, 4096):
            shown += piece
    os.close(terminal)
    assert b"4 of 14, 1 failed" in shown
    assert b"words/s" in shown
    assert b"left" in shown


def test_one_article_and_a_file_have_no_bar(folder, monkeypatch):
    assert not isinstance(waiting_for(CommandOptions(articles=(str(folder),))), Bar)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert not isinstance(waiting_for(CommandOptions(articles=(str(folder / "00.txt"),))), Bar)


def test_what_was_killed_is_taken_up_again_and_failures_are_told(folder, tmp_path, monkeypatch):
    for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home"))
    command = [sys.executable, "-m", "tui", "--json", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as killed:
        assert killed.stdout is not None
        printed = [json.loads(killed.stdout.readline()) for _ in range(5)]
        killed.kill()
    (folder / "03.txt").write_text("")
    library = Library(tmp_path / "home" / "brief" / "library.sqlite")
    with Opener() as opener:
        articles = [opener.open(str(folder / f"{n:02}.txt")).outcomes[0] for n in range(12)]
    kept = [
        isinstance(a, Article) and library.briefing_of(a, Options()) is not None for a in articles
    ]
    library.close()
    assert sum(kept) >= 3  # all but the one that was overwritten, and one that was in work
    paths = "\0".join(str(folder / f"{n:02}.txt") for n in range(12)).encode()
    done = subprocess.run(
        [*command[:-1], "--from-file", "-"], input=paths, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"brief: cannot read {folder / '03.txt'}")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["article"]["title"] for r in records] == [
        f"Mill fire {n}" for n in range(12) if n != 3
    ]
    assert records[:3] == printed[:3]


def test_an_empty_list_is_no_article(tmp_path, capsys):
    (tmp_path / "list").write_text("\n")
    assert main(["--json", "--from-file", str(tmp_path / "list")]) == 2
    assert "give at least one article" in capsys.readouterr().err
