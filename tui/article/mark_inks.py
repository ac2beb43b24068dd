"""The marks of the running text: which kinds stand where, and in what ink; pure."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Briefing, ParagraphKind, Span
from tui.article.layout import Layers

ACTOR, PLACE, QUOTE, DATE = 1, 2, 4, 8
PARTS = {"actors": ACTOR, "locations": PLACE, "quotes": QUOTE, "dates": DATE}
"""The parts of a briefing that are marked in the text, and as what."""
OPENING = '“„«‘"”'
CLOSING = '”“»’"'


def marks_of(briefing: Briefing, part: str) -> Layers:
    """Where the names, the places, the quotes or the dates of a briefing stand."""
    text = briefing.article.text
    spans: Iterable[Span]
    match part:
        case "actors" | "locations":
            spans = (span for item in getattr(briefing, part) for span in item.mentions)
        case "quotes":
            spans = (with_marks(text, (quote.start, quote.end)) for quote in briefing.quotes)
        case _:
            spans = ((date.start, date.end) for date in briefing.dates)
    return Layers((*span, PARTS[part]) for span in spans)


def ink_of(kinds: int, paragraph: ParagraphKind) -> str:
    """The ink of a stretch of text with these marks in a paragraph of this kind."""
    if paragraph != "text":
        return "dim" if paragraph == "furniture" else "strong"
    if kinds & ACTOR:
        return "mark-quoted-actor" if kinds & QUOTE else "mark-actor"
    if kinds & PLACE:
        return "mark-quoted-place" if kinds & QUOTE else "mark-place"
    if kinds & DATE:
        return "mark-quoted-date" if kinds & QUOTE else "mark-date"
    if kinds & QUOTE:
        return "mark-quote"
    return "ink"


def with_marks(text: str, span: Span) -> Span:
    """The span and the quotation marks around it, if it stands between two."""
    start, end = span
    if start > 0 and end < len(text) and text[start - 1] in OPENING and text[end] in CLOSING:
        return start - 1, end + 1
    return span
