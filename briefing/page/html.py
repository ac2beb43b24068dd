"""The page as self-contained HTML that prints on one sheet."""

from __future__ import annotations

from html import escape

from markdown_it import MarkdownIt

from briefing.model import Briefing
from briefing.page.one_page import to_markdown
from briefing.page.pieces import Layout, desk, headline_of

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
"""The print style for which `briefing.page.one_page` limits the page."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(briefing: Briefing, layout: Layout = desk) -> str:
    """The page of `briefing.page.to_markdown` as an HTML document without scripts.

    It loads nothing, and the article's text is never read as HTML.

    Raises:
        BriefingError: As `to_markdown`.
    """
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
    body = markdown.enable("table").disable("image").render(to_markdown(briefing, layout))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(briefing.article.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escape(headline_of(briefing))}</title>\n"
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
