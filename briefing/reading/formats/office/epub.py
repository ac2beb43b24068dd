"""Books: each chapter is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import FormatError
from briefing.languages.detection import language_of
from briefing.model import Origin
from briefing.reading.document import Block, Document, SourceKind
from briefing.reading.formats.names_given import names_in
from briefing.reading.formats.office.epub_package import NO_PAGES, Package, package_of
from briefing.reading.formats.office.epub_pages import Text, root_of, text_of
from briefing.reading.formats.office.heads import Masthead, masthead_of, said_title
from briefing.reading.formats.office.pieces import Piece, picture_notes, readable, same_words
from briefing.reading.formats.office.zip_parts import Parts
from briefing.reading.formats.people import ACCOUNTS, PROGRAMS, is_person
from briefing.reading.formats.unpacking import Archive

PLACE = "EPUB metadata"
HEADING_WITHIN = 4
"""Blocks from the top among which a chapter's heading is."""
MOST_TITLE_PAGE_WORDS = 40
MOST_ARTICLE_WORDS = 5_000
"""Words up to which pages without headings are one article that was cut up."""
NUMBER = (
    r"(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -]\w+)?)"
)
DIVISION = r"(?:chapter|part|book|section|volume|act|canto|letter|kapitel|teil|chapitre|partie)"
NUMBERED = re.compile(rf"{DIVISION}\s+{NUMBER}\b.*", re.I)
"""A heading of a book, and not of an article in an issue."""
GENERIC = re.compile(
    rf"(?:{DIVISION}\s+)?{NUMBER}\.?|start|text|content|body|unknown|untitled"
    r"|prologue|epilogue|introduction|foreword|preface|afterword|interlude|conclusion",
    re.I,
)
"""A heading that says nothing without the title of the book."""
ISSUE = re.compile(r"(.+?)\s*[\[(][^\[\]()]*\d{4}[^\[\]()]*[\])]")
"""The title of an issue: the name of the paper, and the day."""


class Chapter(Struct, frozen=True):
    """A chapter, of one page or more.

    Attributes:
        label: What the table of contents calls it, or "".
        pages: The text of its pages.
    """

    label: str
    pages: tuple[Text, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text of all its pages."""
        return tuple(block for page in self.pages for block in page.blocks)

    @property
    def heading(self) -> str:
        """The heading at its top, or ""."""
        first = self.blocks[:HEADING_WITHIN]
        place = next((i for i, block in enumerate(first) if block.kind == "heading"), None)
        if place is None or any(len(block.text) > 100 for block in first[:place]):
            return ""
        return first[place].text

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(block.text.split()) for block in self.blocks)

    def goes_on(self, label: str, page: Text) -> bool:
        """True if the text goes on in a page that the table of contents calls so."""
        following = Chapter(label, (page,))
        if following.heading:
            return False
        short = self.words + following.words <= MOST_ARTICLE_WORDS
        return not label or (short and GENERIC.fullmatch(label) is not None)


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The chapters of a book.

    Raises:
        FormatError: It is no book, damaged, protected or without text.
    """
    archive = Archive(data)
    parts = Parts(archive)
    book = package_of(parts, archive.names)
    chapters = list(_chapters(parts, book))
    if not chapters:
        raise FormatError(NO_PAGES)
    numbered = any(NUMBERED.fullmatch(each.heading or each.label) for each in chapters)
    return tuple(
        _document(chapter, book, number, len(chapters), numbered)
        for number, chapter in enumerate(chapters, 1)
    )


def _chapters(parts: Parts, book: Package) -> Iterator[Chapter]:
    """The chapters with text; a page that nothing heads goes on with the one before."""
    labels = _labels(parts, book.navigation)
    pages = [
        (page.label or labels.get(page.name, ""), text)
        for page in book.pages
        if page.name != book.navigation
        and (text := text_of(parts.read(page.name), page.name, page.kinds)).blocks
    ]
    told = [page for page in pages if not page[1].is_furniture and not _is_title_page(page, book)]
    chapter: Chapter | None = None
    for label, text in told or pages:
        if chapter is not None and chapter.goes_on(label, text):
            chapter = replace(chapter, pages=(*chapter.pages, text))
            continue
        if chapter is not None:
            yield chapter
        chapter = Chapter(label, (text,))
    if chapter is not None:
        yield chapter


def _labels(parts: Parts, navigation: str | None) -> Mapping[str, str]:
    """What the navigation of EPUB 3 calls the pages."""
    root = root_of(parts.read(navigation)) if navigation else None
    found: dict[str, str] = {}
    for link in root.iter("a") if root is not None else ():
        page = parts.find(link.get("href", "").partition("#")[0], navigation or "")
        if page:
            found.setdefault(page, " ".join(link.text_content().split()))
    return found


def _is_title_page(page: tuple[str, Text], book: Package) -> bool:
    """True for a page that has the title of the book and little else."""
    texts = [block.text for block in page[1].blocks]
    few = sum(len(text.split()) for text in texts) <= MOST_TITLE_PAGE_WORDS + len(
        book.title.split()
    )
    rest = [text for text in texts if not same_words(text, book.title)]
    said = " ".join((*book.creators, book.publisher, book.published or "")).casefold()
    beside = [text for text in rest if text.casefold().removeprefix("by ") in said]
    return few and len(rest) < len(texts) and len(rest) - len(beside) <= (1 if beside else 0)


def _document(chapter: Chapter, book: Package, number: int, count: int, numbered: bool) -> Document:
    pieces = readable(Piece(block.text, block.kind) for block in chapter.blocks)
    language = book.language or language_of("\n".join(piece.text for piece in pieces))
    title, title_origin = _title(chapter, book, count > 1 and not numbered)
    masthead = masthead_of(pieces, language, title)
    place = next((i for i in sorted(masthead.lines) if same_words(pieces[i].text, title)), None)
    outlet, outlet_place = _outlet(book)
    authors, authors_origin = _authors(masthead, book, outlet, count)
    published, published_at, published_origin = _published(masthead, book)
    notes = [f"Part {number} of {count} of “{book.title}”."] if count > 1 else []
    origins = (
        title_origin,
        authors_origin,
        Origin("outlet", outlet_place) if outlet else None,
        published_origin,
        Origin("language", PLACE) if book.language else None,
    )
    blocks = (
        Block(piece.text, _kind(piece, index, place, masthead))
        for index, piece in enumerate(pieces)
    )
    return Document(
        blocks=(*blocks, *(note for page in chapter.pages for note in page.notes)),
        title=title or None,
        authors=authors,
        outlet=outlet or None,
        published=published,
        published_at=published_at,
        language=book.language,
        notes=(*notes, *picture_notes(sum(page.pictures for page in chapter.pages))),
        origins=tuple(filter(None, origins)),
        part=(chapter.heading or chapter.label or f"part {number}") if count > 1 else "",
    )


def _kind(piece: Piece, index: int, place: int | None, masthead: Masthead) -> SourceKind:
    if index == place:
        return "title"
    if index in masthead.lines:
        return "furniture"
    match piece.role:
        case None | "subtitle" | "author" | "date":
            return "paragraph"
        case role:
            return role


def _title(chapter: Chapter, book: Package, is_issue: bool) -> tuple[str, Origin | None]:
    """The title of a chapter: the heading of an article in an issue, else the title of the book."""
    named = said_title(book.title)
    own = chapter.heading or chapter.label
    if own and not GENERIC.fullmatch(own) and (is_issue or not named):
        return own, Origin("title", "chapter heading" if chapter.heading else "table of contents")
    return named, Origin("title", PLACE) if named else None


def _authors(
    masthead: Masthead, book: Package, outlet: str, count: int
) -> tuple[tuple[str, ...], Origin | None]:
    creators = tuple(
        name for name in names_in(book.creators, outlet) if is_person(name) or not _is_desk(name)
    )
    if masthead.authors and (count > 1 or not creators):
        is_other = not set(creators) <= set(masthead.authors)
        differs = f"the {PLACE} says “{', '.join(creators)}”" if is_other else None
        return masthead.authors, Origin("authors", "byline", differs)
    return creators, Origin("authors", PLACE) if creators else None


def _is_desk(name: str) -> bool:
    """True for the name of a program or a paper where the author's should be."""
    words = name.lower().split()
    return words[0] == "the" or not ACCOUNTS.isdisjoint(words)


def _outlet(book: Package) -> tuple[str, str]:
    """Who published a book: its publisher, or the paper that an issue is of."""
    if book.publisher and PROGRAMS.isdisjoint(book.publisher.lower().split()):
        return book.publisher, PLACE
    for creator in book.creators:
        if book.title.startswith(creator) and not is_person(creator):
            return creator, PLACE
    issue = ISSUE.fullmatch(said_title(book.title))
    return (issue[1], "title of the issue") if issue else ("", "")


def _published(masthead: Masthead, book: Package) -> tuple[str | None, str | None, Origin | None]:
    """When a chapter was published; the day above a chapter of a novel is of the story."""
    own = masthead.published if masthead.authors else None
    if own and own != book.published:
        differs = f"the {PLACE} says {book.published}" if book.published else None
        return own, None, Origin("published", "date line", differs)
    if book.published is None:
        return None, None, None
    return book.published, book.published_at, Origin("published", PLACE)
