"""Which line of a cleaned text is what: the headline, the article, or furniture of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.model import Article, Paragraph, ParagraphKind
from briefing.reading.masthead import authors_of, is_date_line, published_in
from briefing.sanitize import one_line
from briefing.tables import rows

LONGEST_FURNITURE = 250
"""Characters; a longer line is never furniture."""
HEAD_LINES = 6
"""Lines from the top among which a byline or a bare date belongs to the page."""
LONGEST_TITLE = 20
"""Words."""
WORD = re.compile(r"[^\W\d_]+|\d+|©")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
DIGIT = re.compile(r"\d")
DECORATION = r"[\s\[\](){}<>«»→▶►•·*_=|:–—-]*"
# A headline has no end mark. "RIVERTON (CNA)" and "RIVERTON —" are datelines that were cut off.
NO_TITLE = re.compile(r".*(?:[.!?:;,][\"'”’)\]]*|[–—-])|(?:\S+ ){1,3}\([A-Z][\w ]+\)")
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")


def lay_out(text: str, source: str, notes: tuple[str, ...] = ()) -> Article:
    """The article of a cleaned text: its paragraphs told apart and numbered."""
    lines = list(_lines(text))
    kinds = [_kind(text[start:end], index) for index, (start, end) in enumerate(lines)]
    _mark_title(text, lines, kinds)
    paragraphs = tuple(_numbered(lines, kinds))
    first = [text[start:end][:LONGEST_FURNITURE] for start, end in lines[:HEAD_LINES]]
    head = [line for line in first if len(line) < LONGEST_FURNITURE]
    return Article(
        title=_title_of(text, paragraphs),
        source=source if source.isprintable() else one_line(source),
        text=text,
        authors=next((names for names in map(authors_of, head) if names), ()),
        published=published_in(first),
        word_count=_words_in(text, paragraphs),
        paragraphs=paragraphs,
        notes=notes,
    )


def _words_in(text: str, paragraphs: tuple[Paragraph, ...]) -> int:
    if "  " in text or "\n " in text:
        return sum(len(text[p.start : p.end].split()) for p in paragraphs if p.kind != "furniture")
    words = text.count(" ") + len(paragraphs)
    return words - sum(
        text.count(" ", p.start, p.end) + 1 for p in paragraphs if p.kind == "furniture"
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the non-empty lines without outer space."""
    for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text):
        yield match.span()


def _kind(line: str, index: int) -> ParagraphKind:
    if is_furniture(line):
        return "furniture"
    at_head = index < HEAD_LINES and len(line) < LONGEST_FURNITURE
    if at_head and (authors_of(line) or is_date_line(line)):
        return "furniture"
    return "text"


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the article, whatever stands around it."""
    if not LETTER_OR_DIGIT.search(line):
        return True
    if len(line) > LONGEST_FURNITURE:
        return False
    found = WORD.findall(line.lower())
    if _cues().isdisjoint(found) and not DIGIT.search(line):
        return False
    words = {"#" if word.isdigit() else word for word in found}
    return any(
        re.fullmatch(pattern, line) for cues, pattern in _furniture() if not words.isdisjoint(cues)
    )


@cache
def _cues() -> frozenset[str]:
    """The words without one of which no line is furniture, unless there are digits in it."""
    return frozenset().union(*(cues for cues, _ in _furniture()))


@cache
def _furniture() -> tuple[tuple[frozenset[str], str], ...]:
    """The table `data/furniture.tsv`: words that announce a pattern, and the pattern.

    Most articles need few of the patterns, and compiling all of them takes longer than the reading.
    """
    return tuple(
        (frozenset(cues.split()), rf"(?i:{DECORATION}(?:{pattern}){DECORATION})")
        for _, cues, pattern in rows("furniture")
    )


def _mark_title(text: str, lines: list[tuple[int, int]], kinds: list[ParagraphKind]) -> None:
    """Make the first line of the article its title if it reads like one."""
    texts = [index for index, kind in enumerate(kinds) if kind == "text"]
    if len(texts) < 2:
        return
    line, following = (text[slice(*lines[index])] for index in texts[:2])
    if len(line.split()) > LONGEST_TITLE or NO_TITLE.fullmatch(line):
        return
    if not following[0].islower():  # the first half of a sentence is no headline
        kinds[texts[0]] = "title"


def _numbered(lines: list[tuple[int, int]], kinds: list[ParagraphKind]) -> Iterator[Paragraph]:
    number = 0
    for (start, end), kind in zip(lines, kinds, strict=True):
        number += kind == "text"
        yield Paragraph(start, end, kind, number if kind == "text" else None)


def _title_of(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    line = next((text[p.start : p.end] for p in paragraphs if p.kind == "title"), "")
    return one_line(MARKDOWN_HEADING.sub("", line, count=1))
