"""Items of a briefing for the page: which to prefer, and their wording with their paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from briefing.model import (
    Article,
    Briefing,
    DateMention,
    Quote,
    Span,
    SpeakerKey,
    SummarySentence,
)
from briefing.page.markdown import shorten, width
from briefing.text.pleasantries import are_mostly_pleasantries

ROLE_WORDS, ROLE_CELLS = 12, 90
ROLE_JOINT = re.compile(r",? (?:who|which|whose) |[,;] | (?=(?:and|of|for|at|in|with|to|from|on) )")
LONGEST_QUOTE, LONGEST_QUOTE_CELLS = 45, 330
SHORTEST_QUOTE = 5
"""Words; shorter quotes seldom say anything alone."""


def cite(article: Article, offset: int) -> str:
    """The place of an offset in the article: "¶4", or "headline"."""
    paragraph = article.paragraph_at(offset)
    if paragraph is None or paragraph.number is None:
        return "headline" if paragraph and paragraph.kind == "title" else "¶?"
    return f"¶{paragraph.number}"


def cite_first(article: Article, mentions: tuple[Span, ...]) -> str:
    """The first numbered paragraph with a mention, or else "headline"."""
    cited = [cite(article, start) for start, _ in mentions]
    return next((where for where in cited if where != "headline"), cited[0])


def role_of(role: str | None) -> str:
    """A role of at most twelve words; a longer one ends where a phrase in it does."""
    if not role:
        return ""
    while len(role.split()) > ROLE_WORDS or width(role) > ROLE_CELLS:
        joints = list(ROLE_JOINT.finditer(role))
        if not joints:
            break
        role = role[: joints[-1].start()]
    return shorten(role, ROLE_WORDS, ROLE_CELLS)


def preferred_sentences(briefing: Briefing) -> list[SummarySentence]:
    """The summary, best ranked first."""
    ranks = {s.start: s.rank for s in briefing.sentences if s.rank is not None}
    return sorted(
        briefing.summary, key=lambda s: (ranks.get(s.start, len(ranks)), -s.score, s.start)
    )


def preferred_quotes(
    briefing: Briefing,
    summary: list[SummarySentence],
    longest: tuple[int, int] = (LONGEST_QUOTE, LONGEST_QUOTE_CELLS),
) -> list[Quote]:
    """The quotes that fit a page, the most important first.

    First those whose speaker is named and that are no mere words; and each speaker once before
    anyone has a second turn. What the summary shows already, the questions of an interview, and
    greetings and thanks are left out.

    Args:
        briefing: Where they are.
        summary: What of the summary is shown.
        longest: How many words and cells a quote has at most.
    """
    turns: dict[SpeakerKey, int] = {}
    keys: dict[int, tuple[bool, bool, int, bool, int]] = {}
    shown = [(sentence.start, sentence.end) for sentence in summary]
    fitting = [
        quote
        for quote in briefing.quotes
        if _fits(quote, longest) and not any(a <= quote.start and quote.end <= b for a, b in shown)
    ]
    fitting = [quote for quote in fitting if not _asks(briefing.article, quote)] or fitting
    fitting = [quote for quote in fitting if not are_mostly_pleasantries(quote.text)] or fitting
    for quote in fitting:
        weak = quote.kind == "mixed" or len(quote.text.split()) < SHORTEST_QUOTE
        turn = 0 if weak else turns.get(quote.speaker_key, 0)
        turns[quote.speaker_key] = turn + 1
        named = quote.speaker is not None
        keys[quote.start] = weak, not named, turn, not quote.certain, quote.start
    return sorted(fitting, key=lambda quote: keys[quote.start])


def _asks(article: Article, quote: Quote) -> bool:
    """True for a turn of a conversation that ends with a question."""
    paragraph = article.paragraph_at(quote.start)
    whole = paragraph is not None and paragraph.end == quote.end
    return whole and quote.text.endswith("?")


def _fits(quote: Quote, longest: tuple[int, int]) -> bool:
    return len(quote.text.split()) <= longest[0] and width(quote.text) <= longest[1]


def preferred_dates(briefing: Briefing) -> list[DateMention]:
    """Dates whose value is known, each once; "Monday" alone means nothing on a page.

    One date of each paragraph comes before the second of any.
    """
    once = {date.value: date for date in reversed(briefing.dates) if date.value}
    turns: Counter[str] = Counter()
    keys: dict[int, tuple[int, int]] = {}
    for start in sorted(date.start for date in once.values()):
        where = cite(briefing.article, start)
        keys[start] = turns[where], start
        turns[where] += 1
    return sorted(once.values(), key=lambda date: keys[date.start])
