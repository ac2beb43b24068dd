"""Random bytes for each reader: after the signature of its format, and strewn into real files."""

from __future__ import annotations

import gzip
import plistlib
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice, repeat
from pathlib import Path
from random import Random
from zipfile import BadZipFile, ZipFile

from tests.article_files.shared import packed
from tests.hostile.files import MAIL, TEXT, docx, epub, item, odt, page, rss, word_paragraph, zstd

FOLDER = Path(__file__).parent.parent / "articles"
LONGEST = 3_000
PAGE = page(f"<h1>Mill fire</h1><p>{TEXT}</p><p>{TEXT}</p>")
MHTML = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/a\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
    b"Content-Type: text/html\n\n" + PAGE + b"\n--b--\n"
)
RESOURCE = {"WebResourceData": PAGE, "WebResourceMIMEType": "text/html"}
MAILBOX = f"From a@b.example Mon Mar  4 10:00:00 2024\n{MAIL}\n{TEXT}\n\n".encode()

FILES: dict[str, tuple[bytes, ...]] = {
    "plain": (f"Mill fire\n\n{TEXT}\n".encode(), f"Mill fire\r\n\r\n{TEXT}".encode("utf-16")),
    "html": (PAGE,),
    "mhtml": (MHTML,),
    "webarchive": tuple(
        plistlib.dumps({"WebMainResource": RESOURCE}, fmt=form)
        for form in (plistlib.FMT_BINARY, plistlib.FMT_XML)
    ),
    "mail": (f"{MAIL}\n{TEXT}\n".encode(),),
    "mailbox": (MAILBOX * 2,),
    "pdf": (),
    "docx": (docx(word_paragraph(TEXT) * 3),),
    "odt": (odt(f"<text:p>{TEXT}</text:p>" * 3),),
    "epub": (epub('<itemref idref="a"/>'),),
    "rtf": (),
    "markdown": (f"---\ntitle: Mill fire\n---\n\n# Mill fire\n\n{TEXT} [a](b)\n".encode(),),
    "feed": (rss(item(TEXT) * 2),),
    "zip": (packed({"a.txt": TEXT, "b.txt": TEXT}),),
    "gzip": (gzip.compress(TEXT.encode()),),
    "zstd": (zstd.compress(TEXT.encode()),),
}
"""Small files of each format; those of `tests/articles` are used besides."""
SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "plain": (b"", b"\xff\xfe", b"\xef\xbb\xbf"),
    "html": (b"<!DOCTYPE html><html><body><p>", b"<html>"),
    "mhtml": (MHTML[:-200], MHTML[:200]),
    "webarchive": (b"bplist00", b'<?xml version="1.0"?><plist><dict><key>WebMainResource</key>'),
    "mail": (MAIL.encode(), MAIL.encode() + b"\n", MAIL.encode() + b"Content-Type: "),
    "mailbox": (MAILBOX, MAILBOX[:60]),
    "pdf": (b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"),
    "docx": (b"PK\x03\x04 word/document.xml",),
    "odt": (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text",),
    "epub": (b"PK\x03\x04 mimetypeapplication/epub+zip", b"PK\x03\x04 META-INF/container.xml"),
    "rtf": (b"{\\rtf1", b"{\\rtf1\\ansi\\u", b"{\\rtf1{\\fonttbl"),
    "markdown": (b"# Mill\n\n", b"---\na: b\n---\n\n", b"---\na: "),
    "feed": (b"<rss><channel><item>", b"<feed>", b'{"version":"https://jsonfeed.org/version/1"'),
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
    "gzip": (b"\x1f\x8b", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"),
    "zstd": (b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd\x24\x10"),
}
FORMATS = tuple(SIGNATURES)


def sources(form: str, count: int, seed: int) -> Iterator[bytes]:
    """So many sources for the reader of a format, the same for the same seed."""
    random = Random(f"{form} {seed}")
    committed = FOLDER / form
    files = [*FILES[form], *(path.read_bytes() for path in sorted(committed.glob("*.*")))]
    yield from islice(_endless(form, files, random), count)


def _endless(form: str, files: list[bytes], random: Random) -> Iterator[bytes]:
    for start in chain.from_iterable(repeat(SIGNATURES[form])):
        yield start + random.randbytes(random.randrange(LONGEST))
        if files:
            yield _damaged(random.choice(files), random)


def _damaged(data: bytes, random: Random) -> bytes:
    """A file with some bytes changed, of its members where it is an archive and whole."""
    if random.random() < 0.7:
        try:
            archive = ZipFile(BytesIO(data))
        except BadZipFile:
            pass
        else:
            members = {name: archive.read(name) for name in archive.namelist()}
            name = random.choice(list(members))
            return packed(members | {name: _strewn(members[name], random)})
    return _strewn(data, random)


def _strewn(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 30))):
        at = random.randrange(len(changed) + 1)
        match random.randrange(5):
            case 0:
                del changed[at : at + random.randrange(1, 200)]
            case 1:
                changed[at:at] = random.randbytes(random.randrange(1, 20))
            case 2:
                changed[at:at] = changed[at : at + 100] * random.randrange(1, 20)
            case 3:
                changed[at : at + 1] = random.choice(
                    (b"<", b">", b"\0", b'"', b"\\", b"{", b"&", b"9")
                )
            case _:
                changed[at : at + 4] = random.randbytes(4)
    return bytes(changed)
