"""The page as self-contained HTML that prints on one sheet."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.model import Briefing
from briefing.page.sheet import styles
from briefing.page.sheet.fitting import Sheet, fitted
from briefing.page.sheet.locator import locator

if TYPE_CHECKING:
    from jinja2 import Template

    from briefing.page.pieces import Layout

STYLE = """\
@page { margin: 20mm }
body { font: 10pt/1.32 "DejaVu Sans", Verdana, sans-serif; margin: 0; overflow-wrap: anywhere }
h1 { font-size: 16pt; line-height: 1.2; margin: 0 0 6pt }
h2 { font-size: 10pt; margin: 0 0 6pt }
p, ol, ul, table, blockquote { margin: 0 0 6pt }
blockquote { margin-left: 12pt }
blockquote p { margin: 0 }
ol, ul { padding-left: 16pt }
table { border-collapse: collapse }
td, th { padding: 0 6pt 0 0; text-align: left; vertical-align: top }
@media screen { body { max-width: 42em; margin: 2em auto; padding: 0 1em } }
"""
"""The print style for which `briefing.page.one_page` limits a template's page."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(briefing: Briefing, layout: Layout | None = None) -> str:
    """The page as an HTML document without scripts, which fills a sheet and never two.

    It loads nothing, and the article's text is never read as HTML.

    Args:
        briefing: What to show.
        layout: Of a template, whose page in Markdown is shown then; the designed page if None.

    Raises:
        BriefingError: As `briefing.page.to_markdown`.
    """
    return (
        of_sheet(fitted(briefing), briefing) if layout is None else _of_template(briefing, layout)
    )


def of_sheet(sheet: Sheet, briefing: Briefing) -> str:
    """The designed page as HTML."""
    from markupsafe import Markup

    places = sheet.contents.located
    points = [place.point for place in places]
    return _template().render(
        c=sheet.contents,
        p=sheet.contents.pieces,
        s=styles,
        map=locator(points, styles.SIDE, sheet.map_height) if points else None,
        map_height=round(sheet.map_height, 1),
        em=lambda times: f"{times * sheet.size:.2f}pt",
        face=lambda name: Markup(styles.css(name, sheet.size)),
        language=briefing.article.language,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    source = files("briefing").joinpath("data/sheet.html.j2").read_text("utf-8")
    return environment.from_string(source)


def _of_template(briefing: Briefing, layout: Layout) -> str:
    from briefing.page.one_page import to_markdown
    from briefing.page.pieces import headline_of

    title = briefing.composition.headline or headline_of(briefing)
    return document(to_markdown(briefing, layout), title, briefing.article.language)


def document(page: str, title: str, language: str = "en") -> str:
    """A page of Markdown as an HTML document without scripts, which prints on one sheet.

    Args:
        page: The page, of which nothing is read as HTML.
        title: Of the document.
        language: ISO 639-1 code.
    """
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
    body = markdown.enable("table").disable("image").render(page)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
