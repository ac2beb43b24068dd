"""Whether a figure counts people killed, injured, missing, displaced or arrested; pure."""

from __future__ import annotations

import re
from functools import cache

from briefing.tables import any_of, word_list
from briefing.tagging.figures.harm_patterns import (
    ALIVE,
    ASIDE,
    BETWEEN,
    CLAUSE,
    DAYS,
    EITHER,
    LATER,
    NEITHER,
    NOT_DONE,
    PASSIVE,
    PRESENT,
    WHO,
)

KINDS = ("killed", "injured", "missing", "displaced", "arrested")
SHOT = "shot"
"""Killed or injured: which of them only the whole article tells."""
FARTHEST_AFTER, FARTHEST_BEFORE = 12, 4
"""Words."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        f"{list_} {kind}": re.compile(
            rf"\b(?:{any_of(word_list('figure_words', f'{list_} {kind}'))})\b", re.IGNORECASE
        )
        for list_ in ("harm", "does")
        for kind in (*KINDS, SHOT)
        if not (list_ == "does" and kind == "missing")
    }


@cache
def _any(list_: str) -> re.Pattern[str]:
    """Any of the words of harm, by which most texts are told at once that have none."""
    kinds = [name for name in _patterns() if name.startswith(f"{list_} ")]
    words = any_of(word for name in kinds for word in word_list("figure_words", name))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _not_harm() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(word_list('figure_words', 'not harm'))})\b", re.IGNORECASE)


@cache
def _of_others() -> re.Pattern[str]:
    """What is told of somebody else: "mourned the death of", "saved a wounded officer"."""
    people = any_of(word_list("figure_words", "person") | word_list("figure_words", "people"))
    return re.compile(
        r"\b(?:(?:death|killing|murder|slaying|shooting|loss|arrest)s? of|(?:his|her|their) deaths?"
        rf"|(?:wounded|injured|slain|dead|dying)\s(?:\w+\s)?(?:{people}))\b",
        re.IGNORECASE,
    )


@cache
def _has_children() -> re.Pattern[str]:
    """What stands before the number of somebody's children: "father of three"."""
    words = any_of(word_list("figure_words", "responsible for"))
    return re.compile(rf"\b(?:{words})\s$", re.IGNORECASE)


@cache
def _does_it() -> re.Pattern[str]:
    """A verb by which somebody harms somebody else: "killed two", "who shot his neighbor"."""
    verbs = any_of(word_list("figure_words", "harming"))
    auxiliary = any_of(word_list("figure_words", "auxiliary"))
    objects = any_of(word_list("figure_words", "object") | word_list("figure_words", "person"))
    return re.compile(
        rf"(?<!\w)(?P<auxiliary>(?i:{auxiliary})\s(?:\w+ly\s)?(?:shot\sand\s)?)?"
        rf"(?:\w+ly\s)?(?P<verb>(?i:{verbs}))(?:\sand\s(?:\w+ly\s)?(?i:{verbs}))?"
        rf"(?=\s(?P<object>(?i:{objects})\b|\d)|\s(?!{DAYS})[A-Z]|\s?$)"
    )


def kind_of(text: str, start: int, end: int, what: str, until: int) -> str | None:
    """What happened to those that a figure counts, or None.

    Args:
        text: Where it stands.
        start: Of the figure.
        end: After the figure and what it counts.
        what: The words for what it counts.
        until: Where the next figure begins.
    """
    if what.split()[-1:] and what.split()[-1].lower() in word_list("figure_words", "wounds"):
        return None
    if what.lower() in word_list("figure_words", "killed"):
        return "killed"
    if _any("harm").search(what):
        return next(kind for kind in (*KINDS, SHOT) if _patterns()[f"harm {kind}"].search(what))
    kind = _told_after(text, end, until, is_bare=not what)
    if kind in (None, SHOT):
        before = _told_before(text, start)
        if kind is None or (before == "killed" and _is_right_before(text, start)):
            kind = before
    if kind is None or _spared(text, start):
        return None
    return kind


def _spared(text: str, start: int) -> bool:
    """True for "neither of two", and for the children of somebody: "a father of two"."""
    before = text[max(start - 24, 0) : start]
    return NEITHER.search(before) is not None or _has_children().search(before) is not None


def _told_after(text: str, end: int, until: int, *, is_bare: bool) -> str | None:
    aside = ASIDE.match(text, end)
    if aside:
        end, until = aside.end(), max(until, aside.end() + 110)
    who = WHO.match(text, end)
    begin = who.end() if who else end
    after = CLAUSE.split(text[begin : min(until, begin + 110)], maxsplit=1)[0]
    cut = begin + len(after) == until and text[until : until + 1] not in ("", "\n")
    after = " ".join(after.split()[:FARTHEST_AFTER])
    cut = cut or len(after.split()) == FARTHEST_AFTER
    if not _any("harm").search(after):
        return None
    active = _does_it().search(after)
    if is_bare and active and active.start() == 0 and not active["auxiliary"]:  # "3 Hurt in ..."
        active = None
    if active and (active.end() < len(after) or cut) and _is_active(active):
        after = after[: active.start()]
    others = _of_others().search(after) or PRESENT.search(after)
    if others:
        after = after[: others.start()]
    kinds = [kind for kind in (*KINDS, SHOT) if _patterns()[f"harm {kind}"].search(after)]
    if EITHER.search(after):
        return None
    if _not_harm().search(after):
        kinds = [kind for kind in kinds if kind == "arrested"]
    if kinds and kinds[0] in ("injured", SHOT) and LATER.match(text, begin, until + 200):
        return "killed"
    if kinds and kinds[0] == SHOT and ALIVE.match(text, begin, until + 200):
        return "injured"
    if not kinds or {"killed", "injured", SHOT}.issuperset(kinds):
        return next(iter(kinds), None)
    return min(kinds, key=lambda kind: _place(f"harm {kind}", after))


def _is_active(verb: re.Match[str]) -> bool:
    """True for "killed" of "who killed three", and of "killed one man and wounded two"."""
    if verb["verb"][0].isupper() and not verb["object"] and verb.end() < len(verb.string):
        return False  # in a headline with capitals, what follows is hardly a name
    auxiliary = (verb["auxiliary"] or "").split()
    if not auxiliary or auxiliary[0] != "and":
        return not auxiliary
    before = verb.string[: verb.start()].split()
    return not before or (verb.end() < len(verb.string) and not before[-1].endswith(("shot", "ed")))


def _place(name: str, words: str) -> int:
    match = _patterns()[name].search(words)
    return match.start() if match else len(words)


def _told_before(text: str, start: int) -> str | None:
    before = CLAUSE.split(text[max(start - 60, 0) : start])[-1]
    before = " ".join(before.split()[-FARTHEST_BEFORE:])
    if not _any("does").search(before):
        return None
    found = [
        (match.end(), -place, kind)
        for place, kind in enumerate((*KINDS, SHOT))
        if kind != "missing"
        for match in _patterns()[f"does {kind}"].finditer(before)
        if not BETWEEN.search(before, match.end())
        and not (NOT_DONE.search(before, 0, match.start()))
        and not PASSIVE.search(before, 0, match.start())
    ]
    return max(found)[2] if found else None


def _is_right_before(text: str, start: int) -> bool:
    """True if "killed" or "the death of" stands right before a figure."""
    return any(
        match.end() == min(start, 40) - 1
        for match in _patterns()["does killed"].finditer(text[max(start - 40, 0) : start])
    )


def is_harm(words: str) -> bool:
    """True if words for what is counted tell of harm by themselves: "deaths", "wounded"."""
    last = words.split()[-1].lower()
    if last in word_list("figure_words", "killed"):
        return True
    return any(_patterns()[f"harm {kind}"].search(last) for kind in KINDS)
