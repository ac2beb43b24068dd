"""Letters: the article that one holds, whether it was written, forwarded, quoted or attached."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import FormatError
from briefing.languages.detection import language_of
from briefing.model import Origin, OriginField
from briefing.reading.decoding import decode, with_line_feeds
from briefing.reading.document import Block, Document
from briefing.reading.formats.mail.bodies import blocks_of_letter, lines_of, merged
from briefing.reading.formats.mail.dates import Moment, moment_of
from briefing.reading.formats.mail.forwarded import article_in
from briefing.reading.formats.mail.parts import Attachment, Letter, letter_of
from briefing.reading.formats.mail.senders import Sender, called, sender_of
from briefing.reading.formats.mail.titles import Head, cleaned_subject, is_forward, with_head_marked
from briefing.reading.formats.mail.words import words_in

LETTER_START = re.compile(rb"(?:\A\s*|\r?\n\r?\n)From \S+ [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[!-9;-~]+:)")
WIDE = (BOM_UTF16_LE, BOM_UTF16_BE)
MOST_LETTERS = 500
DEEPEST = 3
"""Letters in letters that are opened."""
NOTE_WORDS = 60
"""Words of a letter that only says what is attached to it."""
LARGER = 2
"""What is attached is the article if it has so many times the words of such a letter."""
MOST_NAMED = 10
"""Attachments whose names a note gives."""
NOTHING = "it is a mail without an article in it; give the article as text"
ONLY_PICTURES = "it is a mail that holds only a picture; give the article as text"
MAIL = {
    "title": "subject of the mail",
    "authors": "sender of the mail",
    "outlet": "sender of the mail",
    "published": "date of the mail",
}
"""Where a letter says what."""
FORWARDED = dict.fromkeys(MAIL, "header of the forwarded mail")
BULK = ("list-unsubscribe", "list-id", "precedence")


def documents_of(data: bytes, depth: int = 0) -> tuple[Document, ...]:
    """The documents of a letter or of a mailbox: one for each letter that has an article.

    Args:
        data: The bytes.
        depth: In how many packed things they were.

    Raises:
        FormatError: There is no article in them, or they are damaged.
    """
    letters = _letters_in(_as_sent(data))
    if len(letters) == 1:
        return documents_of_letter(letter_of(letters[0]), depth)
    found: list[Document] = []
    error: FormatError | None = None
    for number, letter in enumerate(letters[:MOST_LETTERS], 1):
        try:
            documents = documents_of_letter(letter_of(letter), depth)
        except FormatError as refused:
            error = error or refused
        else:
            found += (replace(each, part=each.part or f"letter {number}") for each in documents)
    if not found:
        raise error or FormatError(NOTHING)
    if len(letters) > MOST_LETTERS:
        note = f"Only the first {MOST_LETTERS} of {len(letters):,} letters are shown."
        found[0] = replace(found[0], notes=(*found[0].notes, note))
    return tuple(found)


def _as_sent(data: bytes) -> bytes:
    """The bytes of a letter without what editors and terminals make of a text that is pasted."""
    if data.startswith(WIDE):
        data = decode(data)[0].encode()
    data = data.removeprefix(BOM_UTF8)
    lone = data.count(b"\r") > 2 * data.count(b"\n")
    return with_line_feeds(data) if lone else data


def _letters_in(data: bytes) -> list[bytes]:
    """The letters of a mailbox, whose lines "From " at the start of a line were escaped."""
    starts = [(match.start(), match.end()) for match in LETTER_START.finditer(data)]
    if not starts or data[: starts[0][0]].strip():
        return [data]
    ends = [*(start for start, _ in starts[1:]), len(data)]
    return [
        re.sub(rb"(?m)^>(>*From )", rb"\1", data[start:end])
        for (_, start), end in zip(starts, ends, strict=True)
    ]


class _Article(Struct, frozen=True):
    """The article of a letter, and how many words it has."""

    document: Document
    words: int


def documents_of_letter(letter: Letter, depth: int = 0) -> tuple[Document, ...]:
    """The documents of a letter that was taken apart.

    Args:
        letter: The letter.
        depth: In how many packed things it was.

    Raises:
        FormatError: There is no article in it.
    """
    own = _article_of(letter)
    if own.words <= NOTE_WORDS:
        attached = tuple(_attached(letter.attachments, depth))
        words = sum(_words(document.blocks) for document in attached)
        if words > LARGER * own.words:
            return _with_note(attached, own.document.blocks)
    if not own.words:
        pictures = any(attachment.is_picture for attachment in letter.attachments)
        raise FormatError(ONLY_PICTURES if pictures else NOTHING)
    return (own.document,)


def _attached(attachments: Sequence[Attachment], depth: int) -> Iterator[Document]:
    """The documents of the attachments that can be read."""
    from briefing.reading.formats.dispatch import documents_of as documents_in

    for attachment in attachments:
        if attachment.is_picture:
            continue
        try:
            documents = (
                documents_of(attachment.data, depth + 1)
                if attachment.is_letter and depth < DEEPEST
                else documents_in(attachment.data, depth + 1)
            )
        except FormatError:
            continue
        for document in documents:
            yield replace(document, part=document.part or attachment.name)


def _with_note(documents: tuple[Document, ...], note: Sequence[Block]) -> tuple[Document, ...]:
    """The attached documents, the first below the letter that covers them."""
    covering = tuple(Block(block.text, "furniture") for block in note)
    first = replace(documents[0], blocks=(*covering, *documents[0].blocks))
    if len(documents) == 1:
        first = replace(first, part="")
    return (first, *documents[1:])


def _article_of(letter: Letter) -> _Article:
    """What the texts of a letter say, its metadata from its own headers or the forwarded ones."""
    own_subject = letter.headers.get("subject", "")
    lines = [line for text in letter.texts for line in lines_of(text)]
    article = article_in(lines, announced=is_forward(own_subject))
    headers = letter.headers if article.headers is None else article.headers
    subject = cleaned_subject(headers.get("subject", ""))
    sources = MAIL if article.headers is None else FORWARDED
    if not subject:
        subject = cleaned_subject(own_subject)
        sources = {**sources, "title": MAIL["title"]}
    sender = sender_of(
        headers.get("from", ""), in_bulk=any(name in letter.headers for name in BULK)
    )
    names = (*called(headers.get("from", "")), *called(letter.headers.get("x-from", "")))
    blocks, notes = blocks_of_letter(article.lines, names)
    language = language_of("\n".join(block.text for block in blocks if block.kind != "furniture"))
    head = with_head_marked(blocks, subject, language, sender.outlet)
    document = Document(
        blocks=tuple(merged(head.blocks)),
        notes=(*letter.notes, *notes, *_notes_on(letter.attachments)),
    )
    moment = moment_of(headers.get("date") or headers.get("sent") or "")
    return _Article(_described(document, head, sender, moment, sources), _words(document.blocks))


def _described(
    document: Document, head: Head, sender: Sender, moment: Moment, sources: Mapping[str, str]
) -> Document:
    """The document with what is said about it, and where each of it stood."""
    byline = head.authors
    differs = None
    if byline and sender.authors and set(byline).isdisjoint(sender.authors):
        differs = f"the From line says “{', '.join(sender.authors)}”"
    told: tuple[tuple[OriginField, object, str, str | None], ...] = (
        ("title", head.title, sources["title"] if head.title_is_subject else "first line", None),
        ("authors", byline or sender.authors, "byline" if byline else sources["authors"], differs),
        ("outlet", sender.outlet, sources["outlet"], None),
        ("published", moment.day, sources["published"], None),
    )
    return replace(
        document,
        title=head.title or None,
        authors=byline or sender.authors,
        outlet=sender.outlet,
        published=moment.day,
        published_at=moment.at,
        origins=tuple(Origin(name, source, other) for name, value, source, other in told if value),
    )


def _words(blocks: Sequence[Block]) -> int:
    return sum(words_in(b.text) for b in blocks if b.kind not in ("furniture", "title"))


def _notes_on(attachments: Sequence[Attachment]) -> tuple[str, ...]:
    files = [attachment.name for attachment in attachments if not attachment.is_picture]
    pictures = len(attachments) - len(files)
    names = ", ".join(files[:MOST_NAMED]) + ", …" * (len(files) > MOST_NAMED)
    notes = (
        f"{len(files)} attachment{'s are' if len(files) > 1 else ' is'} not shown: {names}."
        if files
        else "",
        f"{pictures} picture{'s are' if pictures > 1 else ' is'} not shown." if pictures else "",
    )
    return tuple(note for note in notes if note)
