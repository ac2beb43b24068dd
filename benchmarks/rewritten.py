"""Pairs of invented articles that tell the same in other words, with what was planted in them."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from briefing.analysis import analyze
from briefing.model import Briefing, Figure, Span
from briefing.reading import read_text

FACTS = Path(__file__).with_name("rewritten.toml")
TOWNS = ("Velmora", "Dunmere", "Skarvoy", "Brannoc", "Tolmark", "Esterhal", "Quillport", "Harrowby",
         "Lindvik", "Ostrava Bay", "Marwick", "Pelham Cross")  # fmt: skip
MEN = (
    "Desmond",
    "Hollis",
    "Victor",
    "Oscar",
    "Martin",
    "Felix",
    "Simon",
    "Walter",
    "Hugo",
    "Edgar",
)
WOMEN = (
    "Maren",
    "Ottilie",
    "Ingrid",
    "Clara",
    "Helen",
    "Martha",
    "Judith",
    "Nora",
    "Vera",
    "Edith",
)
SURNAMES = ("Achterberg", "Oduya", "Varga", "Brandvik", "Quillfeather", "Wainscott", "Solberg",
            "Okonjo", "Tarnowski", "Lindqvist", "Marchetti", "Halloran", "Bexley", "Corrigan",
            "Dalloway", "Eastlake", "Fennimore", "Garroway")  # fmt: skip
DAYS = (("Thursday", "March 6"), ("Friday", "March 7"), ("Saturday", "March 8"),
        ("Sunday", "March 9"))  # fmt: skip
"""After Tuesday, March 4, 2031, when the articles are published."""
PUBLISHED = ("2031-03-04", "2031-03-05")
WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
SLOT = re.compile(r"\{(\w+)((?:\.| )[^{}]*)?\}")
OTHER_WORD = re.compile(r"\[(\w+)\|(\w+)\]")
FEMALE = re.compile(r"\{(\w+)\}[^.”]*\b(?:she|spokeswoman|actress)\b|\b(?:spokeswoman,?) \{(\w+)\}")
TOLD_IN_BOTH = 0.85
Edit = Literal["number", "date", "place", "name", "quote"]
EDITS: tuple[Edit, ...] = ("number", "date", "place", "name", "quote")


@dataclass
class Told:
    """An article as it is written, and where its slots are.

    Attributes:
        figures: (paragraph, figure by its offsets there).
        slots: The name of each slot and where it stands, by paragraph.
    """

    paragraphs: list[str] = field(default_factory=list)
    figures: list[tuple[int, Figure]] = field(default_factory=list)
    slots: list[tuple[str, int, Span]] = field(default_factory=list)
    facts: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Pair:
    """Two articles, and the slot that was altered in the second one.

    Attributes:
        slot: Its name, or None.
        spans: Where it stands in each of the two.
        new: Where the second article has facts that the first has not.
    """

    briefings: tuple[Briefing, Briefing]
    edit: Edit | None
    slot: str | None
    spans: tuple[list[Span], list[Span]]
    new: list[Span]


@cache
def stories() -> dict[str, Any]:
    """The facts, numbers and quotations of each story."""
    return tomllib.loads(FACTS.read_text("utf-8"))


def pair(
    seed: int, names: Sequence[str], edit: Edit | None, *, later: bool = False, new: int = 0
) -> Pair:
    """Two articles about one of some stories.

    Args:
        seed: Decides everything else.
        names: The stories to choose from.
        edit: What is altered in the second article, if anything is.
        later: The second was published a day later.
        new: How many facts the second has beside all facts of the first; without any, each
            article leaves some out.
    """
    pick = random.Random(seed)
    story = stories()[names[seed % len(names)]]
    count = len(story["facts"])
    if new:
        added = set(pick.sample(range(1, count), new))
        chosen = [n for n in range(count) if n not in added], list(range(count))
    else:
        chosen = tuple(
            [n for n in range(count) if not n or pick.random() < TOLD_IN_BOTH] for _ in range(2)
        )
    values = _values(pick, story)
    slot, altered = _altered(pick, story, values, edit, set(chosen[0]) & set(chosen[1]))
    forms = [pick.sample(range(3), 2) for _ in range(count)]
    told = [
        _told(pick, story, value, facts, [form[which] for form in forms], which)
        for which, (facts, value) in enumerate(zip(chosen, (values, altered), strict=True))
    ]
    briefings = [_briefing(one, which if later else 0) for which, one in enumerate(told)]
    return Pair(
        (briefings[0], briefings[1]),
        edit,
        slot,
        tuple(list(_spans(one, b, slot)) for one, b in zip(told, briefings, strict=True)),
        [_paragraph(told[1], briefings[1], n) for n, fact in enumerate(told[1].facts)
         if fact not in chosen[0]],
    )  # fmt: skip


def _values(pick: random.Random, story: dict[str, Any]) -> dict[str, Any]:
    """What stands in each slot."""
    values: dict[str, Any] = {
        name: pick.randint(*bounds[:2]) for name, bounds in story["numbers"].items()
    }
    for name, bounds in story["numbers"].items():
        if bounds[1] >= 1000:
            values[name] = values[name] // 100 * 100
    values["town"], values["town2"] = pick.sample(TOWNS, 2)
    values["day"] = pick.randrange(len(DAYS))
    text = " ".join(form for forms in story["facts"] for form in forms)
    for n, surname in enumerate(pick.sample(SURNAMES, 4), 1):
        is_woman = any(f"p{n}" in found for found in FEMALE.findall(text))
        values[f"p{n}"] = f"{pick.choice(WOMEN if is_woman else MEN)} {surname}"
    for n, quote in enumerate(story["quotes"], 1):
        values[f"q{n}"] = OTHER_WORD.sub(r"\1", quote)
    return values


def _altered(
    pick: random.Random, story: dict[str, Any], values: dict[str, Any], edit: Edit | None,
    facts: set[int],
) -> tuple[str | None, dict[str, Any]]:  # fmt: skip
    """A slot of facts that both articles tell, and the values with another one in it."""
    if edit is None:
        return None, values
    used = {
        match[1] for n in sorted(facts) for form in story["facts"][n]
        for match in SLOT.finditer(form)
    }  # fmt: skip
    kinds = {
        "number": set(story["numbers"]),
        "date": {"day"},
        "place": {"town", "town2"},
        "name": {"p1", "p2", "p3", "p4"},
        "quote": {"q1", "q2", "q3"},
    }
    candidates = sorted(kinds[edit] & used)
    if not candidates:
        return None, values
    slot = pick.choice(candidates)
    value = values[slot]
    if edit == "number":
        low, high = story["numbers"][slot][:2]
        others = [n for n in range(low, 2 * high + 3) if abs(n - value) > 0.15 * value]
        new = pick.choice(others) if high < 1000 else pick.choice(others) // 100 * 100 + 300
    elif edit == "date":
        new = (value + pick.randint(1, len(DAYS) - 1)) % len(DAYS)
    elif edit == "place":
        new = pick.choice([t for t in TOWNS if t not in (values["town"], values["town2"])])
    elif edit == "name":
        first, surname = value.split()
        taken = {str(v).split()[-1] for v in values.values()}
        if pick.random() < 0.5:
            new = f"{first} {pick.choice([s for s in SURNAMES if s not in taken])}"
        else:
            names = WOMEN if first in WOMEN else MEN
            new = f"{pick.choice([n for n in names if n != first])} {surname}"
    else:
        new = OTHER_WORD.sub(r"\2", story["quotes"][int(slot[1]) - 1])
    return slot, values | {slot: new}


def _told(
    pick: random.Random, story: dict[str, Any], values: dict[str, Any], facts: Sequence[int],
    forms: Sequence[int], style: int,
) -> Told:  # fmt: skip
    told = Told()
    order = list(facts)
    if style:  # the second outlet tells the rest in another order
        rest = order[1:]
        pick.shuffle(rest)
        order = [*order[:1], *sorted(rest, key=lambda n: n + pick.random() * 4)]
    named: set[str] = set()
    for fact in order:
        told.facts.append(fact)
        _write(told, story, values, story["facts"][fact][forms[fact]], style, named, pick)
    return told


def _write(
    told: Told, story: dict[str, Any], values: dict[str, Any], form: str, style: int,
    named: set[str], pick: random.Random,
) -> None:  # fmt: skip
    """One fact as a paragraph."""
    text, last, number = "", 0, len(told.paragraphs)
    for match in SLOT.finditer(form):
        text += form[last : match.start()]
        last, start = match.end(), len(text)
        slot, rest = match[1], (match[2] or "").strip(" .")
        if slot in story["numbers"]:
            _, _, *more = story["numbers"][slot]
            kind, unit = (*more, "", "")[:2]
            words = _number(values[slot], unit, style, is_first=rest[:1].isupper())
            text += words
            what = rest.lower() or None
            mention = None
            if what:
                mention = len(text) + 1, len(text) + 1 + len(what)
                text += f" {what}"
            scale = 1_000_000 if unit == "USD" else 1
            told.figures.append(
                (number, Figure(text=words, start=start, end=start + len(words),
                                value=values[slot] * scale, unit=unit or None, what=what,
                                what_mention=mention, kind=kind or None)),
            )  # fmt: skip
            told.slots.append((slot, number, (start, start + len(words))))
            continue
        value = values[slot]
        if slot == "day":
            value = DAYS[value][style]
        elif slot[0] == "q":
            whole, _, _ = value.partition("/")
            value = whole if style and pick.random() < 0.5 else value.replace("/", "")
        elif slot[0] == "p":
            value = value.split()[-1] if rest == "last" and slot in named else value
            named.add(slot)
        text += value
        told.slots.append((slot, number, (start, len(text))))
    told.paragraphs.append(text + form[last:])


def _number(value: int, unit: str, style: int, *, is_first: bool) -> str:
    digits = f"{value:,}"
    if unit == "USD":
        return f"${digits} million"
    if unit in ("percent", "kilometer per hour", "meter"):
        plural = {"percent": "percent", "meter": "meters"}.get(unit, "kilometers per hour")
        return f"{digits} {plural}"
    if value < (10 if style else 13):
        return WORDS[value].capitalize() if is_first else WORDS[value]
    return digits


def _briefing(told: Told, day: int) -> Briefing:
    """The article as brief reads and analyzes it; the figures are as written where it has none."""
    article = read_text("\n\n".join(told.paragraphs))
    at = f"{PUBLISHED[day]}T12:00:00"
    briefing = analyze(replace(article, published=PUBLISHED[day], published_at=at))
    if briefing.figures:
        return briefing
    figures = []
    for number, figure in told.figures:
        offset = _paragraph(told, briefing, number)[0]
        mention = figure.what_mention
        figures.append(
            replace(figure, start=figure.start + offset, end=figure.end + offset,
                    what_mention=mention and (mention[0] + offset, mention[1] + offset)),
        )  # fmt: skip
    return replace(briefing, figures=tuple(figures))


def _paragraph(told: Told, briefing: Briefing, number: int) -> Span:
    start = briefing.article.text.index(told.paragraphs[number])
    return start, start + len(told.paragraphs[number])


def _spans(told: Told, briefing: Briefing, slot: str | None) -> Iterator[Span]:
    for name, number, (start, end) in told.slots:
        if name == slot:
            offset = _paragraph(told, briefing, number)[0]
            yield start + offset, end + offset
