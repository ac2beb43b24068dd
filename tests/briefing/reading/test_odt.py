"""ODT: what an author wrote, as LibreOffice and Google Docs store it."""

from __future__ import annotations

import pytest

from briefing.reading import articles_of
from briefing.reading.formats.office.odt import documents_of
from briefing.reading.formats.office.xml_safe import DAMAGED
from briefing.reading.formats.sniffing import format_of
from briefing.reading.formats.unpacking import LOCKED
from tests.article_files.odt_files import ODF_NAMES, h, odt, op
from tests.article_files.shared import LEAD, SECOND, THIRD, packed
from tests.briefing.reading.office import (
    ARTICLES,
    assert_reads_or_refuses,
    mutated,
    refusal,
    shown,
)


def texts(text: str, **parts: str) -> list[tuple[str | None, str]]:
    return [(block.kind, block.text) for block in documents_of(odt(text, **parts))[0].blocks]


def test_a_document_of_libreoffice_is_read_as_it_is_seen():
    assert shown("odt/libreoffice.odt") == [
        ("title", "Larkhaven counts its seals"),
        ("furniture", "By Nils van Dorp"),
        ("furniture", "12 May 2031"),
        ("paragraph", "The harbor council of"),
        ("paragraph", "“Nobody has climbed those"),
        ("paragraph", "Forty seals live on"),
        ("furniture", "Seals on the sandbank"),
        ("heading", "How they count"),
        ("list_item", "Count at dawn"),
        ("list_item", "Count at dusk"),
        ("quotation", "They look at us"),
        ("paragraph", "The repairs will cost"),
        ("table_row", "Year | Seals"),
        ("table_row", "2030 | 41"),
        ("furniture", "Counted from the pier."),
    ]


def test_what_is_removed_hidden_or_noted_is_not_read():
    article = articles_of((ARTICLES / "odt/libreoffice.odt").read_bytes(), "x")[0]
    for unseen in ("disgrace", "Slug 0417", "Is this so?", "Contents 1", "A seal"):
        assert unseen not in article.text
    assert article.notes == ("1 image has no text.",)


@pytest.mark.parametrize(
    ("name", "title", "authors", "published"),
    [
        (
            "libreoffice.odt",
            "Larkhaven counts its seals once more",
            ("Nils van Dorp",),
            "2031-05-12",
        ),
        ("google-docs.odt", "A second ferry for the islands", ("Marta Quill",), "2031-03-03"),
        ("flat.fodt", "Lighthouse of Larkhaven stays closed", ("Tom Okoro",), None),
    ],
)
def test_title_authors_and_date(name, title, authors, published):
    (article,) = articles_of((ARTICLES / "odt" / name).read_bytes(), name)
    assert (article.title, article.authors, article.published) == (title, authors, published)


def test_the_format_is_told_with_and_without_a_type_and_in_one_file():
    whole = {"content.xml": "<x/>", "styles.xml": "<x/>", "META-INF/manifest.xml": "<x/>"}
    assert format_of(odt(op(LEAD))) == "odt"
    assert format_of(packed(whole)) == "odt"
    assert format_of((ARTICLES / "odt/flat.fodt").read_bytes()) == "odt"
    assert format_of(packed({"content.xml": "<x/>"})) == "zip"


def test_spaces_tabs_and_links():
    inside = 'One<text:s text:c="3"/>two<text:tab/>and <text:a>a link</text:a>.'
    assert [" ".join(text.split()) for _, text in texts(op(inside))] == ["One two and a link."]


def test_sections_lists_and_tables_within_each_other():
    nested = (
        f"<text:section>{h('Costs')}<text:list><text:list-item>{op('Wood')}<text:list><text:list-item>"
        f"{op('Oak')}</text:list-item></text:list></text:list-item></text:list></text:section>"
    )
    assert texts(op(LEAD) + nested)[1:] == [
        ("heading", "Costs"),
        ("list_item", "Wood"),
        ("list_item", "Oak"),
    ]


def test_a_hidden_section_is_not_read():
    hidden = f'<text:section text:display="none">{op("Not for readers.")}</text:section>'
    assert texts(op(LEAD) + hidden + op(SECOND)) == [(None, LEAD), (None, SECOND)]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (odt("", manifest="<manifest:encryption-data/>"), LOCKED),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "no text document"),
        (packed({"content.xml": "<office:document"}), DAMAGED),
        (odt("<text:section>" * 3_000 + "</text:section>" * 3_000), DAMAGED),
        (f'<!DOCTYPE d [<!ENTITY a "x">]><d {ODF_NAMES}>&a;</d>'.encode(), DAMAGED),
        (odt(op(LEAD))[:-40], "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(data, why):
    assert why in refusal(documents_of, data)


def test_changed_bytes_never_break_the_reader():
    for name in ("libreoffice.odt", "flat.fodt"):
        for data in mutated((ARTICLES / "odt" / name).read_bytes()):
            assert_reads_or_refuses(documents_of, data)


def test_changed_contents_never_break_the_reader():
    text = f"<d {ODF_NAMES}><office:body><office:text>{op(LEAD)}{h('Costs')}{op(THIRD)}"
    whole = f"{text}</office:text></office:body></d>".replace("<d ", "<office:document ", 1)
    for data in mutated(whole.replace("</d>", "</office:document>").encode()):
        assert_reads_or_refuses(documents_of, packed({"content.xml": data}))
