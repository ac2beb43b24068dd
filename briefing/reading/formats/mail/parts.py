"""A letter's bytes into its headers, its texts, and what is attached; parsers' errors end here."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy

from msgspec import Struct

from briefing.errors import FormatError
from briefing.reading.decoding import decode
from briefing.sanitize import one_line

PARSER_ERRORS = (
    MessageError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)
"""What the library raises on messages that break the rules."""
DAMAGED = "it is a damaged mail; save it once more"
ENCRYPTED = "it is an encrypted mail; open it in your mail program and save its text"
MOST_PARTS, DEEPEST_PART = 500, 30
TYPE = re.compile(rb"^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M)
LONGEST_TYPE, LONGEST_HEADER = 5_000, 2_000
"""Characters of a header that says what a part is, which take seconds to parse, and of another."""
MEANT = {
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "",
    "ascii": "",
    "ansi_x3.4-1968": "",
    "unknown-8bit": "",
}
"""Encodings that say less than programs mean by them; "" for one that has to be found."""
SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNATURES = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
)
OTHER_FORMS = ("text/calendar", "text/x-amp-html", "text/watch-html", "text/enriched", "text/css")
"""Texts that only some programs show."""
HEADERS = (
    "from",
    "subject",
    "date",
    "sent",
    "list-unsubscribe",
    "list-id",
    "precedence",
    "x-from",
)
PLAIN, HTML = "text/plain", "text/html"
AS_IT_CAME = policy.default.clone(refold_source="none")


class Text(Struct, frozen=True):
    """A text of a letter, in one form or in two that say the same.

    Attributes:
        plain: The plain form, or None.
        html: The HTML form, or None.
        flowed: The lines of the plain one end with a space where a paragraph goes on.
        delete_space: That space is no part of the text.
    """

    plain: str | None = None
    html: str | None = None
    flowed: bool = False
    delete_space: bool = False


class Attachment(Struct, frozen=True):
    """A file in a letter.

    Attributes:
        name: Its name, or what it is.
        data: Its bytes.
        is_picture: True for a picture.
        is_letter: True for a letter.
    """

    name: str
    data: bytes
    is_picture: bool = False
    is_letter: bool = False


class Letter(Struct, frozen=True):
    """A letter taken apart.

    Attributes:
        headers: Decoded values of the `HEADERS` that it has, by name.
        texts: Its texts, in order.
        attachments: Its files, in order.
        notes: What was guessed or lost in decoding.
    """

    headers: dict[str, str]
    texts: tuple[Text, ...]
    attachments: tuple[Attachment, ...]
    notes: tuple[str, ...]


def letter_of(data: bytes) -> Letter:
    """The letter in the bytes.

    Raises:
        FormatError: It is damaged or encrypted.
    """
    if any(len(header[0]) > LONGEST_TYPE for header in TYPE.finditer(data)):
        raise FormatError(DAMAGED)
    try:
        message = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.default)
        if message.get_content_type() in SEALED:
            raise FormatError(ENCRYPTED)
        unpacking = _Unpacking()
        unpacking.open(message, 0)
    except PARSER_ERRORS as error:
        raise FormatError(DAMAGED) from error
    headers = {name: value for name in HEADERS if (value := _header(message, name))}
    return Letter(
        headers,
        tuple(unpacking.texts),
        tuple(unpacking.attachments),
        tuple(dict.fromkeys(unpacking.notes)),
    )


class _Unpacking:
    """The parts of one message, collected in order."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.attachments: list[Attachment] = []
        self.notes: list[str] = []
        self._left = MOST_PARTS

    def open(self, part: EmailMessage, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or depth > DEEPEST_PART:
            return
        found = part.get_content_type()
        if found == "message/rfc822" or found == "message/global":
            self._keep_letter(part)
        elif found == "multipart/alternative":
            self._choose(part, depth)
        elif part.is_multipart():
            for inner in _parts_of(part):
                self.open(inner, depth + 1)
        elif found in (PLAIN, HTML) and not _is_file(part):
            self.texts.append(self._text(part))
        elif found not in (*SIGNATURES, *OTHER_FORMS):
            self._keep(part)

    def _choose(self, part: EmailMessage, depth: int) -> None:
        """The forms of one text; files among them are kept."""
        forms = _Unpacking()
        for inner in _parts_of(part):
            forms.open(inner, depth + 1)
        self._left -= MOST_PARTS - forms._left
        plain = [text for text in forms.texts if text.plain is not None]
        html = [text.html for text in forms.texts if text.html is not None]
        if plain or html:
            self.texts.append(
                Text(
                    "\n\n".join(text.plain or "" for text in plain) if plain else None,
                    "\n".join(html) if html else None,
                    any(text.flowed for text in plain),
                    any(text.delete_space for text in plain),
                )
            )
        self.attachments += forms.attachments
        self.notes += forms.notes

    def _text(self, part: EmailMessage) -> Text:
        text, notes = _decoded(part)
        self.notes += notes
        if part.get_content_type() == HTML or text.lstrip()[:14].lower().startswith(
            ("<!doctype html", "<html")
        ):
            return Text(html=text)
        return Text(
            text,
            flowed=str(part.get_param("format", "")).lower() == "flowed",
            delete_space=str(part.get_param("delsp", "")).lower() == "yes",
        )

    def _keep_letter(self, part: EmailMessage) -> None:
        inner = next(iter(_parts_of(part)), None)
        if inner is not None:
            name = _header(inner, "subject") or part.get_filename() or "a letter"
            self.attachments.append(
                Attachment(name, inner.as_bytes(policy=AS_IT_CAME), is_letter=True)
            )
        else:
            self._keep(part)

    def _keep(self, part: EmailMessage) -> None:
        data = _bytes_of(part)
        if data.strip():
            picture = part.get_content_maintype() == "image"
            name = part.get_filename() or part.get_content_type()
            self.attachments.append(Attachment(one_line(name), data, is_picture=picture))
        elif part.get_content_maintype() == "image":
            self.attachments.append(Attachment("", b"", is_picture=True))


def _parts_of(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [p for p in payload if isinstance(p, EmailMessage)] if isinstance(payload, list) else []


def _is_file(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _bytes_of(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decoded(part: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The text of a part, in the encoding that it names if that is true."""
    data = _bytes_of(part)
    named = str(part.get_content_charset() or "").lower()
    charset = MEANT.get(named, named)
    if charset:
        try:
            return data.decode(charset), ()
        except (LookupError, ValueError):
            pass
    if not data.strip():
        return "", ()
    return decode(data)


def _header(message: EmailMessage, name: str) -> str:
    """The decoded value of a header, "" where there is none."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return ""
    text = str(raw)[:LONGEST_HEADER]
    try:
        if not text.isascii():  # letters that ought to have been encoded
            text = decode(text.encode("utf-8", "surrogateescape"))[0]
        value = _one_line(text)
        if name == "date":  # of which the library would take the evening for the morning
            return value
        return _one_line(str(EmailPolicy().header_factory(name, value)))
    except (*PARSER_ERRORS, FormatError):
        return _one_line(text.encode("utf-8", "replace").decode("utf-8"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
