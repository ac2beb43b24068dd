"""The head of a PDF's article: its title, who wrote it and when, by place, type and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.model import Origin
from briefing.reading.formats.pdf.style import LARGE, Part, Style
from briefing.reading.formats.pdf.title import LEAST_OF_PARAGRAPH, letters_of, title_blocks
from briefing.reading.masthead import NAME, authors_of, is_date_line, published_in
from briefing.tables import rows
from briefing.text.day_order import day_comes_first

PROPERTIES = "PDF properties"
LONGEST_NAMES = 12
"""Words of a line of names."""
SIGNS = re.compile(r"(?:(?<=\w)\d{1,2}|\s*[*†‡§]+[\d*†‡§]*)$")
"""What refers from a name to a note."""
PARTS = re.compile(r"\s*[*†‡§\d]*\s*[,;·]\s*")
TOGETHER = re.compile(r"\s*[*†‡§\d]*\s*(?:&|\band\b)\s*")
MOST_WORDS_ALONE = 8
"""Words of each line of a block whose lines are read by themselves."""
MOST_MASTHEAD = 6
"""Blocks after the title that may say who and when."""

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
    blocks: tuple[Part, ...]
    masthead: tuple[Part, ...]
    authors: tuple[str, ...]
    published: str | None
    outlet: str
    origins: tuple[Origin, ...]


def sensible_authors(given: str) -> tuple[str, ...]:
    """The names that the author of the properties gives, if these are names of people."""
    parts = re.split(r"\s*[;/&]\s*|,\s+|\s+and\s+", given.strip())
    named = parts and all(re.fullmatch(NAME, part) and not PROGRAM.search(part) for part in parts)
    return tuple(parts) if named and len(parts) <= 6 else ()


def head_of(
    blocks: Sequence[Part],
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
    found = title_blocks(blocks, style, title, printed=printed)
    shown = " ".join(block.text for block in found)
    origins: list[Origin] = []
    outlet = _added(title, shown)
    if outlet:
        origins.append(Origin("outlet", "title of the PDF properties"))
        title = ""
    if shown:
        differs = _say(title) if letters_of(title) != letters_of(shown) else None
        origins.append(Origin("title", "largest type at the top", differs))
    elif title:
        origins.append(Origin("title", PROPERTIES))
    start = blocks.index(found[-1]) + 1 if found else 0
    masthead = _masthead(blocks[start:], style)
    texts = [line.text for line in masthead]
    said = [line for line in masthead if _says_who_or_when(line.text, language)]
    written = next(filter(None, (authors_of(text, language) for text in texts)), ())
    if not written:
        written, named = _bare_names(masthead, language, typeset_by_tex)
        said += named
    if written:
        differs = _say(", ".join(authors)) if set(authors) != set(written) else None
        origins.append(Origin("authors", "byline", differs))
    elif authors:
        origins.append(Origin("authors", PROPERTIES))
    above = [block.text for block in blocks[: max(0, start - len(found))]][-3:]
    first = next((b.text for b in blocks[start:] if len(b.text.split()) >= LEAST_OF_PARAGRAPH), "")
    day_first = day_comes_first("\n".join(block.text for block in blocks))
    published = published_in([*texts, *above, first], language, day_first=day_first)
    if published:
        origins.append(Origin("published", "date line"))
    else:
        published = published_in(_dates_in(margins), language, day_first=day_first)
        if published:
            origins.append(Origin("published", "running head"))
    return Head(
        title=shown or title,
        blocks=found,
        masthead=tuple(line.block for line in said),
        authors=written or authors,
        published=published,
        outlet=outlet,
        origins=tuple(origins),
    )


def _say(other: str) -> str | None:
    """That the properties say something else, if they say anything."""
    return f"the {PROPERTIES} say “{other}”" if other else None


def _added(title: str, shown: str) -> str:
    """What the properties add to the headline after a bar or a dash: the name of the site."""
    match = re.fullmatch(r"(.+?)\s+[|–—·-]\s+([^|]{2,40})", title)
    return match[2] if match and shown and letters_of(match[1]) == letters_of(shown) else ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line between the title and the text, or a block of several that belong together."""

    text: str
    block: Part
    cells: tuple[str, ...] = ()


def _masthead(blocks: Sequence[Part], style: Style) -> list[_Line]:
    """The short lines between the title and the text."""
    found: list[_Line] = []
    for block in blocks[:MOST_MASTHEAD]:
        words = len(block.text.split())
        is_large = block.size >= LARGE * style.size
        if words >= LEAST_OF_PARAGRAPH and not is_large:
            break
        lines = block.lines
        if len(lines) > 1 and all(len(line.text.split()) <= MOST_WORDS_ALONE for line in lines):
            found += [_Line(line.text, block, line.cells) for line in lines]
        elif not is_large or words <= LONGEST_NAMES:  # a standfirst says neither
            found.append(_Line(block.text, block, lines[0].cells if len(lines) == 1 else ()))
    return found


def _says_who_or_when(text: str, language: str) -> bool:
    return bool(authors_of(text, language)) or is_date_line(text, language)


def _bare_names(
    masthead: Sequence[_Line], language: str, typeset_by_tex: bool
) -> tuple[tuple[str, ...], Sequence[_Line]]:
    """The names in a line that holds names and nothing else, and the line.

    One of them begins with a known first name, or it is set as papers are: in the middle, above
    the date.
    """
    for index, line in enumerate(masthead[:4]):
        has_date = any(is_date_line(b.text, language) for b in masthead[index + 1 : index + 2])
        is_set_so = has_date and (typeset_by_tex or _is_centered(line.block))
        names: list[str] = []
        for part in (one for cell in line.cells or (line.text,) for one in PARTS.split(cell)):
            group = [SIGNS.sub("", name) for name in TOGETHER.split(part)]
            if any(map(_begins_with_first_name, group)) or is_set_so:
                names += group
            elif not names:  # a rank or an employer may follow a name
                break
        if names and all(re.fullmatch(NAME, n) and len(n.split()) <= 4 for n in names):
            return tuple(names), (line,)
    return (), ()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for _, names in rows("given_names") for name in names.lower().split())


def _begins_with_first_name(name: str) -> bool:
    return name.partition(" ")[0].lower() in _first_names()


def _is_centered(block: Part) -> bool:
    line, column = block.lines[0], block.column
    before, after = line.left - column.left, column.right - line.right
    return min(before, after) > line.size and abs(before - after) < 2 * line.size


def _dates_in(margins: Iterable[str]) -> list[str]:
    """The running heads, and what stands in each of their parts."""
    found = []
    for line in margins:
        found.append(line)
        found += [part.strip() for part in re.split(r"\s*[/|·•–—]\s*|\s{2,}", line)]
        # "THE TIDE Tuesday, 4 May 2032": a name before the date
        words = line.split()
        found += [" ".join(words[index:]) for index in range(1, min(len(words), 6))]
    return found
