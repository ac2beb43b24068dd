"""What belongs to a letter and not to its article: greeting, signature, disclaimer, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from briefing.reading.document import Block
from briefing.reading.formats.html.line_breaks import SENTENCE_END
from briefing.reading.formats.mail.lines import Line
from briefing.reading.formats.mail.words import is_a, pattern, words_in
from briefing.reading.furniture import is_furniture

DELIMITER = "--"
DASHED_NAME = re.compile(r"-- ?[^\W\d_]\S{0,30}(?: \S{1,30}){0,2}")
ADDRESS = re.compile(r"\s*[(<\[]?https?://\S+")
RULER = re.compile(r"[-_=*~]{5,}")
HEADING_RULE = re.compile(r"[-=~]{5,}")
FEWEST_PROSE_WORDS = 12
"""Words of a paragraph that is surely no part of an address."""
LONGEST_CONTACT = 12
"""Words of a line of a signature."""
LONGEST_SIGNATURE = 40
"""Words of a signature that is one line."""
SIGNS_AFTER = 0.5
"""Share of a letter's words after which its author may sign."""
MOST_SIGNED = 15
"""Lines below "Best regards"."""
HEAD_BLOCKS = 8
"""Blocks at the top among which a letter is opened."""
LONGEST_OPENING = 60
"""Words above "For immediate release"."""
AFTER_END = 0.34
"""Words after an end mark, for each word of the article; more are a second article."""


def with_signature_marked(lines: Sequence[Line], names: Sequence[str]) -> list[Line]:
    """The lines with those of a signature made furniture.

    Args:
        lines: The lines of a letter, without those that it quotes.
        names: What the sender is called, for a name that stands alone at the end.
    """
    found = list(lines)
    total, words = sum(words_in(line.text) for line in lines), 0
    joined = _joined_signature(lines)
    for at, line in enumerate(lines):
        if line.kind == "furniture":
            continue
        text = line.text.strip()
        if text == DELIMITER and words and not _is_prose(found[at + 1 :]):
            _sign(found, at, len(found))
            break
        if words >= SIGNS_AFTER * total and is_a("sign-off", text):
            _sign(found, at, _end_of_contact(found, at + 1))
        elif words and RULER.fullmatch(text) and _is_list_footer(lines[at + 1 :]):
            _sign(found, at, len(found))
            break
        elif words >= SIGNS_AFTER * total and (at == joined or DASHED_NAME.fullmatch(text)):
            _sign(found, at, at + 1)
        words += words_in(text)
    _mark_name(found, names)
    return found


def _joined_signature(lines: Sequence[Line]) -> int | None:
    """Where a signature stands that is one line with its delimiter, in no list of dashed lines."""
    dashed = [at for at, line in enumerate(lines) if line.text.startswith(f"{DELIMITER} ")]
    if len(dashed) != 1:
        return None
    text = lines[dashed[0]].text
    is_short = len(text.split()) <= LONGEST_SIGNATURE and not is_prose(text)
    return dashed[0] if is_short else None


def _is_list_footer(lines: Sequence[Line]) -> bool:
    """True for the few lines that a mailing list puts below a letter."""
    texts = [line.text.strip() for line in lines if line.text.strip()]
    return (
        0 < len(texts) <= MOST_SIGNED
        and any("@" in text or "://" in text for text in texts)
        and not any(is_prose(text) and not _is_small_print(text) for text in texts)
    )


def _sign(lines: list[Line], start: int, end: int) -> None:
    lines[start:end] = (replace(line, kind="furniture") for line in lines[start:end])


def _is_prose(lines: Sequence[Line]) -> bool:
    """True if paragraphs follow that are neither a disclaimer nor a footer."""
    text = "\n".join(line.text for line in lines if line.kind != "furniture")
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", text)]
    return sum(is_prose(each) and not _is_small_print(each) for each in paragraphs) > 1


def is_prose(text: str) -> bool:
    """True for a full sentence, which no line of an address is."""
    return len(text.split()) >= FEWEST_PROSE_WORDS and SENTENCE_END.search(text) is not None


def _is_small_print(text: str) -> bool:
    return is_a("footer", text) or pattern("notice").search(text) is not None


def _end_of_contact(lines: Sequence[Line], start: int) -> int:
    end = start
    for at in range(start, min(start + MOST_SIGNED, len(lines))):
        text = lines[at].text.strip()
        if not text:
            continue
        words = len(text.split())
        if words > LONGEST_CONTACT or (words > LONGEST_CONTACT / 2 and text.endswith((".", "?"))):
            break
        end = at + 1
    return end


def _mark_name(lines: list[Line], names: Sequence[str]) -> None:
    """Make the sender's name furniture where it stands alone as the last line."""
    called = {name.casefold() for name in names} | {name.split()[0].casefold() for name in names}
    texts = [at for at, line in enumerate(lines) if line.text and line.kind != "furniture"]
    if len(texts) > 1 and lines[texts[-1]].text.strip(" -–—,.*").casefold() in called:
        _sign(lines, texts[-1], texts[-1] + 1)


def with_furniture_marked(blocks: Sequence[Block], language: str) -> list[Block]:
    """The blocks with those that belong to the letter made furniture."""
    found = [_judged(block, language) for block in _with_headings(blocks)]
    _mark_opening(found)
    _mark_after_end(found)
    _mark_footer(found)
    return found


def _with_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a line of plain text above a rule is a heading."""
    for block, below in pairwise([*blocks, Block("")]):
        if block.kind is None and HEADING_RULE.fullmatch(below.text) and not is_prose(block.text):
            yield Block(block.text.strip("*# "), "heading" if block.text else None)
        else:
            yield block


def _judged(block: Block, language: str) -> Block:
    """A block, furniture if it belongs to a mail wherever it stands."""
    if block.kind == "furniture":
        return block
    said = is_a("banner", block.text)
    if not said and not is_prose(block.text):
        text = ADDRESS.sub("", block.text).strip() or block.text
        said = is_a("line", text) or is_a("footer", text) or is_furniture(text, language)
    return _furniture(block) if said else block


def _furniture(block: Block) -> Block:
    return Block(block.text, "furniture")


def _texts(blocks: Sequence[Block]) -> list[int]:
    return [at for at, block in enumerate(blocks) if block.kind != "furniture" and block.text]


def _mark_opening(blocks: list[Block]) -> None:
    """Make the greeting furniture, and what stands above "For immediate release"."""
    head = _texts(blocks)[:HEAD_BLOCKS]
    for place, at in enumerate(head):
        if is_a("release", blocks[at].text):
            above = head[: place + 1]
            if sum(words_in(blocks[i].text) for i in above) <= LONGEST_OPENING:
                _mark(blocks, above)
    greeted = False
    for at in head:
        if blocks[at].kind == "furniture":
            continue
        text = blocks[at].text
        if is_a("salutation", text) and not greeted:
            greeted = True
        elif is_a("footer", text) or is_a("covering note", text):
            pass
        else:
            break
        _mark(blocks, [at])


def _mark_after_end(blocks: list[Block]) -> None:
    """Make what follows an end mark furniture: whom to call, notes to editors."""
    words = [words_in(b.text) if b.kind != "furniture" else 0 for b in blocks]
    for at, block in enumerate(blocks):
        if is_a("end mark", block.text.strip()):
            above, below = sum(words[:at]), sum(words[at:])
            if above and below <= AFTER_END * above:
                _mark(blocks, range(at, len(blocks)))
                return


def _mark_footer(blocks: list[Block]) -> None:
    """Make all furniture from where, at the end, only small print and short lines follow."""
    start = len(blocks)
    while start and (
        blocks[start - 1].kind == "furniture"
        or not is_prose(blocks[start - 1].text)
        or _is_small_print(blocks[start - 1].text)
    ):
        start -= 1
    for at in range(start, len(blocks)):
        if _is_small_print(blocks[at].text):
            _mark(blocks, range(at, len(blocks)))
            return


def _mark(blocks: list[Block], places: Sequence[int]) -> None:
    for at in places:
        blocks[at] = _furniture(blocks[at])
