"""The title of a PDF: by its type, its place, and what the properties of the file say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.reading.formats.pdf.paragraphs import ENDS
from briefing.reading.formats.pdf.style import LARGE, Part, Style
from briefing.reading.masthead import published_in

LONGEST_TITLE, LONGEST_LINE = 40, 14
"""Words of a title, and of a line beside it."""
MOST_ABOVE = 0.3
"""Share of the words of the text that may stand above the title, at most."""
LIKE = 0.5
"""Share of words from which on two titles are forms of the same."""
LEAST_IN_BOTH, MOST_OF_SHORTER = 5, 0.7
"""Words of two titles that are alike where one of them says more."""
LEAST_OF_PARAGRAPH = 20
"""Words from which on a block is a paragraph of the text, whatever its type."""
MOST_NAMEPLATE_WORDS, LEAST_TITLE_WORDS, LEAST_BELOW_NAMEPLATE = 4, 4, 0.5
"""Words of a paper's name, words of a headline below it, and its share of the size of the name."""
ISSUE = re.compile(r"\b(?:No|Vol|Nr|N°|Issue|Edition)\b\.?\s*\d", re.I)
PAGES_OF_TITLE = 3
"""Pages from the first on which a title that the properties give is looked for."""
MOST_PAGES = 20
"""The same of a page that a browser printed."""
FILE_NAME = re.compile(
    r"\S+\.(?:docx?|odt|pdf|rtf|indd|qxd|qxp|pages|tex|dvi|html?|txt|pptx?|p65|pmd)", re.I
)
NO_TITLE = re.compile(
    r"\s*|(?:untitled|document|dokument|title|slide|print|layout|page|about:blank|unbenannt"
    r"|unnamed|no title|full page photo|scan(?:ned)?)\W*\d*|[\W\d_]+|https?://\S+|.*[\\/]\S+\.\w{2,5}"
    r"|\S*_\S*|(?:microsoft )?(?:word|powerpoint|excel|office)\b.*",
    re.I,
)


def sensible_title(given: str, program: str) -> str:
    """The title of the properties, or "" if it is no title but a file's name or a program's word.

    Args:
        given: The title as the properties give it.
        program: The names of the programs that made the file.
    """
    title = " ".join(given.split())
    unwrapped = re.sub(r"^Microsoft (?:Word|PowerPoint) - ", "", title)
    if FILE_NAME.fullmatch(unwrapped) or unwrapped != title or NO_TITLE.fullmatch(title):
        return ""
    if title.casefold() in program.casefold() or re.search(
        r"\.(?:docx?|indd|pdf|qxd)$", title, re.I
    ):
        return ""
    return title


def title_blocks(
    blocks: Sequence[Part], style: Style, title: str, *, printed: bool
) -> tuple[Part, ...]:
    """The blocks that are the headline, above which little of the text stands.

    Args:
        blocks: All blocks, in reading order.
        style: How the document is set.
        title: What the properties give as title, if it is sensible, or "".
        printed: True if a browser printed it: much may stand above the title.
    """
    early = _early(blocks, MOST_PAGES if printed else PAGES_OF_TITLE)
    if title and (same := _that_say(early, title, style)):
        return same
    page = [block for block in early if block.page == early[0].page]
    large = [block for block in page if _is_large(block, style)]
    if large:
        best = max(large, key=lambda block: round(block.size, 0))
        return (_below_nameplate(best, large, page),)
    return _bold_title(page)


def _early(blocks: Sequence[Part], pages: int) -> list[Part]:
    """The blocks of the first pages with text, as far as little of the text has passed."""
    words = [len(block.text.split()) for block in blocks]
    long = [count if count >= LEAST_OF_PARAGRAPH else 0 for count in words]
    early: list[Part] = []
    passed = 0
    for block, count in zip(blocks, long, strict=True):
        if passed > MOST_ABOVE * sum(long) or (early and block.page >= early[0].page + pages):
            break
        passed += count
        if not (block.aside or block.note or block.row):
            early.append(block)
    return early


def _is_large(block: Part, style: Style) -> bool:
    return (
        block.size >= LARGE * style.size
        and len(block.text.split()) <= LONGEST_TITLE
        and re.search(r"[^\W\d_]{2}", block.text) is not None
    )


def _below_nameplate(best: Part, large: Sequence[Part], page: Sequence[Part]) -> Part:
    """The headline, where the largest type is the name of the paper, with the day or a number."""
    if len(best.text.split()) > MOST_NAMEPLATE_WORDS:
        return best
    index = page.index(best)
    dated = any(_is_issue(block.text) for block in page[:index])
    for block in page[index + 1 :]:
        if dated and block in large and block.size >= LEAST_BELOW_NAMEPLATE * best.size:
            return block if len(block.text.split()) >= LEAST_TITLE_WORDS else best
        if len(block.text.split()) >= LEAST_OF_PARAGRAPH:
            break
        dated = dated or _is_issue(block.text)
    return best


def _is_issue(text: str) -> bool:
    """True for a line with the day or the number of an issue."""
    if len(text.split()) > LONGEST_LINE:
        return False
    return published_in([text]) is not None or ISSUE.search(text) is not None


def _bold_title(page: Sequence[Part]) -> tuple[Part, ...]:
    """The first line of a page whose type is all of one size, if it stands out as a title does."""
    for block in page[:4]:
        words = len(block.text.split())
        if words >= LEAST_OF_PARAGRAPH or (ENDS.fullmatch(block.text) and words > LONGEST_LINE):
            return ()
        stands_out = block.bold or block.text.isupper()
        if stands_out and words >= 2 and not block.text.endswith((".", ":", ",")):
            return (block,)
    return ()


def _that_say(early: Sequence[Part], title: str, style: Style) -> tuple[Part, ...]:
    """The blocks that say the title that the properties give, which may add to it."""
    wanted = letters_of(title)
    ranked = sorted(early, key=lambda block: -block.size)
    for block in ranked:
        if letters_of(block.text) == wanted:
            return (block,)
    for index in range(len(early)):  # set in several blocks: a line and what follows
        said, together = "", []
        for part in early[index : index + 4]:
            said += letters_of(part.text)
            together.append(part)
            if said == wanted and all(p.size >= style.size for p in together):
                return tuple(together)
            if not wanted.startswith(said):
                break
    standing_out = [
        block
        for block in ranked
        if _is_large(block, style) or block.bold or block.text.isupper()
        if len(block.text.split()) >= 3
    ]
    for block in standing_out:
        if wanted.startswith(letters_of(block.text)):
            return (block,)
    best = max(standing_out, key=lambda block: _likeness(block.text, title), default=None)
    return (best,) if best and _likeness(best.text, title) >= LIKE else ()


def _likeness(first: str, second: str) -> float:
    """The share of the words of two titles that both have, or most of the shorter one has."""
    one, other = (set(re.findall(r"\w+", text.casefold())) for text in (first, second))
    both, shorter = len(one & other), min(len(one), len(other))
    if both >= LEAST_IN_BOTH and both >= MOST_OF_SHORTER * shorter:
        return both / shorter
    return both / max(1, len(one | other))


def letters_of(text: str) -> str:
    """The letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))
