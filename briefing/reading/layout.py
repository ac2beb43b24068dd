"""Which line of a cleaned text is what: the headline, the article, or furniture of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.model import Article, Paragraph, ParagraphKind
from briefing.reading.links import mark_links
from briefing.reading.masthead import authors_of, is_date_line, published_in
from briefing.sanitize import one_line
from briefing.tables import rows

LONGEST_FURNITURE = 250
"""Characters; a longer line is never furniture."""
HEAD_LINES = 6
"""Lines from the top, other than furniture, among which a byline or a bare date is of the page."""
LONGEST_HEAD = 30
"""Lines from the top with the furniture among them."""
LINKS_HEADING = "heading of links"
"""The row of `data/en/furniture.tsv` with the words that stand over links to other articles."""
LONGEST_TITLE = 20
"""Words."""
WORD = re.compile(r"[^\W\d_]+|\d+|©")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
PARTS = bytes(
    ord("#") if chr(code).isdigit() else ord(chr(code).lower()) if chr(code).isalpha() else 32
    for code in range(128)
).ljust(256)
"""Bytes into small letters, "#" for a digit, and spaces for the rest."""
DECORATION = r"[\s\[\](){}<>«»›→▶►•·*_=|:–—-]*"
# A headline has no end mark. "RIVERTON (CNA)" and "RIVERTON —" are datelines that were cut off.
NO_TITLE = re.compile(r".*(?:[.!?:;,][\"'”’)\]]*|[–—-])|(?:\S+ ){1,3}\([A-Z][\w ]+\)")
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")


def lay_out(text: str, source: str, notes: tuple[str, ...] = ()) -> Article:
    """The article of a cleaned text: its paragraphs told apart and numbered."""
    lines = list(_lines(text))
    kinds: list[ParagraphKind] = [
        "furniture" if is_furniture(text[start:end]) else "text" for start, end in lines
    ]
    first = [text[start:end][:LONGEST_FURNITURE] for start, end in lines[: _head_of(kinds)]]
    _mark_masthead(first, kinds)
    mark_links((text[slice(*span)] for span in lines), kinds, heads_links)
    _mark_title(text, lines, kinds)
    paragraphs = tuple(_numbered(lines, kinds))
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
    indented = any(text[p.start - 1 : p.start] == " " for p in paragraphs)
    if indented or "  " in text:
        return sum(len(text[p.start : p.end].split()) for p in paragraphs if p.kind != "furniture")
    words = text.count(" ") + len(paragraphs)
    return words - sum(
        text.count(" ", p.start, p.end) + 1 for p in paragraphs if p.kind == "furniture"
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the non-empty lines without outer space."""
    for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text):
        yield match.span()


def _head_of(kinds: list[ParagraphKind]) -> int:
    """How many lines from the top may be of the masthead."""
    texts = [index for index, kind in enumerate(kinds[:LONGEST_HEAD]) if kind == "text"]
    return texts[HEAD_LINES - 1] + 1 if len(texts) >= HEAD_LINES else LONGEST_HEAD


def _mark_masthead(head: list[str], kinds: list[ParagraphKind]) -> None:
    for index, line in enumerate(head):
        if len(line) < LONGEST_FURNITURE and (authors_of(line) or is_date_line(line)):
            kinds[index] = "furniture"


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the article, whatever stands around it."""
    return not LETTER_OR_DIGIT.search(line) or _row_of(line) is not None


def heads_links(line: str) -> bool:
    """Whether a line stands over links to other articles."""
    return _row_of(line) == LINKS_HEADING


def _row_of(line: str) -> str | None:
    """The name of the first row of the table that the line is of."""
    if len(line) > LONGEST_FURNITURE:
        return None
    if not _has_cue(line):
        return None
    words = {"#" if word.isdigit() else word for word in WORD.findall(line.lower())}
    return next(
        (
            name
            for name, cues, pattern in _furniture()
            if not words.isdisjoint(cues) and re.fullmatch(pattern, line)
        ),
        None,
    )


def _has_cue(line: str) -> bool:
    """Whether there may be a word in it without which no line is furniture; quick.

    Such words have letters and digits of ASCII only, so that bytes will do; the rest parts words.
    """
    parts = line.encode().translate(PARTS)
    return b"#" in parts or "©" in line or not _cues().isdisjoint(parts.split())


@cache
def _cues() -> frozenset[bytes]:
    return frozenset(cue.encode() for _, cues, _ in _furniture() for cue in cues)


@cache
def _furniture() -> tuple[tuple[str, frozenset[str], str], ...]:
    """The table `data/en/furniture.tsv`: names, words that announce a pattern, and the pattern.

    Most articles need few of the patterns, and compiling all of them takes longer than the reading.
    """
    return tuple(
        (name, frozenset(cues.split()), rf"(?i:{DECORATION}(?:{pattern}){DECORATION})")
        for name, cues, pattern in rows("furniture")
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
