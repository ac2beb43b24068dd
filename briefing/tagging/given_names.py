"""First names and the gender that they nearly always have, from `data/given_names.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def given_names() -> dict[str, str]:
    """First names that are nearly always of one gender, in lower case, from `given_names.tsv`.

    Raises:
        ValueError: The table has a gender that is unknown.
    """
    table: dict[str, str] = {}
    lines = files("briefing").joinpath("data/given_names.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            gender, names = line.split("\t")
            if gender not in ("female", "male"):
                raise ValueError(f"given_names.tsv: unknown gender {gender!r}")
            table.update(dict.fromkeys(names.lower().split(), gender))
    return table
