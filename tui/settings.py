"""What a user chose once and for all, in a file that brief reads and never writes.

A bad entry is reported in one line and its default holds; it never stops the program.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from briefing.files import ordinary_bytes
from briefing.options import DEFAULT_SUMMARY_LENGTH, Options

Theme = Literal["auto", "dark", "light", "ansi"]

LONGEST_SUMMARY = 999
"""Sentences."""
DEFAULT_TEXT_WIDTH = 80
"""Cells."""


class Settings(Struct, frozen=True, kw_only=True):
    """The entries of `settings.toml`.

    Attributes:
        theme: Colors of the screen; None for those chosen on the screen the last time, or that
            suit the terminal where none were.
        method: How sentences are ranked.
        sentences: Length of a summary, in sentences.
        text_width: The widest that the article's text becomes, in cells.
        template: Layout of the saved page; None for the usual one.
        library: Folder of the library, absolute or from "~" on; None for the platform's own.
        refresh_feeds: True to ask for the feeds that are followed each time brief starts.
        keys: Command ids and the keys that they have instead of their own.
    """

    theme: Theme | None = None
    method: str = Options().method
    sentences: Annotated[int, Meta(ge=1, le=LONGEST_SUMMARY)] = DEFAULT_SUMMARY_LENGTH
    text_width: Annotated[int, Meta(ge=20, le=200)] = DEFAULT_TEXT_WIDTH
    template: str | None = None
    library: str | None = None
    refresh_feeds: bool = False
    keys: dict[str, str | list[str]] = {}


WANTED = {
    "theme": 'give "auto", "dark", "light" or "ansi"',
    "method": "give the name of a method",
    "sentences": "give a whole number from 1 to 999",
    "text_width": "give a whole number from 20 to 200",
    "template": "give the name of a template",
    "library": 'give a folder in full, like "/home/ana/news" or "~/news"',
    "refresh_feeds": "give true or false",
    "keys": 'give a table: [keys] and below it lines like zoom = "z"',
}


def settings_path() -> Path:
    """Where the file lies: in the platform's folder for configuration, beside the templates."""
    from platformdirs import user_config_path

    return user_config_path("brief", appauthor=False) / "settings.toml"


def load(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and one line for the user about each entry that cannot be used.

    What the table of keys says is looked at later, by `tui.keymap`, where there is a screen.
    """
    path = path or settings_path()
    try:
        data = ordinary_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            return Settings(), (f"{path} is a link that leads nowhere; brief goes on without it",)
        return Settings(), ()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Settings(), (f"{path} cannot be read ({reason}); brief goes on without it",)
    return _parsed(data, path)


def _parsed(data: bytes, path: Path) -> tuple[Settings, tuple[str, ...]]:
    import tomllib

    try:
        entries = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        words = _one_line(str(error)) or type(error).__name__
        return Settings(), (f"{path} is not TOML: {words}; correct it, or move it away",)
    problems: list[str] = []
    good: dict[str, Any] = {}
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    for name, value in entries.items():
        if name not in types:
            known = ", ".join(types)
            problems.append(f"{path}: there is no setting {_one_line(name)}; take one of {known}")
            continue
        if name == "keys" and isinstance(value, dict):
            good[name], refused = _keys(value)
            problems += [f"{path}: {problem}" for problem in refused]
            continue
        try:
            good[name] = msgspec.convert(value, types[name])
            problem = CHECKS[name](value) if name in CHECKS else ""
        except msgspec.ValidationError:
            problem = _refused(name, value)
        if problem:
            good.pop(name, None)
            problems.append(f"{path}: {problem}")
    return Settings(**good), tuple(problems)


def _keys(table: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The entries of the table of keys that are keys, and what is wrong with the others."""
    good: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in table.items():
        try:
            good[name] = msgspec.convert(value, str | list[str])
        except msgspec.ValidationError:
            problems.append(_refused(f"keys.{_one_line(name)}", value))
    return good, problems


def _refused(name: str, value: object) -> str:
    from reprlib import repr as short

    wanted = 'give a key like "z", or several' if name.startswith("keys.") else WANTED[name]
    return f"{name} cannot be {_one_line(short(value))}; {wanted}"


def _check_method(value: str) -> str:
    from briefing.options import METHODS

    if value in METHODS:
        return ""
    return f"{_refused('method', value)}: {', '.join(METHODS)}"


def _check_template(value: str) -> str:
    from briefing.page.templates import names

    if value in names():
        return ""
    return f"{_refused('template', value)}: {', '.join(names())}"


def _check_library(value: str) -> str:
    with suppress(RuntimeError, ValueError):  # a home that nobody has
        if value.isprintable() and Path(value).expanduser().is_absolute():
            return ""
    return _refused("library", value)


CHECKS: dict[str, Callable[[str], str]] = {
    "method": _check_method,
    "template": _check_template,
    "library": _check_library,
}


def _one_line(words: str) -> str:
    from briefing.sanitize import one_line

    return one_line(words)
