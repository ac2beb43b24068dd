"""What has a path and is no article file: refused at once, in a line that says what to do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import ReadError
from briefing.model import Article
from briefing.opening import Opener

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files as on POSIX")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 4


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def circle(path: Path) -> None:
    other = path.with_name("other")
    path.symlink_to(other)
    other.symlink_to(path)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def unreadable(path: Path) -> None:
    if not os.getuid():
        pytest.skip("root may read everything")
    path.write_text("The mill in Oslo burned down.")
    path.chmod(0)


MADE: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "it is a pipe; "),
    "socket": (a_socket, "it is a socket"),
    "zero": (lambda path: path.symlink_to("/dev/zero"), "it is a device; "),
    "full": (lambda path: path.symlink_to("/dev/full"), "it is a device; "),
    "folder": (Path.mkdir, "no article in the folder; "),
    "dangling": (lambda path: path.symlink_to("nowhere"), "no such file; "),
    "circle": (circle, "lead in a circle; "),
    "unreadable": (unreadable, "you may not read it; "),
    "empty.txt": (Path.touch, "it is empty; "),
    "large.txt": (sparse, "larger than 20 MB; "),
    "program.txt": (lambda path: path.write_bytes(b"\x7fELF" + bytes(999)), "it is a program; "),
    "picture.txt": (lambda path: path.write_bytes(JPEG), "it is a JPEG image; "),
    "no file": (lambda _: None, "no such file; "),
    "a" * 300: (lambda _: None, "too long; "),
}


@pytest.mark.parametrize(("name", "made"), MADE.items(), ids=[name[:20] for name in MADE])
def test_what_is_no_file_is_refused_with_what_to_do(tmp_path, name, made):
    make, why = made
    make(tmp_path / name)
    good = tmp_path / "good.txt"
    good.write_text("Mill fire\n\nThe mill in Oslo burned down on Monday.")
    with Opener() as opener:
        (outcome,) = opener.open(str(tmp_path / name)).outcomes
        (next_one,) = opener.open(str(good)).outcomes
    assert isinstance(next_one, Article)
    assert isinstance(outcome, ReadError)
    assert str(outcome).startswith(f"cannot read {tmp_path / name}: ")
    assert why in str(outcome)
    assert str(outcome).isprintable()


def test_the_command_has_a_line_for_each(tmp_path):
    names = [name for name in MADE if name != "unreadable"]
    for name in names:
        MADE[name][0](tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--json", *(tmp_path / name for name in names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == len(names)
    for name, line in zip(names, lines, strict=True):
        assert line.startswith(f"brief: cannot read {tmp_path / name}: ")
        assert MADE[name][1] in line
