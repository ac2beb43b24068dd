"""The contents of a dossier's page in pieces."""

from __future__ import annotations

from collections import Counter

from briefing.dossier.page.lines import Lines
from briefing.dossier.page.selection import MOST_LISTED, DossierSelection
from briefing.dossier.values import (
    Dossier,
    DossierActor,
    DossierItem,
    DossierPlace,
    DossierSentence,
    Quotation,
    TimelineEntry,
)
from briefing.page.choosing import Part
from briefing.page.markdown import shorten
from briefing.page.notation import MARKDOWN, Notation
from briefing.page.pieces import (
    FIRST_WORDS,
    HEADLINE_CELLS,
    HEADLINE_WORDS,
    own_lines,
    prepared_line,
)
from briefing.page.small_print import listed, own_words, short, with_refused
from briefing.page.values import LegendLine, Pieces

TITLE_WORDS = (16, 9, 6)
"""Words of each title in the legend of up to three articles, of up to six, and of more."""
MOST_NOTES = 4
COUNTED: dict[Part, str] = {
    "differences": "difference", "quotes": "quote", "actors": "actor", "places": "place",
    "dates": "date",
}  # fmt: skip


def text_of(item: DossierItem) -> str:
    """What tells an item from others: a name, its words, or what it is about."""
    if isinstance(item, DossierActor | DossierPlace):
        return item.name
    if isinstance(item, DossierSentence | Quotation):
        return item.passage.text
    return item.value if isinstance(item, TimelineEntry) else item.what


def _name(item: DossierItem) -> str:
    words = short(text_of(item))
    return f"“{words}”" if isinstance(item, DossierSentence | Quotation) else words


def headline_of(dossier: Dossier) -> str:
    """The title of the article that the summary begins with, or else its first words."""
    if not dossier.articles:
        return "No articles"
    number = dossier.summary[0].passage.article if dossier.summary else 0
    article = dossier.articles[number].article
    if article.title:
        return shorten(article.title, HEADLINE_WORDS, HEADLINE_CELLS)
    return shorten(article.text, FIRST_WORDS, HEADLINE_CELLS) or "Untitled"


def pieces_of(dossier: Dossier, shown: DossierSelection, notation: Notation = MARKDOWN) -> Pieces:
    """The selection in words, each part in the order in which it stands on the page."""
    lines, own = Lines(dossier, notation), dossier.composition
    names = {id(one): speaker.name for speaker in dossier.quotes for one in speaker.quotations}
    cells = shown.sentence_cells
    summary = tuple(lines.sentence(item, cells) for item in shown.in_order("sentences"))
    differences = tuple(map(lines.difference, shown.in_order("differences")))
    quotes = tuple(lines.quotation(names[id(one)], one) for one in shown.in_order("quotes"))
    actors = tuple(map(lines.actor, shown.in_order("actors")))
    places = tuple(map(lines.place, shown.in_order("places")))
    dates = tuple(map(lines.date, shown.in_order("dates")))
    only_one = tuple(lines.sentence(item, cells) for item in shown.in_order("only_one"))
    return Pieces(
        headline=notation.text(own.headline or headline_of(dossier)),
        article_headline=notation.text(headline_of(dossier)) if own.headline else "",
        source_line="",
        prepared=notation.text(prepared_line(own)),
        why=own_lines(own.why, notation),
        summary=summary,
        highlights=(),
        actors=actors,
        where=" · ".join(f"{place.name} {place.cite}" for place in places),
        places=places,
        quotes=quotes,
        when=" · ".join(
            " ".join(filter(None, (date.text, f"({date.value})" if date.value else "", date.cite)))
            for date in dates
        ),
        dates=dates,
        how_many="",
        figures=(),
        next=own_lines(own.next, notation),
        note=own_lines(own.note, notation),
        basis=_basis(dossier, notation),
        left_out=_left_out(shown, notation),
        provenance="Made offline by brief.",
        legend=_legend(dossier, shown, lines),
        differences=differences,
        only_one=only_one,
    )


def _legend(dossier: Dossier, shown: DossierSelection, lines: Lines) -> tuple[LegendLine, ...]:
    """The articles that are cited, and how many others there are."""
    count = len(dossier.articles)
    cited = sorted(lines.cited) if count > MOST_LISTED else list(range(count))
    rows = cited[: shown.listed]
    words = TITLE_WORDS[(count > 3) + (count > 6)]
    told = [lines.article(number, words) for number in rows]
    if more := count - len(rows):
        told.append(LegendLine("", f"and {more} more article{'s' if more > 1 else ''}"))
    return tuple(told)


def _basis(dossier: Dossier, notation: Notation) -> str:
    """How to read the page, and what to know of the articles."""
    said = ["Every line is in the words of the article cited first; ¶ is its paragraph."]
    said += map(notation.text, dossier.notes[:MOST_NOTES])
    if not dossier.differences and len(dossier.articles) > 1:
        said.append("No differences found.")
    return " ".join(filter(None, [*said, own_words(dossier.composition)]))


def _left_out(shown: DossierSelection, notation: Notation) -> str:
    counts = Counter(part for part, _ in shown.left_out())
    left_out = [
        f"{counts[part]} {what}{'s' if counts[part] > 1 else ''}"
        for part, what in COUNTED.items()
        if counts[part]
    ]
    said = listed(left_out) if left_out else ""
    return with_refused(said, [_name(item) for _, item in shown.refused], notation)
