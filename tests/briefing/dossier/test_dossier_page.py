"""The page of a dossier: one page whatever there is, every line cited."""

from __future__ import annotations

import io
import json
import random
import re
from html import unescape

import pytest
from docx import Document
from docx.oxml.ns import qn

from briefing import codec
from briefing.dossier import dossier_of
from briefing.dossier.page.formats import fitted
from briefing.dossier.page.lines import name_of
from briefing.dossier.page.one_page import to_markdown
from briefing.page.formats import OF_DOSSIERS, dossier_renderer
from briefing.page.formats.docx_styles import SHEET
from briefing.page.one_page import fits, size_of
from briefing.page.sheet import styles
from tests.articles import briefings, invented
from tests.briefing.dossier.cited import assert_cited
from tests.briefing.dossier.schema import validate
from tests.briefing.test_html_page import MAPPED


def plain(text):
    """The words of a text, one space between them."""
    return " ".join(text.split())


def words_of_html(page):
    return plain(unescape(re.sub("<[^>]+>", " ", page.partition("<body>")[2])))


def words_of_docx(data):
    texts = Document(io.BytesIO(data)).element.body.iter(qn("w:t"), qn("w:tab"), qn("w:p"))
    return plain("".join(one.text or " " if one.tag == qn("w:t") else " " for one in texts))


PLAIN_TEXT = {"html": words_of_html, "docx": words_of_docx, "text": plain}
CITED = re.compile(r"\[[A-Z]+ (?:¶(?:\d+|\?)|headline)[^\]]*\]$")


@pytest.mark.parametrize("seed", range(12))
def test_any_articles_make_one_page(seed):
    pick = random.Random(seed)
    known = [briefing for name, briefing in briefings().items() if name != "empty"]
    chosen = pick.sample(known, pick.randint(2, 9))
    dossier = dossier_of(chosen)
    assert_cited(dossier)
    if seed < 3:
        validate(json.loads(codec.encode(dossier)))
    page = to_markdown(dossier)
    assert fits(page), size_of(page)


def test_a_hundred_articles_make_one_page():
    dossier = dossier_of([invented(seed) for seed in range(100)])
    assert_cited(dossier)
    page = to_markdown(dossier)
    assert fits(page)
    assert re.search(r"^- and \d+ more articles$", page, re.MULTILINE)


def test_every_line_is_cited():
    page = to_markdown(dossier_of([invented(seed) for seed in (3, 4, 5)]))
    lines = [line for line in page.splitlines() if re.match(r"\d+\. |> — ", line)]
    assert len(lines) > 3
    assert all(CITED.search(line) for line in lines), lines


WRITERS = {form.name: dossier_renderer(form) for form in OF_DOSSIERS}


@pytest.mark.parametrize("name", ["html", "docx", "text"])
def test_the_same_lines_stand_in_every_format(name):
    dossier = dossier_of([invented(seed) for seed in (3, 4, 5)])
    shown = PLAIN_TEXT[name](WRITERS[name](dossier))
    for line in dossier.differences[:2]:
        assert plain(line.sides[0].passage.text) in shown
    for letter, item in zip("ABC", dossier.articles, strict=True):
        assert f"{letter} {name_of(item)}" in shown
    assert "THEY DIFFER" in shown.upper()
    assert re.search(r"\[[ABC] ¶\d", shown)


def test_the_places_of_all_articles_are_on_one_map():
    page = WRITERS["html"](dossier_of([MAPPED, invented(3)]))
    (title,) = re.findall(r"<title id=.map.>(.*)</title>", page)
    assert title == "Map: 1 Osmark, 2 Lisbon"


@pytest.mark.parametrize("medium", [styles.PAPER, SHEET], ids=["paper", "office"])
@pytest.mark.parametrize("count", [1, 2, 9, 60])
def test_the_sheet_is_one_however_many_articles_there_are(medium, count):
    sheet = fitted(dossier_of([invented(seed) for seed in range(count)]), medium)
    assert sheet.height <= medium.height
    assert sheet.contents.pieces.summary


def test_no_articles_make_a_page_that_says_so():
    assert to_markdown(dossier_of([])).startswith("# No articles")
