"""The formats of a page, by the ending of a file's name, and what renders each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefing.model import Briefing

PAGES = {".md": "Markdown", ".html": "HTML"}
"""Ending → name; the first is meant where a file's name has none of them."""


OTHERS = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xml", ".csv"))
"""Endings that promise what is not written here."""


def page_renderer(ending: str, template: str | None) -> Callable[[Briefing], str]:
    """What makes a page of a briefing.

    Args:
        ending: One of `PAGES`.
        template: Name of the layout; None for the usual one.

    Raises:
        BriefingError: There is no such template, or it cannot be used.
    """
    render: Callable[..., str]
    if ending == ".html":
        from briefing.page.html import to_html as render
    else:
        from briefing.page import to_markdown as render
    if template is None:
        return render
    from briefing.page.templates import load

    return partial(render, layout=load(template))
