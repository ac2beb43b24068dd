"""Line ends of all systems, and those that terminals send for pasted text: every format is told."""

from pathlib import Path

import pytest

from briefing.reading.formats.dispatch import documents_of
from briefing.reading.formats.sniffing import format_of

ARTICLES = Path(__file__).parents[2] / "articles"
FILES = {
    "mail/pasted.txt": "mail",
    "mail/forwarded-apple.eml": "mail",
    "mail/list.mbox": "mailbox",
    "markdown/hugo.md": "markdown",
    "markdown/pandoc.md": "markdown",
    "markdown/bare.md": "markdown",
    "html/print.html": "html",
    "html/fragment.html": "html",
}


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("name", FILES)
def test_a_text_reads_the_same_with_any_line_ends(name: str, end: bytes):
    data = (ARTICLES / name).read_bytes().replace(b"\r\n", b"\n")
    assert format_of(data.replace(b"\n", end)) == FILES[name]
    assert documents_of(data.replace(b"\n", end)) == documents_of(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_letter_that_an_editor_saved_reads_like_one_that_was_sent(encoding: str):
    data = (ARTICLES / "mail/pasted.txt").read_bytes()
    assert documents_of(data.decode().encode(encoding)) == documents_of(data)
