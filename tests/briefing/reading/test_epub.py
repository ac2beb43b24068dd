"""EPUB: the chapters of a book, and nothing of its cover, contents and imprint."""

from __future__ import annotations

import pytest

from briefing.reading import articles_of
from briefing.reading.formats.office.epub import documents_of
from briefing.reading.formats.office.epub_package import NO_BOOK, NO_PAGES, PROTECTED
from briefing.reading.formats.office.xml_safe import DAMAGED
from tests.article_files.epub_files import epub, xhtml
from tests.article_files.shared import LEAD, SECOND, THIRD, packed
from tests.briefing.reading.office import (
    ARTICLES,
    assert_reads_or_refuses,
    mutated,
    refusal,
    shown,
)

TITLE = "<dc:title>The Long Tide</dc:title>"
PAGES = {"one.xhtml": xhtml(f"<p>{LEAD}</p>")}


def encryption(algorithm: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": '<e xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        f'<enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/>'
        "</enc:EncryptedData></e>"
    }


def test_a_book_of_pandoc_is_read_without_title_page_contents_and_marks():
    assert shown("epub/pandoc.epub") == [
        ("title", "Larkhaven counts its seals"),
        ("paragraph", "The harbor council of"),
        ("paragraph", "“Nobody has climbed those"),
        ("heading", "Costs"),
        ("paragraph", "The repairs will cost"),
        ("furniture", "A seal"),
        ("furniture", "Counted from the pier."),
    ]
    (article,) = articles_of((ARTICLES / "epub/pandoc.epub").read_bytes(), "x")
    assert LEAD + "\n" in article.text
    assert (article.authors, article.published) == (("Nils van Dorp",), "2031-05-12")


def test_an_issue_of_a_paper_is_its_articles():
    articles = articles_of((ARTICLES / "epub/issue.epub").read_bytes(), "x")
    assert [(a.title, a.authors, a.published, a.outlet, a.notes) for a in articles] == [
        (
            "Lighthouse of Larkhaven stays closed",
            ("Orla Finch",),
            "2031-03-03",
            "Larkhaven Gazette",
            ("Part 1 of 2 of “Larkhaven Gazette [Tue, 04 Mar 2031]”.",),
        ),
        (
            "A second ferry for the islands",
            (),
            "2031-03-04",
            "Larkhaven Gazette",
            ("Part 2 of 2 of “Larkhaven Gazette [Tue, 04 Mar 2031]”.",),
        ),
    ]
    assert not any("Menu" in a.text or "calibre" in a.text for a in articles)


def test_a_novel_is_its_chapters():
    documents = documents_of((ARTICLES / "epub/novel.epub").read_bytes())
    assert [(d.part, d.title, d.authors, d.outlet, d.published, d.language) for d in documents] == [
        ("Chapter One", "The Long Tide", ("Nils van Dorp",), "Sandbank Press", "2030-10-01", "en"),
        ("Chapter Two", "The Long Tide", ("Nils van Dorp",), "Sandbank Press", "2030-10-01", "en"),
    ]
    assert [block.text for block in documents[0].blocks] == ["Chapter One", LEAD, SECOND]
    assert documents[1].blocks[1].text.startswith("The café was closed")


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        ("<dc:date>2031-05-12</dc:date>", "2031-05-12"),
        ("<dc:date>2031-05-12T18:30:00+02:00</dc:date>", "2031-05-12"),
        ("<dc:date>12 May 2031</dc:date>", "2031-05-12"),
        ("<dc:date>2031</dc:date>", None),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
        ("<dc:date>2031-02-30</dc:date>", None),
        ("<dc:date opf:event='creation'>2031-05-12</dc:date>", None),
        ("<meta property='dcterms:modified'>2031-05-12T01:02:03Z</meta>", None),
        (
            "<dc:date>2031-05-12T01:02:03Z</dc:date>"
            "<meta property='dcterms:modified'>2031-05-12T01:02:03Z</meta>",
            None,
        ),
    ],
)
def test_when_a_book_was_published(dates, published):
    (document,) = documents_of(epub(PAGES, TITLE + dates))
    assert document.published == published


@pytest.mark.parametrize(
    ("creators", "authors"),
    [
        ("<dc:creator>Ruiz, Ana</dc:creator>", ("Ana Ruiz",)),
        ("<dc:creator>Ana Ruiz and Bo Lind</dc:creator>", ("Ana Ruiz", "Bo Lind")),
        ("<dc:creator opf:role='trl'>Ana Ruiz</dc:creator>", ()),
        ("<dc:creator>calibre</dc:creator>", ()),
        ("<dc:creator>Unknown</dc:creator>", ()),
        ("<dc:creator>Colette</dc:creator>", ("Colette",)),
    ],
)
def test_who_wrote_a_book(creators, authors):
    assert documents_of(epub(PAGES, TITLE + creators))[0].authors == authors


@pytest.mark.parametrize(
    "page",
    [
        xhtml("<p>The Long Tide</p><p>Ana Ruiz</p>"),
        xhtml("<p>© 2031 Ana Ruiz. All rights reserved.</p>"),
        xhtml("<p><a href='one.xhtml'>One</a></p><p><a href='two.xhtml'>Two</a></p>"),
        xhtml("<p>A cover</p>", kind="cover"),
        xhtml("<section epub:type='toc'><p>One, two</p></section>"),
        xhtml("<nav><ol><li><a href='one.xhtml'>One</a></li></ol></nav>"),
        xhtml("<img src='x.jpg'/>"),
    ],
)
def test_pages_that_are_no_text_are_left_out(page):
    metadata = f"{TITLE}<dc:creator>Ana Ruiz</dc:creator>"
    (document,) = documents_of(epub({"zero.xhtml": page} | PAGES, metadata))
    assert [block.text for block in document.blocks] == [LEAD]


def test_a_text_without_headings_in_two_files_is_one():
    pages = PAGES | {"two.xhtml": xhtml(f"<p>{SECOND}</p>")}
    nav = "<a href='one.xhtml'>Part one</a><a href='two.xhtml'>Part two</a>"
    (document,) = documents_of(epub(pages, TITLE, nav=nav))
    assert (document.title, len(document.blocks)) == ("The Long Tide", 2)


def test_a_day_above_a_chapter_of_a_novel_is_no_day_of_publication():
    page = xhtml(f"<h1>The Pier</h1><p>3 May 1897</p><p>{THIRD}</p>")
    assert documents_of(epub({"one.xhtml": page}, TITLE))[0].published is None


def test_a_book_whose_fonts_are_hidden_is_read():
    fonts = encryption("http://www.idpf.org/2008/embedding")
    assert documents_of(epub(PAGES, TITLE, extra=fonts))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"readme.txt": "not a book"}), NO_BOOK),
        (packed({"mimetype": "application/epub+zip"}), NO_BOOK),
        (
            epub(PAGES, TITLE, extra=encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")),
            PROTECTED,
        ),
        (epub({"one.xhtml": xhtml("<img src='x.jpg'/>")}, TITLE), NO_PAGES),
        (epub({}, TITLE), NO_PAGES),
        (epub(PAGES, '<!DOCTYPE d [<!ENTITY a "x">]>'), DAMAGED),
        (epub({"one.xhtml": "<div>" * 5_000 + "deep"}, TITLE), DAMAGED),
        (epub(PAGES, TITLE)[:-60], "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(data, why):
    assert why in refusal(documents_of, data)


def test_changed_bytes_never_break_the_reader():
    for name in ("novel", "issue"):
        for data in mutated((ARTICLES / f"epub/{name}.epub").read_bytes()):
            assert_reads_or_refuses(documents_of, data)


def test_changed_pages_never_break_the_reader():
    page = xhtml(f"<h1>Chapter One</h1><p>{LEAD}</p><ul><li>{THIRD}</li></ul>").encode()
    for data in mutated(page):
        assert_reads_or_refuses(documents_of, epub({"one.xhtml": data}, TITLE))
