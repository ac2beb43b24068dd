"""Whether an entry makes sense; pure."""

from __future__ import annotations

from typing import get_args

from briefing.names_file.values import (
    LONGEST_NAME,
    LONGEST_ROLE,
    MOST_OTHER_NAMES,
    Entry,
    NameKind,
)
from briefing.sanitize import is_clean, one_line

WANTED = {
    "name": f"give 2 to {LONGEST_NAME} characters",
    "other_names": f'give a list of at most {MOST_OTHER_NAMES} names, like ["Ana", "A. Ruiz"]',
    "kind": f"give one of {', '.join(get_args(NameKind))}",
    "role": f"give 1 to {LONGEST_ROLE} characters",
    "place": 'give { latitude = 59.9, longitude = 10.7, country = "NO" }',
    "outlet": f'give a list of at most {MOST_OTHER_NAMES} names, like ["The Harbor Post"]',
    "never_an_actor": "give true or false",
    "watched": "give true or false",
}


def problem_of(entry: Entry) -> str:
    """What is wrong with an entry, in a few words that say what to do, or ""."""
    names, role = entry.names, entry.role or ""
    for words in (*names, role):
        if not is_clean(words) or words[:1] == " " or words[-1:] == " ":
            return f"{shown(words)} has characters that are not shown; write it anew"
    for name in names:
        if not any(map(str.isalnum, name)):
            return f"the name {shown(name)} has no letters; give another one"
    point, is_place = entry.place, entry.kind == "place"
    if point and (point.latitude is None) != (point.longitude is None):
        return "place has latitude or longitude alone; give both"
    if point and not is_place:
        return 'place goes with kind = "place" only; give that kind, or leave place out'
    if entry.role and (is_place or entry.kind is None):
        return "role goes with the kind of an actor only; give that kind, or leave role out"
    if entry.kind is None and not (entry.outlet or entry.never_an_actor or entry.watched):
        return f"it has no kind; {WANTED['kind']}"
    return ""


def shown(words: object) -> str:
    """What stands in the file, on one safe and short line."""
    line = one_line(str(words)) or "?"
    return line if len(line) <= 60 else f"{line[:59]}…"
