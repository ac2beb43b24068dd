from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import FormatError
from briefing.model import Origin
from briefing.reading import articles_of
from briefing.reading.document import Document
from briefing.reading.formats import markdown
from briefing.reading.formats.dispatch import documents_of
from briefing.reading.formats.sniffing import format_of

ARTICLES = Path(__file__).parents[2] / "articles" / "markdown"


def of_file(name: str) -> Document:
    (document,) = documents_of((ARTICLES / name).read_bytes())
    return document


def of(text: str) -> Document:
    (document,) = documents_of(text.encode())
    return document


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind not in ("title", "furniture")]


ABOUT = {
    "hugo.md": (
        "Dredgers return to Tarnmouth",
        ("Mira Holt", "Piet de Kok"),
        "2031-04-02",
        "2031-04-02T09:30:00+02:00",
    ),
    "jekyll.md": (
        "Ferry to Skarholm: a line returns",
        ("Jonas Vell",),
        "2031-05-06",
        "2031-05-06T07:15:00+01:00",
    ),
    "clipper.md": (
        "Lake Orrin falls to its lowest level",
        ("Nadia Ferris",),
        "2031-08-19",
        None,
    ),
    "pandoc.md": (
        "A bridge for Ostrava Street, after thirty years",
        ("Ilse Brandt", "Rui Matos"),
        "2031-03-03",
        None,
    ),
    "bare.md": ("School meals go local in Varden", (), None, None),
}


@pytest.mark.parametrize("name", ABOUT)
def test_what_a_file_says_about_itself(name):
    document = of_file(name)
    found = (document.title, document.authors, document.published, document.published_at)
    assert found == ABOUT[name]


@pytest.mark.parametrize("name", ABOUT)
def test_every_form_is_told_by_its_content(name):
    data = (ARTICLES / name).read_bytes()
    assert format_of(data) == "markdown"
    crlf = documents_of(data.replace(b"\n", b"\r\n"))
    assert crlf == documents_of(data)


def test_a_file_of_hugo():
    assert [(block.kind, block.text) for block in of_file("hugo.md").blocks[2:]] == [
        ("heading", "What it costs"),
        ("table_row", "Year | Cost"),
        ("table_row", "2030 | 4 million"),
        ("table_row", "2031 | 6 million"),
        ("list_item", "The port pays two thirds."),
        ("list_item", "The county pays the rest."),
    ]
    assert of_file("hugo.md").notes == ("1 block of code left out.",)


def test_a_file_of_jekyll():
    assert [(block.kind, block.text) for block in of_file("jekyll.md").blocks[1:]] == [
        ("caption", "The ferry at its berth. Photo: L. Brandt"),
        (
            "paragraph",
            '"We have waited two years for this," said Tove Brandt, who runs the island\'s only'
            " shop.",
        ),
        ("paragraph", "The first boat leaves at six in the morning."),
        ("furniture", "Her shop closed in 2029 and opened again last month."),
    ]


def test_a_page_that_was_clipped():
    document = of_file("clipper.md")
    assert document.address == "https://valley-herald.example/lake-orrin"
    assert document.outlet == "Valley Herald"
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("title", "Lake Orrin falls to its lowest level"),
        ("quotation", "Summary"),
        ("quotation", "The lake has lost two meters since May."),
        (
            "paragraph",
            "Lake Orrin has fallen to the lowest level since records began, the water board said"
            " on Tuesday.",
        ),
        ("paragraph", "Fishing is banned until the first rain, and boats stay on land."),
        ("furniture", "Advertisement"),
        (
            "paragraph",
            '"Nobody here has seen the old church before," Nadia Ferris\'s neighbor said.',
        ),
    ]
    assert {origin.source for origin in document.origins} == {"front matter"}


def test_a_byline_below_the_heading_is_judged_by_its_words():
    data = (ARTICLES / "bare.md").read_bytes()
    (article,) = articles_of(data, "bare.md")
    assert (article.authors, article.published) == (("Sana Idris",), "2031-11-14")
    body = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "text"]
    assert body == [
        "Schools in Varden will buy their vegetables from farms in the county, the school board"
        " decided on Thursday.",
        '"Children should know what a beet is," said board member Olu Adeyemi.',
        "The first deliveries come in January.",
        "Read the decision costs the board nothing, it said.",
    ]
    assert Origin("title", "first heading") in documents_of(data)[0].origins


FRONT = {
    'title: "A \\"B\\" C"': ("title", 'A "B" C'),
    "title: 'Ana''s boat'": ("title", "Ana's boat"),
    "title: A: B and [C": ("title", "A: B and [C"),
    "title: >\n  A long\n  title": ("title", "A long title"),
    "title: A *fine* day": ("title", "A fine day"),
    "authors: [Ana Ruiz, 'Piet de Kok']": ("authors", ("Ana Ruiz", "Piet de Kok")),
    "author: Ana Ruiz and Piet de Kok": ("authors", ("Ana Ruiz", "Piet de Kok")),
    "author:\n  name: Ana Ruiz\n  url: https://x.example": ("authors", ("Ana Ruiz",)),
    "authors:\n- given: Ana\n  family: Ruiz\n- Piet de Kok": (
        "authors",
        ("Ana Ruiz", "Piet de Kok"),
    ),
    "author: Ruiz, Ana": ("authors", ("Ana Ruiz",)),
    "author: Dr. Ana Ruiz <ana@x.example>": ("authors", ("Ana Ruiz",)),
    "author: aruiz": ("authors", ()),
    "date: 2031-01-09": ("published", "2031-01-09"),
    "date: 9 January 2031": ("published", "2031-01-09"),
    "date: January 9th, 2031": ("published", "2031-01-09"),
    "date: Thu, 09 Jan 2031 23:30:00 -0500": ("published", "2031-01-09"),
    "date: 20310109": ("published", "2031-01-09"),
    "date: 09/01/2031": ("published", None),
    "date: 0001-01-01T00:00:00Z": ("published", None),
    "date: soon": ("published", None),
    "created: 2031-01-09": ("published", None),
    "updated: 2031-01-09\nlastmod: 2031-01-09": ("published", None),
    "published: true": ("published", None),
    "published: false\ndate: 2031-01-09": ("published", "2031-01-09"),
    "date: 2031-01-09T00:00:00Z": ("published_at", None),
    "date: 2031-01-09 21:05": ("published_at", "2031-01-09T21:05:00"),
    "lang: en-GB": ("language", "en-GB"),
    "source: Harbor Courier": ("outlet", "Harbor Courier"),
    "url: /2031/boat.html": ("address", None),
    "canonical: https://x.example/boat": ("address", "https://x.example/boat"),
}


@pytest.mark.parametrize("lines", FRONT)
def test_front_matter(lines):
    field, expected = FRONT[lines]
    document = of(f"---\nid: 1\n{lines}\n---\n\nThe boat left **early** on Monday.\n")
    assert getattr(document, field) == expected
    assert texts(document) == ["The boat left early on Monday."]


def test_lines_about_the_article_without_marks_around_them():
    document = of(
        "Title: The boat\nDate: 2031-01-09 10:20\nAuthor: Ana Ruiz\nSlug: the-boat\n\n"
        "The boat left early: at six.\n"
    )
    found = (document.title, document.authors, document.published_at)
    assert found == ("The boat", ("Ana Ruiz",), "2031-01-09T10:20:00")
    assert texts(document) == ["The boat left early: at six."]


def test_lines_about_the_article_below_its_heading():
    document = of(
        "# The boat\n\nAuthor: Ana Ruiz\nPublished: January 9, 2031 10:20 AM\n"
        "Created: May 3, 2032\n"
        "URL: https://x.example/boat\n\nThe boat left early: at six.\n"
    )
    assert (document.title, document.authors) == ("The boat", ("Ana Ruiz",))
    assert (document.published, document.address) == ("2031-01-09", "https://x.example/boat")
    assert texts(document) == ["The boat left early: at six."]


def test_two_dates_that_differ_are_told():
    document = of("---\ndate: 2031-01-02\npublished: 2031-01-09\n---\nThe boat left.\n")
    assert Origin("published", "front matter", "date says 2031-01-02") in document.origins


BODIES = {
    "{{% notice %}}Stay.{{% /notice %}}": ["Stay."],
    "{% highlight py %}x = 1{% endhighlight %}\n\nStay.": ["Stay."],
    "Stay {{ site.name }}.": ["Stay ."],
    "Stay [here][1].\n\n[1]: https://x.example 'Title'": ["Stay here."],
    "Stay ![a picture](p.jpg)here.": ["Stay here."],
    "Stay.<!-- a\n\ncomment -->": ["Stay."],
    "~~~js\nx\n~~~\n\nStay.": ["Stay."],
    "    An indented\n    paragraph.": ["An indented paragraph."],
    "- [x] Stay.\n- [ ] Go.": ["Stay.", "Go."],
    "It cost \\$5 and 3 * 4 of R\\&D.": ["It cost $5 and 3 * 4 of R&D."],
    "1\\\\. Stay.": ["1. Stay."],
    "Stay[^note] or^[not] go.\n\n[^note]: A note.": ["Stay or go."],
    "import Box from './box'\n\n<Box>\n\nStay.\n\n</Box>": ["Stay."],
    "> Stay,\nshe said.": ["Stay, she said."],
}


@pytest.mark.parametrize("body", BODIES)
def test_what_stands_in_an_article(body):
    assert texts(of(f"# A title\n\nA **first** one.\n\n{body}\n"))[1:] == BODIES[body]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*The boat at noon.*", "caption"),
        ("*The boat*, at noon and *in the evening*", "paragraph"),
        ("The boat at noon.", "paragraph"),
    ],
)
def test_emphasis_below_a_picture_is_a_caption(text, kind):
    lead = "The boat left early on Monday, " + "and so on, " * 12 + "she said."
    document = of(f"# A title\n\n{lead}\n\n![A boat](b.jpg)\n\n{text}\n")
    assert document.blocks[-1].kind == kind


def test_long_lines_that_end_a_sentence_are_paragraphs():
    line = "The council of the town by the river " + "and of the river " * 6 + "met on Monday."
    assert texts(of(f"# A title\n\n{line}\n{line}\n")) == [line, line]


def test_a_rule_at_the_top_is_no_front_matter():
    document = of("---\n\n# A title\n\nThe boat left **early**.\n\n---\n\nIt came back.\n")
    assert document.title == "A title"
    assert texts(document) == ["The boat left early.", "It came back."]


def test_a_heading_below_the_lead_is_no_headline():
    lead = "The boat left early on Monday, " + "and so on, " * 12 + "she **said**."
    document = of(f"{lead}\n\n## What we know\n\nIt came back.\n")
    assert document.title is None
    assert ("heading", "What we know") in [(block.kind, block.text) for block in document.blocks]


HOSTILE = {
    "quotations": ">" * 20_000 + " x",
    "lists": "- " * 20_000 + "x",
    "brackets": "[" * 20_000,
    "aliases": "---\na: &a [x, x, x]\n"
    + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 50)}]\n" for i in range(20)
    )
    + "author: *u\ntitle: *u\ndate: *u\n---\ntext",
    "alias of itself": "---\nauthor: &a [*a, *a]\ntitle: *a\n---\ntext",
    "lists of YAML": "---\na: " + "[" * 8_000 + "\n---\ntext",
    "lists of TOML": "+++\na = " + "[" * 8_000 + "\n+++\ntext",
    "elements": "<div>" * 20_000 + "x",
    "comments": "<!--" * 20_000,
    "tags": "{% comment %}" * 5_000 + "# x",
    "no characters": "# a\n\n&#xD800; &#0; **text** \x1b[31m",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_markdown_gives_a_document_or_one_line(kind):
    try:
        said = markdown.documents_of(HOSTILE[kind].encode())
    except FormatError as error:
        said = str(error).splitlines()
    assert len(said) == 1


def test_nothing_but_front_matter_is_no_article():
    with pytest.raises(FormatError, match="no text in it"):
        of("---\ntitle: A title\ndate: 2031-01-09\n---\n\n![p](p.jpg)\n")
