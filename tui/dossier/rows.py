"""What a dossier says as rows of its panes, each with the passages that it stands on; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count

from msgspec import Struct

from briefing.corrections.values import Part
from briefing.countries import country_name
from briefing.dossier.values import (
    Appearance,
    Difference,
    Dossier,
    DossierItem,
    DossierPlace,
    DossierSentence,
    LedgerSpeaker,
    Passage,
    Quotation,
    Side,
)
from briefing.page.citing import cite
from tui.widgets.rows import Row
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


class Cited(Struct, frozen=True):
    """What a row stands on.

    Attributes:
        passages: One or several, of one article or several.
        part: What corrections call the part of the page that it may stand in, or None.
        item: What of the dossier it shows, or None.
    """

    passages: tuple[Passage, ...]
    part: Part | None = None
    item: DossierItem | None = None


def label_of(dossier: Dossier, passage: Passage) -> str:
    """Article and paragraph of a passage: "A ¶4"."""
    item = dossier.articles[passage.article]
    return f"{item.letter} {cite(item.article, passage.start)}"


# The panes


def summary(dossier: Dossier) -> list[Row]:
    """The summary, each sentence with the articles that say it."""
    return [_sentence(dossier, one, "summary") for one in dossier.summary]


def only_one(dossier: Dossier) -> list[Row]:
    """What only one article says."""
    return [_sentence(dossier, one, "only_one") for one in dossier.only_one]


def actors(dossier: Dossier) -> list[Row]:
    """Who acts, with the roles by outlet where these differ."""
    rows = []
    for actor in dossier.actors:
        roles = tuple(dict.fromkeys(one.role for one in actor.appearances if one.role))
        shown = roles if actor.roles_differ else roles[:1]
        draw = partial(_draw_named, actor.name, "actor", shown)
        passages = _first_mentions(dossier, actor.appearances)
        rows.append(_row(dossier, draw, Cited(passages, "actors", actor)))
    return rows


def places(dossier: Dossier) -> list[Row]:
    """The places; those on the map with their numbers there."""
    rows, numbers = [], count(1)
    for place in dossier.places:
        is_located = place.latitude is not None and place.longitude is not None
        sign = str(next(numbers)) if is_located else NOT_THERE
        country = country_name(place.country) if place.country else None
        below = (country,) if country and place.kind != "country" else ()
        draw = partial(_draw_place, sign, place, below)
        passages = _first_mentions(dossier, place.appearances)
        rows.append(_row(dossier, draw, Cited(passages, "locations", place)))
    return rows


def quotes(dossier: Dossier) -> list[Row]:
    """The ledger: who is quoted with what, and where the wordings differ."""
    rows = []
    for speaker in dossier.quotes:
        for number, quotation in enumerate(speaker.quotations):
            cited = Cited(
                tuple(wording.passage for wording in quotation.wordings), "quotes", quotation
            )
            draw = partial(_draw_quotation, dossier, speaker if number == 0 else None, quotation)
            rows.append(_row(dossier, draw, cited))
    return rows


def when(dossier: Dossier) -> list[Row]:
    """The time line over all articles."""
    rows = []
    for entry in dossier.timeline:
        passages = tuple(mention.passage for mention in entry.mentions)
        draw = partial(_draw_date, entry.value, passages[0].text)
        rows.append(_row(dossier, draw, Cited(passages, "dates", entry)))
    return rows


def differences(dossier: Dossier) -> list[Row]:
    """Where the articles differ, side by side."""
    return [
        Row(
            draw=partial(_draw_difference, dossier, one),
            item=Cited(tuple(side.passage for side in one.sides), "differences", one),
        )
        for one in dossier.differences
    ]


def news(dossier: Dossier) -> list[Row]:
    """What is new in the latest article."""
    found = dossier.news
    if found is None:
        return []
    kinds = {
        "figure": found.figures,
        "actor": found.actors,
        "quote": found.quotes,
        "sentence": found.sentences,
    }
    return [
        _row(dossier, partial(_draw_news, kind, passage.text), Cited((passage,)))
        for kind, passages in kinds.items()
        for passage in passages
    ]


def articles(dossier: Dossier) -> list[Row]:
    """The articles with their letters."""
    rows = []
    for number, item in enumerate(dossier.articles):
        article = item.article
        title = " ".join((article.title or article.source).split())
        origin = " · ".join(filter(None, (article.outlet, article.published)))
        copy = dossier.articles[item.copy_of].letter if item.copy_of is not None else ""
        note = f"as {copy}" if copy else "" if item.is_related else "nothing in common"
        draw = partial(_draw_article, item.letter, title, origin, note)
        first = Passage(article=number, start=0, end=0, text="")
        rows.append(Row(draw=draw, item=Cited((first,))))
    return rows


# What they are made of


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


def _first_mentions(dossier: Dossier, appearances: Iterable[Appearance]) -> tuple[Passage, ...]:
    return tuple(_first_mention(dossier, one) for one in appearances if one.mentions)


def _first_mention(dossier: Dossier, one: Appearance) -> Passage:
    start, end = one.mentions[0]
    text = dossier.articles[one.article].article.text[start:end]
    return Passage(article=one.article, start=start, end=end, text=text)


def _sentence(dossier: Dossier, item: DossierSentence, part: Part) -> Row:
    passages = (item.passage, *item.counterparts)
    draw = partial(_draw_text, item.passage.text, "ink")
    return _row(dossier, draw, Cited(passages, part, item))


def _row(dossier: Dossier, draw: partial[list[Line]], cited: Cited) -> Row:
    """A row with the letters of its articles at the right of its first line."""
    letters = letters_of(dossier, cited.passages)
    return Row(draw=partial(_with_letters, draw, letters), item=cited)


def _with_letters(
    draw: partial[list[Line]], letters: Line, width: int, limit: int
) -> Sequence[Line]:
    room = width - width_of(letters) - 1
    if room < width // 2:
        return draw(width, limit)
    first, *others = draw(room, limit)
    return [justified(first, letters, width), *others]


def _draw_text(text: str, name: str, width: int, limit: int) -> list[Line]:
    return [[(line, name)] for line in fold(text, max(width, 1), limit)]


def _draw_named(name: str, ink: str, roles: Sequence[str], width: int, limit: int) -> list[Line]:
    lines: list[Line] = [fit([(" ".join(name.split()), ink)], width)]
    room = max(limit - 1, 0)
    for role in roles[:room]:
        lines += [[("  ", "ink"), (line, "dim")] for line in fold(role, max(width - 2, 1), 1)]
    return lines


def _draw_place(
    sign: str, place: DossierPlace, below: Sequence[str], width: int, limit: int
) -> list[Line]:
    del limit
    ink = "country" if place.kind == "country" else "place"
    line: Line = [(f"{sign:>2} ", "dim"), (place.name, ink)]
    for words in below:
        line.append((f"  {words}", "dim"))
    return [fit(line, width)]


def _draw_quotation(
    dossier: Dossier, speaker: LedgerSpeaker | None, quotation: Quotation, width: int, limit: int
) -> list[Line]:
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


def _draw_date(value: str, words: str, width: int, limit: int) -> list[Line]:
    del limit
    line: Line = [(value, "date"), (f"  {' '.join(words.split())}", "dim")]
    return [fit(line, width)]


def _draw_difference(
    dossier: Dossier, difference: Difference, width: int, limit: int
) -> list[Line]:
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


def _draw_news(kind: str, words: str, width: int, limit: int) -> list[Line]:
    inks = {"figure": "key", "actor": "actor", "quote": "quote"}
    text = f"“{words}”" if kind == "quote" else words
    folded = fold(text, max(width - 10, 1), limit)
    return [
        [(f"{kind if number == 0 else '':<10}", "dim"), (line, inks.get(kind, "ink"))]
        for number, line in enumerate(folded)
    ]


def _draw_article(
    letter: str, title: str, origin: str, note: str, width: int, limit: int
) -> list[Line]:
    del limit
    left: Line = [(f"{letter:<2} ", "key"), (origin, "ink"), (f"  {title}", "dim")]
    return [justified(left, [(note, "accent")] if note else [], width)]
