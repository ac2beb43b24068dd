"""Rows of tables in running text: figures for the most part, or cells."""

from __future__ import annotations

import re

from briefing.model import Article, Span

END_MARK = re.compile(r"[.!?…。！？।][\"'”’)\]»*_\s]*$")
FIGURE = re.compile(r"[^\w\s]*\d[\d.,:/%–—-]*[^\W\d_]{0,2}[^\w\s]*")
"""A word that is a number with its signs: "12,000", "$14m", "3-1", "+2.5%"."""
FIGURES_OF_ROW, SHARE_OF_ROW = 3, 0.4
CELLS = re.compile(r"\s*\|\s*|\s{3,}")
CELLS_OF_ROW = 3


def is_row(line: str) -> bool:
    """True if a line is a row of a table."""
    words = line.split()
    figures = sum(FIGURE.fullmatch(word) is not None for word in words)
    if figures >= FIGURES_OF_ROW and figures >= SHARE_OF_ROW * len(words):
        return True
    if figures > 1 and 2 * figures >= len(words) and not END_MARK.search(line):
        return True
    return len(list(filter(None, CELLS.split(line)))) >= CELLS_OF_ROW


def table_rows(article: Article) -> list[Span]:
    """Spans of the lines that are rows of tables, and of the headings right above them."""
    lines = [p for p in article.paragraphs if p.kind == "text"]
    texts = [article.text[p.start : p.end] for p in lines]
    rows = [is_row(text) for text in texts]
    heads = [
        below and not row and not END_MARK.search(text)
        for row, below, text in zip(rows, [*rows[1:], False], texts, strict=True)
    ]
    return [
        (p.start, p.end) for p, row, head in zip(lines, rows, heads, strict=True) if row or head
    ]
