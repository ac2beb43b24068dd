"""The page as DOCX: what stands in it, and that LibreOffice shows it on one sheet."""

import io
import shutil
import subprocess
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from msgspec.structs import replace
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from briefing.model import Figure
from briefing.page.formats.docx import to_docx
from briefing.page.formats.docx_styles import SHEET
from briefing.page.one_page import MOST_WORDS, to_markdown
from briefing.page.sheet import styles
from briefing.page.sheet.fitting import fitted
from tests.articles import briefings, empty
from tests.briefing.corrections.example import BRIEFING, span_of
from tests.briefing.test_html_page import MAPPED, OWN

NAMES = list(briefings())
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
LETTER = (612, 792)
ODD = ("one long word", "all signs", "empty")
SECONDS = 120
"""For LibreOffice, which takes five."""


def opened(briefing):
    return Document(io.BytesIO(to_docx(briefing)))


def paragraphs(document):
    """The paragraphs in the order in which they are read, also those in tables."""
    for element in document.element.body.iter(qn("w:p")):
        style = element.pPr.style if element.pPr is not None else None
        words = "".join(
            part.text if part.tag == qn("w:t") else "\n"
            for part in element.iter(qn("w:t"), qn("w:br"))
        )
        yield style, words


def words_of(document):
    return [words for _, words in paragraphs(document) if words]


def test_all_of_the_page_stands_in_it_in_the_order_of_reading():
    document = opened(replace(MAPPED, composition=OWN))
    assert words_of(document) == [
        "Briefing   Prepared by Ada Linde",
        "Osmark is cut off",
        "The article’s headline: Ferry line to Osmark stops",
        "no date or author given · 55 words",
        "Why it matters",
        "First line.\n<b>Second</b> line.",
        "Summary",
        "Mira Holt, the head of Norvia, said on Monday that the ferry to Osmark would stop. ¶1",
        "The mayor of Osmark, Jon Vale, was angry. ¶2",
        "Highlights",
        "“would stop” ¶1",
        "Reader’s note  When?",
        "In their words",
        "“We carry too few people”",
        "— Mira Holt ¶1",
        "“Nobody asked us”",
        "— Jon Vale (speaker inferred) ¶2",
        "Next",
        "The council meets.",
        "Note",
        "Compare 2019.",
        "Who",
        "Name and role",
        "Named",
        "Mira Holt",
        "head of Norvia",
        "3× ¶1",
        "Jon Vale",
        "2× ¶2",
        "Norvia",
        "2× ¶1",
        "Where",
        "Osmark, Norway ¶1 (4)",
        "Lisbon, Norway ¶2",
        "When",
        "2019 ¶2",
        "Summary, quotes and roles are the article’s own words; ¶ is its paragraph. The headline,"
        " “Why it matters”, “Next” and “Note” are the reader’s own words. Not shown here: 1 date."
        " Made offline by brief.",
    ]


def test_it_can_be_read_without_eyes():
    document = opened(replace(MAPPED, composition=OWN))
    found = dict.fromkeys(style for style, _ in paragraphs(document))
    headings = [words for style, words in paragraphs(document) if style == "Heading1"]
    assert headings == ["Osmark is cut off"]
    assert {"Heading2", "ListNumber", "Quote"} <= set(found)
    (head,) = document.element.body.iter(qn("w:tblHeader"))
    table = document.tables[0].rows[0].cells[1].tables[0]
    assert head.getparent().getparent() is table.rows[0]._tr
    assert [cell.text for cell in table.rows[0].cells] == ["Name and role", "Named"]
    (caption,) = document.element.body.iter(qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == "Who"


@pytest.mark.parametrize(
    ("language", "said"), [("de", "de"), ("pt-BR", "pt-BR"), ('"><x', "en-US")]
)
def test_the_language_is_that_of_the_article(language, said):
    article = replace(BRIEFING.article, language=language)
    document = opened(replace(BRIEFING, article=article))
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {said}


def test_the_file_says_whose_it_is_and_nothing_of_the_library_that_wrote_it():
    properties = opened(replace(BRIEFING, composition=OWN)).core_properties
    assert (properties.title, properties.author) == ("Osmark is cut off", "Ada Linde")
    assert (properties.comments, properties.created, properties.modified) == ("", None, None)
    with ZipFile(io.BytesIO(to_docx(BRIEFING))) as file:
        assert not [name for name in file.namelist() if "thumbnail" in name]
        assert {about.date_time[0] for about in file.infolist()} == {1980}


def test_the_address_is_a_link():
    address = "https://wire.example/a?b=1&c=2"
    document = opened(
        replace(BRIEFING, article=replace(BRIEFING.article, address=address, outlet="The Wire"))
    )
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert links == [address]
    assert f"The Wire · {address} · no date or author given · 55 words" in words_of(document)


def test_where_nothing_was_found_there_is_no_table():
    document = opened(empty())
    assert document.tables == []
    assert "Untitled" in words_of(document)


def test_figures_stand_in_the_narrow_column():
    start, end = span_of("Monday")
    figure = Figure(text="59 people", start=start, end=end)
    words = words_of(opened(replace(BRIEFING, figures=(figure,))))
    assert words[-3:-1] == ["Figures", "59 people ¶1"]


@pytest.mark.parametrize("name", NAMES[::4])
def test_it_has_what_was_fitted_and_is_well_formed(name):
    briefing = briefings()[name]
    pieces = fitted(briefing, SHEET).contents.pieces
    document = opened(briefing)
    words = words_of(document)
    for quote in pieces.quotes:
        assert f"“{quote.text}”" in words
    for line in pieces.summary:
        assert f"{line.text} {line.cite}" in words
    for cell in document.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")  # or Word calls the file damaged
        assert cell[0].tag in (qn("w:tcPr"), qn("w:p"))


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    """How many sheets LibreOffice needs for documents, and how far down the first of each goes."""
    if not OFFICE:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def shown(documents):
        for name, data in documents.items():
            (folder / f"{name}.docx").write_bytes(data)
        paths = [folder / f"{name}.docx" for name in documents]
        command = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, *paths]
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        if not list(folder.glob("*.pdf")):  # its first run only made the profile
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
        found = {}
        for name in documents:
            with pypdfium2.PdfDocument(folder / f"{name}.pdf") as pdf:
                page = pdf[0]
                texts = page.get_objects([FPDF_PAGEOBJ_TEXT], max_depth=3)
                lowest = min((text.get_bounds()[1] for text in texts), default=0.0)
                found[name] = len(pdf), page.get_height() - lowest
        return found

    return shown


def on_letter(data):
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    section.page_width, section.page_height = map(Pt, LETTER)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_libreoffice_shows_it_on_one_sheet_of_a4_and_of_letter(sheets):
    long = [n for n in NAMES if len(to_markdown(briefings()[n]).split()) > 0.9 * MOST_WORDS]
    chosen = {name: briefings()[name] for name in [*long[:4], *ODD]}
    chosen["own"] = replace(MAPPED, composition=OWN)
    documents = {}
    for name, briefing in chosen.items():
        documents[f"{name} a4"] = to_docx(briefing)
        documents[f"{name} letter"] = on_letter(documents[f"{name} a4"])
    document = Document(io.BytesIO(documents["own a4"]))
    document.add_paragraph("\n".join(["word " * 40] * 60))
    written = io.BytesIO()
    document.save(written)
    documents["too long"] = written.getvalue()
    found = sheets(documents)
    assert found.pop("too long")[0] > 1
    assert {name: count for name, (count, _) in found.items() if count != 1} == {}
    full = [name for name in long[:4] if fitted(briefings()[name], SHEET).size < 11]
    assert len(full) > 2
    for name in full:  # narrower fonts than those that were counted leave some room
        _, down = found[f"{name} letter"]
        assert down > 0.8 * styles.HEIGHT
