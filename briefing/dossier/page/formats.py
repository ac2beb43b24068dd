"""A dossier in each of the formats that it is saved in besides Markdown."""

from __future__ import annotations

from briefing import codec
from briefing.dossier.page.one_page import fitting
from briefing.dossier.page.pieces import pieces_of
from briefing.dossier.page.selection import select
from briefing.dossier.values import Dossier
from briefing.page.choosing import Part
from briefing.page.notation import PRINTED
from briefing.page.sheet import styles
from briefing.page.sheet.fitting import Draft, Sheet, fit
from briefing.page.sheet.measuring import Contents
from briefing.page.sheet.styles import Medium
from briefing.page.trimming import Floors

MOST: dict[Part, int] = {
    "sentences": 12, "differences": 10, "quotes": 8, "actors": 10, "places": 10, "dates": 8,
    "only_one": 5,
}  # fmt: skip
LONGEST_QUOTE = (100, 700)
SIDE: tuple[Floors, ...] = (
    {"dates": 3, "places": 4, "actors": 5},
    {"dates": 1, "places": 2, "actors": 3},
    {"dates": 0, "places": 0, "actors": 0},
)
MAIN: tuple[Floors, ...] = (
    {"only_one": 2, "quotes": 3, "differences": 6, "sentences": 4},
    {"only_one": 1, "quotes": 2, "differences": 4, "sentences": 3},
    {"only_one": 0, "quotes": 0, "differences": 2, "sentences": 2},
    {"differences": 0, "sentences": 0},
)


def to_html(dossier: Dossier) -> str:
    """The page as an HTML document, as `briefing.page.html.to_html`."""
    from briefing.page.html import of_sheet

    return of_sheet(fitted(dossier))


def to_docx(dossier: Dossier) -> bytes:
    """The page as a document of Word, as `briefing.page.formats.docx.to_docx`."""
    from briefing.page.formats.docx import document_of
    from briefing.page.formats.docx_styles import SHEET

    return document_of(fitted(dossier, SHEET), dossier.composition.prepared_by)


def to_text(dossier: Dossier) -> str:
    """What stands on the page in Markdown, without any markup."""
    from briefing.page.formats.text import SAFE, in_blocks

    return in_blocks(pieces_of(dossier, fitting(dossier), SAFE))


def to_json(dossier: Dossier) -> str:
    """The whole dossier."""
    return codec.encode(dossier).decode() + "\n"


def fitted(dossier: Dossier, medium: Medium = styles.PAPER) -> Sheet:
    """The page with as much on it as there is room for, as large as it can be set.

    Args:
        dossier: What to show.
        medium: What the page is made for.
    """
    shown = select(dossier, MOST, LONGEST_QUOTE)
    languages = {item.article.language for item in dossier.articles}
    language = languages.pop() if len(languages) == 1 else "en"

    def contents() -> Contents:
        return Contents(pieces_of(dossier, shown, PRINTED), "", language, medium)

    return fit(Draft(shown, contents, SIDE, MAIN, shown.make_smaller), medium.height)
