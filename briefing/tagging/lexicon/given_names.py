"""First names and the gender that they nearly always have, from `data/en/given_names.tsv`."""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from briefing.tables import ENGLISH, rows


@cache
def given_names(language: str = ENGLISH) -> dict[str, str]:
    """First names that are nearly always of one gender, in lower case, from `given_names.tsv`.

    Raises:
        ValueError: The table has a gender that is unknown.
    """
    table: dict[str, str] = {}
    for gender, names in rows("given_names", language):
        if gender not in ("female", "male"):
            raise ValueError(f"given_names.tsv: unknown gender {gender!r}")
        table.update(dict.fromkeys(names.lower().split(), gender))
    return table


def gender_of(first_name: str, language: str = ENGLISH) -> str | None:
    """The gender of a first name, with or without its accents, or None where it is not known."""
    plain = normalize("NFD", first_name.lower())
    return given_names(language).get("".join(char for char in plain if not combining(char)))
