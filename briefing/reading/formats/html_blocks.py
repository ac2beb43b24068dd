"""Elements of HTML into typed blocks, all of them: what is no article was taken out before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from lxml import etree, html
from lxml.html import HtmlElement
from msgspec.structs import replace

from briefing.reading.document import Block, SourceKind

KINDS: dict[str, SourceKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    "tr": "table_row",
    "blockquote": "quotation",
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
"""What the elements say that their text is; text in any other block is a paragraph."""
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
CELLS = ("td", "th")
CELL_GAP = " | "
SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
INVALID_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?", re.I
)
"""References to control characters, on which the parsers give up or stop."""
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(text: str) -> HtmlElement | None:
    """The root of a page or a fragment of one; None where there is nothing in it."""
    text = DECLARATION.sub("", INVALID.sub("", INVALID_REFERENCE.sub("", text)))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    with suppress(etree.ParserError, ValueError):
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return None


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """The text of an element as blocks, in order, each of one line."""
    return tuple(
        replace(block, text=text)
        for block in _walk(root, "paragraph")
        if (text := " ".join(block.text.split()))
    )


def _walk(element: HtmlElement, kind: SourceKind) -> Iterator[Block]:
    """The blocks of an element whose surroundings say that its text is of that kind."""
    tag = element.tag
    if tag in UNSEEN or not isinstance(tag, str) or _is_hidden(element):
        return
    own = KINDS.get(tag, kind)
    kind = kind if kind in ("quotation", "caption") and own == "paragraph" else own
    if tag == "tr":
        yield Block(CELL_GAP.join(filter(None, map(_text_of, element.iterchildren(*CELLS)))), kind)
        return
    if tag == "pre":
        yield from (Block(each, kind) for each in re.split(r"\n\s*\n", element.text_content()))
        return
    pieces = [_flat(element.text)]
    for child in element:
        if child.tag == "br":
            pieces += "\n", _flat(child.tail)
        elif _holds_blocks(child):
            yield from _paragraphs("".join(pieces), kind)
            yield from _walk(child, kind)
            pieces = [_flat(child.tail)]
        else:
            pieces += _inline(child), _flat(child.tail)
    yield from _paragraphs("".join(pieces), kind)


def _paragraphs(text: str, kind: SourceKind) -> Iterator[Block]:
    r"""The text between two block elements, whose line breaks (`\n`) may part paragraphs."""
    lines: list[str] = []
    for line in text.replace("\r", "").split("\n"):
        line = line.strip(" \t")
        if lines and (not line or SENTENCE_END.search(lines[-1])):
            yield Block(" ".join(lines), kind)
            lines = []
        if line:
            lines.append(line)
    yield Block(" ".join(lines), kind)


def _inline(element: HtmlElement) -> str:
    r"""The text of an element within a line; `\n` for a line break."""
    if element.tag in UNSEEN or not isinstance(element.tag, str) or _is_hidden(element):
        return ""
    pieces = [_flat(element.text)]
    for child in element:
        pieces += "\n" if child.tag == "br" else _inline(child), _flat(child.tail)
    return "".join(pieces)


def _text_of(element: HtmlElement) -> str:
    return " ".join(block.text for block in blocks_of(element))


def _flat(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _holds_blocks(element: HtmlElement) -> bool:
    return element.tag in BLOCKS or next(element.iterdescendants(*BLOCKS), None) is not None


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and re.search(r"display\s*:\s*none", style, re.I) is not None
