"""Pages that a browser saved whole in one file."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from briefing.errors import FormatError
from briefing.reading import articles_of
from briefing.reading.formats.html.saved_page import documents_of

FOLDER = Path(__file__).parents[2] / "articles" / "saved"
ADDRESS = "https://www.harwicktide.example/2023/03/ferry-stops"
SAVED = {"chrome.mhtml": f"{ADDRESS}?utm=1", "safari.webarchive": ADDRESS}


@pytest.mark.parametrize("name", SAVED)
def test_saved_pages(name):
    (article,) = articles_of((FOLDER / name).read_bytes(), name)
    text = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "text"]
    found = (article.title, article.authors, article.outlet, article.published, article.address)
    assert found == (
        "Harwick’s island ferry will stop in May",
        ("Ana Ruiz",),
        "The Harwick Tide",
        "2023-03-06",
        SAVED[name],
    )
    assert text[1].startswith("The last ferry between Harwick and Skarholm")
    assert text[-1].startswith("The board offered to pay")
    assert not any("advertisement" in line or "cookies" in line for line in text)


MHTML = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
DAMAGED = {
    "cut archive": (FOLDER / "safari.webarchive").read_bytes()[:2_000],
    "no page in an archive": plistlib.dumps({"WebSubresources": []}),
    "text for a page": plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}),
    "noise after the mark": b"bplist00" + bytes(range(256)) * 20,
    "no page in MHTML": MHTML + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n",
    "empty page": MHTML + b"--b\r\nContent-Type: text/html\r\n\r\n\r\n--b--\r\n",
    "odd encoding": MHTML
    + b"--b\r\nContent-Type: text/html; charset=\xff\xfe\r\n"
    + b"Content-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--b--\r\n",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_ones_are_refused_in_a_line(name):
    with pytest.raises(FormatError) as caught:
        documents_of(DAMAGED[name])
    assert str(caught.value).isprintable()
