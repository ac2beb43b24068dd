from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import FormatError, ReadError
from briefing.reading import articles_of
from briefing.reading.document import Document
from briefing.reading.formats.dispatch import documents_of
from briefing.reading.formats.feed import TEASER
from briefing.reading.formats.sniffing import format_of

ARTICLES = Path(__file__).parents[2] / "articles" / "feed"


def of_file(name: str) -> tuple[Document, ...]:
    return documents_of((ARTICLES / name).read_bytes())


def of(entry: str, *, encoding: str = "utf-8") -> Document:
    (document,) = documents_of(
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tide</title>'
        f"<link>https://tide.example/</link><item><title>A title</title>"
        f"<link>https://tide.example/a</link>{entry}</item></channel></rss>".encode(encoding)
    )
    return document


def blocks(document: Document) -> list[tuple[str | None, str]]:
    return [(block.kind, block.text) for block in document.blocks]


ABOUT = {
    "wordpress.rss": [
        (
            "Dredgers return & the channel opens",
            ("Mira Holt",),
            "2031-04-03",
            "2031-04-03T23:30:00-05:00",
            "https://tide.example/dredgers",
        ),
        (
            "Skarholm ferry",
            ("Jonas Vell",),
            "2031-05-06",
            "2031-05-06T07:15:00+01:00",
            "https://tide.example/ferry",
        ),
    ],
    "malformed.xml": [
        ("Cod & chips cost more", (), None, None, "https://ships.example/?a=1&b=2"),
        ("Crabs", (), None, None, "https://ships.example/crabs"),
    ],
    "blog.atom": [
        (
            "Lake Orrin falls",
            ("Nadia Ferris",),
            "2031-08-20",
            "2031-08-20T00:30:00+02:00",
            "https://blog.example/lake",
        ),
        # the feed tells days of publication, so a change is none
        ("A draft", ("Rui Matos", "Ilse Brandt"), None, None, "https://blog.example/draft"),
    ],
    "one.rdf": [
        (
            "School meals go local",
            ("Sana Idris",),
            "2031-11-14",
            "2031-11-14T18:00:00+01:00",
            "https://varden.example/meals",
        )
    ],
    "feed.json": [
        (
            "A bridge",
            ("Ilse Brandt", "Rui Matos"),
            "2031-03-03",
            "2031-03-03T20:00:00+01:00",
            "https://street.example/bridge",
        ),
        (None, (), None, None, "https://street.example/note"),
    ],
}
OUTLETS = {
    "wordpress.rss": ("Tarnmouth Tide", "en-GB"),
    "malformed.xml": ("Fish & Ships", None),
    "blog.atom": ("Notes & Maps", "en-US"),
    "one.rdf": ("Varden Post", "en"),
    "feed.json": ("Ostrava Street", "en"),
}


@pytest.mark.parametrize("name", ABOUT)
def test_what_a_feed_says_about_its_entries(name):
    assert [
        (each.title, each.authors, each.published, each.published_at, each.address)
        for each in of_file(name)
    ] == ABOUT[name]


@pytest.mark.parametrize("name", OUTLETS)
def test_what_a_feed_says_about_itself(name):
    assert {(each.outlet, each.language) for each in of_file(name)} == {OUTLETS[name]}


def test_an_entry_of_wordpress():
    whole, teaser = of_file("wordpress.rss")
    assert blocks(whole) == [
        ("paragraph", "Two dredgers came back to Tarnmouth on Wednesday."),
        ("heading", "What it costs"),
        ("caption", "A dredger. Photo: L. Brandt"),
        ("quotation", "“We will be open by May,” Ada Lund said."),
        ("list_item", "The port pays two thirds."),
        ("list_item", "The county pays the rest."),
        ("furniture", "The post Dredgers return appeared first on Tarnmouth Tide."),
    ]
    assert whole.notes == ()
    assert blocks(teaser) == [
        ("paragraph", "The ferry to Skarholm sails again from Monday, its owner said."),
        ("furniture", "Continue reading Skarholm ferry →"),
    ]
    assert teaser.notes == (TEASER,)


def test_malformed_xml_is_read():
    cod, crabs = of_file("malformed.xml")
    assert blocks(cod) == [
        (
            "paragraph",
            "Cod costs 20 more a kilo than a year ago—and chips cost more too, said Zoé Marchand"
            " of the café at the pier.",
        )
    ]
    assert blocks(crabs) == [
        ("paragraph", "Crabs are back in the bay."),
        ("paragraph", "Nobody knows why they left in the spring."),
    ]


def test_content_in_xhtml_repeats_the_headline_once():
    assert blocks(of_file("blog.atom")[0]) == [
        ("title", "Lake Orrin falls"),
        ("paragraph", "Lake Orrin has fallen to the lowest level since records began."),
        ("paragraph", "Fishing is banned until the first rain."),
    ]


def test_entries_become_articles_of_their_own():
    data = (ARTICLES / "feed.json").read_bytes()
    sources = [article.source for article in articles_of(data, "feed.json")]
    assert sources == ["feed.json#1", "feed.json#2"]


TEXTS = {
    "<description>Plain &amp;amp; short.</description>": ["Plain & short."],
    "<description>&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two.&amp;lt;/p&amp;gt;"
    "</description>": ["One.", "Two."],
    "<description><![CDATA[One<br/><br/>Two & three]]></description>": ["One", "Two & three"],
    "<description>Short</description><content:encoded><![CDATA[<p>Long text.</p>]]>"
    "</content:encoded>": ["Long text."],
    "<description>This is the text, and all of it stands here.</description>"
    "<content:encoded><![CDATA[<img src='x.jpg'/>]]></content:encoded>": [
        "This is the text, and all of it stands here."
    ],
    "<description>5 &lt; 6, he said.</description>": ["5 < 6, he said."],
    "<description><![CDATA[<script>x()</script><p>Text.</p><style>p{}</style>]]></description>": [
        "Text."
    ],
    "<description>Caf&#233; \x01open.</description>": ["Café open."],
}


@pytest.mark.parametrize("entry", TEXTS)
def test_the_text_of_an_entry(entry):
    assert [block.text for block in of(entry).blocks] == TEXTS[entry]


@pytest.mark.parametrize(
    "line",
    [
        "The post A title appeared first on Tide.",
        "A title was originally published in Tide on Medium, where people are continuing the"
        " conversation by highlighting and responding to this story.",
        "Advertisement",
    ],
)
def test_lines_of_the_page_are_furniture(line):
    document = of(f"<description>&lt;p&gt;Text.&lt;/p&gt;&lt;p&gt;{line}&lt;/p&gt;</description>")
    assert blocks(document) == [("paragraph", "Text."), ("furniture", line)]


TEASERS = {
    "The boat left early on Monday and […]": True,
    "The boat left early on Monday … Read more": True,
    "The boat left early on Monday.": True,
    "The boat left early. " * 30: False,
    "The boat left early. " * 30
    + "&lt;p&gt;&lt;a href='x'&gt;Read more »&lt;/a&gt;&lt;/p&gt;": True,
}


@pytest.mark.parametrize("text", TEASERS)
def test_a_beginning_is_told_from_a_whole_text(text):
    assert (TEASER in of(f"<description>{text}</description>").notes) is TEASERS[text]


def test_read_more_at_the_end_of_a_paragraph_is_furniture():
    document = of("<description>The boat left early on Monday… Read more</description>")
    assert blocks(document) == [
        ("paragraph", "The boat left early on Monday…"),
        ("furniture", "Read more"),
    ]


def test_updated_counts_where_no_entry_has_another_day():
    entry = "<entry><updated>2031-01-09T08:00:00Z</updated><summary>Text.</summary></entry>"
    data = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{entry}</feed>'.encode()
    assert documents_of(data)[0].published == "2031-01-09"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "utf-16", "koi8-r"])
def test_encodings(encoding):
    text = "Ловля рыбы запрещена." if encoding == "koi8-r" else "Zoë sold “crème”."
    text = text.replace("“", '"').replace("”", '"') if encoding == "iso-8859-1" else text
    assert of(f"<description>{text}</description>", encoding=encoding).blocks[0].text == text


def test_utf_8_that_is_declared_as_latin_1():
    entry = "<item><description>Zoë</description></item>"
    data = f'<?xml version="1.0" encoding="iso-8859-1"?><rss><channel>{entry}</channel></rss>'
    assert documents_of(data.encode())[0].blocks[0].text == "Zoë"


AUTHORS = {
    "<dc:creator>Ana Ruiz</dc:creator><dc:creator>Piet de Kok</dc:creator>": (
        "Ana Ruiz",
        "Piet de Kok",
    ),
    "<dc:creator>By Ana Ruiz and Piet de Kok</dc:creator>": ("Ana Ruiz", "Piet de Kok"),
    "<author>ana@tide.example (Ana Ruiz)</author>": ("Ana Ruiz",),
    "<author>ana@tide.example</author>": (),
    "<dc:creator>admin</dc:creator>": (),
    "<dc:creator>/u/aruiz</dc:creator>": (),
}


@pytest.mark.parametrize("entry", AUTHORS)
def test_authors_are_names(entry):
    assert of(f"{entry}<description>Text.</description>").authors == AUTHORS[entry]


DATES = {
    "Sun, 05 Jan 2031 23:30:00 -0500": "2031-01-05",
    "2031-01-05": "2031-01-05",
    "05 Jan 2031": "2031-01-05",
    "05/06/2031": None,
    "Thu, 01 Jan 1970 00:00:00 +0000": None,
    "yesterday": None,
}


@pytest.mark.parametrize("written", DATES)
def test_dates(written):
    entry = f"<pubDate>{written}</pubDate><description>Text.</description>"
    assert of(entry).published == DATES[written]


def test_no_entity_is_fetched_or_multiplied():
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(10))
    for entities, text in ((bomb, "&a9;"), ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")):
        data = (
            f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]><rss version="2.0"><channel>'
            f"<item><title>T</title><description>Text {text}</description></item></channel></rss>"
        ).encode()
        assert format_of(data) == "feed"
        assert documents_of(data)[0].blocks[0].text.startswith("Text")
        assert len(documents_of(data)[0].blocks[0].text) < 100


REFUSED = {
    "a list of feeds": b'<?xml version="1.0"?><!-- x --><opml version="2.0"><body/></opml>',
    "feed without entries": b"<rss><channel><title>T</title></channel></rss>",
    "have no text": b"<rss><channel><item><title>T</title></item></channel></rss>",
    "no feed that can be read": b'{"version": "https://jsonfeed.org/version/1", "items": [',
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_holds_no_article_is_refused_in_one_line(reason):
    with pytest.raises(ReadError, match=reason) as refused:
        articles_of(REFUSED[reason], "feed.xml")
    assert "\n" not in str(refused.value)


HOSTILE = {
    "depth": "<item>" + "<a>" * 20_000,
    "depth of the text": f"<item><description>{'&lt;div&gt;' * 20_000}x</description></item>",
    "comments": "<!--" * 20_000,
    "CDATA": "<![CDATA[" * 20_000,
    "ampersands": f"<item><description>{'&' * 20_000}</description></item>",
    "signs": "<" * 20_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_feeds_cost_one_line(kind):
    data = f"<rss version='2.0'><channel>{HOSTILE[kind]}</channel></rss>".encode()
    with pytest.raises(FormatError) as refused:
        documents_of(data)
    assert "\n" not in str(refused.value)


def test_values_of_wrong_types_are_left_out():
    data = (
        b'{"version": "https://jsonfeed.org/version/1", "title": 3, "items": [1, null,'
        b' {"title": [], "content_html": {}, "authors": {"a": 1}, "date_published": 7},'
        b' {"content_text": "Fine text.", "url": 5, "authors": [null, {"name": 3}]}]}'
    )
    (document,) = documents_of(data)
    assert blocks(document) == [("paragraph", "Fine text.")]
