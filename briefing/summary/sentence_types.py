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
from briefing.tables import rows
from briefing.text import turns
from briefing.text.pleasantries import is_courtesy

FEWEST_WORDS = 6
"""A shorter sentence is chosen only when all others are."""
END_MARK = re.compile(r"[.!?…。！？।][\"'”’)\]»*_\s]*$")
ASKS = re.compile(r"[^?]*[\w)”’\"]\?\s*")
"""A question; texts that lost their quotation marks have more than one such mark in a row."""
WORD_OF_LETTERS = re.compile(r"[^\W\d_]{2}")
FIGURE = re.compile(r"[^\w\s]*\d[\d.,:/%–—-]*[^\W\d_]{0,2}[^\w\s]*")
"""A word that is a number with its signs: "12,000", "$14m", "3-1", "+2.5%"."""
NO_HEADING = 12
"""Words from which on a line without an end mark only lacks that mark."""
LONGEST_INDENT = 40
FIGURES_OF_ROW, SHARE_OF_ROW = 3, 0.4
CELLS = re.compile(r"\s*\|\s*|\s{3,}")
CELLS_OF_ROW = 3
LONG_WORD = 4
"""Letters; headline style leaves shorter words small."""
SHARE_OF_HEADING = 0.7

DASH = r"(?:\s?(?:--|[–—])|\s-(?=\s))"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"{MONTH} \d{{1,2}}(?:, \d{{4}})?"
AGENCY = r"\([A-Z][\w./& -]{1,30}\)"
CAPITALS = r"[A-Z][A-Z.’'-]+(?:(?: and)? [A-Z][A-Z.’'-]+){0,3}"
NAMES = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
REGION = rf"(?:, (?:{DAY}|{NAMES})){{0,3}}(?: \\({DAY}\\))?"
ZONE = (
    r"(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|AE[SD]T|SAST|MSK|JST|local time)"
)
HOUR = r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b\.?)"
WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
OPENS = r"(?=[\"“‘'(]?[A-Z0-9À-Þ])"

TIME_STAMP = re.compile(
    rf"[\[(]?(?:(?:Updated|Posted|Published|Last updated)(?: at)?:? )?(?:{WEEKDAY},? )?"
    rf"(?:(?:{DAY}|\d{{1,2}} {MONTH}(?: \d{{4}})?),? )?{HOUR}(?: {ZONE})?[\])]?\s*"
    rf"(?:(?:{DASH}|[:|•·])\s*)?(?:$|{OPENS})"
)
"""The time at the head of an entry of a live blog: "14:32", "2:05 p.m. ET —"."""
DATELINE = re.compile(
    rf"(?:{CAPITALS}{REGION}(?: ?{AGENCY})?{DASH}"
    rf"|{CAPITALS}{REGION} ?{AGENCY}:?"
    rf"|{NAMES}(?:, {NAMES})?, {DAY}(?: ?{AGENCY})?{DASH}"
    rf"|{NAMES}{REGION} ?{AGENCY}{DASH}"
    rf"|{AGENCY}(?:{DASH}|:)?) ?{OPENS}"
)
"""Where and by whom a report is: "HARBOR CITY, Jan. 9 (Agency) —"."""
ITEM = re.compile(r"(?:[•*▪◦‣●○■·]\s*|[–—-]\s+|#?\(?\d{1,3}[.):]\s+|\(?[a-z]\)\s+)(?=\S)")
"""The number or bullet of an item of a list."""
OPENINGS = (TIME_STAMP, DATELINE, ITEM)


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


def after_openings(text: str, start: int, end: int) -> int:
    """Offset after the time stamp, dateline, and number or bullet of a sentence at [start, end)."""
    for pattern in OPENINGS:
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    return start


def datelines(article: Article) -> list[Span]:
    """Spans of the datelines at the starts of paragraphs, with the agency in them."""
    found = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "text":
            stamp = TIME_STAMP.match(article.text, paragraph.start, paragraph.end)
            start = stamp.end() if stamp else paragraph.start
            if match := DATELINE.match(article.text, start, paragraph.end):
                found.append(match.span())
    return found


def _form(sentence: str, goes_on: bool) -> Form:
    words = sentence.split()
    if (
        not WORD_OF_LETTERS.search(sentence)
        or TIME_STAMP.fullmatch(sentence)
        or _is_row(sentence, words)
        or _about_page().fullmatch(sentence)
        or is_courtesy(sentence)
    ):
        return Form.NONE
    goes_on = goes_on or (len(words) >= NO_HEADING and sentence[-1] not in ",;:")
    ended = goes_on or END_MARK.search(sentence) is not None
    if not ended and (len(words) < FEWEST_WORDS or _is_heading(words)):
        return Form.NONE
    whole = ended and not ASKS.fullmatch(sentence) and not _has_orphan_mark(sentence)
    return Form.TOLD if whole and len(words) >= FEWEST_WORDS else Form.WEAK


def _has_orphan_mark(sentence: str) -> bool:
    """True if a quotation begins or ends outside of the sentence."""
    return sentence.count("“") != sentence.count("”") or sentence.count('"') % 2 == 1


def _goes_on(text: str, paragraph: Paragraph, end: int) -> bool:
    """True if a line was broken there: the next one goes on in the middle of a sentence."""
    following = text[end : end + LONGEST_INDENT].lstrip()
    return end == paragraph.end and following[:1].islower()


@cache
def _about_page() -> re.Pattern[str]:
    """Matches any pattern of the table `data/en/page_sentences.tsv`."""
    return re.compile("|".join(pattern for _, pattern in rows("page_sentences")), re.IGNORECASE)


def _is_row(sentence: str, words: list[str]) -> bool:
    """True for a row of a table: mostly figures, or cells."""
    figures = sum(FIGURE.fullmatch(word) is not None for word in words)
    if figures >= FIGURES_OF_ROW and figures >= SHARE_OF_ROW * len(words):
        return True
    if figures > 1 and 2 * figures >= len(words) and not END_MARK.search(sentence):
        return True
    return len(list(filter(None, CELLS.split(sentence)))) >= CELLS_OF_ROW


def table_rows(article: Article) -> list[Span]:
    """Spans of the lines that are rows of tables, and of the headings right above them."""
    lines = [p for p in article.paragraphs if p.kind == "text"]
    texts = [article.text[p.start : p.end] for p in lines]
    rows = [_is_row(text, text.split()) for text in texts]
    heads = [
        below and not row and not END_MARK.search(text)
        for row, below, text in zip(rows, [*rows[1:], False], texts, strict=True)
    ]
    return [
        (p.start, p.end) for p, row, head in zip(lines, rows, heads, strict=True) if row or head
    ]


def _is_heading(words: list[str]) -> bool:
    """True if the words are capitalized as in a heading or a list of names."""
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
