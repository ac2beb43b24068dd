"""The page as HTML: the same words, nothing that acts, one sheet of paper."""

import os
import warnings
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.page.html import to_html
from briefing.page.one_page import MOST_WORDS, to_markdown
from tests.articles import brief_of, briefings, hostile

NAMES = list(briefings())
INERT = set(
    "html head meta title style body h1 p strong em ol li table thead tbody tr th td blockquote"
    " br a".split()
)


class Reader(HTMLParser):
    """What a browser would show, and which elements it would build."""

    def __init__(self, html):
        super().__init__()
        self.shown, self.elements, self.links, self.title = [], set(), [], ""
        self.inside = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.links += [value for name, value in attributes if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attributes)
        self.inside = tag

    def handle_endtag(self, _):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data
        elif self.inside != "style":
            self.shown.append(data)


def words_of(markdown):
    """The words that a reader of the Markdown page sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    pieces = [part.content for token in tokens for part in token.children or () if part.content]
    return "".join("".join(pieces).split())


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_page_says(name):
    page = Reader(to_html(briefings()[name]))
    assert "".join("".join(page.shown).split()) == words_of(to_markdown(briefings()[name]))
    assert page.elements <= INERT


def test_hostile_text_stays_text():
    html = to_html(replace(hostile(), article=replace(hostile().article, title="</title><b>")))
    page = Reader(html)
    assert "<script" not in html
    assert page.elements <= INERT
    assert page.links == []
    assert page.title == "</title><b>"
    assert "<script>alert(1)</script> ran <!-- hidden --> all over" in "".join(page.shown)


def test_the_only_link_is_the_articles_address():
    html = to_html(brief_of("One. Two.", source="https://wire.example/a?b=1&c=2"))
    assert Reader(html).links == ["https://wire.example/a?b=1&c=2"]


def test_a_quote_and_its_speaker_stand_on_two_lines():
    briefing = brief_of(
        "Pier\n\nThe pier closes. It is old.\n\n“It cannot carry another winter,” said Ivo Tarn.",
        quotes=(("It cannot carry another winter", "Ivo Tarn", None, True),),
    )
    assert "another winter”<br />\n— Ivo Tarn ¶2</p>" in to_html(briefing)


@pytest.fixture(scope="module")
def sheets():
    """Counts the sheets that a document takes."""
    try:
        with warnings.catch_warnings(action="ignore"):  # it warns of what later versions will need
            from weasyprint import CSS, HTML
    except (ImportError, OSError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"WeasyPrint cannot be used here: {error}")

    def count(html, size):
        style = CSS(string=f"@page {{ size: {size} }}")
        return len(HTML(string=html).render(stylesheets=[style]).pages)

    return count


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("size", ["A4", "letter"])
def test_it_prints_on_one_sheet(sheets, size):
    full = [b for b in briefings().values() if len(to_markdown(b).split()) > 0.9 * MOST_WORDS]
    assert len(full) > 10
    for briefing in [*full, *(briefings()[name] for name in NAMES[40:])]:
        assert sheets(to_html(briefing), size) == 1
    long = to_html(full[0]).replace("</body>", "<p>word" * 99 + "</body>")
    assert sheets(long, size) > 1
