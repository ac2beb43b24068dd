from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from briefing.errors import FormatError
from briefing.reading import articles_of
from briefing.reading.formats.dispatch import documents_of

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ARTICLES = Path(__file__).parents[2] / "articles"
BARE = (ARTICLES / "markdown" / "bare.md").read_bytes()
FEED = (ARTICLES / "feed" / "feed.json").read_bytes()
PLAIN = b"Dredgers return to Tarnmouth\n\nTwo dredgers came back on Wednesday, the port said.\n"


def zipped(members: Mapping[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as into:
        for name, data in members.items():
            into.writestr(name, data)
    return archive.getvalue()


PACKED = {
    "gzip": gzip.compress(BARE),
    "gzip in two parts": gzip.compress(BARE[:100]) + gzip.compress(BARE[100:]),
    "Zstandard": zstd.compress(BARE),
    "Zstandard in two parts": zstd.compress(BARE[:100]) + zstd.compress(BARE[100:]),
    "gzip in Zstandard": zstd.compress(gzip.compress(BARE)),
}


@pytest.mark.parametrize("how", PACKED)
def test_one_packed_article(how):
    assert documents_of(PACKED[how]) == documents_of(BARE)


def test_an_archive_gives_its_articles_in_the_order_of_their_names():
    documents = documents_of(
        zipped({"b/10.md": BARE, "b/9.txt": PLAIN, "a.json": FEED, "c.gz": gzip.compress(PLAIN)})
    )
    assert [document.part for document in documents] == [
        "a.json: A bridge",
        "a.json: entry 2",
        "b/9.txt",
        "b/10.md",
        "c.gz",
    ]
    assert all(document.notes == () for document in documents)


def test_what_systems_and_browsers_add_is_passed_over():
    names = (
        "__MACOSX/._bare.md .DS_Store pages/.DS_Store pages/Thumbs.db desktop.ini"
        " pages/bare_files/frame.txt style.css data.csv .git/config"
    ).split()
    members = dict.fromkeys(names, PLAIN)
    documents = documents_of(zipped({**members, "pages/bare.html": b"", "pages/bare.md": BARE}))
    assert [document.part for document in documents] == ["pages/bare.md"]


def test_members_that_are_no_articles_are_told_in_one_note():
    pictures = {f"{number}.png": b"\x89PNG\r\n\x1a\n" for number in range(7)}
    first, second = documents_of(zipped({**pictures, "a.md": BARE, "b.md": BARE}))
    assert first.notes == (
        "7 files of the archive could not be read as articles:"
        " 0.png, 1.png, 2.png, 3.png, 4.png, 2 more.",
    )
    assert second.notes == ()


def test_articles_of_an_archive_have_sources_of_their_own():
    articles = articles_of(zipped({"a.md": BARE, "b.txt": PLAIN}), "week.zip")
    assert [(article.source, article.title) for article in articles] == [
        ("week.zip#1", "School meals go local in Varden"),
        ("week.zip#2", "Dredgers return to Tarnmouth"),
    ]


def times(data: bytes, count: int) -> bytes:
    for _ in range(count):
        data = gzip.compress(data)
    return data


REFUSED = {
    "packed more than three times over": times(BARE, 4),
    "unpacks to far more than an article": gzip.compress(b"a" * 200_000_000),
    "far more than an article; unpack it": zstd.compress(b"a" * 200_000_000),
    "to far more": zipped({"a.txt": b"a" * 200_000_000, "b.md": BARE}),
    "damaged or incomplete": gzip.compress(BARE)[:60],
    "incomplete; get it once more": zstd.compress(BARE)[:60],
    "damaged": zipped({"a.md": BARE})[:200],
    "no article in it": zipped({"__MACOSX/._a.md": PLAIN}),
    "give an archive with articles": zipped({}),
    "none of its 2 files can be read": zipped({"a.png": b"\x89PNG\r\n", "b.gif": b"GIF89a"}),
    "holds no articles; save its text": zipped({"[Content_Types].xml": b"", "xl/a.xml": PLAIN}),
    "give an archive": zipped({"readme.txt": b"Read me first"}),
    "it is a PNG image": zipped({"a.png": b"\x89PNG\r\n\x1a\n"}),
    "tar archive": gzip.compress(b"a.md".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 248 + BARE),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_cannot_be_unpacked_is_refused_in_one_line(reason):
    with pytest.raises(FormatError, match=reason) as refused:
        documents_of(REFUSED[reason])
    assert "\n" not in str(refused.value)


def test_a_name_of_a_member_is_made_safe():
    (document, _) = documents_of(zipped({"a\x1b[31m\u202e.md": BARE, "b.md": BARE}))
    assert document.part.isprintable()
