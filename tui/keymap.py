"""The keys that a user gave to commands: understood, and held against one another."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import combinations

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from briefing.sanitize import one_line
from tui.command_spec import Command, Scope
from tui.commands import COMMANDS, keys_of, shown_key

ALIASES = {
    "esc": "escape",
    "return": "enter",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "del": "delete",
    "ins": "insert",
    "backtab": "shift+tab",
    "ctrl+m": "enter",
    "ctrl+i": "tab",
}
HELD = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
TAKEN = {"ctrl+c": "copies what is selected", "ctrl+q": "always quits"}
BASE: set[Scope] = {"move", "list", "app"}
"""Scopes that hold in the reader and on the start screen; the others are its own or a pane's."""


def keymap_of(chosen: Mapping[str, str | list[str]]) -> tuple[dict[str, str], list[str]]:
    """The keymap for Textual, and what is wrong with each entry that is left out.

    Args:
        chosen: Command ids and a key or several, as they stand in the settings.
    """
    keymap: dict[str, str] = {}
    problems: list[str] = []
    for name, value in chosen.items():
        keys, problem = _understood(name, [value] if isinstance(value, str) else value)
        if problem:
            problems.append(problem)
        else:
            keymap[name] = ",".join(keys)
    while clash := _first_clash(keymap):
        name, other, key = clash
        del keymap[name]
        problems.append(
            f"keys.{name}: {shown_key(key)} is the key of {other} already;"
            " give another key to one of them"
        )
    return keymap, problems


def _understood(name: str, values: list[str]) -> tuple[list[str], str]:
    """The names that Textual has for the keys, or why the entry cannot be used."""
    if name not in _by_id():
        return [], (
            f"keys.{one_line(name)}: there is no such command; brief --settings lists them all"
        )
    if not values:
        return [], f"keys.{name}: give at least one key"
    keys = []
    for value in values:
        key = key_name(value)
        if key is None:
            return [], (
                f"keys.{name}: there is no key {one_line(value) or 'without a name'};"
                " give a character, or a name like ctrl+x, f5, pagedown"
            )
        if key in TAKEN:
            return [], f"keys.{name}: {key} {TAKEN[key]}; give another key"
        keys.append(key)
    return keys, ""


def key_name(text: str) -> str | None:
    """Textual's name of a key: `?` is `question_mark`; None where there is no such key."""
    if len(text) == 1:
        return _name_of_character(text)
    text = text.strip()
    text = ALIASES.get(text.lower(), text)
    held, _, last = text.rpartition("+")
    if text.endswith("++"):
        held, last = text[:-2], "+"
    modifiers = held.lower().split("+") if held else []
    if not set(modifiers) <= HELD or len(set(modifiers)) < len(modifiers):
        return None
    if len(last) == 1:
        name = _name_of_character(last.lower() if modifiers else last)
        if modifiers == ["shift"]:
            return None  # a terminal sends the character that shift makes
    else:
        name = _named(last.lower())
    return "+".join([*sorted(modifiers), name]) if name else None


def _name_of_character(char: str) -> str | None:
    if char.isalnum():
        return char
    if not char.isprintable():
        return None
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name) or None


@cache
def _names() -> frozenset[str]:
    """Keys with a name that a terminal can send, without the keys held with them."""
    names = {key.value.rpartition("+")[2] for key in Keys if not key.value.startswith("<")}
    return frozenset(name for name in names if len(name) > 1)


def _named(name: str) -> str | None:
    name = ALIASES.get(name, name)
    name = KEY_NAME_REPLACEMENTS.get(name, name)
    known = name in _names() or name in KEY_NAME_REPLACEMENTS.values() or key_to_character(name)
    return name if known else None


@cache
def _by_id() -> dict[str, Command]:
    return {command.id: command for command in COMMANDS}


@cache
def _pairs() -> tuple[tuple[Command, Command], ...]:
    """Commands that hold at the same time, but for those that share a key on purpose."""
    return tuple(
        (one, other)
        for one, other in combinations(COMMANDS, 2)
        if _together(one.scope, other.scope) and not keys_of(one) & keys_of(other)
    )


def _together(one: Scope, other: Scope) -> bool:
    """True if both scopes can hold at once: neither two panes nor two screens can."""
    if {one, other} == {"article", "list"}:
        return False
    if one == other or one in BASE or other in BASE:
        return True
    return "reader" in (one, other) and "start" not in (one, other)


def _first_clash(keymap: Mapping[str, str]) -> tuple[str, str, str] | None:
    """(the command of the keymap that has to give way, the other one, the key), if any."""
    places = {name: place for place, name in enumerate(keymap)}
    for one, other in _pairs():
        if one.id not in places and other.id not in places:
            continue
        shared = keys_of(one, keymap) & keys_of(other, keymap)
        if shared:
            later, first = sorted((one.id, other.id), key=lambda name: -places.get(name, -1))
            return later, first, min(shared)
    return None
