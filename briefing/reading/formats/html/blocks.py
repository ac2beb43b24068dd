"""Elements of HTML into typed blocks, all of them: what is no article is taken out elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby

from lxml import etree, html
from lxml.html import HtmlElement
from msgspec import Struct

from briefing.reading.document import Block, SourceKind
from briefing.reading.formats.html.line_breaks import paragraphs_of

KINDS: dict[str, SourceKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    "tr": "table_row",
    "blockquote": "quotation",
    "figcaption": "caption",
}
"""What the elements say that their text is; text in any other block is a paragraph."""
ABOUT_PICTURE = re.compile(r"(?:^|[\s_-])(?:wp-)?caption(?:$|[\s_-])", re.I)
"""In the class of an element that says what a picture shows."""
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p"
    " pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin on a new line."""
UNSEEN = frozenset(
    "audio button canvas datalist embed head iframe input map math noscript object option script"
    " select style svg template textarea title video".split()
)
"""Elements whose text is not the page's."""
INSIDE = ("quotation", "caption", "list_item")
"""Kinds that a paragraph in such an element has too."""
ONE_LINE = ("heading", "caption")
"""Kinds whose line breaks part nothing."""
LAID_OUT = ("p", "div", "table", "h1", "h2", "h3", "ul", "ol", "article")
"""What no cell of a table of figures holds."""
GAP = re.compile(r"\n\s*\n")
CELLS = ("td", "th")
CELL_GAP = " | "
WHITE = re.compile(r"[ \t\r\n\f]+")
INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
INVALID_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?", re.I
)
"""References to control characters, on which the parsers give up or stop."""
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
DEEPEST = 200
"""Levels of elements; what stands deeper in them is left out."""


class PlacedBlock(Struct, frozen=True):
    """A block, and the element of the page whose text it is."""

    block: Block
    element: HtmlElement


def parse(text: str) -> HtmlElement | None:
    """The root of a page or a fragment of one; None where there is nothing in it."""
    text = DECLARATION.sub("", INVALID.sub("", INVALID_REFERENCE.sub("", text)))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    with suppress(etree.ParserError, ValueError):
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return None


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """The text of an element as blocks, in order, each of one line; hidden text is left out."""
    return tuple(placed.block for placed in placed_blocks(root, with_hidden=False))


def placed_blocks(root: HtmlElement, *, with_hidden: bool = True) -> tuple[PlacedBlock, ...]:
    """The same, each with its element.

    Args:
        root: The element.
        with_hidden: True if text counts that is not shown before a script runs.
    """
    return tuple(_with_initials(_Walk(with_hidden).blocks_in(root, "paragraph", 0)))


class _Walk:
    def __init__(self, with_hidden: bool) -> None:
        self._with_hidden = with_hidden

    def blocks_in(
        self, element: HtmlElement, kind: SourceKind, depth: int
    ) -> Iterator[PlacedBlock]:
        """The blocks of an element in surroundings of that kind."""
        if self._is_unseen(element) or depth > DEEPEST:
            return
        own = _kind_of(element, kind)
        kind = kind if kind in INSIDE and own in ("paragraph", "list_item") else own
        if element.tag == "tr":
            cells = [self._inline(cell) for cell in element.iterchildren(*CELLS)]
            if _holds(element, LAID_OUT) or any(map(GAP.search, cells)):
                kind = "paragraph"  # a table that only lays out the page
            else:
                flat = (" ".join(cell.split()) for cell in cells)
                yield from _placed(CELL_GAP.join(filter(None, flat)), kind, element)
                return
        if element.tag == "pre":
            for text in re.split(r"\n\s*\n", element.text_content()):
                yield from _placed(text, kind, element)
            return
        pieces = [_spaced(element.text)]
        for child in element:
            if child.tag == "br":
                pieces += "\n", _spaced(child.tail)
            elif child.tag in BLOCKS or _holds(child, BLOCKS):
                yield from _paragraphs("".join(pieces), kind, element)
                yield from self.blocks_in(child, kind, depth + 1)
                pieces = [_spaced(child.tail)]
            else:
                pieces += self._inline(child), _spaced(child.tail)
        yield from _paragraphs("".join(pieces), kind, element)

    def _inline(self, element: HtmlElement) -> str:
        r"""The text of an element within a line; `\n` for a line break."""
        pieces: list[str] = []
        waiting: list[HtmlElement | str] = [element]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                pieces.append(one)
            elif one.tag == "br":
                pieces.append("\n")
            elif not self._is_unseen(one):
                pieces.append(_spaced(one.text))
                for child in reversed(one):
                    waiting += _spaced(child.tail), child
        return "".join(pieces)

    def _is_unseen(self, element: HtmlElement) -> bool:
        if element.tag in UNSEEN or not isinstance(element.tag, str):
            return True
        return not self._with_hidden and _is_hidden(element)


def _with_initials(blocks: Iterator[PlacedBlock]) -> Iterator[PlacedBlock]:
    """The blocks with a large first letter, set as a block of its own, in the word it begins."""
    initial: PlacedBlock | None = None
    for placed in blocks:
        if initial is not None:
            if placed.block.text[:1].islower():
                text = initial.block.text + placed.block.text
                placed = PlacedBlock(Block(text, placed.block.kind), placed.element)
            else:
                yield initial
        initial = None
        if len(placed.block.text) == 1 and placed.block.text.isupper():
            initial = placed
        else:
            yield placed
    if initial is not None:
        yield initial


def _kind_of(element: HtmlElement, kind: SourceKind) -> SourceKind:
    if element.tag == "caption":  # of a table; some pages give the name to any text
        parent = element.getparent()
        return "caption" if parent is not None and parent.tag == "table" else kind
    if element.tag in ("p", "div", "span") and ABOUT_PICTURE.search(element.get("class") or ""):
        return "caption"
    return KINDS.get(element.tag, "paragraph")


def _paragraphs(text: str, kind: SourceKind, element: HtmlElement) -> Iterator[PlacedBlock]:
    r"""The text between two block elements, whose line breaks (`\n`) may part paragraphs."""
    for has_text, group in groupby((line.strip(" ") for line in text.split("\n")), key=bool):
        if has_text:
            lines = list(group)
            parts = (" ".join(lines),) if kind in ONE_LINE else paragraphs_of(lines)
            for part in parts:
                yield from _placed(part, kind, element)


def _placed(text: str, kind: SourceKind, element: HtmlElement) -> Iterator[PlacedBlock]:
    if text := " ".join(text.split()):
        yield PlacedBlock(Block(text, kind), element)


def _spaced(text: str | None) -> str:
    return WHITE.sub(" ", text or "")


def _holds(element: HtmlElement, tags: frozenset[str] | tuple[str, ...]) -> bool:
    return next(element.iterdescendants(*tags), None) is not None


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None
