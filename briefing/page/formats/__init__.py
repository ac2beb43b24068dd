"""The formats in which a briefing is saved: the ending of a file's name says which one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefing.model import Briefing

if TYPE_CHECKING:
    from briefing.dossier.values import Dossier


@dataclass(frozen=True, slots=True)
class PageFormat:
    """What a briefing can be saved as.

    Attributes:
        ending: Of the file's name, in small letters with its dot.
        name: What an option of the command calls it.
        label: What a reader calls it.
        writer: Where the function is that makes it of a briefing: "module:function".
        is_text: True if it is text, False if it is bytes.
        is_laid_out: True if a template can lay it out.
        dossier_writer: What makes it of a dossier, likewise; "" if nothing does.
    """

    ending: str
    name: str
    label: str
    writer: str
    is_text: bool = True
    is_laid_out: bool = False
    dossier_writer: str = ""


DOSSIER = "briefing.dossier.page.formats"

FORMATS = (
    PageFormat(
        ".md", "markdown", "Markdown", "briefing.page.one_page:to_markdown", True, True,
        "briefing.dossier.page.one_page:to_markdown",
    ),
    PageFormat(
        ".html", "html", "HTML", "briefing.page.html:to_html", True, True, f"{DOSSIER}:to_html",
    ),
    PageFormat(
        ".docx", "docx", "DOCX", "briefing.page.formats.docx:to_docx", False,
        dossier_writer=f"{DOSSIER}:to_docx",
    ),
    PageFormat(
        ".txt", "text", "Text", "briefing.page.formats.text:to_text",
        dossier_writer=f"{DOSSIER}:to_text",
    ),
    PageFormat(".obsidian.md", "obsidian", "Obsidian", "briefing.page.formats.notes:to_obsidian"),
    PageFormat(".org", "org", "Org", "briefing.page.formats.notes:to_org"),
    PageFormat(".geojson", "geojson", "GeoJSON", "briefing.page.formats.geojson:to_geojson"),
    PageFormat(".ics", "ics", "ICS", "briefing.page.formats.ics:to_ics", False),
    PageFormat(".csl.json", "csl", "CSL", "briefing.page.formats.csl:to_csl"),
    PageFormat(
        ".json", "json", "JSON", "briefing.page.formats.record:to_json",
        dossier_writer=f"{DOSSIER}:to_json",
    ),
)  # fmt: skip
"""The first is meant where a file's name has none of the endings."""

OF_DOSSIERS = tuple(form for form in FORMATS if form.dossier_writer)
"""Those in which a dossier is saved."""

BY_NAME = {form.name: form for form in FORMATS}
BY_ENDING = {form.ending: form for form in sorted(FORMATS, key=lambda form: -len(form.ending))}
"""The longest ending first."""

NOT_WRITTEN = (".pdf", ".doc", ".odt", ".rtf", ".epub", ".xml", ".csv")
"""Endings that promise what is not written here."""


def ending_in(name: str) -> str:
    """The longest ending of a format that a path or a file's name has, or ""."""
    last = PurePath(name).name.lower()
    return next((end for end in BY_ENDING if last.endswith(end) and last != end), "")


def format_of(name: str) -> PageFormat | None:
    """What is written into a file of this name; None if its ending promises something else."""
    ending = ending_in(name)
    if ending:
        return BY_ENDING[ending]
    return None if PurePath(name).suffix.lower() in NOT_WRITTEN else FORMATS[0]


def endings(forms: Sequence[PageFormat] = FORMATS) -> str:
    """All endings, as a message lists them."""
    names = [form.ending for form in forms]
    return f"{', '.join(names[:-1])} or {names[-1]}"


def renderer(form: PageFormat, template: str | None = None) -> Callable[[Briefing], str | bytes]:
    """What makes this format of a briefing.

    Args:
        form: The format.
        template: Name of the layout, for a format that is laid out; None for the usual one.

    Raises:
        BriefingError: There is no such template, or it cannot be used.
    """
    write = _function(form.writer)
    if template is None or not form.is_laid_out:
        return write
    from briefing.page.templates import load

    return partial(write, layout=load(template))


def dossier_renderer(form: PageFormat) -> Callable[[Dossier], str | bytes]:
    """What makes this format of a dossier.

    Args:
        form: One of `OF_DOSSIERS`.
    """
    return _function(form.dossier_writer)


def _function(place: str) -> Callable[..., str | bytes]:
    module, _, name = place.partition(":")
    function: Callable[..., str | bytes] = getattr(import_module(module), name)
    return function
