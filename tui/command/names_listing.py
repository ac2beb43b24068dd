"""The answer to `brief --names`: where the file of names is, and what it has."""

from __future__ import annotations

from collections import Counter

from briefing.names_file import NamesFile, default_path
from briefing.names_file.values import Entry
from briefing.sanitize import path_line
from tui.command.console import ALL_DONE, say
from tui.command.streams import write

KINDS = {
    "person": ("person", "people"),
    "organization": ("organization", "organizations"),
    "group": ("group", "groups"),
    "government": ("government", "governments"),
    "place": ("place", "places"),
    "outlet": ("outlet", "outlets"),
    "no actor": ("name of no actor", "names of no actor"),
}
"""One of each kind, and several."""


def list_names() -> int:
    """Print the path of the file and what it has; what is wrong with it goes to standard error."""
    names = NamesFile(default_path())
    entries = names.entries
    there = "" if names.path.is_file() else " (there is no such file yet)"
    counts = Counter(map(_kind, entries))
    kinds = ", ".join(
        f"{counts[kind]:,} {words[counts[kind] > 1]}"
        for kind, words in KINDS.items()
        if counts[kind]
    )
    entry = "entry" if len(entries) == 1 else "entries"
    watched = len(names.watched)
    write(f"{path_line(names.path)}{there}\n")
    write(f"{len(entries):,} {entry}{': ' if kinds else ''}{kinds}\n")
    if watched:
        write(f"{watched:,} watched\n")
    for problem in names.problems:
        say(problem)
    return ALL_DONE


def _kind(entry: Entry) -> str:
    if entry.never_an_actor and entry.kind != "place":
        return "no actor"
    return entry.kind or ("outlet" if entry.outlet else "")
