"""A dossier as Markdown that fits one printed page, of the same size as that of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from briefing.dossier.page_lines import Lines
from briefing.dossier.values import Dossier, LedgerSpeaker, Quotation
from briefing.page.choosing import SENTENCE_CELLS
from briefing.page.citing import LONGEST_QUOTE, LONGEST_QUOTE_CELLS, SHORTEST_QUOTE
from briefing.page.markdown import escape, shorten, width
from briefing.page.one_page import fits
from briefing.page.pieces import FIRST_WORDS, HEADLINE_CELLS, HEADLINE_WORDS
from briefing.page.small_print import listed
from briefing.text.pleasantries import are_mostly_pleasantries

Part = Literal["sentences", "differences", "quotes", "actors", "places", "dates", "only_one"]
MOST: dict[Part, int] = {
    "sentences": 12, "differences": 7, "quotes": 4, "actors": 6, "places": 6, "dates": 4,
    "only_one": 3,
}  # fmt: skip
ROUNDS: tuple[dict[Part, int], ...] = (
    {"dates": 2, "places": 3, "only_one": 2, "actors": 4, "quotes": 3, "sentences": 4},
    {"dates": 0, "places": 0, "only_one": 1, "actors": 3, "quotes": 2, "differences": 4,
     "sentences": 3},
    {"actors": 0, "only_one": 0, "quotes": 0, "differences": 2, "sentences": 2},
    {"differences": 0, "sentences": 0},
)  # fmt: skip
"""How few of each part there may be, part after part; if one round is not enough, the next."""
TITLE_WORDS = (16, 9, 6)
"""Words of each title in the legend of up to three articles, of up to six, and of more."""
MOST_LISTED = 12
"""Articles in the legend."""
MOST_NOTES = 4
COUNTED: dict[Part, str] = {
    "differences": "difference", "quotes": "quote", "actors": "actor", "places": "place",
    "dates": "date",
}  # fmt: skip


@dataclass(slots=True)
class Shown:
    """What stands on the page, the most important of each part first."""

    sentences: list[Any] = field(default_factory=list)
    differences: list[Any] = field(default_factory=list)
    quotes: list[Any] = field(default_factory=list)
    actors: list[Any] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)
    dates: list[Any] = field(default_factory=list)
    only_one: list[Any] = field(default_factory=list)
    cells: int = SENTENCE_CELLS
    listed: int = MOST_LISTED

    def part(self, name: Part) -> list[Any]:
        """One of the lists, to be changed."""
        items: list[Any] = getattr(self, name)
        return items


def to_markdown(dossier: Dossier) -> str:
    """The dossier on one page, every line with the articles and paragraphs that it is from.

    Whole items are left out until the page fits, and the last line says how many.
    """
    everything = _everything(dossier)
    shown = Shown()
    for part, items in everything.items():
        shown.part(part)[:] = items[: MOST[part]]
    _trim(shown, lambda: fits(_page(dossier, shown, everything)))
    return _page(dossier, shown, everything)


def headline_of(dossier: Dossier) -> str:
    """The title of the article that the summary begins with, or else its first words."""
    if not dossier.articles:
        return "No articles"
    number = dossier.summary[0].passage.article if dossier.summary else 0
    article = dossier.articles[number].article
    if article.title:
        return shorten(article.title, HEADLINE_WORDS, HEADLINE_CELLS)
    return shorten(article.text, FIRST_WORDS, HEADLINE_CELLS) or "Untitled"


def _everything(dossier: Dossier) -> dict[Part, list[Any]]:
    return {
        "sentences": list(dossier.summary),
        "differences": list(dossier.differences),
        "quotes": _quotes(dossier),
        "actors": list(dossier.actors),
        "places": list(dossier.places),
        "dates": sorted(
            dossier.timeline, key=lambda entry: -len({m.passage.article for m in entry.mentions})
        ),
        "only_one": _only_one(dossier),
    }


def _quotes(dossier: Dossier) -> list[tuple[LedgerSpeaker, Quotation]]:
    """Those that fit a page: in most articles first, and each speaker once before any twice."""
    found = [
        (turn, speaker, quotation)
        for speaker in dossier.quotes
        for turn, quotation in enumerate(speaker.quotations)
        if SHORTEST_QUOTE <= len(quotation.passage.text.split()) <= LONGEST_QUOTE
        and width(quotation.passage.text) <= LONGEST_QUOTE_CELLS
        and not are_mostly_pleasantries(quotation.passage.text)
    ]
    found.sort(key=lambda one: (one[1].name is None, one[0], -len(one[2].articles)))
    return [(speaker, quotation) for _, speaker, quotation in found]


def _only_one(dossier: Dossier) -> list[Any]:
    """What one article alone says and neither the summary nor a quote shows, in turn by article."""
    told = {line.passage for line in dossier.summary}
    turns: Counter[int] = Counter()
    found = []
    for item in dossier.only_one:
        passage = item.passage
        if passage not in told and not set('“”"').intersection(passage.text):
            found.append((turns[passage.article], item))
            turns[passage.article] += 1
    return [item for _, item in sorted(found, key=lambda one: one[0])]


def _trim(shown: Shown, fit: Callable[[], bool]) -> None:
    """Leave out the least important until the page fits; put back what there is room for."""
    trimmed: list[tuple[Part, Any]] = []
    for floors in ROUNDS:
        for part, fewest in floors.items():
            while len(shown.part(part)) > fewest and not fit():
                trimmed.append((part, shown.part(part).pop()))
    while not fit() and shown.listed:
        shown.listed -= 1
    while not fit() and shown.cells > 1:
        shown.cells //= 2
    for part, item in reversed(trimmed):
        shown.part(part).append(item)
        if not fit():
            shown.part(part).pop()


def _page(dossier: Dossier, shown: Shown, everything: dict[Part, list[Any]]) -> str:
    lines = Lines(dossier)
    blocks: list[str] = []
    if shown.sentences:
        told = (lines.sentence(item, shown.cells) for item in shown.sentences)
        numbered = (f"{number}. {line}" for number, line in enumerate(told, 1))
        blocks += ["**Summary**", "\n".join(numbered)]
    if shown.differences:
        blocks += ["**They differ**", _bullets(map(lines.difference, shown.differences))]
    if shown.quotes:
        blocks.append("**Quotes**")
        blocks += (lines.quotation(speaker, quotation) for speaker, quotation in shown.quotes)
    if shown.actors:
        table = ["| Who | Role | Named in |", "|---|---|---|", *map(lines.actor, shown.actors)]
        blocks += ["**Key actors**", "\n".join(table)]
    if shown.places:
        blocks.append(f"**Where** {' · '.join(map(lines.place, shown.places))}")
    if shown.dates:
        dates = sorted(shown.dates, key=lambda entry: entry.value)
        blocks.append(f"**When** {' · '.join(map(lines.date, dates))}")
    if shown.only_one:
        only = (lines.sentence(item, shown.cells) for item in shown.only_one)
        blocks += ["**Only one says**", _bullets(only)]
    head = [f"# {escape(headline_of(dossier))}", *_legend(dossier, shown, lines)]
    return "\n\n".join([*head, *blocks, _small_print(dossier, shown, everything)]) + "\n"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _legend(dossier: Dossier, shown: Shown, lines: Lines) -> list[str]:
    """The articles that are cited, and how many others there are."""
    count = len(dossier.articles)
    cited = sorted(lines.cited) if count > MOST_LISTED else list(range(count))
    rows = cited[: shown.listed]
    words = TITLE_WORDS[(count > 3) + (count > 6)]
    told = [lines.article(number, words) for number in rows]
    if more := count - len(rows):
        told.append(f"- and {more} more article{'s' if more > 1 else ''}")
    return ["\n".join(told)] if told else []


def _small_print(dossier: Dossier, shown: Shown, everything: dict[Part, list[Any]]) -> str:
    said = ["Every line is in the words of the article cited first; ¶ is its paragraph."]
    said += dossier.notes[:MOST_NOTES]
    if not dossier.differences and len(dossier.articles) > 1:
        said.append("No differences found.")
    counts = {part: len(everything[part]) - len(shown.part(part)) for part in COUNTED}
    left_out = [
        f"{count} {COUNTED[part]}{'s' if count > 1 else ''}"
        for part, count in counts.items()
        if count
    ]
    if left_out:
        said.append(f"Not shown here: {listed(left_out)}.")
    return f"*{escape(' '.join([*said, 'Made offline by brief.']))}*"
