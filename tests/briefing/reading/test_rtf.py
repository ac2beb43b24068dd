r"""RTF: what an author wrote, whichever way its letters are escaped."""

from __future__ import annotations

import pytest

from briefing.reading import articles_of
from briefing.reading.formats.office.rtf import CUT_OFF, documents_of
from tests.article_files.rtf_files import escaped
from tests.article_files.shared import LEAD, SECOND
from tests.briefing.reading.office import (
    ARTICLES,
    assert_reads_or_refuses,
    mutated,
    refusal,
    shown,
)


def texts(rtf: str) -> list[tuple[str | None, str]]:
    return [(block.kind, block.text) for block in documents_of(rtf.encode("latin-1"))[0].blocks]


def test_a_document_of_word_is_read_as_it_is_seen():
    assert shown("rtf/word.rtf") == [
        ("title", "Seals of Larkhaven are"),
        ("furniture", "12 May 2031"),
        ("paragraph", "The harbor council of"),
        ("paragraph", "“Nobody has climbed those"),
        ("heading", "How they count"),
        ("paragraph", "Forty seals live here"),
        ("list_item", "Count at dawn"),
        ("list_item", "Count at dusk"),
        ("quotation", "They look at us"),
        ("paragraph", "See the minutes of"),
        ("table_row", "Year | Seals"),
        ("table_row", "2030 | 41"),
        ("paragraph", "The end of it."),
        ("furniture", "Counted from the pier."),
    ]


def test_what_is_removed_or_hidden_is_not_read():
    article = articles_of((ARTICLES / "rtf/word.rtf").read_bytes(), "x")[0]
    for unseen in (
        "He was wrong",
        "Slug 0417",
        "not for publication",
        "HYPERLINK",
        "none",
        "89504",
    ):
        assert unseen not in article.text
    assert article.text.count("Forty seals") == 1
    assert "☃ and the café." in article.text
    assert article.notes == ("1 image has no text.",)


@pytest.mark.parametrize(
    ("name", "title", "authors", "published"),
    [
        ("word", "Seals of Larkhaven are counted “again”", ("Tom Okoro",), "2031-05-12"),
        ("textedit", "A second ferry for the islands?", ("Björn Åkermark",), "2031-03-03"),
        ("code-pages", "", (), None),
    ],
)
def test_title_authors_and_date(name, title, authors, published):
    (article,) = articles_of((ARTICLES / f"rtf/{name}.rtf").read_bytes(), name)
    assert (article.title, article.authors, article.published) == (title, authors, published)


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1252 caf\'e9 \'93so\'94\par}", "café “so”"),
        (r"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0\par}", "Москва"),
        (r"{\rtf1\mac caf\'8e\par}", "café"),
        (r"{\rtf1{\fonttbl{\f1\fcharset128 M;}}\f1 \'93\'fa\'96\'7b\par}", "日本"),
        (r"{\rtf1\uc1 \u8220?a\u8221\'94\par}", "“a”"),
        (r"{\rtf1\uc2 \u9731 xxsnow\par}", "☃snow"),
        (r"{\rtf1\uc0 \u-10179 \u-8704 done\par}", "😀done"),
        (r"{\rtf1\uc0\u-10179 lone\par}", "\ufffdlone"),
        (r"{\rtf1 a\~b\_c\-d\{e\}\\f\par}", "a\u00a0b\u2011cd{e}\\f"),
        (r"{\rtf1 one\emdash two\lquote s\par}", "one—two‘s"),
        (r"{\rtf1 {\*\unknown{\b gone}}stays\par}", "stays"),
        ("{\\rtf1 {\\pict\\bin5 }}}}}}stays\\par}", "stays"),
        (r"{\rtf1\fromhtml1 {\*\htmltag64 <p>}\htmlrtf gone\htmlrtf0 stays\par}", "stays"),
        ("{\\rtf1 one\\\ntwo\\par}", "one"),
    ],
)
def test_how_letters_are_escaped(rtf, text):
    assert texts(rtf)[0][1].replace(" ", " ") == text.replace("\u00a0", " ")


def test_a_file_that_was_cut_off_is_read_and_told():
    (document,) = documents_of(rf"{{\rtf1 {escaped(LEAD)}\par {escaped(SECOND)}".encode())
    assert [block.text for block in document.blocks] == [LEAD, SECOND]
    assert document.notes == (CUT_OFF,)


def test_groups_without_end_are_refused():
    assert "damaged" in refusal(documents_of, b"{\\rtf1" + b"{" * 100_000)


def test_changed_bytes_never_break_the_reader():
    for name in ("word", "textedit", "code-pages"):
        for data in mutated((ARTICLES / f"rtf/{name}.rtf").read_bytes()):
            assert_reads_or_refuses(documents_of, data)
