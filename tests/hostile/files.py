"""Files that were made to harm: each a builder, so that no bomb lies in the repository."""

from __future__ import annotations

import gzip
import json
import plistlib
import struct
import sys
import zlib
from base64 import b64encode
from collections.abc import Callable
from functools import reduce
from itertools import pairwise

from tests.article_files.shared import packed

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MEGABYTE = 1_000_000
TEXT = "The mill in Oslo burned down on Monday. Nobody was hurt there, the mayor said."
XML = '<?xml version="1.0"?>\n'
LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {name} "{f"&{of};" * 10}">' for of, name in pairwise("abcdefghij"))
    + "]>"
)
PASSWORDS = '<!DOCTYPE r [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
NETWORK = (
    '<!DOCTYPE r [<!ENTITY j SYSTEM "http://127.0.0.1:9/">'
    '<!ENTITY % k SYSTEM "http://127.0.0.1:9/d">%k;]>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIL = (
    "From: a@news.example\nTo: b@news.example\nSubject: Mill fire\n"
    "Date: Mon, 4 Mar 2024 10:00:00 +0000\n"
)
MIXED = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{0}"\n\n--{0}\n'


def docx(body: str, before: str = "") -> bytes:
    document = f'{XML}{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": XML + "<Types/>", "word/document.xml": document})


def word_paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    content = (
        f"{XML}<office:document-content {spaces}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content}, stored=("mimetype",))


def epub(spine: str, chapter: str = f"<p>{TEXT}</p>", before: str = "") -> bytes:
    container = (
        f'{XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="a.opf"/></rootfiles></container>'
    )
    package = (
        f'{XML}{before}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        f"<spine>{spine}</spine></package>"
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>'
    members = {"META-INF/container.xml": container, "a.opf": package, "a.xhtml": page}
    return packed({"mimetype": "application/epub+zip"} | members, stored=("mimetype",))


def rss(items: str, before: str = "") -> bytes:
    return f'{XML}{before}<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def item(text: str) -> str:
    return f"<item><title>Mill fire</title><description>{text}</description></item>"


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def mail(rest: str) -> bytes:
    return f"{MAIL}{rest}".encode()


def nested_parts(depth: int) -> bytes:
    return mail("".join(MIXED.format(f"b{n}") for n in range(depth)) + f"\n{TEXT}\n")


def many_parts(count: int) -> bytes:
    part = f"Content-Type: text/plain\n\n{TEXT}\n--b\n"
    return mail(MIXED.format("b") + part * count)


def nested_messages(depth: int) -> bytes:
    return mail(f"Content-Type: message/rfc822\n\n{MAIL}" * depth + f"\n{TEXT}\n")


def pdf(*objects: str | bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, which a reader has to look for itself."""
    data = b"%PDF-1.7\n"
    for number, written in enumerate(objects, 1):
        body = written if isinstance(written, bytes) else written.encode()
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + b"trailer\n<</Root %d 0 R/Size %d>>\n%%%%EOF\n" % (root, len(objects) + 1)


def pdf_page(content: bytes, filters: str = "/FlateDecode") -> bytes:
    stream = f"<</Length {len(content)}/Filter[{filters}]>>stream\n".encode()
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>>>",
        stream + content + b"\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def written(words: str, times: int) -> bytes:
    """A page's content: the words, again and again."""
    return b"BT /F 9 Tf 9 9 Td " + f"({words}) Tj 0 1 Td ".encode() * times + b"ET"


def overlapping_zip() -> bytes:
    """Many entries of one member, each of which unpacks to a megabyte."""
    data = packed({"aaaa.txt": (TEXT * 20_000)[:MEGABYTE]})
    start = data.index(b"PK\1\2")
    end = data.index(b"PK\5\6")
    entry = data[start:end]
    entries = b"".join(entry.replace(b"aaaa.txt", b"%04d.txt" % n) for n in range(1, 1500))
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1499, 1499, len(entries), start, 0)
    return data[:start] + entries + tail


def binary_plist_bomb(width: int, depth: int) -> bytes:
    """Arrays of arrays: each object holds the next one many times."""
    objects = [bytes([0xAF, 0x10, width]) + bytes([n + 1]) * width for n in range(depth)]
    objects.append(b"\x54haha")
    offsets, data = [], b"bplist00"
    for one in objects:
        offsets.append(len(data))
        data += one
    table = b"".join(struct.pack(">H", offset) for offset in offsets)
    return data + table + struct.pack(">6xBBQQQ", 2, 1, len(objects), 0, len(data))


def gzipped(data: bytes, times: int) -> bytes:
    return reduce(lambda packed_data, _: gzip.compress(packed_data), range(times), data)


def zipped(data: bytes, times: int) -> bytes:
    return reduce(lambda inner, n: packed({f"{n}.zip": inner}), range(times), data)


def web_archive(html: bytes) -> bytes:
    resource = {"WebResourceData": html, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


FILES: dict[str, Callable[[], bytes]] = {
    # archives
    "zip bomb": lambda: packed({"a.txt": bytes(60 * MEGABYTE)}),
    "zip bomb of many members": lambda: packed({f"{n}.txt": bytes(MEGABYTE) for n in range(99)}),
    "zip of overlapping members": overlapping_zip,
    "zip of 5,000 members": lambda: packed({f"{n}.txt": TEXT for n in range(5_000)}),
    "zips in zips": lambda: zipped(TEXT.encode(), 12),
    "zip with names that lead away": lambda: packed({"../../a.txt": TEXT, "/etc/b.txt": TEXT}),
    "gzip bomb": lambda: gzipped(bytes(150 * MEGABYTE), 1),
    "gzip in gzip": lambda: gzipped(bytes(150 * MEGABYTE), 3),
    "gzip of many members": lambda: gzip.compress(b"") * 300_000,
    "zstd bomb": lambda: zstd.compress(bytes(150 * MEGABYTE)),
    "zstd with a window of 2 GB": lambda: b"\x28\xb5\x2f\xfd\x00\xa8" + bytes(100),
    "docx bomb": lambda: docx(word_paragraph("ha" * 30 * MEGABYTE)),
    # XML
    "entity bomb in a docx": lambda: docx(word_paragraph("&j;"), LAUGHS),
    "entity bomb in a feed": lambda: rss(item("&j;"), LAUGHS),
    "entity bomb in an epub": lambda: epub('<itemref idref="a"/>', before=LAUGHS),
    "entity bomb in a property list": lambda: (
        f"{XML}{LAUGHS.replace('DOCTYPE r', 'DOCTYPE plist')}<plist><dict>"
        "<key>WebMainResource</key><string>&j;</string></dict></plist>"
    ).encode(),
    "external entity in a docx": lambda: docx(word_paragraph("&j;"), PASSWORDS),
    "external entity in a feed": lambda: rss(item("&j;"), PASSWORDS),
    "external entity of the network": lambda: rss(item("&j;"), NETWORK),
    "docx nested deeply": lambda: docx("<w:tbl>" * 50_000 + word_paragraph(TEXT)),
    "docx of 300,000 paragraphs": lambda: docx(word_paragraph("Rain fell.") * 300_000),
    "odt with a billion spaces": lambda: odt(
        f'<text:p>{TEXT}<text:s text:c="999999999"/></text:p>'
    ),
    "odt with a billion columns": lambda: odt(
        f'<text:p>{TEXT}</text:p><table:table><table:table-row table:number-rows-repeated="999999">'
        '<table:table-cell table:number-columns-repeated="999999999"><text:p>a</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    ),
    "epub that reads one chapter 10,000 times": lambda: epub('<itemref idref="a"/>' * 10_000),
    "epub nested deeply": lambda: epub('<itemref idref="a"/>', "<div>" * 100_000 + TEXT),
    # pages
    "page nested deeply": lambda: page("<div>" * 100_000 + TEXT),
    "page of 100,000 paragraphs": lambda: page(f"<p>{TEXT}</p>" * 100_000),
    "page of tags that are not closed": lambda: page(f"<b><i><a href=x>{TEXT}" * 20_000),
    "page of tables in tables": lambda: page("<table><tr><td>" * 20_000 + TEXT),
    "page of 2 MB of <": lambda: b"<html><p>" + b"<" * 2 * MEGABYTE,
    "page with one attribute of 5 MB": lambda: page(f'<p title="{"a" * 5 * MEGABYTE}">{TEXT}</p>'),
    "page with JSON-LD nested deeply": lambda: page(
        f'<script type="application/ld+json">{"[" * 100_000}</script><p>{TEXT}</p>'
    ),
    "property list that unfolds": lambda: binary_plist_bomb(200, 30),
    "property list that holds itself": lambda: (
        b"bplist00\xa1\x00\x08" + struct.pack(">6xBBQQQ", 1, 1, 1, 0, 10)
    ),
    "web archive of a bomb": lambda: web_archive(page("<div>" * 100_000 + TEXT)),
    # mail
    "mail nested deeply": lambda: nested_parts(3_000),
    "mail of 20,000 parts": lambda: many_parts(20_000),
    "messages in messages": lambda: nested_messages(2_000),
    "mail with 100,000 headers": lambda: mail("X-A: b\n" * 100_000 + f"\n{TEXT}\n"),
    "mail with a header of 5 MB": lambda: mail(f"X-A: {'=?utf-8?q?a?= ' * 300_000}\n\n{TEXT}\n"),
    "mail with 300,000 recipients": lambda: mail(f"Cc: {'a@b.example, ' * 300_000}\n\n{TEXT}\n"),
    "mail of 15 MB in base64": lambda: mail(
        "Content-Transfer-Encoding: base64\n\n" + b64encode(bytes(11 * MEGABYTE)).decode()
    ),
    "mailbox of 50,000 messages": lambda: (
        f"From a@b.example Mon Mar  4 10:00:00 2024\n{MAIL}\n{TEXT}\n\n".encode() * 50_000
    ),
    "quotations 20,000 deep": lambda: mail(f"\n{TEXT}\n\n{'>' * 20_000} a\n" * 20),
    # PDF
    "pdf without anything": lambda: b"%PDF-1.7\n",
    "pdf whose pages lead in a circle": lambda: pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"
    ),
    "pdf that counts a billion pages": lambda: pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ),
    "pdf that shows one page 20,000 times": lambda: pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{'3 0 R ' * 20_000}]/Count 20000>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ),
    "pdf with a stream that unpacks to 300 MB": lambda: pdf_page(
        zlib.compress(zlib.compress(written(" " * 300, 1) + b" " * 300 * MEGABYTE)),
        "/FlateDecode/FlateDecode",
    ),
    "pdf with a page of a million words": lambda: pdf_page(
        zlib.compress(written("Rain fell on the mill.", 200_000))
    ),
    "pdf nested deeply": lambda: pdf("[" * 500_000),
    # RTF, Markdown, JSON, YAML
    "rtf nested deeply": lambda: b"{\\rtf1 " + b"{" * 500_000 + TEXT.encode(),
    "rtf with a billion bytes of binary": lambda: b"{\\rtf1 \\bin999999999 " + TEXT.encode(),
    "rtf of 1,000,000 control words": lambda: b"{\\rtf1 " + b"\\par\\b\\u8217?" * 1_000_000 + b"}",
    "json feed nested deeply": lambda: (
        b'{"version":"https://jsonfeed.org/version/1.1","items":' + b"[" * 500_000
    ),
    "feed of 100,000 entries": lambda: rss(item(TEXT) * 100_000),
    "json feed of 100,000 entries": lambda: json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [{"id": str(n), "content_text": TEXT} for n in range(100_000)],
        }
    ).encode(),
    "feed nested deeply": lambda: rss("<a>" * 100_000),
    "markdown quoted 50,000 deep": lambda: f"# Mill\n\n{'>' * 50_000} {TEXT}\n".encode(),
    "markdown of open brackets": lambda: f"# Mill\n\n{TEXT} {'[a](' * 200_000}\n".encode(),
    "markdown of stars": lambda: f"# Mill\n\n{TEXT} {'**a_' * 200_000}\n".encode(),
    "yaml bomb": lambda: (
        "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{n}: &{n} [{f'*{o},' * 9}]\n" for o, n in pairwise("abcdefghij"))
        + f"title: *j\n---\n\n# Mill\n\n{TEXT}\n"
    ).encode(),
    "yaml nested deeply": lambda: f"---\ntitle: {'[' * 100_000}\n---\n\n# Mill\n\n{TEXT}".encode(),
    # text
    "text with NUL in it": lambda: f"{TEXT}\0{TEXT}\0".encode(),
    "nothing but NUL": lambda: bytes(MEGABYTE),
    "lone surrogates": lambda: TEXT.encode() + b"\xed\xa0\x80\xed\xbf\xbf" * 1_000,
    "bad UTF-8": lambda: TEXT.encode() + b"\xc3\x28\xff\xfe\xf8\x88" * 1_000,
    "UTF-16 without a mark": lambda: (TEXT * 100).encode("utf-16-le"),
    "UTF-32 without a mark": lambda: (TEXT * 100).encode("utf-32-be"),
    "one line of 15 MB": lambda: b"a" * 15 * MEGABYTE,
    "5 million lines": lambda: b"1.\n" * 5 * MEGABYTE,
    "orders for a terminal": lambda: (
        TEXT + "\x1b]0;a\x07\x1b[2J\u202e\x9b31m\n" * 100_000
    ).encode(),
    "a hundred thousand marks on a letter": lambda: f"{TEXT} a{'́' * 100_000}".encode(),
    "brackets, 64 kB on one line": lambda: b"Mill " + b"[a](" * 16_000,
    "a header that is a blank line of 64 kB": lambda: b"Subject: a\n" + b" " * 64_000,
    "a document type that never ends": lambda: b"<!doctype" + b" " * 64_000,
}
SLOW = frozenset(
    (
        "5 million lines",
        "feed nested deeply",
        "mail of 20,000 parts",
        "markdown of open brackets",
        "markdown of stars",
        "page of 2 MB of <",
        "pdf with a stream that unpacks to 300 MB",
    )
)
"""Each takes seconds and is left to `python -m tests.hostile`."""
