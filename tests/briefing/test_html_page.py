"""The page as HTML: designed, with nothing that acts, on one sheet of paper."""

import os
import re
import warnings
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.corrections.composition import Composition, Highlight
from briefing.errors import BriefingError
from briefing.model import Figure
from briefing.page.html import of_sheet, to_html
from briefing.page.one_page import MOST_WORDS, to_markdown
from briefing.page.pieces import desk
from briefing.page.sheet import styles
from briefing.page.sheet.fitting import fitted
from briefing.page.sheet.metrics import Face, lines
from tests.articles import brief_of, briefings, hostile
from tests.briefing.corrections.example import BRIEFING, span_of

NAMES = list(briefings())
INERT = set(
    "html head meta title style body h1 p strong em ol ul li table thead tbody tr th td blockquote"
    " br a".split()
)
DESIGNED = INERT | set(
    "h2 header main section aside footer cite span b figure svg path circle rect text".split()
)
MAPPED = replace(
    BRIEFING,
    locations=tuple(
        replace(place, latitude=60.0 - n, longitude=5.0 + n, country="NO")
        for n, place in enumerate(BRIEFING.locations)
    ),
)
OWN = Composition(
    headline="Osmark is cut off",
    why="First line.\n<b>Second</b> line.",
    next="The council meets.",
    note="Compare 2019.",
    prepared_by="Ada Linde",
    highlights=(
        Highlight(text="would stop", start=span_of("would stop")[0], end=span_of("would stop")[1],
                  note="When?", on_page=True),
    ),
)  # fmt: skip


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
        if self.inside == "title" and not self.title:
            self.title += data
        elif self.inside != "style":
            self.shown.append(data)

    @property
    def text(self):
        return " ".join("".join(self.shown).split())


def words_of(markdown):
    """The words that a reader of the Markdown page sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    pieces = [part.content for token in tokens for part in token.children or () if part.content]
    return "".join("".join(pieces).split())


@pytest.mark.parametrize("name", NAMES[::3])
def test_of_a_template_it_says_what_the_markdown_says(name):
    page = Reader(to_html(briefings()[name], desk))
    assert "".join("".join(page.shown).split()) == words_of(to_markdown(briefings()[name]))
    assert page.elements <= INERT


@pytest.mark.parametrize("name", NAMES[::3])
def test_it_has_at_least_what_stands_on_the_markdown_page(name):
    briefing = briefings()[name]
    text = Reader(to_html(briefing)).text
    for line in re.findall(r"^\d\. (.*) ¶", to_markdown(briefing), re.M):
        assert re.sub(r"\\(.)", r"\1", line).removesuffix(" …") in text
    for name in re.findall(r"^\| (?!Who|-)(.*?) \| ", to_markdown(briefing), re.M):
        assert re.sub(r"\\(.)", r"\1", name) in text


@pytest.mark.parametrize("layout", [None, desk])
def test_hostile_text_stays_text(layout):
    article = replace(hostile().article, title="</title><b>", language='en"><script>')
    html = to_html(replace(hostile(), article=article), layout)
    page = Reader(html)
    assert "<script" not in html
    assert page.elements <= DESIGNED
    assert page.links == []
    assert page.title == "</title><b>"
    assert "<script>alert(1)</script> ran <!-- hidden --> all over" in page.text
    assert "default-src 'none'" in html


@pytest.mark.parametrize("layout", [None, desk])
def test_the_only_link_is_the_articles_address(layout):
    briefing = brief_of("One. Two.", source="https://wire.example/a?b=1&c=2")
    assert Reader(to_html(briefing, layout)).links == ["https://wire.example/a?b=1&c=2"]


def test_a_quote_and_its_speaker_stand_on_two_lines():
    briefing = brief_of(
        "Pier\n\nThe pier closes. It is old.\n\n“It cannot carry another winter,” said Ivo Tarn.",
        quotes=(("It cannot carry another winter", "Ivo Tarn", None, True),),
    )
    assert "another winter”<br />\n— Ivo Tarn ¶2</p>" in to_html(briefing, desk)
    assert 'another winter”</p>\n<p class="speaker">— Ivo Tarn <cite>¶2</cite>' in to_html(briefing)


class TestDesigned:
    def test_the_readers_lines_come_first_and_stand_apart(self):
        page = to_html(replace(BRIEFING, composition=OWN))
        text = Reader(page).text
        order = ["Prepared by Ada Linde", "Osmark is cut off", "The article’s headline: Ferry line",
                 "Why it matters First line. <b>Second</b> line.", "Summary", "Highlights",
                 "“would stop” ¶1 Reader’s note When?", "In their words", "Next The council meets.",
                 "Note Compare 2019."]  # fmt: skip
        places = [text.index(words) for words in order]
        assert places == sorted(places)
        assert page.count('<section class="own">') == 3
        assert "are the reader’s own words" in text
        assert Reader(page).title == "Osmark is cut off"

    def test_it_can_be_read_without_eyes(self):
        page = to_html(MAPPED)
        assert '<html lang="en">' in page
        assert page.count("<h1>") == 1
        assert '<table aria-labelledby="who">' in page
        assert '<th scope="row">Mira Holt <span>head of Norvia</span></th>' in page
        assert 'role="img" aria-labelledby="map"' in page
        assert '<title id="map">Map: 1 Osmark, 2 Lisbon</title>' in page
        assert page.count("<main>") == page.count("<aside>") == page.count("<footer>") == 1

    def test_the_map_has_numbers_for_places_that_are_near_each_other(self):
        far = replace(MAPPED.locations[1], name="Faraway", latitude=-40.0, id="l9")
        page = to_html(replace(MAPPED, locations=(*MAPPED.locations, far)))
        assert 'role="img"' in page
        assert page.count("</text>") == 2
        assert "Faraway, Norway" in page

    def test_without_coordinates_there_is_no_map(self):
        assert "<svg" not in to_html(BRIEFING)
        assert "Osmark" in to_html(BRIEFING)

    def test_figures_stand_in_the_narrow_column(self):
        start, end = span_of("Monday")
        figure = Figure(text="59", start=start, end=end, value=59, unit="people")
        assert "<li>59 <cite>¶1</cite></li>" in to_html(replace(BRIEFING, figures=(figure,)))

    def test_what_is_too_long_is_said(self):
        with pytest.raises(BriefingError, match=r"what you wrote is \d+ lines? too long for one"):
            to_html(replace(BRIEFING, composition=Composition(why="word " * 1500)))

    @pytest.mark.parametrize("name", NAMES)
    def test_it_is_never_higher_than_a_sheet_and_fills_one_where_items_are_left_out(self, name):
        sheet = fitted(briefings()[name])
        assert sheet.height <= styles.HEIGHT
        if sheet.size < styles.LARGEST - 0.05:
            assert sheet.height > 0.93 * styles.HEIGHT


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("", 100, 1),
        ("iiii iiii", 100, 1),
        ("wwww " * 10, 10, 4),
        ("w" * 100, 10, 8),
        ("漢" * 100, 10, 12),
        ("\u0301" * 50, 1, 1),
    ],
)
def test_lines_are_counted_by_the_widths_of_letters(text, width, count):
    assert lines(text, Face("sans", 1.0, 1.3), width) == count


@pytest.fixture(scope="module")
def sheets():
    """How many sheets a document takes, and how much of the first one it fills."""
    try:
        with warnings.catch_warnings(action="ignore"):  # it warns of what later versions will need
            from weasyprint import CSS, HTML
    except (ImportError, OSError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"WeasyPrint cannot be used here: {error}")

    def count(html, size):
        style = CSS(string=f"@page {{ size: {size} }}")
        pages = HTML(string=html).render(stylesheets=[style]).pages
        sheet = pages[0]._page_box
        return len(pages), sheet.children[0].children[0].height / sheet.height

    return count


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("size", ["A4", "letter"])
def test_it_prints_on_one_sheet(sheets, size):
    full = [b for b in briefings().values() if len(to_markdown(b).split()) > 0.9 * MOST_WORDS]
    assert len(full) > 10
    smaller = 0
    for briefing in [*full, *(briefings()[name] for name in NAMES[40:])]:
        sheet = fitted(briefing)
        count, filled = sheets(of_sheet(sheet), size)
        assert count == 1
        if sheet.size < styles.LARGEST - 0.05:
            smaller += 1
            assert filled > 0.85
    assert smaller > 3
    assert sheets(to_html(full[0], desk), size)[0] == 1
    long = to_html(full[0]).replace("</body>", "<p>word" * 99 + "</body>")
    assert sheets(long, size)[0] > 1
