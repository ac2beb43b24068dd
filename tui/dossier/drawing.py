"""The lines of the rows of a dossier, and of what they stand on; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from briefing.dossier.values import (
    Difference,
    Dossier,
    DossierPlace,
    LedgerSpeaker,
    Passage,
    Quotation,
    Side,
)
from briefing.page.citing import cite
from tui.widgets.strips import Line, fit, justified, width_of
from tui.widgets.wrap import cells, fold

HEADS = {
    "figure": "{}",
    "update": "{}, as time went on",
    "date": "{}: when",
    "place": "{}: where",
    "name": "{}: the name",
    "quote": "{} is quoted with",
    "speaker": "who said “{}”",
    "blame": "is {} to blame?",
}
"""What the rows of a difference are headed by."""
MOST_LETTERS = 8
"""Articles that are told one by one behind a row; of more, how many there are."""
NOT_THERE = "·"
ALONE = "≠"
"""Before a wording of a quotation that departs from the fullest one."""


def label_of(dossier: Dossier, passage: Passage) -> str:
    """Article and paragraph of a passage: "A ¶4"."""
    item = dossier.articles[passage.article]
    return f"{item.letter} {cite(item.article, passage.start)}"


def head_of(difference: Difference) -> str:
    """What a difference is about."""
    return HEADS[difference.kind].format(" ".join(difference.what.split()))


def letters_of(dossier: Dossier, passages: Iterable[Passage]) -> Line:
    """Which of the articles say something: their letters, and a dot for each of the others."""
    said = {passage.article for passage in passages}
    if len(dossier.articles) > MOST_LETTERS:
        return [(f"{len(said)} of {len(dossier.articles)}", "dim")]
    return [
        (item.letter, "accent") if number in said else (NOT_THERE, "faint")
        for number, item in enumerate(dossier.articles)
    ]


def with_letters(
    draw: partial[list[Line]], letters: Line, width: int, limit: int
) -> Sequence[Line]:
    """Lines with the letters of their articles at the right of the first one."""
    room = width - width_of(letters) - 1
    if room < width // 2:
        return draw(width, limit)
    first, *others = draw(room, limit)
    return [justified(first, letters, width), *others]


def draw_text(text: str, name: str, width: int, limit: int) -> list[Line]:
    """A text on some lines."""
    return [[(line, name)] for line in fold(text, max(width, 1), limit)]


def draw_named(name: str, ink: str, roles: Sequence[str], width: int, limit: int) -> list[Line]:
    """A name, and below it the roles."""
    lines: list[Line] = [fit([(" ".join(name.split()), ink)], width)]
    room = max(limit - 1, 0)
    for role in roles[:room]:
        lines += [[("  ", "ink"), (line, "dim")] for line in fold(role, max(width - 2, 1), 1)]
    return lines


def draw_place(
    sign: str, place: DossierPlace, below: Sequence[str], width: int, limit: int
) -> list[Line]:
    """A place after its number on the map, with its country."""
    del limit
    ink = "country" if place.kind == "country" else "place"
    line: Line = [(f"{sign:>2} ", "dim"), (" ".join(place.name.split()), ink)]
    for words in below:
        line.append((f"  {words}", "dim"))
    return [fit(line, width)]


def draw_quotation(
    dossier: Dossier, speaker: LedgerSpeaker | None, quotation: Quotation, width: int, limit: int
) -> list[Line]:
    """A quotation below its speaker, with the wordings that depart from it."""
    lines: list[Line] = []
    if speaker is not None:
        name, ink = (speaker.name, "actor") if speaker.name else ("nobody named", "dim")
        lines.append(fit([(" ".join(name.split()), ink)], width))
    words = fold(f"“{quotation.passage.text}”", max(width - 2, 1), limit)
    lines += [[("  ", "ink"), (line, "quote")] for line in words]
    lines += [fit([("  ", "ink"), *line], width) for line in _departures(dossier, quotation)]
    return lines


def _departures(dossier: Dossier, quotation: Quotation) -> Iterator[Line]:
    """A line for each wording that is not the fullest: what is other, and what was cut."""
    for wording in quotation.wordings:
        if not wording.changes:
            continue
        letter = dossier.articles[wording.passage.article].letter
        told = []
        for change in wording.changes:
            here = f"“{' '.join(change.here.text.split())}”" if change.here else ""
            there = f"“{' '.join(change.fullest.text.split())}”" if change.fullest else ""
            if here and there:
                told.append(f"{here} for {there}")
            else:
                told.append(f"adds {here}" if here else f"without {there}")
        yield [(f"{ALONE} {letter} ", "accent"), (", ".join(told), "dim")]


def draw_date(value: str, words: str, width: int, limit: int) -> list[Line]:
    """What a date means, and its words."""
    del limit
    line: Line = [(value, "date"), (f"  {' '.join(words.split())}", "dim")]
    return [fit(line, width)]


def draw_difference(dossier: Dossier, difference: Difference, width: int, limit: int) -> list[Line]:
    """What it is about, and below it a line for each thing that is said."""
    groups: dict[str, list[Side]] = {}
    for side in difference.sides:
        groups.setdefault(side.meaning, []).append(side)
    cited = [_who_says(dossier, sides) for sides in groups.values()]
    words = [" ".join(sides[0].passage.text.split()) for sides in groups.values()]
    column = min(max(map(cells, words), default=0), max(width // 2 - 4, 8))
    lines: list[Line] = [fit([(head_of(difference), "strong")], width)]
    for said, where in zip(words, cited, strict=True):
        folded = fold(said, max(column, 1), max(limit, 1))
        beside = fold(where, max(width - column - 4, 1), max(limit, 1))
        for number in range(max(len(folded), len(beside))):
            left = folded[number] if number < len(folded) else ""
            right = beside[number] if number < len(beside) else ""
            gap = " " * (column - cells(left) + 2)
            lines.append([("  ", "ink"), (left, "key"), (gap, "ink"), (right, "dim")])
    return lines


def _who_says(dossier: Dossier, sides: Sequence[Side]) -> str:
    told = []
    for side in sides:
        speaker = f" {' '.join(side.speaker.split())}" if side.speaker else ""
        told.append(f"{label_of(dossier, side.passage)}{speaker}")
    return ", ".join(told)


def draw_news(kind: str, words: str, width: int, limit: int) -> list[Line]:
    """Something new after what kind of thing it is."""
    inks = {"figure": "key", "actor": "actor", "quote": "quote"}
    text = f"“{words}”" if kind == "quote" else words
    folded = fold(text, max(width - 10, 1), limit)
    return [
        [(f"{kind if number == 0 else '':<10}", "dim"), (line, inks.get(kind, "ink"))]
        for number, line in enumerate(folded)
    ]


def draw_article(
    letter: str, title: str, origin: str, note: str, width: int, limit: int
) -> list[Line]:
    """An article after its letter."""
    del limit
    left: Line = [
        (f"{letter:<2} ", "key"),
        (" ".join(origin.split()), "ink"),
        (f"  {title}", "dim"),
    ]
    return [justified(left, [(note, "accent")] if note else [], width)]
