"""A dossier as Markdown that fits one printed page, of the same size as that of one article."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.dossier.page.pieces import pieces_of
from briefing.dossier.page.selection import DossierSelection, select
from briefing.dossier.values import Dossier
from briefing.errors import BriefingError
from briefing.page.choosing import Part
from briefing.page.one_page import fits, too_long
from briefing.page.pieces import ended
from briefing.page.trimming import Floors, trim
from briefing.page.values import DifferenceLine, LegendLine, Pieces, SummaryLine

MOST: dict[Part, int] = {
    "sentences": 12, "differences": 7, "quotes": 4, "actors": 6, "places": 6, "dates": 4,
    "only_one": 3,
}  # fmt: skip
ROUNDS: tuple[Floors, ...] = (
    {"dates": 2, "places": 3, "only_one": 2, "actors": 4, "quotes": 3, "sentences": 4},
    {"dates": 0, "places": 0, "only_one": 1, "actors": 3, "quotes": 2, "differences": 4,
     "sentences": 3},
    {"actors": 0, "only_one": 0, "quotes": 0, "differences": 2, "sentences": 2},
    {"differences": 0, "sentences": 0},
)  # fmt: skip
"""How few of each part there may be, part after part; if one round is not enough, the next."""


def to_markdown(dossier: Dossier) -> str:
    """The dossier on one page, every line with the articles and paragraphs that it is from.

    Whole items are left out until the page fits, and the last line says how many. What the reader
    wrote always stands on it, and what the reader put on it is left out last.

    Raises:
        BriefingError: What the reader wrote leaves no room on the page.
    """
    return markdown_of(pieces_of(dossier, fitting(dossier)))


def fitting(dossier: Dossier) -> DossierSelection:
    """What stands on the page in Markdown.

    Raises:
        BriefingError: What the reader wrote leaves no room on the page.
    """
    shown = selected(dossier)
    page = markdown_of(pieces_of(dossier, shown))
    if not fits(page):
        raise BriefingError(too_long(page))
    return shown


def selected(dossier: Dossier) -> DossierSelection:
    """The same, with as much as there is room for; the page may be too long even so."""
    shown = select(dossier, MOST)
    trim(shown, ROUNDS, lambda: fits(markdown_of(pieces_of(dossier, shown))), shown.make_smaller)
    return shown


def markdown_of(pieces: Pieces) -> str:
    """The page of a dossier in Markdown."""
    blocks = [f"# {pieces.headline}"]
    if pieces.legend:
        blocks.append(_bullets(map(_article, pieces.legend)))
    if pieces.article_headline:
        blocks.insert(1, f"**The article’s headline** {pieces.article_headline}")
    if pieces.prepared:
        blocks.append(pieces.prepared)
    if pieces.why:
        blocks.append(f"**Why it matters** {pieces.why}")
    if pieces.summary:
        numbered = (f"{n}. {_cited(line)}" for n, line in enumerate(pieces.summary, 1))
        blocks += ["**Summary**", "\n".join(numbered)]
    if pieces.differences:
        blocks += ["**They differ**", _bullets(map(in_one_line, pieces.differences))]
    if pieces.quotes:
        blocks.append("**Quotes**")
        blocks += (f"> “{quote.text}”\n> — {quote.speaker} {quote.cite}" for quote in pieces.quotes)
    if pieces.actors:
        table = ["| Who | Role | Named in |", "|---|---|---|"]
        table += (f"| {a.name} | {a.role or '–'} | {a.mentions} |" for a in pieces.actors)
        blocks += ["**Key actors**", "\n".join(table)]
    if pieces.where:
        blocks.append(f"**Where** {pieces.where}")
    if pieces.when:
        blocks.append(f"**When** {pieces.when}")
    if pieces.only_one:
        blocks += ["**Only one says**", _bullets(map(_cited, pieces.only_one))]
    return ended(blocks, pieces)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _article(line: LegendLine) -> str:
    return f"**{line.letter}** {line.text}" if line.letter else line.text


def _cited(line: SummaryLine) -> str:
    return f"{line.text} {line.cite}"


def in_one_line(line: DifferenceLine) -> str:
    """A difference: "killed: 3 (A ¶2), 4 (B ¶1) and 2 more"."""
    *others, last = line.sides
    if last.cite:
        others, end = [*others, last], ""
    else:
        end = f" and {last}"
    joint = "" if line.what.endswith("?") else ":"
    return f"{line.what}{joint} {', '.join(map(str, others))}{end}"
