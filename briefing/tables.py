"""The curated tables in `briefing/data`: tab-separated rows, comments behind "# "."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).with_name("data")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/<name>.tsv` as lists of cells, without comments and empty lines."""
    lines = (DATA / f"{name}.tsv").read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("# "))
