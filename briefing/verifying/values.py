"""What is said of a quotation: frozen values over the quotation and the text of an article."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.errors import BriefingError
from briefing.model import ParagraphKind, Span
from briefing.sanitize import SafeLine

SCHEMA_VERSION = 1
Judgment = Literal["exact", "altered", "absent"]
EditKind = Literal["left_out", "added", "changed", "joined"]


class QuotationError(BriefingError):
    """What is to be verified is no quotation; `str(error)` is one line for the user."""


class Place(Struct, frozen=True, kw_only=True):
    """A passage of the article: `article.text[start:end] == text`.

    Attributes:
        start: Offset of its first character in the article's text.
        end: Offset after its last character.
        number: The ¶ number of the paragraph that it begins in; None in a title and in what
            belongs to the page and not to the article.
        kind: The kind of that paragraph.
    """

    start: int
    end: int
    text: str
    number: int | None = None
    kind: ParagraphKind = "text"


class Edit(Struct, frozen=True, kw_only=True):
    """One difference between a quotation and the passage that is closest to it.

    Attributes:
        kind: "left_out" are words of the article that the quotation has not, "added" are words
            that only the quotation has; "joined" are two paragraphs quoted as one.
        quoted: Span in the quotation; empty where words were left out.
        quoted_text: Its words.
        span: Span in the article's text; empty where words were added.
        text: Its words.
    """

    kind: EditKind
    quoted: Span
    quoted_text: str
    span: Span
    text: str


class Part(Struct, frozen=True, kw_only=True):
    """A part of a quotation that is not cut within, and what is said of it.

    Attributes:
        start: Offset of its first character in the quotation.
        end: Offset after its last character.
        places: Where it stands word for word; the closest passage if it is altered; at most
            50.
        count: How many places there are; of more than 1,000 no more are counted.
        edits: How an altered part differs from its place, in order.
    """

    verdict: Judgment
    start: int
    end: int
    text: str
    places: tuple[Place, ...] = ()
    count: int = 0
    edits: tuple[Edit, ...] = ()


class Verdict(Struct, frozen=True, kw_only=True):
    """What is said of a quotation.

    Attributes:
        verdict: "exact" if the whole quotation stands in the article word for word; "absent" if
            no part of it does and nothing comes close; else "altered", also where each part of a
            quotation with cuts is exact.
        quotation: The quotation, cleaned of what cannot be seen; spans of it count here.
        parts: Between its cuts, or between the places that it was put together from; only one if
            it was not cut.
    """

    verdict: Judgment
    quotation: str
    parts: tuple[Part, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of all parts."""
        return tuple(place for part in self.parts for place in part.places)


class ArticleVerdict(Struct, frozen=True, kw_only=True):
    """What is said of a quotation beside one of several articles.

    Attributes:
        title: The headline, or "".
        source: The path or address that the article was read from.
        outlet: Who published it, or "" where that is not known.
        published: Publication date as YYYY-MM-DD, or None where it is not known.
        key: What the article is kept under in the library; None where it is not from there.
        schema_version: Of this value as JSON, which is what `brief --verify --json` prints.
    """

    title: SafeLine
    source: SafeLine
    outlet: SafeLine = SafeLine("")
    published: str | None = None
    key: str | None = None
    verdict: Verdict
    schema_version: int = SCHEMA_VERSION
