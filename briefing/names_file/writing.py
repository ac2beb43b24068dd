"""Changes in the text of the file of names that leave the user's comments and order alone; pure.

What comes out is read again: if it said anything else than what was there and the change, nothing
would be changed.
"""

from __future__ import annotations

import re
import tomllib
from itertools import takewhile
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError

from briefing.names_file.reading import TABLE
from briefing.names_file.values import Entry, folded
from briefing.sanitize import one_line

HEAD = (
    "Who is who and what is where, in every article; `brief --names` says if it can be used.",
    "What has watched = true is marked in the library, and comes first on the morning page.",
)
WATCHED = "watched"
MARK = "taken-out-by-brief"
MARKED = re.compile(rf"[ \t]*\[\[[ \t]*{TABLE}[ \t]*\]\][^\n]*\n\s*{MARK} = true\r?\n?")
"""An entry that is taken out, as it is written until then."""
Table = dict[str, Any]


def remembered(text: str, entry: Entry) -> str:
    """The file's text with an entry added, or with the one of its name brought up to date.

    Raises:
        ValueError: The text is no TOML, or cannot be changed; the message says what to do.
    """
    tables = _tables(text)
    number = _number(tables, entry)
    before: Table = tables[number] if number is not None else {}
    after = _joined(before, entry)
    document = _document(text)
    if not text.strip():
        for line in HEAD:
            document.add(tomlkit.comment(line))
        document.add(tomlkit.nl())
    if number is not None:
        _update(document[TABLE][number], before, after)
        tables[number] = after
    else:
        if TABLE not in document:
            document.append(TABLE, tomlkit.aot())
        rows = document[TABLE]
        if isinstance(rows, tomlkit.items.AoT):
            row: Any = tomlkit.table()
            if len(rows) and not _tail(rows[-1]):
                rows[-1].add(tomlkit.nl())
        else:
            row = tomlkit.inline_table()
        for key, value in after.items():
            row.append(key, _item(value))
        rows.append(row)
        tables.append(after)
    return _checked(tomlkit.dumps(document), text, tables)


def forgotten(text: str, name: str) -> str | None:
    """The file's text without the entry of a name; None where there is none.

    The comments of what follows it stay.

    Raises:
        ValueError: As `remembered`.
    """
    tables = _tables(text)
    number = next((n for n, table in enumerate(tables) if _is_called(table, {folded(name)})), None)
    if number is None:
        return None
    document = _document(text)
    del tables[number]
    rows = document[TABLE]
    if not isinstance(rows, tomlkit.items.AoT):
        del rows[number]
        return _checked(tomlkit.dumps(document), text, tables)
    table = rows[number]
    tail = _tail(table)
    for key in list(table):
        table.remove(key)
    table.value.body.clear()
    table.append(MARK, True)
    table.value.body.extend(tail)
    return _checked(MARKED.sub("", tomlkit.dumps(document), count=1), text, tables)


def unwatched(text: str, name: str) -> str | None:
    """The file's text with the entry of a name watched no more; None where none is watched.

    Raises:
        ValueError: As `remembered`.
    """
    tables = _tables(text)
    number = next((n for n, table in enumerate(tables) if _is_called(table, {folded(name)})), None)
    before: Table = tables[number] if number is not None else {}
    if number is None or not before.get(WATCHED):
        return None
    left = {key: value for key, value in before.items() if key != WATCHED}
    if not left.keys() - {"name", "other_names"}:
        return forgotten(text, name)
    document = _document(text)
    tables[number] = left
    _update(document[TABLE][number], before, left)
    return _checked(tomlkit.dumps(document), text, tables)


def _update(table: Any, before: Table, after: Table) -> None:  # noqa: ANN401
    """Change a table of the file; what is new stands before the comments of what follows it."""
    for key in [key for key in before if key not in after]:
        table.remove(key)
    tail = _tail(table)
    body = table.value.body
    del body[len(body) - len(tail) :]
    for key, value in after.items():
        was = before.get(key)
        if isinstance(was, list) and was and value[: len(was)] == was:
            for more in value[len(was) :]:
                table[key].append(more)
        elif was != value:
            table[key] = _item(value)
    body.extend(tail)


def _tail(table: Any) -> list[Any]:  # noqa: ANN401
    """Comments and empty lines after the last key of a table."""
    return list(takewhile(lambda pair: pair[0] is None, reversed(table.value.body)))[::-1]


def _tables(text: str) -> list[Any]:
    """The entries as they stand there, those that cannot be used among them."""
    try:
        rows = tomllib.loads(text).get(TABLE, [])
    except (ValueError, RecursionError) as error:
        words = one_line(str(error)) or "it is nested too deeply"
        raise ValueError(f"it is not TOML: {words}; correct it, or move it away") from error
    if not isinstance(rows, list):
        raise ValueError(f"{TABLE} is no list of tables; write [[{TABLE}]]")
    return rows


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text if text.endswith("\n") or not text else f"{text}\n")
    except (TOMLKitError, RecursionError) as error:
        raise ValueError(f"{one_line(str(error))}; correct it, or move it away") from error


def _number(tables: list[Any], entry: Entry) -> int | None:
    """Which entry is meant: the one of that name, or else of a name that it had before."""
    for names in ({folded(entry.name)}, set(map(folded, entry.other_names))):
        for number, table in enumerate(tables):
            if _is_called(table, names):
                return number
    return None


def _is_called(table: object, names: set[str]) -> bool:
    name = table.get("name") if isinstance(table, dict) else None
    return isinstance(name, str) and folded(name) in names


def _joined(before: Table, entry: Entry) -> Table:
    """What an entry says after what is newly known of it."""
    said = msgspec.to_builtins(entry)
    point = said.pop("place", None)
    after = before | said
    names = [*_names(before, "other_names"), before.get("name", ""), *entry.other_names]
    kept = [name for name in dict.fromkeys(names) if name and name != entry.name]
    outlet = list(dict.fromkeys([*_names(before, "outlet"), *entry.outlet]))
    after |= {"other_names": kept, "outlet": outlet}
    if point is not None:
        after["place"] = {key: value for key, value in point.items() if value is not None}
    if entry.kind == "place":
        after.pop("role", None)
    elif entry.kind is not None:
        after.pop("place", None)
        after.pop("never_an_actor", None)
    return {key: value for key, value in after.items() if value not in ([], {})}


def _names(table: Table, key: str) -> list[str]:
    names = table.get(key, [])
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _item(value: object) -> object:
    if not isinstance(value, dict):
        return value
    table = tomlkit.inline_table()
    table.update(value)
    return table


def _checked(new: str, old: str, tables: list[Any]) -> str:
    """The new text, if it says what the old one did with these entries."""
    wanted = tomllib.loads(old) | {TABLE: tables}
    try:
        said = {TABLE: []} | tomllib.loads(new)
    except ValueError:
        said = {}
    if said != wanted:
        raise ValueError("its layout is too unusual to be changed by brief; change it by hand")
    return new
