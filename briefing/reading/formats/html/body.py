"""Which blocks of a web page are its article.

An extractor (trafilatura) finds the text; here it is found again in the page, so that each block
keeps the kind that the page gives it. The page then corrects the extractor in three ways: blocks
that stand where most of the article stands belong to it, lines that are nothing but links do not,
and what the page itself gives to search engines as the body of the article (JSON-LD) decides where
the two differ widely.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.reading.document import Block
from briefing.reading.formats.html.alignment import (
    LEAST_SHARE,
    SHORT,
    Words,
    found_in_order,
    sequences_in,
    share_in,
    words_of,
)
from briefing.reading.formats.html.blocks import PlacedBlock, parse, placed_blocks

LEVELS = 3
"""Elements, from the block's own upward, that say where a block stands."""
LEAST_OF_ARTICLE, LEAST_OF_PLACE = 0.2, 0.3
"""Shares of words: a place with so much of the article, so much of which is of the article, is the
article's."""
MOST_LINKED = 0.5
"""Share of letters in links above which a block is not taken in for its place alone."""
ALL_LINKED = 0.8
LONGEST_LINK = 25
"""Words of a line of links."""
PARTS = frozenset("p h1 h2 h3 h4 h5 h6 li ul ol blockquote span b strong em i a dl dt dd".split())
"""Elements that are parts of the text of another one."""
ASIDE = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-hidden|screen-reader\w*|visible-print|print-(?:only|header|footer)"
    r"|scrim|modal|popup|tooltip|breadcrumbs?|related|recirc\w*|recommend(?:ed|ations?)|newsletter"
    r"|promo\w{0,5}|tags?|tag-?list|taboola|outbrain|(?:read|see|lire|lee)-(?:more|also|aussi|tambien)"
    r"|(?:recent|popular|latest)[-_](?:posts?|entries|news|articles?|stories))(?:$|[\s_-])",
    re.I,
)
"""In the class of an element that is shown on demand only, to screen readers, or in print, or that
leads to other articles."""
MOST_ASIDE = 0.2
"""Share of the words of the article that such an element has at most."""
LEAST_STATED = 100
"""Words from which on what the page states as the body of the article counts."""


class _Candidate(Struct, frozen=True, eq=False):
    """A block of the page, and what is known of it."""

    block: Block
    element: HtmlElement
    words: Words
    place: tuple[tuple[str, str], ...]
    linked: float


def article_blocks(
    root: HtmlElement, page: Sequence[PlacedBlock], extracted: str, stated: str
) -> tuple[PlacedBlock, ...]:
    """The blocks of the article, in the order of the page.

    Args:
        root: The page.
        page: All its blocks.
        extracted: What an extractor found, as text.
        stated: What the page states as the body of its article, or "".
    """
    candidates = _candidates(page)
    kept = found_in_order([c.words for c in candidates], words_of(extracted))
    stated_words = words_of(stated)
    if len(stated_words) >= LEAST_STATED:
        agreed = _agreeing(candidates, stated_words)
        of_stated = _count(candidates, agreed)
        if of_stated < 0.5 * len(stated_words):
            return _unplaced(root, stated)
        both = _count(candidates, [a and b for a, b in zip(agreed, kept, strict=True)])
        if both < LEAST_SHARE * of_stated:
            kept = [a or b for a, b in zip(agreed, kept, strict=True)]
    if _count(candidates, kept) < 0.5 * len(words_of(extracted)):
        return _unplaced(root, extracted)
    kept = _with_parts_between(candidates, _with_neighbors(candidates, kept))
    heads = _heads_of_prose(candidates, kept)
    chosen = [
        c
        for c, keep, is_head in zip(candidates, kept, heads, strict=True)
        if is_head or (keep and not _is_link_line(c))
    ]
    chosen = _without_asides(chosen)
    return tuple(PlacedBlock(c.block, c.element) for c in _without_lists_of_links(chosen))


def _candidates(blocks: Sequence[PlacedBlock]) -> list[_Candidate]:
    linked: dict[HtmlElement, float] = {}  # many blocks may be text of one element
    found = []
    for placed in blocks:
        element = placed.element
        if element not in linked:
            linked[element] = _linked_share(element)
        steps = [element, *element.iterancestors()][:LEVELS]
        place = tuple((str(step.tag), step.get("class") or "") for step in steps)
        words = words_of(placed.block.text)
        found.append(_Candidate(placed.block, element, words, place, linked[element]))
    return found


def _linked_share(element: HtmlElement) -> float:
    """How much of an element's text is in links, from 0 to 1."""
    if any(step.tag == "a" for step in element.iterancestors()):
        return 1.0
    letters = len("".join(element.text_content().split()))
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return linked / letters if letters else 0.0


def _unplaced(root: HtmlElement, text: str) -> tuple[PlacedBlock, ...]:
    """The paragraphs of a text that does not stand in the page, or stands in a script of it."""
    if re.search(r"<(?:p|br|div)\b", text, re.I) and (inner := parse(text)) is not None:
        return placed_blocks(inner)
    lines = re.split(r"\n+", text)
    return tuple(PlacedBlock(Block(line, "paragraph"), root) for line in lines if line.strip())


def _agreeing(candidates: list[_Candidate], stated: Words) -> list[bool]:
    sequences = sequences_in(stated)
    return [
        len(c.words) >= SHORT and share_in(c.words, sequences) >= ALL_LINKED for c in candidates
    ]


def _with_neighbors(candidates: list[_Candidate], kept: list[bool]) -> list[bool]:
    """The choice with the blocks that the extractor lost in places that are the article's."""
    of_place: dict[object, int] = defaultdict(int)
    of_article: dict[object, int] = defaultdict(int)
    for candidate, keep in zip(candidates, kept, strict=True):
        of_place[candidate.place] += len(candidate.words)
        of_article[candidate.place] += len(candidate.words) * keep
    words = sum(of_article.values())
    return [
        keep
        or (
            candidate.block.kind != "caption"
            and candidate.linked < MOST_LINKED
            and of_article[candidate.place] >= LEAST_OF_ARTICLE * words > 0
            and of_article[candidate.place] >= LEAST_OF_PLACE * of_place[candidate.place]
        )
        for candidate, keep in zip(candidates, kept, strict=True)
    ]


def _with_parts_between(candidates: list[_Candidate], kept: list[bool]) -> list[bool]:
    """The choice with headings and lists that stand right beside kept text in the same element."""
    parents = [_parent_of(candidate) for candidate in candidates]
    filled = list(kept)
    for index in range(len(candidates) - 2, -1, -1):
        candidate = candidates[index]
        if filled[index] or candidate.linked >= MOST_LINKED:
            continue
        beside = filled[index + 1] and parents[index + 1] is parents[index]
        if candidate.block.kind in ("heading", "list_item", "quotation", "table_row") and beside:
            filled[index] = True
    return filled


def _heads_of_prose(candidates: list[_Candidate], kept: list[bool]) -> list[bool]:
    """Which headings are links that stand over a part of the article, such as names of products.

    Around one of them the article goes on in the same element, before and after.
    """
    prose = [k and c.linked < MOST_LINKED for c, k in zip(candidates, kept, strict=True)]
    return [
        candidate.block.kind == "heading"
        and 0 < index < len(candidates) - 1
        and prose[index - 1]
        and prose[index + 1]
        and _parent_of(candidates[index - 1])
        is _parent_of(candidate)
        is _parent_of(candidates[index + 1])
        for index, candidate in enumerate(candidates)
    ]


def _parent_of(candidate: _Candidate) -> HtmlElement:
    """The element that a block is a part of; for an item, that of its list."""
    element = candidate.element
    while element.getparent() is not None and (
        element.tag in PARTS or (_is_set_in(candidate) and _wraps_one(element))
    ):
        element = element.getparent()
    return element


def _is_set_in(candidate: _Candidate) -> bool:
    return candidate.block.kind in ("quotation", "table_row")


def _wraps_one(element: HtmlElement) -> bool:
    """True for a part of a table, and for an element around a table or a quotation alone."""
    if element.tag in ("tr", "tbody", "thead", "tfoot", "table"):
        return True
    inner = (child for child in element if isinstance(child.tag, str) and child.tag != "script")
    return len(tuple(islice(inner, 2))) == 1 and not (element.text or "").strip()


def _is_link_line(candidate: _Candidate) -> bool:
    return (
        candidate.block.kind in ("paragraph", "heading")
        and candidate.linked > ALL_LINKED
        and len(candidate.words) < LONGEST_LINK
    )


def _without_asides(candidates: list[_Candidate]) -> list[_Candidate]:
    """What is left without small parts of the page that are not of the text of its article."""
    words: dict[HtmlElement, int] = defaultdict(int)
    for candidate in candidates:
        for element in (candidate.element, *candidate.element.iterancestors()):
            words[element] += len(candidate.words)
    most = MOST_ASIDE * sum(len(candidate.words) for candidate in candidates)
    return [
        candidate
        for candidate in candidates
        if not any(
            words[element] <= most and ASIDE.search(element.get("class") or "")
            for element in (candidate.element, *candidate.element.iterancestors())
        )
    ]


def _without_lists_of_links(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """What is left when items that are links, two or more in a row, go with their heading."""
    linked = [c.block.kind == "list_item" and c.linked >= MOST_LINKED for c in candidates]
    drop = [
        one and ((i > 0 and linked[i - 1]) or (i + 1 < len(linked) and linked[i + 1]))
        for i, one in enumerate(linked)
    ]
    for i, candidate in enumerate(candidates):
        heads = candidate.block.kind == "heading" and i + 1 < len(drop) and drop[i + 1]
        if not drop[i] and not heads:
            yield candidate


def _count(candidates: list[_Candidate], chosen: list[bool]) -> int:
    return sum(len(c.words) for c, keep in zip(candidates, chosen, strict=True) if keep)
