"""Whether a correction, which may come from a file, makes sense; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import get_args

from briefing.corrections.values import Correction, CorrectionKind, OwnText, Part, Target
from briefing.model import ActorKind, LocationKind
from briefing.sanitize import clean, one_line

LONGEST = 2_000
"""Characters of what the reader writes at once."""
ACTOR_KINDS, LOCATION_KINDS = get_args(ActorKind), get_args(LocationKind)
MANY_LINES = ("why", "next", "note")
"""Those of the reader's own texts that may have several lines."""
NAMED: tuple[Part, ...] = ("actors", "locations")
DAY = r"\d{4}-\d{2}-\d{2}"
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")

OF_DOSSIERS: tuple[Part, ...] = ("differences", "only_one")
MOVED: tuple[Part, ...] = ("summary", "actors", "locations", "quotes", "dates", *OF_DOSSIERS)
ON_PAGES: tuple[Part, ...] = (*MOVED, "highlights")
"""Parts whose items the reader puts on the page."""
PARTS_OF: dict[CorrectionKind, tuple[Part, ...]] = {
    "add": ("summary", "actors", "locations", "quotes", "dates", "highlights"),
    "hide": ("summary", "actors", "locations", "quotes", "dates", "figures", "highlights"),
    "merge": NAMED,
    "split": NAMED,
    "rename": NAMED,
    "set_role": ("actors",),
    "set_kind": NAMED,
    "set_speaker": ("quotes", "figures"),
    "confirm_speaker": ("quotes",),
    "set_place": ("locations",),
    "set_value": ("dates",),
    "set_title": ("article",),
    "set_authors": ("article",),
    "set_outlet": ("article",),
    "set_published": ("article",),
    "put_on_page": ON_PAGES,
    "take_off_page": ON_PAGES,
    "move_on_page": MOVED,
    "write": ("page",),
}
"""What each kind of correction may be about."""
WITHOUT_VALUE: tuple[CorrectionKind, ...] = (
    "hide",
    "split",
    "confirm_speaker",
    "put_on_page",
    "take_off_page",
)


def problem_of(correction: Correction, text: str, others: Mapping[str, str] = {}) -> str:
    """What is wrong with a correction of an article, in a few words, or "".

    Args:
        correction: The correction.
        text: The article's text.
        others: The texts of a dossier's articles, by their digests.
    """
    target, to, kind = correction.target, correction.to, correction.kind
    if target.part not in PARTS_OF[kind]:
        return f"{kind} has nothing to do with {target.part}"
    for place in (target, to):
        if isinstance(place, Target) and (wrong := _wrong_target(place, text, others)):
            return wrong
    if kind in ("add", "split") and target.span is None:
        return f"{kind} needs a span"
    if kind == "write" and target.text not in get_args(OwnText):
        return f"the page has no line {one_line(target.text or '')}"
    return _wrong_value(correction)


def value_of(kind: CorrectionKind, target: Target, typed: str) -> str | tuple[str, ...] | None:
    """What the reader typed as the value of a correction; None where that clears it."""
    if kind == "set_authors":
        return tuple(filter(None, (one_line(name).strip() for name in typed.split(",")))) or None
    lines = clean(typed)[0] if target.text in MANY_LINES else one_line(typed)
    return lines.strip() or None


def _wrong_target(target: Target, text: str, others: Mapping[str, str]) -> str:
    if isinstance(target.article, str):
        if target.article not in others:
            return "its article is not here"
        text = others[target.article]
    elif target.part in OF_DOSSIERS:
        return f"only a dossier has {target.part}"
    if target.span is None:
        return ""
    start, end = target.span
    if not 0 <= start < end <= len(text):
        return f"the span {start}-{end} is not in the article"
    return "" if text[start:end].strip() else f"the span {start}-{end} has no words"


def _wrong_value(correction: Correction) -> str:
    kind, to, part = correction.kind, correction.to, correction.target.part
    fits: bool
    match kind:
        case _ if kind in WITHOUT_VALUE:
            fits = to is None
        case "merge":
            fits = isinstance(to, Target) and to.part == part
        case "set_speaker":
            fits = to is None or (isinstance(to, Target) and to.part in ("actors", "article"))
        case "move_on_page":
            fits = to is None or (isinstance(to, Target) and to.part == part)
        case "set_place":
            fits = to is None or (isinstance(to, int) and not isinstance(to, bool))
        case "set_authors":
            fits = to is None or (isinstance(to, tuple) and all(map(_is_line, to)))
        case "set_kind":
            fits = to in (ACTOR_KINDS if part == "actors" else LOCATION_KINDS)
        case "add":
            kinds = {"actors": ACTOR_KINDS, "locations": LOCATION_KINDS}.get(part, ())
            fits = to is None or to in kinds or (part == "highlights" and _is_line(to))
        case "set_value":
            fits = to is None or (isinstance(to, str) and _is_date(to))
        case "set_published":
            fits = to is None or (isinstance(to, str) and bool(re.fullmatch(DAY, to)))
            fits = fits and (to is None or _is_date(str(to)))
        case "rename" | "set_title":
            fits = _is_line(to) and bool(str(to).strip())
        case "write" if correction.target.text in MANY_LINES:
            fits = to is None or (isinstance(to, str) and clean(to)[0].strip() == to)
        case _:
            fits = to is None or _is_line(to)
    if isinstance(to, str) and len(to) > LONGEST:
        return f"{kind} has more than {LONGEST:,} characters"
    return "" if fits else f"{kind} cannot have this value"


def _is_line(value: object) -> bool:
    """True for one line with nothing in it that a terminal would obey."""
    return isinstance(value, str) and one_line(value) == value


def _is_date(value: str) -> bool:
    if not DATE.fullmatch(value):
        return False
    try:
        for end in value.split("/"):
            date.fromisoformat((end + "-01-01")[:10])
    except ValueError:
        return False
    return True
