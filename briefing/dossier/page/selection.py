"""What of a dossier may stand on a page, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.dossier.values import Dossier, DossierSentence, Passage, Quotation
from briefing.page.choosing import Part, Selection, chosen_of, fill
from briefing.page.citing import LONGEST_QUOTE, LONGEST_QUOTE_CELLS, SHORTEST_QUOTE
from briefing.page.markdown import width
from briefing.text.pleasantries import are_mostly_pleasantries

MOST_LISTED = 12
"""Articles in the legend."""
RANKED: tuple[Part, ...] = ("quotes", "only_one")
"""Parts that stand on the page in the order of their importance there."""


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
        most: How many items of a part the page has, unless the reader chose more.
        longest_quote: How many words and cells a quote has at most, unless the reader chose it.
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
    choices = dossier.composition.choices
    everything = {part: list(items) for part, items in candidates(dossier).items()}
    wanted = list(chosen_of(everything, choices, on=True))
    off = {id(item) for _, item in chosen_of(everything, choices, on=False)}
    for part, items in preferred.items():
        known = set(map(id, items)) | {id(item) for _, item in wanted}
        everything[part] = [item for item in everything[part] if id(item) in known]
    everything |= {part: _preferred_first(preferred[part], everything[part]) for part in RANKED}
    selection = DossierSelection(wanted=wanted)
    fill(selection, preferred, everything, most, off, choices)
    return selection


def candidates(dossier: Dossier) -> dict[Part, Sequence[Any]]:
    """All that the reader may put on the page, part after part."""
    return {
        "sentences": [*dossier.summary, *_made_anew(dossier, "summary", dossier.summary)],
        "differences": dossier.differences,
        "quotes": [one for speaker in dossier.quotes for one in speaker.quotations],
        "actors": dossier.actors,
        "places": dossier.places,
        "dates": dossier.timeline,
        "only_one": [*dossier.only_one, *_made_anew(dossier, "only_one", dossier.only_one)],
    }


def _made_anew(
    dossier: Dossier, part: str, there: Sequence[DossierSentence]
) -> list[DossierSentence]:
    """Sentences that the reader put on the page and that are in that part no more."""
    known = {place for sentence in there for place in sentence.stands_at}
    made = []
    for choice in dossier.composition.choices:
        if choice.part == part and choice.on and choice.span not in known:
            number, start, end = choice.span
            text = dossier.articles[number].article.text[start:end]
            made.append(
                DossierSentence(passage=Passage(article=number, start=start, end=end, text=text))
            )
    return made


def _preferred_first(preferred: Sequence[Any], items: Sequence[Any]) -> list[Any]:
    there = set(map(id, preferred))
    return [*preferred, *(item for item in items if id(item) not in there)]


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
