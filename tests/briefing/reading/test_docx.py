"""DOCX: what an author wrote, once each, and what Word, Google Docs and LibreOffice say of it."""

from __future__ import annotations

import pytest

from briefing.reading import articles_of
from briefing.reading.formats.office.docx import documents_of
from briefing.reading.formats.office.xml_safe import DAMAGED
from briefing.reading.formats.unpacking import TOO_LARGE
from tests.article_files.docx_files import docx, p, style, t
from tests.article_files.shared import LEAD, SECOND, THIRD, packed
from tests.briefing.reading.office import (
    ARTICLES,
    assert_reads_or_refuses,
    mutated,
    refusal,
    shown,
)


def read(body: str, **parts: str):
    return documents_of(docx(body, **parts))[0]


def texts(body: str, **parts: str) -> list[tuple[str | None, str]]:
    return [(block.kind, block.text) for block in read(body, **parts).blocks]


def test_a_document_of_word_is_read_as_it_is_seen():
    assert shown("docx/word.docx") == [
        ("title", "Old lighthouse of Larkhaven"),
        ("paragraph", "Stairs have not been"),
        ("furniture", "By Dr. Ingrid Åberg"),
        ("furniture", "4 March 2031"),
        ("paragraph", "The harbor council of"),
        ("paragraph", "“Nobody has climbed those"),
        ("paragraph", "Open since 1871, never"),
        ("furniture", "The lighthouse at dusk"),
        ("heading", "What it costs"),
        ("paragraph", "The repairs will cost"),
        ("paragraph", "The council agreed to"),
        ("list_item", "New oak stairs"),
        ("list_item", "A second handrail"),
        ("quotation", "We shall miss the"),
        ("table_row", "Year | Visitors"),
        ("table_row", "2029 | 8,120"),
        ("table_row", "2030 | 9,455"),
        ("furniture", "The minutes are kept"),
    ]


def test_changes_fields_hidden_text_and_hyphens():
    article = articles_of((ARTICLES / "docx/word.docx").read_bytes(), "word.docx")[0]
    assert (
        "The council agreed to publish the minutes of its long\u2011awaited meeting on the pier"
        " this week.\n" in article.text
    )
    for unseen in ("flatly refused", "HYPERLINK", "Slug 0417", "Contents of this report"):
        assert unseen not in article.text
    assert article.text.count("never dark for a night") == 1
    assert article.notes == ("1 image has no text.",)


@pytest.mark.parametrize(
    ("name", "title", "authors", "published"),
    [
        (
            "word",
            "Old lighthouse of Larkhaven closes for the summer",
            ("Ingrid Åberg", "Tom Okoro"),
            "2031-03-04",
        ),
        (
            "google-docs",
            "Does the town need a second ferry to the islands?",
            ("Marta Quill",),
            "2031-03-03",
        ),
        ("strict", "Larkhaven counts its seals again", ("Tom Okoro",), None),
    ],
)
def test_title_authors_and_date(name, title, authors, published):
    (article,) = articles_of((ARTICLES / f"docx/{name}.docx").read_bytes(), name)
    assert (article.title, article.authors, article.published) == (title, authors, published)


def test_where_title_and_authors_come_from_is_told():
    document = read(
        p("Seals counted again", "T") + p("By Ana Ruiz") + p(LEAD),
        styles=style("T", "Title"),
        core="<dc:title>Seal story, second draft</dc:title><dc:creator>Tom Okoro</dc:creator>",
    )
    assert [(o.field, o.source, o.differs) for o in document.origins] == [
        ("title", "title style", "the DOCX properties say “Seal story, second draft”"),
        ("authors", "byline", "the DOCX properties say “Tom Okoro”"),
    ]


@pytest.mark.parametrize(
    ("title", "creator"),
    [
        ("Microsoft Word - x.doc", "user"),
        ("Document1", "python-docx"),
        ("Untitled document", "Apache POI"),
        ("press-release.docx", "Microsoft Office User"),
        ("Press release template", "Gazette Newsroom"),
        ("Budget of the swimming club", "Okoro"),
    ],
)
def test_what_programs_write_into_properties_is_no_title_and_no_author(title, creator):
    core = f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
    document = read(p(LEAD) + p(SECOND) + p(THIRD), core=core)
    assert (document.title, document.authors) == (None, ())


def test_the_day_of_creation_is_no_day_of_publication():
    core = "<dcterms:created>2019-01-01T08:00:00Z</dcterms:created>"
    assert read(p(LEAD) + p(SECOND), core=core).published is None


def test_styles_are_known_by_what_they_are_based_on():
    styles = style("Kop", "Gazette Headline", "T") + style("T", "Title") + style("A", "Author")
    body = p("Seals counted again", "Kop") + p("Dr. Ana Ruiz, Bo Lind", "A") + p(LEAD)
    document = read(body, styles=styles)
    assert (document.title, document.authors) == ("Seals counted again", ("Ana Ruiz", "Bo Lind"))


def test_styles_based_on_each_other_in_a_circle():
    styles = style("A", "One", "B") + style("B", "Two", "A")
    assert texts(p(LEAD, "A"), styles=styles) == [(None, LEAD)]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (t("One ") + "<w:r><w:tab/></w:r>" + t("two."), "One two."),
        (
            f"<w:ins>{t('In')}</w:ins><w:moveFrom>{t('gone')}</w:moveFrom>{t(' it is.')}",
            "In it is.",
        ),
        (f"<w:smartTag>{t('Oslo')}</w:smartTag>{t(' is far.')}", "Oslo is far."),
        (f"<w:sdt><w:sdtContent>{t('Filled in.')}</w:sdtContent></w:sdt>", "Filled in."),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/><w:t>code</w:t>"
            "<w:fldChar w:fldCharType='separate'/><w:t>Result.</w:t>"
            "<w:fldChar w:fldCharType='end'/></w:r>",
            "Result.",
        ),
        (f"<w:fldSimple w:instr='PAGE'>{t('Seven')}</w:fldSimple>{t(' left.')}", "Seven left."),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Tokyo"
            "</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "Tokyo",
        ),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (t("Not ", "<w:rPr><w:vanish w:val='0'/></w:rPr>") + t("hidden."), "Not hidden."),
    ],
)
def test_what_is_in_a_line(runs, text):
    assert [" ".join(shown.split()) for _, shown in texts(f"<w:p>{runs}</w:p>")] == [text]


def test_line_breaks_part_paragraphs_and_mend_broken_sentences():
    runs = t("It ended.") + "<w:r><w:br/></w:r>" + t("Then the next")
    runs += "<w:r><w:br/></w:r>" + t("line began.")
    assert texts(f"<w:p>{runs}</w:p>") == [(None, "It ended."), (None, "Then the next line began.")]


def test_a_table_that_only_lays_out_a_page_is_read_as_text():
    cell = f"<w:tc>{p(LEAD)}{p(SECOND)}</w:tc>"
    body = f"<w:tbl><w:tr>{cell}<w:tc>{p('Share')}</w:tc></w:tr></w:tbl>"
    assert [text for _, text in texts(body)] == [LEAD, SECOND, "Share"]


def test_a_text_that_is_embedded_as_a_whole_is_read():
    data = docx('<w:altChunk r:id="rId3"/>', chunk=f"A headline\n\n{LEAD}\n\n{SECOND}".encode())
    assert LEAD in articles_of(data, "x")[0].text


@pytest.mark.parametrize(
    ("lines", "title", "authors"),
    [
        (("Seals counted again", "by Łukasz Nowak"), "Seals counted again", ("Łukasz Nowak",)),
        (("Seals counted again", "Ana Ruiz", "3 May 2031"), "Seals counted again", ("Ana Ruiz",)),
        (("Seals counted again", "Larkhaven Bay"), "Seals counted again", ()),
        (
            ("GAZETTE", "Forty seals are counted on the sandbank", "By Ana Ruiz and Bo Lind"),
            "Forty seals are counted on the sandbank",
            ("Ana Ruiz", "Bo Lind"),
        ),
        (
            ("The seals that nobody had seen for many years are back on their bank again.",),
            "The seals that nobody had seen for many years are back on their bank again.",
            (),
        ),
    ],
)
def test_looks_tell_a_headline_where_no_style_does(lines, title, authors):
    bold = "<w:rPr><w:b/></w:rPr>"
    looks = [bold if line.isupper() or line == title else "" for line in lines]
    head = "".join(p(line, look=look) for line, look in zip(lines, looks, strict=True))
    document = read(head + p(LEAD) + p(SECOND) + p(THIRD))
    assert (document.title, document.authors) == (title, authors)


def test_a_heading_below_the_first_sentences_is_no_headline():
    styles = style("H", "heading 1")
    body = (
        p("They came back at last.") + p("Nobody had hoped for it.") + p("Why now", "H") + p(LEAD)
    )
    document = read(body, styles=styles)
    assert document.title is None
    assert [block.kind for block in document.blocks] == [None, None, "heading", None]


def test_a_list_of_contents_is_no_text():
    styles = style("TOC1", "toc 1")
    assert texts(p("Costs 3", "TOC1") + p(LEAD), styles=styles) == [
        ("furniture", "Costs 3"),
        (None, LEAD),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and no more", "damaged"),
        (packed({"word/document.xml": "<w:document"}), DAMAGED),
        (packed({"word/other.xml": "<x/>"}), "no document of Word"),
        (packed({"ab": "a member without a name"}).replace(b"ab", b"\0b"), "no document of Word"),
        (docx("")[:900], "damaged"),
        (docx("<w:p>" * 5_000 + "</w:p>" * 5_000), DAMAGED),
        (docx(p("x") + "<w:p/>" * 2_000_000), TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_refused(data, why):
    assert why in refusal(documents_of, data)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY % b SYSTEM "http://127.0.0.1:9/x"> %b;]>',
    ],
)
def test_entities_are_refused(declared):
    members = {"word/document.xml": f"{declared}<d>&b;</d>"}
    assert refusal(documents_of, packed(members)) == DAMAGED


def test_changed_bytes_never_break_the_reader():
    for data in mutated((ARTICLES / "docx/word.docx").read_bytes()):
        assert_reads_or_refuses(documents_of, data)


def test_changed_contents_never_break_the_reader():
    names = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    whole = f"<w:document{names}><w:body>{p(LEAD, 'T')}{p(SECOND)}</w:body></w:document>"
    for data in mutated(whole.encode()):
        assert_reads_or_refuses(documents_of, packed({"word/document.xml": data}))
