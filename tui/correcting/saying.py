"""What a correction says, in a reader's words; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from briefing.corrections.values import Correction, OwnText, Part, Target
from briefing.sanitize import one_line
from tui.composing.own_lines import LABELS

LONGEST = 40
"""Characters of a name or of words that a message shows."""
PART_WORDS: dict[Part, str] = {
    "summary": "sentence",
    "actors": "actor",
    "locations": "place",
    "quotes": "quote",
    "dates": "date",
    "figures": "figure",
    "highlights": "highlight",
}
"""What one row of a part is called."""
ARTICLE_FACTS = {
    "set_title": "title",
    "set_authors": "authors",
    "set_outlet": "outlet",
    "set_published": "day of publication",
}


def taken_back(correction: Correction, text: str, others: Mapping[str, str] = {}) -> str:
    """The message after a correction was taken back.

    Args:
        correction: The correction.
        text: The article's text.
        others: The texts of a dossier's articles, by their digests.
    """
    return f"taken back: {in_words(correction, text, others)}"


def made_again(correction: Correction, text: str, others: Mapping[str, str] = {}) -> str:
    """The message after a correction was made again; see `taken_back`."""
    return f"made again: {in_words(correction, text, others)}"


def in_words(correction: Correction, text: str, others: Mapping[str, str] = {}) -> str:
    """What a correction says; see `taken_back`."""
    kind, to, target = correction.kind, correction.to, correction.target
    name = name_in(target, text, others)
    about = f"“{name}”" if name else "a row"
    value = name_in(to, text, others) if isinstance(to, Target) else _value(to)
    match kind:
        case "add":
            return f"{PART_WORDS[target.part]} {about} is added"
        case "hide":
            return f"{PART_WORDS[target.part]} {about} is hidden"
        case "merge":
            return f"{about} and “{value}” are the same"
        case "split":
            return f"one mention of {about} is somebody else"
        case "rename":
            return f"{about} is called “{value}”"
        case "set_role":
            return f"role of {about} is “{value}”" if value else f"{about} has no role"
        case "set_kind":
            article = "an" if value[:1] in "aeiou" else "a"
            return f"{about} is {article} {value}"
        case "set_speaker":
            return f"speaker of {about} is {value or 'unknown'}"
        case "confirm_speaker":
            return f"speaker of {about} is confirmed"
        case "set_place":
            return f"{about} is another place" if value else f"{about} has no place on the map"
        case "set_value":
            return f"{about} means {value}" if value else f"{about} means no known day"
        case "put_on_page":
            return f"{about} is on the page"
        case "take_off_page":
            return f"{about} is off the page"
        case "move_on_page":
            return f"{about} has another place on the page"
        case "write":
            return _own_line(target.text, value)
        case _:
            fact = ARTICLE_FACTS[kind]
            return f"the {fact} is “{value}”" if value else f"the {fact} is unknown"


def name_in(target: Target, text: str, others: Mapping[str, str] = {}) -> str:
    """What a target is called, or its words, cut where they are long; see `taken_back`."""
    where = others.get(target.article, "") if isinstance(target.article, str) else text
    return _shortened(target.text or (where[slice(*target.span)] if target.span else ""))


def _shortened(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(one_line(words).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _value(to: object) -> str:
    if isinstance(to, tuple):
        return _shortened(", ".join(to))
    return "" if to is None else _shortened(str(to))


def _own_line(field: str | None, value: str) -> str:
    label = next((LABELS[one][0] for one in get_args(OwnText) if one == field), "the page")
    return f"your line under {label}: “{value}”" if value else f"no line under {label}"
