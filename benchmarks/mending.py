"""One page mended: a correction for each thing that an editor would strike out of it."""

from __future__ import annotations

import ast
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing import codec
from briefing.analysis import analyze
from briefing.corrections import Correction, Target
from briefing.corrections.laying import corrected
from briefing.corrections.matching import target_of
from briefing.model import Actor, Article, Briefing, Location
from briefing.names_file import Entry, NamesFile, entry_from
from briefing.options import Options
from briefing.page import to_markdown
from briefing.tagging.annotation import gazetteer

MOST = 60
"""Corrections of one article, after which it is given up."""
MADE = "2026-01-31T00:00:00Z"
Gold = dict[str, Any]


class Page(Struct, frozen=True):
    """An article and what is right about it."""

    article: Article
    gold: Gold


class Mended(Struct, frozen=True):
    """What it took to mend a page.

    Attributes:
        corrections: Those that were made.
        left: What could not be mended.
        entries: What the corrections say of all articles.
        missing: Key actors that the briefing lacks.
        known: How many entries of the file of names concerned the article.
    """

    corrections: tuple[Correction, ...]
    left: tuple[str, ...]
    entries: tuple[Entry, ...]
    missing: int
    known: int

    @property
    def count(self) -> int:
        """How many corrections were needed."""
        return len(self.corrections) + len(self.left)


def mended(evaluation: Any, each: Page, entries: Sequence[Entry]) -> Mended:
    """What it takes to mend the page of an article, with a file of names that has entries."""
    with tempfile.TemporaryDirectory() as folder:
        names = NamesFile(Path(folder) / "names.toml")
        for entry in entries:
            names.remember(entry)
        known = names.about(each.article)
    found = analyze(each.article, Options(names=known))
    corrections: list[Correction] = []
    learned: list[Entry] = []
    left: list[str] = []
    tried: Counter[str] = Counter()
    while len(corrections) + len(left) < MOST:
        shown = corrected(found, corrections)
        struck = [one for one in _struck(evaluation, each, shown) if one not in left]
        if not struck:
            break
        tried[struck[0]] += 1
        correction = None
        if tried[struck[0]] < 3:  # the second time, what is wrong is hidden
            correction = _correction(evaluation, each, shown, struck[0], hide=tried[struck[0]] > 1)
        if correction is None:
            left.append(struck[0])
            continue
        if tried[struck[0]] > 1:
            corrections.pop()
        corrections.append(correction)
        if entry := _everywhere(found, corrections):
            learned.append(entry)
    shown = corrected(found, corrections)
    missing = _missing(evaluation, each, shown)
    return Mended(tuple(corrections), tuple(left), tuple(learned), missing, len(known))


def _struck(evaluation: Any, each: Page, shown: Briefing) -> list[str]:
    record = json.loads(codec.encode(shown))
    return evaluation.Score(each.gold, record, to_markdown(shown)).struck


def _everywhere(found: Briefing, corrections: Sequence[Correction]) -> Entry | None:
    """What the last correction says of all articles."""
    last = corrections[-1]
    before, after = corrected(found, corrections[:-1]), corrected(found, corrections)
    briefing = before if last.kind == "hide" else after
    items = [*briefing.actors, *briefing.locations]
    called = last.to if last.kind == "rename" else last.target.text
    part = Actor if last.target.part == "actors" else Location
    item = next((one for one in items if isinstance(one, part) and one.name == called), None)
    return entry_from(last, item)


def _correction(
    evaluation: Any,
    each: Page,
    shown: Briefing,
    struck: str,
    *,
    hide: bool,
) -> Correction | None:
    """The correction that mends what is struck out, or hides it; None if there is none."""
    what, _, rest = struck.partition(": ")
    make: dict[str, Callable[[], Correction | None]] = {
        "role": lambda: _role(evaluation, each, shown, rest),
        "place": lambda: _place(evaluation, each, shown, rest, hide),
        "speaker on the page": lambda: _speaker(each, shown, rest, hide),
        "no quote on the page": lambda: _speaker(each, shown, rest, hide=True),
        "sentence": lambda: _sentence(shown, rest),
    }
    if what in make:
        return make[what]()
    actor = _named(shown.actors, rest)
    if actor is None:
        return None
    if what == "actor name" and not hide:
        number, _ = evaluation.matching(rest, each.gold["actors"])
        return _of("rename", actor, each.gold["actors"][number]["names"][0])
    return _of("hide", actor)


def _role(evaluation: Any, each: Page, shown: Briefing, rest: str) -> Correction | None:
    actor = next((one for one in shown.actors if rest.startswith(f"{one.name}: ")), None)
    if actor is None:
        return None
    number, _ = evaluation.matching(actor.name, each.gold["actors"])
    roles = each.gold["actors"][number]["roles"] if number is not None else []
    return _of("set_role", actor, roles[0] if roles else None)


def _place(
    evaluation: Any,
    each: Page,
    shown: Briefing,
    rest: str,
    hide: bool,
) -> Correction | None:
    place = _named(shown.locations, rest.rpartition(" ")[0])
    if place is None:
        return None
    names = {place.name, *(each.article.text[start:end] for start, end in place.mentions)}
    forms = evaluation.forms(list(names))
    gold = next((g for g in each.gold["places"] if forms & evaluation.forms(g["names"])), None)
    if gold is not None and not hide:
        for candidate in (c for name in sorted(names) for c in gazetteer().lookup(name)):
            where = {
                "country": candidate.country,
                "latitude": candidate.latitude,
                "longitude": candidate.longitude,
            }
            if candidate.id > 0 and evaluation.place_right(where, gold):
                return _of("set_place", place, candidate.id)
    return _of("hide", place)


def _speaker(each: Page, shown: Briefing, rest: str, hide: bool) -> Correction | None:
    said = ast.literal_eval(rest[: rest.rindex(" by ")])
    quote = next((q for q in shown.quotes if _plain(q.text).startswith(_plain(said)[:25])), None)
    if quote is None or hide:
        return _of("hide", quote) if quote else None
    start = _plain(quote.text)[:20]
    gold = [g for g in each.gold["quotes"] if _plain(g["start"])[:20].startswith(start[:15])]
    names = gold[0]["speaker"] if gold else []
    actor = next((a for a in shown.actors if {a.name, *a.aliases} & set(names)), None)
    if actor is not None:
        return _of("set_speaker", quote, target_of(actor))
    text = each.article.text
    at = next(((text.find(name), name) for name in names if name in text), None)
    if at is None:
        return _of("set_speaker", quote)
    span = (at[0], at[0] + len(at[1]))
    return _of("set_speaker", quote, Target(part="article", span=span))


def _sentence(shown: Briefing, rest: str) -> Correction | None:
    at = shown.article.text.find(ast.literal_eval(rest))
    bad = next((s for s in shown.summary if s.start <= at + 2 and at < s.end), None)
    return _of("hide", bad) if bad else None


def _named(items: Sequence[Any], name: str) -> Any:
    """The item of that name, which the page may have shortened."""
    start = name.rstrip("…").rstrip()
    exact = next((item for item in items if item.name == name), None)
    return exact or next((item for item in items if item.name.startswith(start)), None)


def _of(kind: Any, item: Struct, to: object = None) -> Correction:
    correction = Correction(kind=kind, target=target_of(item), made=MADE)
    return replace(correction, to=to)


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _missing(evaluation: Any, each: Page, shown: Briefing) -> int:
    """Key actors that the article names and nobody in the briefing is."""
    there = {form for actor in shown.actors for form in evaluation.forms([actor.name])}
    return sum(
        bool(entry.get("key"))
        and not there & evaluation.forms(entry["names"])
        and any(name in each.article.text for name in entry["names"])
        for entry in each.gold["actors"]
    )
