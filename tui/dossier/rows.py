"""What a dossier says as rows, each with the passages that it stands on; pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from briefing.dossier.values import (
    Appearance,
    Difference,
    Dossier,
    DossierActor,
    DossierPlace,
    Passage,
)
from briefing.page.citing import cite
from tui.details.rows import headed
from tui.widgets.rows import Row
from tui.widgets.strips import Line
from tui.widgets.wrap import fold

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
MOST_ONLY = 12
"""Sentences that only one article has."""
INDENT = 2


class Cited(Struct, frozen=True):
    """What a row stands on.

    Attributes:
        passages: One or several, of one article or several.
    """

    passages: tuple[Passage, ...]


def rows_of(dossier: Dossier) -> list[Row]:
    """All rows, each part below a heading."""
    parts = {
        "They differ": list(_differences(dossier)),
        "Summary": [
            _row(dossier, one.passage.text, (one.passage, *one.counterparts))
            for one in dossier.summary
        ],
        "Actors": [_named(dossier, actor) for actor in dossier.actors],
        "Places": [_named(dossier, place) for place in dossier.places],
        "Quotes": list(_quotes(dossier)),
        "When": [
            _row(
                dossier,
                f"{entry.value}  {entry.mentions[0].passage.text}",
                tuple(mention.passage for mention in entry.mentions),
            )
            for entry in dossier.timeline
        ],
        "What only one says": [
            _row(dossier, one.passage.text, (one.passage,)) for one in dossier.only_one[:MOST_ONLY]
        ],
        "New in the latest": list(_news(dossier)),
        "Articles": list(_articles(dossier)),
    }
    return [row for heading, rows in parts.items() for row in headed(heading, rows)]


def label_of(dossier: Dossier, passage: Passage) -> str:
    """Article and paragraph of a passage: "A ¶4"."""
    item = dossier.articles[passage.article]
    return f"{item.letter} {cite(item.article, passage.start)}"


def _differences(dossier: Dossier) -> Iterator[Row]:
    for difference in dossier.differences:
        first = True
        for side in difference.sides:
            speaker = f"  {side.speaker}" if side.speaker else ""
            words = f"{side.passage.text}{speaker}"
            head = _head(difference) if first else ""
            yield _row(dossier, words, (side.passage,), head)
            first = False


def _head(difference: Difference) -> str:
    return HEADS[difference.kind].format(" ".join(difference.what.split()))


def _quotes(dossier: Dossier) -> Iterator[Row]:
    for speaker in dossier.quotes:
        name = speaker.name or "nobody named"
        for quotation in speaker.quotations:
            passages = tuple(wording.passage for wording in quotation.wordings)
            yield _row(dossier, f"“{quotation.passage.text}”", passages, name)
            name = ""


def _named(dossier: Dossier, item: DossierActor | DossierPlace) -> Row:
    roles = dict.fromkeys(one.role for one in item.appearances if one.role)
    words = f"{item.name}  {' / '.join(roles)}" if roles else item.name
    return _row(dossier, words, tuple(_first_mention(dossier, one) for one in item.appearances))


def _first_mention(dossier: Dossier, one: Appearance) -> Passage:
    start, end = one.mentions[0] if one.mentions else (0, 0)
    text = dossier.articles[one.article].article.text[start:end]
    return Passage(article=one.article, start=start, end=end, text=text)


def _news(dossier: Dossier) -> Iterator[Row]:
    news = dossier.news
    for passage in (*news.figures, *news.actors, *news.quotes, *news.sentences) if news else ():
        yield _row(dossier, passage.text, (passage,))


def _articles(dossier: Dossier) -> Iterator[Row]:
    for number, item in enumerate(dossier.articles):
        article = item.article
        origin = " · ".join(filter(None, (article.outlet, article.published)))
        copy = dossier.articles[item.copy_of].letter if item.copy_of is not None else ""
        note = f"  nearly the same as {copy}" if copy else ""
        words = f"{item.letter}  {article.title or article.source}  {origin}{note}"
        first = Passage(article=number, start=0, end=0, text="")
        yield Row(draw=partial(_draw, words, "", ""), item=Cited((first,)))


def _row(dossier: Dossier, words: str, passages: tuple[Passage, ...], head: str = "") -> Row:
    cites = ", ".join(dict.fromkeys(label_of(dossier, passage) for passage in passages))
    line = " ".join(words.split(" "))
    return Row(draw=partial(_draw, line, f"[{cites}]", head), item=Cited(passages))


def _draw(words: str, cites: str, head: str, width: int, limit: int) -> list[Line]:
    lines: list[Line] = [[(part, "ink")] for part in fold(head, width, 1)] if head else []
    whole = " ".join(filter(None, (" ".join(words.split()), cites)))
    for part in fold(whole, max(width - INDENT, 1), limit):
        lines.append([(" " * INDENT, "ink"), (part, "ink" if cites else "dim")])
    return lines
