"""The answer to `brief --settings`: where the settings file is, and the settings in effect.

What it prints is a settings file itself.
"""

from __future__ import annotations

from pathlib import Path

from briefing.sanitize import path_line
from tui.commands import COMMANDS, Keymap
from tui.settings import Settings

MEANINGS = {
    "theme": "colors of the screen: dark, light, ansi (the terminal's own),"
    " or auto (what suits the terminal)",
    "method": "how sentences are ranked: brief, lead, lexrank, textrank, luhn, sumbasic or kl",
    "sentences": "length of a summary, 1 to 999",
    "text_width": "the widest that the article's text becomes, in cells, 20 to 200",
    "template": "layout of the saved page: desk, memo, or a template of your own",
    "refresh_feeds": "true to ask for the feeds that you follow each time brief starts",
    "library": "folder in which the library lies; move library.sqlite there yourself",
}
UNSET = {"theme": '"auto"', "template": '"desk"', "library": '"~/news"'}
"""An example for each entry that has no value."""


def listing(settings: Settings, path: Path, keymap: Keymap) -> str:
    """All settings as a settings file, with its path in the first line."""
    there = "" if path.is_file() else " (there is no such file yet)"
    lines = [f"# {path_line(path)}{there}", ""]
    for name, meaning in MEANINGS.items():
        lines += [f"# {meaning}", _entry(name, getattr(settings, name))]
    lines += ["", '# keys of commands: one, or several as in ["z", "f5"]', "[keys]"]
    for command in COMMANDS:
        keys = keymap.get(command.id, command.keys).split(",")
        written = [_quoted(key) for key in keys if key]
        value = written[0] if len(written) == 1 else f"[{', '.join(written)}]"
        sign = "" if written else "# "
        lines.append(f"{sign}{command.id} = {value if written else _quoted('')}  # {command.help}")
    return "\n".join(lines)


def _entry(name: str, value: object) -> str:
    if value is None:
        return f"# {name} = {UNSET[name]}"
    if isinstance(value, bool):
        return f"{name} = {str(value).lower()}"
    return f"{name} = {_quoted(value) if isinstance(value, str) else value}"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
