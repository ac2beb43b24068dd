"""Which format the bytes of a source have: told by what is in them, never by the file's name."""

from __future__ import annotations

import re
from typing import Literal

from briefing.reading.decoding import with_line_feeds
from briefing.reading.formats.mail.pasting import is_pasted_mail

Format = Literal[
    "plain",
    "html",
    "mail",
    "mailbox",
    "pasted mail",
    "mhtml",
    "webarchive",
    "pdf",
    "docx",
    "odt",
    "epub",
    "rtf",
    "markdown",
    "feed",
    "zip",
    "gzip",
    "zstd",
]

SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"bplist00", "webarchive"),
)
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""With members, and without."""
TYPE = re.compile(
    rb"PK\x03\x04.{26}mimetype.{0,80}?application/(epub\+zip|vnd\.oasis\.opendocument\.text)", re.S
)
"""The first member of books and text documents, which says what they are."""
DIRECTORY_END = b"PK\x05\x06"
ENTRY = re.compile(rb"PK\x01\x02(?=.{42}([\x20-\x7e]{1,200}))", re.S)
MEMBER = re.compile(rb"PK\x03\x04(?=.{26}([\x20-\x7e]{1,200}))", re.S)
"""The name of a member, and what may stand after it: in the directory at the end of an archive, and
where the member is; of an archive that was cut off only the latter is there."""
ODT_MEMBERS = (b"META-INF/manifest.xml", b"content.xml", b"styles.xml")
PDF = b"%PDF-"
PDF_WITHIN = 1024
"""Bytes from the top in which a PDF's signature may stand after other things."""
HEAD = 65_536
"""Bytes from the top that are looked at."""

PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|link"
    rb"|script|style|span|figure|header)\b",
    re.I | re.S,
)
FEED = re.compile(
    rb"(?>\s+|<\?[^>]*>|<!--.*?-->|<!doctype\s++(?!html\b)[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+"
    rb"<(?:\w+:)?(?:rss|feed|rdf|opml)\b",
    re.I | re.S,
)
PROPERTY_LIST = re.compile(
    rb"\s*<\?xml[^>]*>\s*(?:<!DOCTYPE plist[^>]*>\s*)?<plist\b.*WebMain", re.S
)
FLAT_TEXT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?:\w+:)?document(?:-content)?\b[^>]*opendocument", re.S
)
"""An OpenDocument text that is one file of XML."""
JSON_FEED = re.compile(rb'\s*\{.*?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.S)
TAGS = re.compile(rb"</?(?:p|div|br|span|h[1-6]|a|li|ul|table|td|blockquote)\b[^<>]*>", re.I)
MOST_WORDS_A_TAG = 60
"""Bytes without tags may hold a few; a page or a part of one has at least one in so many words."""

MAILBOX = re.compile(rb"\s*From \S+ .*\d{4}\n(?=[!-9;-~]+:)")
HEADER = re.compile(rb"([!-9;-~]+):(?:[ \t][^\n]*)?\n(?:[ \t][ \t\f\v]*+\S[^\n]*+\n)*")
MAIL_HEADERS = frozenset(
    b"from to cc bcc subject date sent received return-path message-id mime-version content-type"
    b" delivered-to reply-to sender dkim-signature x-mailer snapshot-content-location"
    b" content-transfer-encoding".split()
)
SHOWN_HEADERS = frozenset(b"from to cc bcc subject date sent".split())
"""Those that programs show; where a line that is none follows them, they were copied."""
LEAST_MAIL_HEADERS = 3
MHTML = re.compile(rb"content-type:\s*multipart/related\b[^\n]*(?:\n[ \t][^\n]*)*text/html", re.I)
SAVED_BY = re.compile(rb"^(?:snapshot-content-location|from:\s*<?saved by\b)", re.I | re.M)

FRONT_MATTER = re.compile(
    rb"\s*(?:---[ \t]*\n(?:[^\n]*\n){1,80}?(?:---|\.\.\.)[ \t]*$"
    rb"|\+\+\+[ \t]*\n(?:[^\n]*\n){1,80}?\+\+\+[ \t]*$"
    rb"|% ?\S[^\n]*\n(?:[ \t]+\S[^\n]*\n)*% ?"
    rb"|(?i:title:[ \t]+\S[^\n]*\n(?:(?:date|author|category|tag|slug|summary|lang|modified)s?:"
    rb"[^\n]*\n)+[ \t]*\n))",
    re.M,
)
YAML_LINE = re.compile(rb"^[\w-]+:(?:\s|$)", re.M)
MARKDOWN_SIGNS = (
    re.compile(rb"^#{1,6}[ \t]+\S", re.M),
    re.compile(rb"^(?=[^\n]*\w)[^\n]*+\n(?:={3,}|-{3,})[ \t]*$", re.M),
    re.compile(
        rb"\[[^\[\]\n]*+\]\((?:<[^<>\n]*+>|(?:[^()\s]|\([^()\s]*+\))++)(?:\s+\"[^\"\n]*\")?\)"
    ),
    re.compile(rb"^\[[^\]\n]+\]:\s+\S+", re.M),
    re.compile(rb"(?<![*\w])\*\*(?=\S)[^*\n]+\*\*(?![*\w])"),
    re.compile(rb"^(?:```|~~~)", re.M),
)
LEAST_MARKDOWN_SIGNS = 2
FIRST_HEADING = re.compile(rb"\s*#{1,2}[ \t]+\w[^\n]*\n[ \t]*\n")
"""A headline of Markdown at the very top: no other sign is needed."""


def format_of(data: bytes) -> Format:
    """The format of a source; `plain` where nothing tells of another one."""
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    for signature, found in SIGNATURES:
        if data.startswith(signature):
            return found
    if data.startswith(ZIP):
        return _of_zip(data)
    if PDF in head[:PDF_WITHIN]:
        return "pdf"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(head):
        head = _narrowed(head)
    return _of_text(with_line_feeds(head))


def _of_text(head: bytes) -> Format:
    start = head.lstrip()[:1]
    if start == b"<":
        if FEED.match(head):
            return "feed"
        if PROPERTY_LIST.match(head):
            return "webarchive"
        if FLAT_TEXT.match(head):
            return "odt"
        if PAGE.match(head):
            return "html"
    if start == b"{" and JSON_FEED.match(head):
        return "feed"
    if MAILBOX.match(head):
        return "mailbox"
    if _is_mail(head):
        is_page = MHTML.search(head) and SAVED_BY.search(head)
        return "mhtml" if is_page else "mail"
    if is_pasted_mail(head):
        return "pasted mail"
    if _is_markdown(head):
        return "markdown"
    if len(TAGS.findall(head)) * MOST_WORDS_A_TAG > max(len(head.split()), 3 * MOST_WORDS_A_TAG):
        return "html"
    return "plain"


def _of_zip(data: bytes) -> Format:
    """What a zip archive is, by the names of its members."""
    if stated := TYPE.match(data):
        return "epub" if stated[1].startswith(b"epub") else "odt"
    directory = data.rfind(DIRECTORY_END)
    begin = int.from_bytes(data[directory + 16 : directory + 20], "little")
    names = ENTRY.findall(data, begin, directory) if directory >= 0 else MEMBER.findall(data)

    def has(member: bytes) -> bool:
        return any(name.startswith(member) for name in names)

    if has(b"META-INF/container.xml"):
        return "epub"
    if has(b"word/document"):
        return "docx"
    return "odt" if all(map(has, ODT_MEMBERS)) else "zip"


def _is_mail(head: bytes) -> bool:
    """True for a message: lines of headers at the top, some of which only mail has."""
    found = set()
    position = len(head) - len(head.lstrip(b"\n"))
    while header := HEADER.match(head, position):
        found.add(header[1].lower())
        position = header.end()
    known = found & MAIL_HEADERS
    if len(known) < LEAST_MAIL_HEADERS:
        return False
    ended = not head[position:].partition(b"\n")[0].strip()
    return ended or not known <= SHOWN_HEADERS or not is_pasted_mail(head)


def _is_markdown(head: bytes) -> bool:
    if (front := FRONT_MATTER.match(head)) and (
        not front[0].lstrip().startswith(b"---") or YAML_LINE.search(front[0])
    ):
        return True
    found = sum(sign.search(head) is not None for sign in MARKDOWN_SIGNS)
    return found >= LEAST_MARKDOWN_SIGNS or FIRST_HEADING.match(head) is not None


def _is_wide(head: bytes) -> bool:
    """True for UTF-16 of mostly Latin letters without a byte order mark."""
    sample = head[:1000]
    return len(sample) > 3 and sample.count(b"\0") > 0.4 * len(sample)


def _narrowed(head: bytes) -> bytes:
    return head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
