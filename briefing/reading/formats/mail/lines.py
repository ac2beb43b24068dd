"""The body of a letter, plain or HTML, as lines that say how deep they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.reading.document import SourceKind
from briefing.reading.formats.html.blocks import ONE_LINE, blocks_of, parse
from briefing.reading.formats.html.line_breaks import SENTENCE_END, paragraphs_of

BREAK, OPENED, CLOSED = "\ue000", "\ue001", "\ue002"
"""Marks for a line break and for the two ends of a quoted letter."""
MARKS = dict.fromkeys(map(ord, BREAK + OPENED + CLOSED))
QUOTE_MARKS = re.compile(r"(?:> ?)*")
DEEPEST_QUOTE = 20
LONG_LINE = 60
"""Characters of a line that may have been broken."""

HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])"
    r"|max-height\s*:\s*0|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$))",
    re.I,
)
SIGNATURE = re.compile(r"(?:^|[\s_])(?:gmail_signature|moz-signature|signature)(?:$|\s)", re.I)
LIST_PARAGRAPH = re.compile(r"MsoListParagraph")
BULLET = re.compile(r"^[·•§▪]\s+")
LONGEST_SIGNATURE = 80
"""Words."""
MOST_WORDS_A_LINK, FEWEST_LINKS = 4, 2
"""Of a row of links that leads through a site."""
MOST_WORDS_A_CELL = 15
PARTS_OF_TABLES = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
LEAVES = ("td", "p", "div", "li", "center", "tr", "ul")
CELL_BLOCKS = ("table", "h1", "h2", "h3", "h4", "img", "ul", "ol", "blockquote", "hr")


class Line(Struct, frozen=True):
    """A line of a letter.

    Attributes:
        text: Its text without marks of quoting, or "" between two paragraphs.
        kind: What HTML says that it is; None in plain text.
        depth: How many letters stand between it and the sender, who quotes them.
    """

    text: str
    kind: SourceKind | None = None
    depth: int = 0


GAP = Line("")


def plain_lines(text: str, *, flowed: bool = False, delete_space: bool = False) -> list[Line]:
    """The lines of a plain text.

    Args:
        text: The decoded text.
        flowed: Its lines end with a space where a paragraph goes on (RFC 3676).
        delete_space: That space is no part of the text.
    """
    lines: list[Line] = []
    goes_on = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line, depth = _unquoted(raw)
        if flowed and line.startswith(" "):
            line = line[1:]
        if goes_on and lines and lines[-1].depth == depth and line != "-- ":
            lines[-1] = Line(lines[-1].text + line, None, depth)
        else:
            lines.append(Line(line, None, depth))
        goes_on = flowed and line.endswith(" ") and line != "-- "
        if goes_on and delete_space:
            lines[-1] = Line(lines[-1].text[:-1], None, depth)
    return _with_ends_quoted([Line(line.text.rstrip(), None, line.depth) for line in lines])


def _with_ends_quoted(lines: list[Line]) -> list[Line]:
    """The lines, quoted ones joined with their ends, which stand without a mark.

    A program that sends a quoted line on may cut it once more.
    """
    found = lines[:1]
    for line, below in pairwise([*lines[1:], GAP]):
        above = found[-1]
        if (
            line.text
            and not line.depth
            and above.depth
            and below.depth
            and len(above.text) >= LONG_LINE
            and not SENTENCE_END.search(above.text)
        ):
            found[-1] = Line(f"{above.text} {line.text}", None, above.depth)
        else:
            found.append(line)
    return found


def _unquoted(line: str) -> tuple[str, int]:
    marks = QUOTE_MARKS.match(line)
    assert marks is not None  # it matches nothing, too
    return line[marks.end() :], min(marks[0].count(">"), DEEPEST_QUOTE)


def html_lines(text: str) -> list[Line]:
    """The lines of an HTML body: paragraphs with gaps between them, cut where a line was broken."""
    root = parse(text.translate(MARKS))
    if root is None:
        return []
    if (typed := _typed_text(root)) is not None:
        return plain_lines(typed)
    _prepare(root)
    lines: list[Line] = []
    depth = 0
    for block in blocks_of(root):
        if block.text in (OPENED, CLOSED):
            depth = max(0, depth + (1 if block.text == OPENED else -1))
            continue
        text = BULLET.sub("", block.text) if block.kind == "list_item" else block.text
        pieces = text.translate({ord(OPENED): None, ord(CLOSED): None}).split(BREAK)
        marked = sum(piece.lstrip().startswith(">") for piece in pieces) > 1
        for piece in pieces:
            line, more = _unquoted(" ".join(piece.split())) if marked else (piece, 0)
            lines.append(Line(" ".join(line.split()), block.kind, depth + more))
        lines.append(Line("", block.kind, depth))
    return lines


def joined(lines: list[Line]) -> Iterator[Line]:
    """Lines of HTML as paragraphs: a broken line goes on where its break parts none."""
    for (has_text, kind, depth), group in groupby(lines, key=_place_of):
        if has_text:
            texts = [line.text for line in group]
            parts = (" ".join(texts),) if kind in ONE_LINE else paragraphs_of(texts)
            yield from (Line(part, kind, depth) for part in parts)


def _place_of(line: Line) -> tuple[bool, SourceKind | None, int]:
    return bool(line.text), line.kind, line.depth


def _typed_text(root: HtmlElement) -> str | None:
    """The text of a page that is one plain text in an element `pre` and little else."""
    texts = [element.text_content() for element in root.iter("pre")]
    text = "\n\n".join(texts)
    return text if 2 * len(text.split()) > len(root.text_content().split()) else None


def _prepare(root: HtmlElement) -> None:
    """Take out of the tree what is not seen, and mark in it what blocks cannot tell."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if HIDDEN.search(element.get("style") or "") or _is_signature(element):
            element.drop_tree()
        elif element.tag == "br":
            element.tag, element.text = "span", BREAK
        elif element.tag == "blockquote" and _is_cited(element):
            _enclose(element)
        elif element.tag == "p" and LIST_PARAGRAPH.search(element.get("class") or ""):
            element.tag = "li"
    for element in list(root.iter(*LEAVES)):
        if element.getparent() is not None and _leads_on(element):
            element.drop_tree()
    for table in reversed(list(root.iter("table"))):
        if _holds_headers(table):
            _write_out(table)
        elif not _holds_data(table):
            _flatten(table)


def _is_signature(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        element.tag in ("div", "p", "pre", "table", "span")
        and SIGNATURE.search(names) is not None
        and len(element.text_content().split()) <= LONGEST_SIGNATURE
    )


def _is_cited(element: HtmlElement) -> bool:
    names = element.get("class") or ""
    return element.get("type") == "cite" or "quote" in names or element.get("cite") is not None


def _enclose(element: HtmlElement) -> None:
    element.tag = "div"
    for position, mark in ((0, OPENED), (len(element) + 1, CLOSED)):
        sign = element.makeelement("p")
        sign.text = mark
        if position == 0:
            sign.tail, element.text = element.text, None
        element.insert(position, sign)


def _leads_on(element: HtmlElement) -> bool:
    """True for a row of short links and nothing else: sections, social media, settings."""
    links = element.findall(".//a")
    if len(links) < FEWEST_LINKS or element.find(".//h1") is not None:
        return False
    texts = [" ".join(link.text_content().split()) for link in links]
    if any(len(text.split()) > MOST_WORDS_A_LINK for text in texts):
        return False
    whole = "".join(re.findall(r"\w", element.text_content()))
    return len(whole) == sum(len(re.findall(r"\w", text)) for text in texts)


def _holds_data(table: HtmlElement) -> bool:
    """True for a table of figures, False for one that only places what it holds."""
    if next(table.iterdescendants(*CELL_BLOCKS), None) is not None:
        return False
    rows = [row.findall("td") + row.findall("th") for row in table.iter("tr")]
    filled = [[cell.text_content().split() for cell in row] for row in rows]
    wide = [row for row in filled if sum(map(bool, row)) > 1]
    cells = [cell for row in filled for cell in row]
    return (
        len(wide) > 1
        and 2 * len(wide) > len(filled)
        and all(len(cell) <= MOST_WORDS_A_CELL for cell in cells)
    )


def _holds_headers(table: HtmlElement) -> bool:
    """True for a table of labels and values, as stands above a forwarded letter."""
    labels = [row[0].text_content().strip() for row in table.iter("tr") if len(row) == 2]
    return len(labels) > 1 and all(re.fullmatch(r"[A-Z][\w -]{1,15}:", label) for label in labels)


def _write_out(table: HtmlElement) -> None:
    for row in list(table.iter("tr")):
        row.tag = "p"
        for cell in row:
            cell.tag, cell.tail = "span", " "
    _flatten(table)


def _flatten(table: HtmlElement) -> None:
    for element in list(table.iterdescendants(*PARTS_OF_TABLES)):
        if next(element.iterancestors("table"), None) is table:
            element.tag = "div"
    table.tag = "div"
