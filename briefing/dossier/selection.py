"""What of a dossier may stand on a page, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.dossier.values import Dossier, DossierSentence, Quotation
from briefing.page.choosing import Part, Selection
from briefing.page.citing import LONGEST_QUOTE, LONGEST_QUOTE_CELLS, SHORTEST_QUOTE
from briefing.page.markdown import width
from briefing.text.pleasantries import are_mostly_pleasantries

MOST_LISTED = 12
"""Articles in the legend."""
PARTS: tuple[Part, ...] = (
    "sentences",
    "differences",
    "quotes",
    "actors",
    "places",
    "dates",
    "only_one",
)


@dataclass(slots=True)
class DossierSelection(Selection):
    """The items of a dossier that are on a page.

    Attributes:
        listed: How many articles the legend has at most.
    """

    listed: int = MOST_LISTED

    def make_smaller(self) -> bool:
        """Shorten the legend, then the sentences; False if they cannot be shortened."""
        if self.listed:
            self.listed -= 1
            return True
        self.sentence_cells //= 2
        return self.sentence_cells > 1


def select(
    dossier: Dossier,
    most: Mapping[Part, int],
    longest_quote: tuple[int, int] = (LONGEST_QUOTE, LONGEST_QUOTE_CELLS),
) -> DossierSelection:
    """What stands on the page if there is room for it, the most important of each part first.

    Args:
        dossier: What is to be shown.
        most: How many items of a part the page has.
        longest_quote: How many words and cells a quote has at most.
    """
    preferred: dict[Part, Sequence[Any]] = {
        "sentences": dossier.summary,
        "differences": dossier.differences,
        "quotes": _quotes(dossier, longest_quote),
        "actors": dossier.actors,
        "places": dossier.places,
        "dates": sorted(
            dossier.timeline, key=lambda entry: -len({m.passage.article for m in entry.mentions})
        ),
        "only_one": _only_one(dossier),
    }
    selection = DossierSelection()
    for part in PARTS:
        items = preferred[part]
        selection.part(part)[:] = items[: most[part]]
        selection.order[part] = list(dossier.timeline if part == "dates" else items)
    return selection


def _quotes(dossier: Dossier, longest: tuple[int, int]) -> list[Quotation]:
    """Those that fit a page: in most articles first, and each speaker once before any twice."""
    found = [
        ((speaker.name is None, turn, -len(quotation.articles)), quotation)
        for speaker in dossier.quotes
        for turn, quotation in enumerate(speaker.quotations)
        if SHORTEST_QUOTE <= len(quotation.passage.text.split()) <= longest[0]
        and width(quotation.passage.text) <= longest[1]
        and not are_mostly_pleasantries(quotation.passage.text)
    ]
    return [quotation for _, quotation in sorted(found, key=lambda one: one[0])]


def _only_one(dossier: Dossier) -> list[DossierSentence]:
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
