"""The head of a PDF's article: its title, who wrote it and when, by place, type and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Origin
from briefing.reading.formats.pdf_paragraphs import ENDS, LARGE, Block, Style
from briefing.reading.masthead import NAME, authors_of, is_date_line, published_in
from briefing.tables import rows
from briefing.text.day_order import day_comes_first

LONGEST_TITLE, LONGEST_LINE, LONGEST_NAMES = 40, 14, 12
"""Words of a title, of a line beside it, and of a line of names."""
LEAST_OF_PARAGRAPH = 20
"""Words from which on a block is a paragraph of the text, whatever its type."""
MOST_NAMEPLATE_WORDS, LEAST_TITLE_WORDS, LEAST_BELOW_NAMEPLATE = 4, 4, 0.5
"""Words of a paper's name, words of a headline below it, and its share of the size of the name."""
ISSUE = re.compile(r"\b(?:No|Vol|Nr|N°|Issue|Edition)\b\.?\s*\d", re.I)
PAGES_OF_TITLE = 3
"""Pages from the first on which a title that the properties give is looked for."""
MOST_PAGES = 20
"""The same of a page that a browser printed."""
MOST_MASTHEAD = 6
"""Blocks after the title that may say who and when."""

FILE_NAME = re.compile(
    r"\S+\.(?:docx?|odt|pdf|rtf|indd|qxd|qxp|pages|tex|dvi|html?|txt|pptx?|p65|pmd)", re.I
)
NO_TITLE = re.compile(
    r"\s*|(?:untitled|document|dokument|title|slide|print|layout|page|about:blank|unbenannt"
    r"|unnamed|no title|full page photo|scan(?:ned)?)\W*\d*|[\W\d_]+|https?://\S+|.*[\\/]\S+\.\w{2,5}"
    r"|\S*_\S*|(?:microsoft )?(?:word|powerpoint|excel|office)\b.*",
    re.I,
)
PROGRAM = re.compile(
    r"adobe|acrobat|indesign|quark|microsoft|word\b|writer\b|libreoffice|openoffice|latex|tex\b|pdf"
    r"|ghostscript|chrom(?:e|ium)|mozilla|skia|quartz|admin|user\b|owner|unknown|scan|author\b"
    r"|department|ministry|office|bank|university|press\b|news\b|company|inc\b|ltd\b|gmbh",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an article says.

    Attributes:
        title: The headline, or "".
        blocks: The blocks that are the headline.
        masthead: The blocks that say who and when.
        authors: Names.
        published: YYYY-MM-DD or None.
        outlet: What the properties add to the title: the name of the site, or "".
        origins: Where these stood.
    """

    title: str
    blocks: tuple[Block, ...]
    masthead: tuple[Block, ...]
    authors: tuple[str, ...]
    published: str | None
    outlet: str
    origins: tuple[Origin, ...]


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


def sensible_authors(given: str) -> tuple[str, ...]:
    """The names that the author of the properties gives, if these are names of people."""
    parts = [
        part.strip() for part in re.split(r"\s*[;/&]\s*|,\s+|\s+and\s+", given) if part.strip()
    ]
    named = parts and all(re.fullmatch(NAME, part) and not PROGRAM.search(part) for part in parts)
    return tuple(parts) if named and len(parts) <= 6 else ()


def head_of(
    blocks: Sequence[Block],
    style: Style,
    *,
    title: str,
    authors: tuple[str, ...],
    printed: bool,
    margins: Sequence[str],
    language: str,
    typeset_by_tex: bool,
) -> Head:
    """The head of an article.

    Args:
        blocks: All blocks, in reading order.
        style: How the document is set.
        title: What the properties give as title, if it is sensible, or "".
        authors: What they give as authors, if these are names of people.
        printed: True if a browser printed it: much may stand above the title.
        margins: The running heads and feet, other than what a browser printed.
        language: What the text is written in.
        typeset_by_tex: True if TeX made the file, whose articles name authors without a "by".
    """
    found = _title_blocks(blocks, style, title, printed=printed)
    shown = " ".join(block.text for block in found)
    origins: list[Origin] = []
    outlet = _added(title, shown)
    if outlet:
        origins.append(Origin("outlet", "title of the PDF properties"))
        title = ""
    if shown:
        differs = title if title and _letters(title) != _letters(shown) else None
        origins.append(Origin("title", "largest type at the top", differs))
    elif title:
        origins.append(Origin("title", "PDF properties"))
    start = blocks.index(found[-1]) + 1 if found else 0
    masthead = _masthead(blocks[start:], style)
    texts = [block.text for block in masthead]
    said = [block for block in masthead if _says_who_or_when(block.text, language)]
    written = next(filter(None, (authors_of(text, language) for text in texts)), ())
    if not written:
        written, named = _bare_names(masthead, language, typeset_by_tex)
        said += named
    if written:
        differs = ", ".join(authors) if authors and set(authors) != set(written) else None
        origins.append(Origin("authors", "byline", differs))
    elif authors:
        origins.append(Origin("authors", "PDF properties"))
    above = [block.text for block in blocks[: max(0, start - len(found))]][-3:]
    first = next((b.text for b in blocks[start:] if len(b.text.split()) >= LEAST_OF_PARAGRAPH), "")
    day_first = day_comes_first("\n".join(block.text for block in blocks))
    published = published_in([*texts, *above, first], language, day_first=day_first)
    if published:
        origins.append(Origin("published", "date line"))
    else:
        published = published_in(_dates_in(margins, language), language, day_first=day_first)
        if published:
            origins.append(Origin("published", "running head"))
    return Head(
        title=shown or title,
        blocks=found,
        masthead=tuple(block for block in masthead if block in said),
        authors=written or authors,
        published=published,
        outlet=outlet,
        origins=tuple(origins),
    )


def _title_blocks(
    blocks: Sequence[Block], style: Style, title: str, *, printed: bool
) -> tuple[Block, ...]:
    """The blocks that are the headline."""
    if title and (
        same := _that_say(blocks, title, style, MOST_PAGES if printed else PAGES_OF_TITLE)
    ):
        return same
    first_page = min((block.page for block in blocks), default=0)
    page = [b for b in blocks if b.page == first_page and not (b.aside or b.note or b.row)]
    large = [
        block
        for block in page
        if block.size >= LARGE * style.size
        and len(block.text.split()) <= LONGEST_TITLE
        and re.search(r"[^\W\d_]{2}", block.text)
    ]
    if large:
        best = max(large, key=lambda block: round(block.size, 0))
        return (_below_nameplate(best, large, page),)
    return _bold_title(page)


def _below_nameplate(best: Block, large: Sequence[Block], page: Sequence[Block]) -> Block:
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


def _bold_title(page: Sequence[Block]) -> tuple[Block, ...]:
    """The first line of a page whose type is all of one size, if it stands out as a title does."""
    for block in page[:4]:
        words = len(block.text.split())
        if words >= LEAST_OF_PARAGRAPH or (ENDS.fullmatch(block.text) and words > LONGEST_LINE):
            return ()
        stands_out = block.bold or block.text.isupper()
        if stands_out and words >= 2 and not block.text.endswith((".", ":", ",")):
            return (block,)
    return ()


def _that_say(blocks: Sequence[Block], title: str, style: Style, within: int) -> tuple[Block, ...]:
    """The blocks that say the title that the properties give, which may add to it."""
    wanted = _letters(title)
    early = [block for block in blocks if block.page < blocks[0].page + within]
    ranked = sorted(early, key=lambda block: -block.size)
    for block in ranked:
        if _letters(block.text) == wanted:
            return (block,)
    for index, block in enumerate(early):  # set in several blocks: a line and what follows
        said, together = "", []
        for part in early[index : index + 4]:
            said += _letters(part.text)
            together.append(part)
            if said == wanted and all(p.size >= style.size for p in together):
                return tuple(together)
            if not wanted.startswith(said):
                break
    for block in ranked:
        letters = _letters(block.text)
        stands_out = block.size >= LARGE * style.size or block.bold or block.text.isupper()
        if stands_out and len(block.text.split()) >= 3 and wanted.startswith(letters):
            return (block,)
    return ()


def _added(title: str, shown: str) -> str:
    """What the properties add to the headline after a bar or a dash: the name of the site."""
    match = re.fullmatch(r"(.+?)\s+[|–—·-]\s+([^|]{2,40})", title)
    return match[2] if match and shown and _letters(match[1]) == _letters(shown) else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _masthead(blocks: Sequence[Block], style: Style) -> list[Block]:
    """The short blocks between the title and the text."""
    found = []
    for block in blocks[:MOST_MASTHEAD]:
        is_large = block.size >= LARGE * style.size
        if len(block.text.split()) >= LEAST_OF_PARAGRAPH and not is_large:
            break
        if not is_large or len(block.text.split()) <= LONGEST_NAMES:  # a standfirst says neither
            found.append(block)
    return found


def _says_who_or_when(text: str, language: str) -> bool:
    return bool(authors_of(text, language)) or is_date_line(text, language)


def _bare_names(
    masthead: Sequence[Block], language: str, typeset_by_tex: bool
) -> tuple[tuple[str, ...], Sequence[Block]]:
    """The names in a block that holds names and nothing else, and the block.

    One of them begins with a known first name, or it is set as papers are: in the middle, above
    the date.
    """
    known = {name for _, names in rows("given_names", "en") for name in names.lower().split()}
    for index, block in enumerate(masthead[:4]):
        parts = re.split(r"\s*[*†‡§\d]*\s*(?:,|;|·|&|\band\b)\s*", block.text)
        names = tuple(name for part in parts if (name := part.rstrip("*†‡§0123456789, ")))
        if not names or not all(
            re.fullmatch(NAME, name) and len(name.split()) <= 4 for name in names
        ):
            continue
        is_known = any(name.split()[0].lower() in known for name in names)
        has_date = any(is_date_line(b.text, language) for b in masthead[index + 1 : index + 2])
        if is_known or (has_date and (typeset_by_tex or _is_centered(block))):
            return names, (block,)
    return (), ()


def _is_centered(block: Block) -> bool:
    line, column = block.lines[0], block.column
    before, after = line.left - column.left, column.right - line.right
    return min(before, after) > line.size and abs(before - after) < 2 * line.size


def _dates_in(margins: Iterable[str], language: str) -> list[str]:
    """The running heads, and what stands in each of their parts."""
    found = []
    for line in margins:
        found.append(line)
        found += [part.strip() for part in re.split(r"\s*[/|·•–—]\s*|\s{2,}", line)]
        # "THE TIDE Tuesday, 4 May 2032": a name before the date
        words = line.split()
        found += [" ".join(words[index:]) for index in range(1, min(len(words), 6))]
    return found
