"""What a dossier says as rows of its panes, each with the passages that it stands on; pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import count

from msgspec import Struct

from briefing.corrections.values import Part
from briefing.countries import country_name
from briefing.dossier.values import (
    Appearance,
    Dossier,
    DossierItem,
    DossierSentence,
    Passage,
)
from tui.dossier.drawing import (
    NOT_THERE,
    draw_article,
    draw_date,
    draw_difference,
    draw_named,
    draw_news,
    draw_place,
    draw_quotation,
    draw_text,
    letters_of,
    with_letters,
)
from tui.widgets.rows import Row
from tui.widgets.strips import Line


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
        draw = partial(draw_named, actor.name, "actor", shown)
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
        draw = partial(draw_place, sign, place, below)
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
            draw = partial(draw_quotation, dossier, speaker if number == 0 else None, quotation)
            rows.append(_row(dossier, draw, cited))
    return rows


def when(dossier: Dossier) -> list[Row]:
    """The time line over all articles."""
    rows = []
    for entry in dossier.timeline:
        passages = tuple(mention.passage for mention in entry.mentions)
        draw = partial(draw_date, entry.value, passages[0].text)
        rows.append(_row(dossier, draw, Cited(passages, "dates", entry)))
    return rows


def differences(dossier: Dossier) -> list[Row]:
    """Where the articles differ, side by side."""
    return [
        Row(
            draw=partial(draw_difference, dossier, one),
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
        _row(dossier, partial(draw_news, kind, passage.text), Cited((passage,)))
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
        draw = partial(draw_article, item.letter, title, origin, note)
        first = Passage(article=number, start=0, end=0, text="")
        rows.append(Row(draw=draw, item=Cited((first,))))
    return rows


# What they are made of


def _first_mentions(dossier: Dossier, appearances: Iterable[Appearance]) -> tuple[Passage, ...]:
    return tuple(_first_mention(dossier, one) for one in appearances if one.mentions)


def _first_mention(dossier: Dossier, one: Appearance) -> Passage:
    start, end = one.mentions[0]
    text = dossier.articles[one.article].article.text[start:end]
    return Passage(article=one.article, start=start, end=end, text=text)


def _sentence(dossier: Dossier, item: DossierSentence, part: Part) -> Row:
    passages = (item.passage, *item.counterparts)
    draw = partial(draw_text, item.passage.text, "ink")
    return _row(dossier, draw, Cited(passages, part, item))


def _row(dossier: Dossier, draw: partial[list[Line]], cited: Cited) -> Row:
    """A row with the letters of its articles at the right of its first line."""
    letters = letters_of(dossier, cited.passages)
    return Row(draw=partial(with_letters, draw, letters), item=cited)
