"""The bytes of the file of names as entries, with a line for the user about what cannot be used."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from reprlib import repr as short

import msgspec

from briefing.names_file.checking import WANTED, problem_of, shown
from briefing.names_file.values import Entry
from briefing.sanitize import one_line

LARGEST_FILE = 16_000_000
"""Bytes."""
MOST_ENTRIES = 50_000
MOST_TOLD = 5
"""Problems that are told one by one."""
TABLE = "entry"
"""The name of the file's tables: `[[entry]]`."""
TYPES = {field.name: field.type for field in msgspec.structs.fields(Entry)}


def parsed(data: bytes) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries that can be used, and what is wrong with the rest, each in one safe line."""
    if len(data) > LARGEST_FILE:
        return (), (f"it is larger than {LARGEST_FILE // 1_000_000} MB; shorten it",)
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        words = one_line(str(error)) or "it is nested too deeply"
        return (), (f"it is not TOML: {words}; correct it, or move it away",)
    rows = tables.pop(TABLE, [])
    problems = [f"there is no table {shown(key)}; write [[{TABLE}]]" for key in tables]
    if not isinstance(rows, list):
        return (), (*_shortened(problems), f"{TABLE} is no list of tables; write [[{TABLE}]]")
    if len(rows) > MOST_ENTRIES:
        return (), (f"it has {len(rows):,} entries, more than {MOST_ENTRIES:,}; shorten it",)
    entries = []
    for number, row in enumerate(rows, 1):
        entry, problem = entry_of(row)
        if entry is not None:
            entries.append(entry)
        else:
            problems.append(f"entry {number}{_called(row)}: {problem}")
    return tuple(entries), _shortened(problems)


def entry_of(row: object) -> tuple[Entry | None, str]:
    """The entry that a table says, or None and what is wrong with it."""
    try:
        entry = msgspec.convert(row, Entry)
    except msgspec.ValidationError:
        return None, _refused(row)
    problem = problem_of(entry)
    return (None, problem) if problem else (entry, "")


def _refused(row: object) -> str:
    """Why a table cannot be converted: the first of its keys that is wrong, or missing."""
    if not isinstance(row, dict):
        return f"it is no table; write [[{TABLE}]]"
    for key, value in row.items():
        if key not in TYPES:
            near = get_close_matches(str(key), TYPES, 1)
            return f"there is no {shown(key)}; " + (
                f"did you mean {near[0]}?" if near else f"take one of {', '.join(TYPES)}"
            )
        try:
            msgspec.convert(value, TYPES[key])
        except msgspec.ValidationError:
            return f"{key} cannot be {shown(short(value))}; {WANTED[key]}"
    return f"it has no name; {WANTED['name']}"


def _called(row: object) -> str:
    name = row.get("name") if isinstance(row, dict) else None
    return f" ({shown(name)})" if isinstance(name, str) and name.strip() else ""


def _shortened(problems: Iterable[str]) -> tuple[str, ...]:
    """The first problems, and how many more there are."""
    told = list(problems)
    more = len(told) - MOST_TOLD
    return (*told[:MOST_TOLD], *([f"{more:,} more entries cannot be used"] if more > 0 else []))
