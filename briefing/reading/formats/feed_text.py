"""The text of an entry of a feed: HTML, HTML that was escaped twice, or plain lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.reading.document import Block
from briefing.reading.formats.html.blocks import blocks_of, parse
from briefing.reading.formats.mojibake import repair
from briefing.reading.furniture import is_furniture
from briefing.sanitize import one_line

TAG: Final = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>")
BLOCK_TAG: Final = re.compile(r"<(?:p|br|div|li|ul|ol|blockquote|h[1-6]|table|pre|section)\b", re.I)
MOST_ESCAPES: Final = 2
LONGEST_TEASER: Final = 60
"""Words; a summary of more may be all there is."""
CUT_OFF: Final = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|\+)\]?|\[\+\d+ chars\])[\s\])]*$")
LEADS_ON: Final = (
    r"(?:(?:continue|keep) reading"
    r"|read (?:more|the rest|(?:the )?(?:full|whole|entire) (?:story|article|post)))\b"
)
GOES_ON: Final = re.compile(rf"[\s\[(«»→>–—-]*{LEADS_ON}.{{0,160}}", re.I)
"""A line that leads to the whole article."""
LONGEST_GOES_ON: Final = 30
"""Words."""
GOES_ON_BELOW: Final = re.compile(rf"(?<=[.!?…\]\"”’])\s*[\[(]?{LEADS_ON}.{{0,120}}$", re.I)
"""The same at the end of the last paragraph."""
LEAST_SHARE: Final = 0.8
"""Of the words of the summary that the content must have, or else it is something beside it."""

LARGEST_SHARE: Final = 1.2
"""Of the words of the summary that a text has which is no more than this summary."""


class Content(Struct, frozen=True):
    """What an entry gives of its article.

    Attributes:
        title: One line, or "".
        blocks: The text, without the headline.
        is_teaser: True if this seems to be the beginning only.
    """

    title: str
    blocks: tuple[Block, ...]
    is_teaser: bool


def content_of(title: str, texts: Sequence[tuple[str, bool]], summary: tuple[str, bool]) -> Content:
    """The headline and the text of an entry.

    Args:
        title: The headline as it stands, perhaps with HTML.
        texts: What the entry gives of the article: texts, each with true if it is HTML.
        summary: What it gives for a summary.
    """
    headline = one_line_of(title)
    short = _blocks_of(*summary)
    longest = max((_blocks_of(*each) for each in texts), key=_words, default=())
    whole = _words(longest) >= LEAST_SHARE * _words(short) and bool(longest)
    blocks = _without(headline, longest if whole else short)
    kept, goes_on = _without_rest(blocks)
    text = [block for block in kept if block.kind != "furniture"]
    if not text:
        return Content(headline, (), False)
    cut_off = CUT_OFF.search(text[-1].text) is not None
    few = _words(kept) <= min(LONGEST_TEASER, LARGEST_SHARE * _words(short))
    return Content(headline, kept, is_teaser=cut_off or goes_on or few)


def one_line_of(text: str) -> str:
    """A headline or a name, in which HTML may stand, as one line."""
    if TAG.search(text) or re.search(r"&#?\w+;", text):
        root = parse(text)
        text = " ".join(block.text for block in blocks_of(root)) if root is not None else ""
        text = unescape(text)
    return one_line(repair(text)[0])


def _blocks_of(text: str, is_html: bool) -> tuple[Block, ...]:
    """The typed blocks of a text, whatever its feed says of its form."""
    text = repair(text)[0]
    for _ in range(MOST_ESCAPES):
        if TAG.search(text) or not TAG.search(unescape(text)):
            break
        text, is_html = unescape(text), True
    if not TAG.search(text) or not (is_html or BLOCK_TAG.search(text)):
        lines = re.split(r"\n\s*\n", text.replace("\r", ""))
        found = tuple(Block(one_line(unescape(line)), "paragraph") for line in lines)
    else:
        root = parse(text)
        found = blocks_of(root) if root is not None else ()
    return tuple(_judged(block) for block in found if block.text.strip())


def _judged(block: Block) -> Block:
    is_page = block.kind == "paragraph" and is_furniture(block.text)
    return replace(block, kind="furniture") if is_page else block


def _without(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a first one that repeats the headline marked as it."""
    if title and blocks and _letters(blocks[0].text) == _letters(title) and len(blocks) > 1:
        return (Block(blocks[0].text, "title"), *blocks[1:])
    return blocks


def _without_rest(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool]:
    """The blocks with the line that leads to the whole article as furniture, and if it is there."""
    found = list(blocks)
    for place in range(len(found) - 1, -1, -1):
        text = found[place].text
        if GOES_ON.fullmatch(text) and len(text.split()) <= LONGEST_GOES_ON and place:
            found[place] = Block(text, "furniture")
            return tuple(found), True
        if found[place].kind == "furniture":
            continue
        if below := GOES_ON_BELOW.search(text):
            found[place] = replace(found[place], text=text[: below.start()])
            found.insert(place + 1, Block(below[0].strip(), "furniture"))
            return tuple(found), True
        break
    return blocks, False


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
