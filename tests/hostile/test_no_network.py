"""Without an address nothing reaches for the network: no program, no reader, no engine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.random_bytes import FILES

FOLDER = Path(__file__).parent.parent / "articles"
FORBIDDING = """
import os, sys
import _socket

def note(line):
    with open(os.environ["NOTED"], "a") as notes:
        print(line, file=notes)

class Socket(_socket.socket):
    __slots__ = ()
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        if self.family != _socket.AF_UNIX:
            note(f"socket of family {self.family}")
            _socket.socket.close(self)
            raise PermissionError("no network")

def look(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        note(f"look-up of {arguments[0]}")
        raise PermissionError("no network")

_socket.socket = _socket.SocketType = Socket
sys.addaudithook(look)
note("began " + " ".join(sys.orig_argv[1:]))
"""
"""For each Python that starts: notes and forbids sockets, but for those between processes."""
PROCESSES = (
    "-m tui --json",
    "-m briefing.engine.reading_worker",
    "briefing.engine.model_server",
    "briefing.engine.text_worker",
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes as on POSIX")


@pytest.fixture
def noted(tmp_path, monkeypatch) -> Path:
    """Where it is noted which Pythons began, and which sockets they asked for."""
    folder, notes = tmp_path / "site", tmp_path / "noted"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(FORBIDDING)
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("NOTED", str(notes))
    return notes


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", "--json", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_files_of_every_format_are_read_without_a_socket(noted, tmp_path):
    files = {next(iter(sorted(folder.rglob("*.*")))) for folder in FOLDER.iterdir()}
    for form, examples in FILES.items():
        if examples and not (FOLDER / form).is_dir():
            files.add(tmp_path / form)
            (tmp_path / form).write_bytes(examples[0])
    done = run(*sorted(files))
    assert done.stderr == ""
    read = {
        json.loads(line)["article"]["source"].partition("#")[0] for line in done.stdout.splitlines()
    }
    assert read == set(map(str, files))

    began = noted.read_text().splitlines()
    assert [line for line in began if not line.startswith("began ")] == []
    for process in PROCESSES:
        assert any(process in line for line in began), process


def test_a_socket_would_have_been_noted(noted):
    done = run("--allow-private", "http://127.0.0.1:9/")
    assert "socket of family" in noted.read_text()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
