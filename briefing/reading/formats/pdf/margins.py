"""What stands in the margins of a PDF's pages: running heads and feet, page numbers, addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from briefing.reading.formats.pdf.lines import Page, Piece

OUTER = 0.16
"""Share of a page's height at its top and at its foot where running heads and feet stand."""
OUTERMOST = 0.1
"""The same for what is told by its look alone, on one page."""
MOST_LINES = 4
"""Lines from the top and from the foot that may run through the pages."""
LEAST_SHARE = 0.4
"""Of the pages: what stands on so many, at the same height, runs through them."""
CLEAR = 1.6
"""Line heights that part a running head or foot from the text, at least."""

PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.?|seite|página|pagina|side|sida|s\.)\s*)?"
    r"(?:[A-Z]-?)?\d{1,4}(?:\s*(?:/|of|von|de|di|sur|van|av|\|)\s*\d{1,4})?\W*|[ivxl]{1,6}",
    re.I,
)
PAGE_IN = re.compile(r"\b(?:page|seite|página|pagina)\s*\d+\b|\bwww\.\w|\bhttps?://", re.I)
LONGEST_FOOT = 8
"""Words of a line that tells the page or an address."""
ADDRESS = re.compile(r"(?:https?://|www\.|file:///)\S+", re.I)
STAMP = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\.?,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:\s?[AP]\.?M\.?)?.{0,200}",
    re.I,
)
"""When a browser printed the page, before its title."""


@dataclass(frozen=True, slots=True)
class Margins:
    """What was found in the margins.

    Attributes:
        pages: The pages without it.
        lines: Its texts on the first page on which they stand, each once, from top to bottom.
        address: The web address that a browser printed there.
        printed: True if a browser printed the pages.
    """

    pages: tuple[Page, ...]
    lines: tuple[str, ...] = ()
    address: str | None = None
    printed: bool = False


def without_margins(pages: Sequence[Page]) -> Margins:
    """The pages without running heads and feet, page numbers and what a browser adds."""
    outer = [_outer(page) for page in pages]
    running = _running(pages, outer)
    kept, lines = [], []
    address, stamped = None, 0
    for index, page in enumerate(pages):
        of_page = {
            piece for piece in outer[index] if _sign(piece) in running or _is_margin(piece, page)
        }
        of_page |= {
            piece
            for piece in outer[index]
            if any(_is_beside(piece, known) for known in of_page) and _is_outermost(piece, page)
        }
        for piece in sorted(of_page, key=lambda piece: -piece.base):
            stamped += STAMP.fullmatch(piece.text) is not None
            found = ADDRESS.match(piece.text)
            if found and address is None and not found[0].endswith(("…", "...")):
                address = found[0]
            if piece.text not in lines:
                lines.append(piece.text)
        kept.append(replace(page, pieces=tuple(p for p in page.pieces if p not in of_page)))
    is_web = address is not None and address.lower().startswith("http")
    return Margins(
        pages=tuple(kept),
        lines=tuple(lines),
        address=address if is_web and stamped else None,
        printed=stamped * 2 >= len(pages) and stamped > 0,
    )


def _outer(page: Page) -> list[Piece]:
    """The first and the last lines of a page, if they are far enough up or down."""
    bases = sorted({round(piece.base) for piece in page.pieces}, reverse=True)
    rows = {*bases[:MOST_LINES], *bases[-MOST_LINES:]}
    return [
        piece
        for piece in page.pieces
        if round(piece.base) in rows and _from_edge(piece, page) <= OUTER
    ]


def _from_edge(piece: Piece, page: Page) -> float:
    up = min(1.0, max(0.0, piece.base / page.height))
    return min(up, 1 - up)


Sign = tuple[str, int]


def _sign(piece: Piece) -> Sign:
    """What tells a running line again on the next page: its words without numbers, its height."""
    return (re.sub(r"[\divxl]+", "0", piece.text.casefold()), round(piece.base / 8))


def _running(pages: Sequence[Page], outer: Sequence[Sequence[Piece]]) -> set[Sign]:
    on: dict[Sign, set[int]] = defaultdict(set)
    for index, pieces in enumerate(outer):
        for piece in pieces:
            words, height = _sign(piece)
            for near in (height - 1, height, height + 1):
                on[words, near].add(index)
    # Heads of left and right pages differ, and so may those of chapters.
    least = max(2, min(4, round(LEAST_SHARE * len(pages))))
    return {sign for sign, indexes in on.items() if len(indexes) >= least}


def _is_margin(piece: Piece, page: Page) -> bool:
    """True for what its look alone tells: a page number, an address, the stamp of a browser."""
    if not _is_outermost(piece, page):
        return False
    if STAMP.fullmatch(piece.text) or ADDRESS.fullmatch(piece.text):
        return True
    is_foot = PAGE_IN.search(piece.text) and len(piece.text.split()) <= LONGEST_FOOT
    if PAGE_NUMBER.fullmatch(piece.text) or is_foot:
        return _is_apart(piece, page)
    return False


def _is_beside(piece: Piece, known: Piece) -> bool:
    return abs(piece.base - known.base) < 2 and known.size >= piece.size


def _is_outermost(piece: Piece, page: Page) -> bool:
    return _from_edge(piece, page) <= OUTERMOST


def _is_apart(piece: Piece, page: Page) -> bool:
    """True if a line is clear of the text."""
    others = [other for other in page.pieces if abs(other.base - piece.base) > 2]
    if not others:
        return True
    usual = median(other.size for other in others)
    nearest = min(abs(other.base - piece.base) for other in others)
    return nearest >= CLEAR * usual
