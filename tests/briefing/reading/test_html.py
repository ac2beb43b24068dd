"""Web pages in the forms in which people have them, and pages that hold no article."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.errors import FormatError
from briefing.model import Article
from briefing.reading import articles_of
from briefing.reading.document import Document
from briefing.reading.formats.html.gates import is_beginning, is_teaser
from briefing.reading.formats.html.page import documents_of
from briefing.reading.formats.names_given import names_in

FOLDER = Path(__file__).parents[2] / "articles" / "html"
HEADLINE = "Harwick’s island ferry will stop in May"
ADDRESS = "https://www.harwicktide.example/2023/03/ferry-stops"
TIDE = "The Harwick Tide"
FIRST, LAST = "The last ferry between", "A bridge was planned twice"


def article_of(data: bytes) -> Article:
    return articles_of(data, "page.html")[0]


def page(name: str) -> Article:
    return article_of((FOLDER / f"{name}.html").read_bytes())


def lines_of(article: Article, kind: str = "text") -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind == kind]


FACTS = {
    "chrome-complete": (("Ana Ruiz",), TIDE, "2023-03-06", ADDRESS),
    "single-file": (("Ana Ruiz", "Piet de Kok"), TIDE, "2023-03-06", ADDRESS),
    "reader": (("Ana Ruiz",), "", None, ADDRESS),
    "amp": (("Ana Ruiz",), TIDE, "2023-03-06", ADDRESS),
    "json-ld-only": (("Ana Ruiz",), TIDE, "2023-03-06", "https://www.harwicktide.example/ferry"),
    "open-graph-only": ((), TIDE, "2023-03-06", "https://www.harwicktide.example/ferry"),
    "microdata": (("Ana Ruiz",), "", "2023-03-06", None),
}
"""Authors, outlet, date and address of one article in the forms that browsers and systems make."""


@pytest.mark.parametrize("name", FACTS)
def test_facts(name):
    article = page(name)
    found = (article.authors, article.outlet, article.published, article.address)
    assert article.title == HEADLINE
    assert article.language == "en"
    assert found == FACTS[name]


@pytest.mark.parametrize(
    "name", ["single-file", "print", "reader", "amp", "json-ld-only", "open-graph-only"]
)
def test_text_without_what_is_of_the_page(name):
    lines = lines_of(page(name))
    assert len(lines) == 7
    assert lines[0].startswith(FIRST)
    assert lines[-1].startswith(LAST)


@pytest.mark.parametrize(
    "head",
    [
        f"<h2>{HEADLINE}</h2>By Ana Ruiz, Harwick<br>Wednesday 6 March 2023<br><br>",
        f"<h2>{HEADLINE}</h2>By Ana Ruiz<br>6 March 2023<br>",
        f"<h2>{HEADLINE}</h2><p>By Ana Ruiz<br>Published: 6 March 2023<br><br></p>",
        f"<h2>{HEADLINE}<br></h2>6 March 2023<br>By Ana Ruiz<br><br>",
    ],
)
def test_byline_and_date_of_a_print_view_are_not_its_first_paragraph(head: str):
    text = (FOLDER / "print.html").read_text(encoding="utf-8")
    before, after = text.partition("<h2>")[0], text.partition("</i><br><br>")[2]
    article = article_of(f"{before}{head}{after}".encode())
    assert (article.title, article.authors, article.published) == (
        HEADLINE,
        ("Ana Ruiz",),
        "2023-03-06",
    )
    assert lines_of(article)[0].startswith(FIRST)


def test_kinds_of_blocks():
    article = page("chrome-complete")
    kinds = [(p.block, article.text[p.start : p.end]) for p in article.paragraphs[1:]]
    assert [kind for kind, _ in kinds] == [
        *("paragraph", "paragraph", "paragraph", "heading", "paragraph", "paragraph"),
        *("quotation", "table_row", "table_row", "table_row", "paragraph", "paragraph"),
    ]
    assert kinds[0][1].startswith("The board says that the boat costs too much")
    assert ("heading", "School and milk") in kinds
    assert ("table_row", "2010 | 61,000") in kinds
    assert kinds[-1][1].startswith("The board offered to pay")


def test_live_blog_is_one_article():
    article = page("live")
    assert (article.title, article.authors) == ("Ferry debate: as it happened", ("Piet de Kok",))
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.block == "heading"]
    assert headings[1:] == [
        "The board has decided: the ferry stops on 1 May.",
        "Islanders speak",
        "Doors open",
    ]


def test_fragment():
    article = page("fragment")
    assert article.title == HEADLINE
    assert len(lines_of(article)) == 5


ENCODINGS = {
    "undeclared Windows-1252": ("cp1252", ""),
    "UTF-8 declared as Latin-1": ("utf-8", "iso-8859-1"),
    "Latin-1 that is Windows-1252": ("cp1252", "iso-8859-1"),
    "UTF-8 without a declaration": ("utf-8", ""),
    "UTF-16 declared as UTF-8": ("utf-16", "utf-8"),
    "unknown name": ("utf-8", "x-harbor"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings(name):
    encoding, declared = ENCODINGS[name]
    text = (FOLDER / "fragment.html").read_text("utf-8")
    meta = f'<meta charset="{declared}">' if declared else ""
    article = article_of(f"<html><head>{meta}</head><body>{text}</body></html>".encode(encoding))
    assert article.title == HEADLINE
    assert "Zoë" in article.text
    assert "“Nobody wanted this,”" in article.text


REFUSED = {
    "challenge": "the site shows a check instead of the article",
    "consent": "the site asks for consent",
    "login": "the site asks for a login",
    "denied": "the site denies access",
    "missing": "there is no such page",
    "front-page": "it is a page of links",
    "headlines": "it is a page of links",
}


@pytest.mark.parametrize("name", REFUSED)
def test_pages_that_hold_no_article(name):
    with pytest.raises(FormatError) as caught:
        documents_of((FOLDER / f"{name}.html").read_bytes())
    message = str(caught.value)
    assert message.startswith(REFUSED[name]) or REFUSED[name] in message
    assert "; " in message
    assert message.isprintable()


def test_page_of_links_names_the_first_three():
    with pytest.raises(FormatError) as caught:
        documents_of((FOLDER / "headlines.html").read_bytes())
    message = str(caught.value)
    first = "“Council sells the old cannery to a brewer” https://www.harwicktide.example/2023/0;"
    assert first in message
    assert message.count("https://") == 3


def test_links_are_absolute_by_where_the_page_was_fetched():
    links = "".join(f'<h2><a href="/n/{i}">A long headline number {i}</a></h2>' for i in range(9))
    with pytest.raises(FormatError, match=r"https://tide\.example/n/0;"):
        documents_of(
            f"<html><body>{links}</body></html>".encode(), address="https://tide.example/x"
        )


def test_article_about_a_gate_is_read():
    article = page("about-captchas")
    assert article.title == "Are you a robot? Machines pass the test more often"
    assert len(lines_of(article)) == 5


def test_beginning_of_an_article_is_read_with_a_note():
    article = page("teaser")
    assert len(lines_of(article)) == 2
    assert "Subscribe to continue reading" in lines_of(article, "furniture")
    assert [note for note in article.notes if "seems to be the beginning" in note]


def test_whole_article_for_subscribers_has_no_note():
    assert page("whole-for-subscribers").notes == ()


@pytest.mark.parametrize(
    ("words", "stated", "is_free", "end", "expected"),
    [
        (80, 900, True, (), True),
        (850, 900, False, ("Subscribe to continue reading",), False),
        (80, None, False, (), True),
        (800, None, False, (), False),
        (80, None, True, ("Subscribe to continue reading",), True),
        (80, None, True, ("Share",), False),
    ],
)
def test_is_beginning(words, stated, is_free, end, expected):
    assert is_beginning(words, stated, is_free=is_free, end=end) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("This article is for subscribers only", True),
        ("To continue reading, please log in or subscribe.", True),
        ("You have 2 free articles remaining this month.", True),
        ("Keep reading with a 7-day free trial", True),
        ("Subscribers to the paper fell by 20 percent.", False),
        ("He continued reading until dawn.", False),
    ],
)
def test_is_teaser(line, expected):
    assert is_teaser(line) is expected


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By ANA RUIZ and Piet de Kok", ("Ana Ruiz", "Piet de Kok")),
        ("Ruiz, Ana", ("Ana Ruiz",)),
        ("Dr. Ana Ruiz <ana@tide.example>", ("Ana Ruiz",)),
        ("ana@tide.example (Ana Ruiz)", ("Ana Ruiz",)),
        ("Ana Ruiz, PhD", ("Ana Ruiz",)),
        ("Ana Ruiz, Harbor Reporter", ("Ana Ruiz",)),
        ("Ana Ruiz - 2023-03-06", ("Ana Ruiz",)),
        ("王小明", ("王小明",)),
        ("The Harwick Tide", ()),
        ("Tide staff", ()),
        ("admin", ()),
        ("/u/aruiz", ()),
        ("https://www.facebook.com/anaruiz", ()),
    ],
)
def test_names_in_metadata(said, names):
    assert names_in([said], "The Harwick Tide") == names


TEXT = f"<p>{'The council of Harwick voted to close the dock after a long debate. ' * 5}</p>"


def around(inside: str, head: str = "") -> bytes:
    body = f"<article><h1>A title of words</h1>{TEXT * 3}{inside}{TEXT}</article>"
    return f"<html><head>{head}</head><body>{body}</body></html>".encode("utf-8", "surrogatepass")


def json_ld(content: str) -> bytes:
    return around("", f'<script type="application/ld+json">{content}</script>')


ODD = {"@type": ["Article", 5, None, {"a": 1}], "headline": {"@value": [[]]}, "url": {"@id": 7}}
HOSTILE = {
    "nothing": b"",
    "100,000 elements in each other": around("<div>" * 100_000),
    "lists in each other": around("<ul><li>a b c d e" * 20_000),
    "2 MB of signs": b"<html><body>" + b"<" * 2_000_000,
    "200,000 attributes": around(f"<p {' '.join(f'a{i}=x' for i in range(200_000))}>text</p>"),
    "attributes with signs in them": around("<p " + 'a=">" ' * 100_000 + ">text</p>"),
    "300,000 line breaks": around("<br>" * 300_000),
    "50,000 items": around(f"<ul>{'<li>One item of it</li>' * 50_000}</ul>"),
    "100,000 cells": around(f"<table><tr>{'<td>a</td>' * 100_000}</tr></table>"),
    "100,000 links": around(f"<p>{'<a href=x>word</a> ' * 100_000}</p>"),
    "long title": f"<title>{'a - ' * 100_000}</title>".encode() + around(""),
    "open declaration": b"<?xml " + b" " * 500_000 + around(""),
    "broken references": around("&#xd800; &#55357; &#x110000; &#0; lone &bogus; &amp &lt" * 1_000),
    "lone surrogates": around("<p>\ud800 \udfff lone</p>"),
    "bad addresses": around("", '<base href="http://[x"><link rel=canonical href="http://[::1">'),
    "deep JSON": json_ld("[" * 200_000),
    "huge JSON": json_ld(json.dumps([{"@type": "Article", "author": [{"name": "A B"}] * 20_000}])),
    "odd JSON": json_ld(json.dumps(ODD | {"author": {"name": {"name": 5}}, "publisher": 7})),
    "surrogates in JSON": json_ld(r'{"@type": "Article", "headline": "\ud800 is a title"}'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_or_refused(name):
    documents: tuple[Document, ...] | None = None
    with suppress(FormatError):
        documents = documents_of(HOSTILE[name])
    assert documents is None or documents[0].blocks


@pytest.mark.parametrize("name", ["100,000 links", "300,000 line breaks", "nothing"])
def test_pages_that_are_refused_in_a_line(name):
    with pytest.raises(FormatError) as caught:
        documents_of(HOSTILE[name])
    assert str(caught.value).isprintable()
