"""A briefing as Markdown that fits one printed page.

One page is at most `MOST_WORDS` words, and `MOST_ROWS` rows of `COLUMNS` cells with blank lines. In
four renderings, at 10 pt on A4 and on US Letter, texts of that size always fit one page.
"""

from __future__ import annotations

from msgspec.structs import replace

from briefing.errors import BriefingError
from briefing.model import Briefing, SummarySentence
from briefing.page.citing import preferred_dates, preferred_quotes, preferred_sentences
from briefing.page.markdown import rows
from briefing.page.pieces import Layout, Part, Selection, desk, pieces_of

MOST_WORDS = 340
MOST_ROWS = 48
COLUMNS = 80

FEWEST_SENTENCES = 3
FEWEST_TOLD = 2
SPOKEN = 0.35
"""Share of a sentence in quotation marks from which it is somebody's words and not the writer's."""
MOST_ACTORS, MOST_PLACES, MOST_QUOTES, MOST_DATES = 7, 8, 6, 4

TRIMMING: tuple[dict[Part, int], ...] = (
    {"dates": 2, "places": 4, "quotes": 3, "actors": 5, "sentences": 4},
    {"dates": 2, "places": 4, "quotes": 2, "actors": 3, "sentences": FEWEST_SENTENCES},
    {"dates": 0, "places": 0, "quotes": 0, "actors": 0, "sentences": FEWEST_SENTENCES},
)
"""How few items each part may be trimmed to, part after part; if one round is not enough, the
next."""


def to_markdown(briefing: Briefing, layout: Layout = desk) -> str:
    """The briefing on one page.

    Whole items are left out until the page fits, and the last line says how many. Quotes are never
    cut; a summary sentence of more than 60 words is, with an ellipsis.

    Args:
        briefing: What to show.
        layout: The order and the headings, for example from `briefing.page.templates.load`.

    Raises:
        BriefingError: The layout fails, or its own words leave no room on the page.
    """
    briefing = _without_spoken(briefing)

    def page() -> str:
        return layout(pieces_of(briefing, shown))

    shown = _select(briefing)
    trimmed: list[tuple[Part, object]] = []
    for fewest in TRIMMING:
        for part, floor in fewest.items():
            while len(shown.part(part)) > floor and not fits(page()):
                trimmed.append((part, shown.part(part).pop()))
    while not fits(page()) and shown.sentence_cells > 1:
        # in Markdown, escaped characters take twice the room
        shown.sentence_cells //= 2
    # The last item removed may have been long enough to leave room for short ones removed before.
    for part, item in reversed(trimmed):
        shown.part(part).append(item)
        if not fits(page()):
            shown.part(part).pop()
    markdown = page()
    if not fits(markdown):
        raise BriefingError("the template's own words leave no room on one page; shorten it")
    return markdown


def fits(markdown: str) -> bool:
    """True if the text is sure to fit one page."""
    text = markdown.rstrip("\n")
    return len(text.split()) <= MOST_WORDS and rows(text, COLUMNS) <= MOST_ROWS


def _without_spoken(briefing: Briefing) -> Briefing:
    """The briefing without the summary's sentences that a quote below the summary says again."""

    def is_spoken(sentence: SummarySentence) -> bool:
        inside = (q for q in quotes if sentence.start <= q.start and q.end <= sentence.end)
        return sum(q.end - q.start for q in inside) > SPOKEN * (sentence.end - sentence.start)

    quotes = preferred_quotes(briefing, [])
    told = tuple(sentence for sentence in briefing.summary if not is_spoken(sentence))
    return replace(briefing, summary=told) if len(told) >= FEWEST_TOLD else briefing


def _select(briefing: Briefing) -> Selection:
    sentences = preferred_sentences(briefing)
    return Selection(
        sentences=sentences,
        actors=list(briefing.actors[:MOST_ACTORS]),
        places=list(briefing.locations[:MOST_PLACES]),
        quotes=preferred_quotes(briefing, sentences)[:MOST_QUOTES],
        dates=preferred_dates(briefing)[:MOST_DATES],
    )
