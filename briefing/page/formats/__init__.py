"""The formats in which a briefing is saved: the ending of a file's name says which one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import PurePath

from briefing.model import Briefing


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
    """

    ending: str
    name: str
    label: str
    writer: str
    is_text: bool = True
    is_laid_out: bool = False


FORMATS = (
    PageFormat(".md", "markdown", "Markdown", "briefing.page.one_page:to_markdown", True, True),
    PageFormat(".html", "html", "HTML", "briefing.page.html:to_html", True, True),
    PageFormat(".docx", "docx", "DOCX", "briefing.page.formats.docx:to_docx", False),
    PageFormat(".txt", "text", "Text", "briefing.page.formats.text:to_text"),
    PageFormat(".obsidian.md", "obsidian", "Obsidian", "briefing.page.formats.notes:to_obsidian"),
    PageFormat(".org", "org", "Org", "briefing.page.formats.notes:to_org"),
    PageFormat(".geojson", "geojson", "GeoJSON", "briefing.page.formats.geojson:to_geojson"),
    PageFormat(".ics", "ics", "ICS", "briefing.page.formats.ics:to_ics", False),
    PageFormat(".csl.json", "csl", "CSL", "briefing.page.formats.csl:to_csl"),
    PageFormat(".json", "json", "JSON", "briefing.page.formats.record:to_json"),
)
"""The first is meant where a file's name has none of the endings."""

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


def endings() -> str:
    """All endings, as a message lists them."""
    names = [form.ending for form in FORMATS]
    return f"{', '.join(names[:-1])} or {names[-1]}"


def renderer(form: PageFormat, template: str | None = None) -> Callable[[Briefing], str | bytes]:
    """What makes this format of a briefing.

    Args:
        form: The format.
        template: Name of the layout, for a format that is laid out; None for the usual one.

    Raises:
        BriefingError: There is no such template, or it cannot be used.
    """
    module, _, name = form.writer.partition(":")
    write: Callable[..., str | bytes] = getattr(import_module(module), name)
    if template is None or not form.is_laid_out:
        return write
    from briefing.page.templates import load

    return partial(write, layout=load(template))
