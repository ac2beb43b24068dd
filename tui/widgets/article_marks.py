"""The marks of the running text: which kinds stand where, and in what ink; pure."""

from __future__ import annotations

from briefing.model import Briefing, Mention, ParagraphKind
from tui.widgets.article_layout import Layers

ACTOR, PLACE, QUOTE, DATE = 1, 2, 4, 8
OPENING = '“„«‘"”'
CLOSING = '”“»’"'


def marks_of(briefing: Briefing) -> Layers:
    """The names, places, quotes and dates of a briefing."""
    text = briefing.article.text
    spans = [(*m, ACTOR) for actor in briefing.actors for m in actor.mentions]
    spans += [(*m, PLACE) for place in briefing.locations for m in place.mentions]
    spans += [(*with_marks(text, (q.start, q.end)), QUOTE) for q in briefing.quotes]
    spans += [(date.start, date.end, DATE) for date in briefing.dates]
    return Layers(spans)


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


def with_marks(text: str, span: Mention) -> Mention:
    """The span and the quotation marks around it, if it stands between two."""
    start, end = span
    if start > 0 and end < len(text) and text[start - 1] in OPENING and text[end] in CLOSING:
        return start - 1, end + 1
    return span
