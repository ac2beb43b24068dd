"""The README says what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui.commands import COMMANDS
from tui.screens.help import GROUPS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
KEYS_BEGIN, KEYS_END = "<!-- keys -->\n", "\n<!-- /keys -->"


def keys_table() -> str:
    """The commands that have keys, as the README lists them."""
    lines = ["| Key | What it does |", "|---|---|"]
    for heading, scopes in GROUPS:
        lines.append(f"| **{heading}** | |")
        lines += [
            f"| `{command.shown}` | {command.help} |"
            for command in COMMANDS
            if command.scope in scopes and command.shown
        ]
    return "\n".join(lines)


def test_the_list_of_keys_is_the_commands_own():
    """To renew it: python -m tests.tui.test_readme."""
    between = README.split(KEYS_BEGIN)[1].split(KEYS_END)[0]
    assert between.strip() == keys_table()


def test_every_option_of_the_readme_is_one_of_the_command():
    text = subprocess.run(
        [sys.executable, "-m", "tui", "--help"], capture_output=True, text=True, check=True
    ).stdout
    told = set(
        re.findall(r"`?(--[a-z]+)", README.split("## The command")[1].split("## What it")[0])
    )
    assert told
    assert told <= set(re.findall(r"--[a-z]+", text))


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout has a list of its files")
def test_no_file_names_a_package_registry():
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    forbidden_names = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock"}
    assert not forbidden_names & {Path(name).name for name in names}
    address = re.compile(
        r"--(?:extra-)?index" + r"-url|pypi\.o" + r"rg|files\.python" + r"hosted|\[\[tool\.uv"
    )
    texts = {".lock", ".toml", ".md", ".txt", ".py", ".cfg", ""}
    read = [path for name in names if (path := ROOT / name).suffix in texts and path.is_file()]
    assert read
    assert [path for path in read if address.search(path.read_text(errors="replace"))] == []


if __name__ == "__main__":
    before, rest = README.split(KEYS_BEGIN)
    after = rest.split(KEYS_END)[1]
    (ROOT / "README.md").write_text(before + KEYS_BEGIN + keys_table() + KEYS_END + after)
