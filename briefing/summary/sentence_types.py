"""What each sentence is in its article: told by the writer, spoken, weak, or not a sentence.

Not every article is running text. Lists have headings, tables have rows, live blogs have times of
day, and transcripts have turns. From these a summary takes what can be read alone, without the
time, number, dateline or speaker's label before it. Patterns over the text decide all of this,
before anything is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from briefing.model import Article, Paragraph, Span
from briefing.tables import rows, word_list
from briefing.text import turns
from briefing.text.openings import TIME_STAMP, after_openings
from briefing.text.pleasantries import is_pleasantry
from briefing.text.tables import END_MARK, is_row

FEWEST_WORDS = 6
"""A shorter sentence is chosen only when all others are."""
ASKS = re.compile(r"[^?]*[\w)”’\"]\?\s*")
"""A question; texts that lost their quotation marks have more than one such mark in a row."""
WORD_OF_LETTERS = re.compile(r"[^\W\d_]{2}")
NO_HEADING = 12
"""Words from which on a line without an end mark only lacks that mark."""
LONGEST_INDENT = 40
UNFINISHED = word_list("function_words", "unfinished")
LONG_WORD = 4
"""Letters; headline style leaves shorter words small."""
SHARE_OF_HEADING = 0.7


class Form(IntEnum):
    """What a sentence is, in the order of choice for a summary.

    Attributes:
        TOLD: A full sentence of the writer's.
        SPOKEN: All quote, or from a turn of a conversation.
        WEAK: Too short to say much, a question, or without an end.
        NONE: Not a sentence of the article: a time, a row of figures, a heading, a question that
            only leads to its answer, a greeting, words about the page. Chosen only if there is
            nothing else.
    """

    TOLD = 0
    SPOKEN = 1
    WEAK = 2
    NONE = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence without the dateline, bullet or label before it, and what it is."""

    span: Span
    form: Form


def shapes(article: Article, spans: Sequence[Span]) -> list[Shape]:
    """The shape of each sentence; the title's are never chosen.

    Args:
        article: The article whose sentences they are.
        spans: Its sentences in order.
    """
    speech = turns.speech(article.text, article.paragraphs)
    quoted = all_quoted(article, spans)
    found = []
    for (start, end), inside in zip(spans, quoted, strict=True):
        paragraph = article.paragraph_at(start) or Paragraph(start, end)
        label_end = speech.labels.get(paragraph.start)
        if label_end is not None and start < label_end < end:
            start = label_end
        start = after_openings(article.text, start, end)
        form = _form(article.text[start:end], goes_on=_goes_on(article.text, paragraph, end))
        if paragraph.kind == "title" or paragraph.start in speech.questions:
            form = Form.NONE
        elif form is Form.TOLD and (inside or paragraph.start in speech.turns):
            form = Form.SPOKEN
        found.append(Shape((start, end), form))
    return found


def _form(sentence: str, goes_on: bool) -> Form:
    words = sentence.split()
    if (
        not WORD_OF_LETTERS.search(sentence)
        or TIME_STAMP.fullmatch(sentence)
        or is_row(sentence)
        or _about_page().fullmatch(sentence)
        or is_pleasantry(sentence)
    ):
        return Form.NONE
    whole_line = len(words) >= NO_HEADING and sentence[-1] not in ",;:"
    goes_on = goes_on or (whole_line and words[-1] not in UNFINISHED)
    ended = goes_on or END_MARK.search(sentence) is not None
    if not ended and (len(words) < FEWEST_WORDS or _is_heading(words)):
        return Form.NONE
    whole = ended and not ASKS.fullmatch(sentence) and not _has_orphan_mark(sentence)
    return Form.TOLD if whole and len(words) >= FEWEST_WORDS else Form.WEAK


def _has_orphan_mark(sentence: str) -> bool:
    """True if a quotation begins or ends outside of the sentence."""
    return sentence.count("“") != sentence.count("”") or sentence.count('"') % 2 == 1


def _goes_on(text: str, paragraph: Paragraph, end: int) -> bool:
    """True if a line was broken there: the next one goes on in the middle of a sentence.

    What breaks off after "an" or "with" is no sentence without the line that follows.
    """
    following = text[end : end + LONGEST_INDENT].lstrip()
    last = text[paragraph.start : end].rpartition(" ")[2]
    return end == paragraph.end and following[:1].islower() and last not in UNFINISHED


@cache
def _about_page() -> re.Pattern[str]:
    """Matches any pattern of the table `data/en/page_sentences.tsv`."""
    return re.compile("|".join(pattern for _, pattern in rows("page_sentences")), re.IGNORECASE)


def _is_heading(words: list[str]) -> bool:
    """True if its words are capitalized as in a heading or a list of names."""
    long = [word for word in words if len(word) >= LONG_WORD and word[0].isalpha()]
    return len(long) > 1 and sum(w[0].isupper() for w in long) >= SHARE_OF_HEADING * len(long)


def all_quoted(article: Article, spans: Sequence[Span]) -> list[bool]:
    """For each sentence, whether all its words are between quotation marks.

    A quote may run over several sentences of a paragraph; it ends with the paragraph at the latest.
    """
    inside, paragraph = False, None
    found = []
    for start, end in spans:
        here = article.paragraph_at(start)
        if here != paragraph:
            inside, paragraph = False, here
        spoken = True
        for char in article.text[start:end]:
            if char in '“”"':
                inside = char == "“" or (char == '"' and not inside)
            elif char.isalnum() and not inside:
                spoken = False
        found.append(spoken)
    return found
