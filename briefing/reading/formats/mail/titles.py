"""The headline of a letter's article: its subject, or what stands at its head; and the byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.reading.document import Block
from briefing.reading.formats.mail.signatures import is_prose
from briefing.reading.formats.mail.words import is_a, pattern, words_in
from briefing.reading.masthead import authors_of, is_date_line

FORWARD = r"(?:fwd?|wg|tr|rv|enc|i|vs|doorst|vl)"
REPLY = r"(?:re|aw|sv|antw|res|rif|r|odp)"
NUMBER = r"(?:\s?[\[(]\d+[\])]|\s?\^\d+)?"
PREFIX = re.compile(rf"\A\s*(?:{FORWARD}|{REPLY}){NUMBER}\s?:\s*", re.I)
FORWARDED = re.compile(rf"\s*(?:{REPLY}{NUMBER}\s?:\s*|\[[^\]]*\]\s*)*{FORWARD}{NUMBER}\s?:", re.I)
LIST_TAG = re.compile(r"\s*\[[^\[\]]{1,30}\]\s*(?=\S)")
MOST_TAG_WORDS = 3
FORWARD_SUFFIX = re.compile(r"\s*\(fwd\)\s*$", re.I)
HEAD_BLOCKS = 10
"""Blocks at the top among which the headline and the byline are."""
LONGEST_MASTHEAD = 60
"""Words above a headline: the name of a newsletter, its date."""
FEWEST_HEADLINE_WORDS, HEADLINE_SHARE = 4, 0.5
"""Words of a line that is the headline in a longer subject, and its share of the subject."""
LONGEST_HEADLINE = 25
BELOW_HEADLINE = 3
"""Blocks below the headline, or from the top, among which the byline stands."""


class Head(Struct, frozen=True):
    """The head of an article.

    Attributes:
        blocks: All blocks; the headline is of kind "title", what stands above it furniture.
        title: The headline, or "" where it has to be guessed.
        title_is_subject: True if the subject says the same.
        authors: Names in the byline.
    """

    blocks: tuple[Block, ...]
    title: str
    title_is_subject: bool
    authors: tuple[str, ...]


def is_forward(subject: str) -> bool:
    """True for the subject of a letter that was forwarded: "Fwd: ..."."""
    return bool(FORWARDED.match(subject) or FORWARD_SUFFIX.search(subject))


def cleaned_subject(subject: str) -> str:
    """A subject without "Re:", "Fwd:" and the name of a list; "" if it says nothing."""
    subject = " ".join(FORWARD_SUFFIX.sub("", subject).split())
    label = re.compile(rf"\A\s*\[?(?:{pattern('subject label').pattern})\]?\s*[:|–—-]+\s+", re.I)
    before = None
    while subject != before:
        before = subject
        subject = label.sub("", PREFIX.sub("", subject, count=1), count=1)
        tag = LIST_TAG.match(subject)
        if tag and len(tag[0].split()) <= MOST_TAG_WORDS:
            subject = subject[tag.end() :]
    return "" if is_a("generic subject", subject) else subject.strip()


def with_head_marked(
    blocks: Sequence[Block], subject: str, language: str, outlet: str | None = None
) -> Head:
    """The blocks with headline and byline marked, and what they say.

    Args:
        blocks: The blocks of the article.
        subject: The cleaned subject.
        language: What the article is written in.
        outlet: Who published it; its name at the top is no part of the article.
    """
    found = [
        Block(block.text, "furniture")
        if place < HEAD_BLOCKS and outlet and _squeezed(block.text) == _squeezed(outlet)
        else block
        for place, block in enumerate(_with_byline_apart(blocks, subject, language))
    ]
    texts = [at for at, b in enumerate(found) if b.text and b.kind != "furniture"]
    head = texts[:HEAD_BLOCKS]
    at = next((at for at in head if _says(found[at].text, subject)), None)
    if at is None and not subject:
        at = next((at for at in head[:2] if found[at].kind == "heading"), None)
    title = subject
    if at is not None:
        above = [i for i in head if i < at]
        if sum(words_in(found[i].text) for i in above) <= LONGEST_MASTHEAD and not any(
            is_prose(found[i].text) for i in above
        ):
            _mark(found, above)
            text = found[at].text.strip("*#_= ")
            found[at] = Block(text, "title")
            title = subject if _squeezed(text) == _squeezed(subject) else text
    first = texts.index(at) + 1 if at is not None else 0
    authors: tuple[str, ...] = ()
    for i in texts[first : first + BELOW_HEADLINE]:
        byline = authors_of(found[i].text, language)
        if byline or is_date_line(found[i].text, language):
            authors = authors or byline
            _mark(found, [i])
    return Head(tuple(found), title, bool(title) and title == subject, authors)


def _with_byline_apart(blocks: Sequence[Block], subject: str, language: str) -> Iterator[Block]:
    """The blocks, with the byline or the date below a headline that a program joined to it."""
    for place, block in enumerate(blocks):
        below = block.text.removeprefix(subject)
        joined = place < HEAD_BLOCKS and subject and below != block.text and below[:1].isspace()
        if joined and (
            authors_of(below.strip(), language) or is_date_line(below.strip(), language)
        ):
            yield Block(subject, block.kind)
            yield Block(below.strip(), block.kind)
        else:
            yield block


def _mark(blocks: list[Block], places: Sequence[int]) -> None:
    for at in places:
        blocks[at] = Block(blocks[at].text, "furniture")


def _says(line: str, subject: str) -> bool:
    """True if a line is the headline that the subject gives, or the part of it that is one."""
    own, whole = _squeezed(line), _squeezed(subject)
    if not own or not whole or len(line.split()) > LONGEST_HEADLINE:
        return False
    if own == whole:
        return True
    return (
        own in whole
        and len(line.split()) >= FEWEST_HEADLINE_WORDS
        and len(own) >= HEADLINE_SHARE * len(whole)
    )


def _squeezed(text: str) -> str:
    return "".join(re.findall(r"\w", text.casefold()))
