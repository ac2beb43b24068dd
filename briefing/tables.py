"""The curated tables in `briefing/data`: tab-separated rows, comments behind "# "."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/<name>.tsv` as lists of cells, without comments and empty lines."""
    lines = files("briefing").joinpath(f"data/{name}.tsv").read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("# "))
