"""Rules of language as cases in text files, in the format of markdown-it-py.

A file under `fixtures` is a row of cases, each of which is a title, a text, and what is expected:

    A title before a name does not end a sentence
    .
    Mr. Orr left. Nobody saw him.
    .
    Mr. Orr left.
    Nobody saw him.
    .

Text and expectation may have several lines, and either may be empty. Blank lines and lines that
begin with `#` may stand between cases. What the lines of an expectation mean is said at the
beginning of each file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

FIXTURES = Path(__file__).parent / "fixtures"
MARK = "."


class Case(NamedTuple):
    """A case of a file."""

    title: str
    text: str
    expected: list[str]
    """The lines of the expectation."""


def cases(name: str) -> list[ParameterSet]:
    """The cases of a file, as parameters that are named after file, line, and title."""
    return [
        pytest.param(case, id=f"{name}:{line}: {case.title}")
        for line, case in numbered((FIXTURES / name).read_text("utf-8"))
    ]


def numbered(file: str) -> list[tuple[int, Case]]:
    """The cases of a file's text, each with the number of its first line.

    Raises:
        ValueError: A case is not whole.
    """
    found = []
    lines = iter(enumerate(file.split("\n"), 1))
    for number, title in lines:
        if not title.strip() or title.startswith("#"):
            continue
        if next(lines, (0, ""))[1] != MARK:
            raise ValueError(f"line {number}: a title without a mark below it: {title}")
        text, expected = (part(lines, number) for _ in range(2))
        found.append((number, Case(title, "\n".join(text), expected)))
    return found


def part(lines: Iterator[tuple[int, str]], number: int) -> list[str]:
    """The lines up to the next mark."""
    found: list[str] = []
    for _, line in lines:
        if line == MARK:
            return found
        found.append(line)
    raise ValueError(f"line {number}: the case has no end")
