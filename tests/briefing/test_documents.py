"""Every format gives a document; what its source says is never guessed again."""

from __future__ import annotations

import pytest

from briefing import read_text
from briefing.errors import ReadError
from briefing.model import Article
from briefing.reading.document import Block, Document
from briefing.reading.layout import lay_out

LEAD = "The harbor town of Velmora closed its last cannery on Friday after 90 years."
QUOTE = "“We held on as long as we could,” said Ilse Brandvik, who ran the plant."


def paragraphs(article: Article) -> list[tuple[str, str, int | None, str]]:
    return [(p.kind, p.block, p.number, article.text[p.start : p.end]) for p in article.paragraphs]


class TestKnownBlocks:
    def test_each_is_one_paragraph_of_the_kind_that_the_source_gives(self):
        article = lay_out(
            Document(
                blocks=(
                    Block("Home", "furniture"),
                    Block("Cannery closes", "title"),
                    Block(LEAD, "paragraph"),
                    Block("What comes next", "heading"),
                    Block("A museum", "list_item"),
                    Block("Flats", "list_item"),
                    Block("1936\t90", "table_row"),
                    Block("The plant in May.", "caption"),
                    Block("We held\n on.", "quotation"),
                )
            ),
            "story.html",
        )
        assert paragraphs(article) == [
            ("furniture", "paragraph", None, "Home"),
            ("title", "heading", None, "Cannery closes"),
            ("text", "paragraph", 1, LEAD),
            ("text", "heading", 2, "What comes next"),
            ("text", "list_item", 3, "A museum"),
            ("text", "list_item", 4, "Flats"),
            ("text", "table_row", 5, "1936 90"),
            ("furniture", "caption", None, "The plant in May."),
            ("text", "quotation", 6, "We held on."),
        ]
        assert article.title == "Cannery closes"
        assert "\n\nA museum\nFlats\n\n1936 90\n\n" in article.text

    @pytest.mark.parametrize(
        "line", ["Advertisement", "By Maren Oduya", "18 May 2015", "A short line", "***"]
    )
    def test_words_that_would_be_of_the_page_in_a_plain_text_stay_text(self, line):
        article = lay_out(Document(blocks=(Block(line, "paragraph"), Block(LEAD, "paragraph"))), "")
        assert [kind for kind, *_ in paragraphs(article)] == ["text", "text"]
        assert (article.title, article.authors, article.published) == ("", (), None)

    def test_lines_of_a_block_without_a_kind_are_judged_beside_known_ones(self):
        article = lay_out(
            Document(
                blocks=(
                    Block("Fwd: a story", "furniture"),
                    Block(f"Cannery closes\nBy Maren Oduya\n\n{LEAD}\n\nShare"),
                    Block("Sent from my phone", "furniture"),
                )
            ),
            "",
        )
        assert [kind for kind, *_ in paragraphs(article)] == [
            "furniture", "title", "furniture", "text", "furniture", "furniture",
        ]  # fmt: skip
        assert (article.title, article.authors) == ("Cannery closes", ("Maren Oduya",))

    def test_empty_blocks_leave_no_trace(self):
        blocks = (Block(" \n", "paragraph"), Block(LEAD, "paragraph"), Block("", "heading"))
        assert lay_out(Document(blocks=blocks), "").text == LEAD

    def test_nothing_of_a_source_reaches_the_terminal_unsafe(self):
        hostile = "A\x1b[2J\u202eb"
        article = lay_out(
            Document(
                blocks=(Block(hostile, "paragraph"),),
                title=hostile,
                authors=(hostile,),
                outlet=hostile,
                address=hostile,
            ),
            hostile,
        )
        assert {
            article.text, article.title, article.authors[0], article.outlet, article.address,
            article.source,
        } == {"Ab"}  # fmt: skip


class TestReadText:
    def test_it_reads_as_a_file_is_read(self, tmp_path):
        text = f"Cannery closes\nBy Maren Oduya\n\n{LEAD}\n\n{QUOTE}\n\nShare\n"
        path = tmp_path / "story.txt"
        path.write_text(text)
        from briefing import read

        assert read_text(text, source=str(path)) == read(str(path))

    def test_what_is_given_about_it_wins(self):
        article = read_text(
            f"Cannery closes\nBy Maren Oduya\n18 May 2015\n\n{LEAD}",
            title="Velmora’s last cannery closes",
            authors=("M. Oduya",),
            outlet="The Velmora Post",
            published="2015-05-17",
            language="en-GB",
            address="https://post.example/cannery",
        )
        assert article.title == "Velmora’s last cannery closes"
        assert article.authors == ("M. Oduya",)
        assert article.outlet == "The Velmora Post"
        assert article.published == "2015-05-17"
        assert article.language == "en"
        assert article.address == "https://post.example/cannery"
        assert [kind for kind, *_ in paragraphs(article)] == [
            "text",
            "furniture",
            "furniture",
            "text",
        ]

    def test_the_given_title_is_found_where_it_stands_in_the_text(self):
        article = read_text(f"Is this the end?\n\n{LEAD}", title="Is this the end?")
        assert [kind for kind, *_ in paragraphs(article)] == ["title", "text"]

    def test_wrongly_decoded_characters_are_repaired(self):
        article = read_text(f"{LEAD}\n\n{QUOTE}".encode().decode("cp1252", errors="ignore"))
        assert "“We held on" in article.text
        assert article.notes == ("Wrongly decoded characters were repaired.",)

    @pytest.mark.parametrize("published", ["2015-02-30", "May 2015", "\x1b[2J"])
    def test_a_date_that_is_none(self, published):
        with pytest.raises(ReadError, match="is no date; give it as 2026-01-31") as caught:
            read_text(LEAD, published=published)
        assert str(caught.value).isprintable()

    @pytest.mark.parametrize("text", ["", " \n\n", "Share\nAdvertisement"])
    def test_a_text_without_an_article(self, text):
        with pytest.raises(ReadError, match=r"^cannot read the text: there is no article in it; "):
            read_text(text)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("two  spaces.txt", "two  spaces.txt"),
        ("a\u3164b\u115fc.txt", "abc.txt"),
        ("a\ufe0fb\u202ec\x07.txt", "abc.txt"),
        ("line\nbreak.txt", "line break.txt"),
        ("Z" + "\u0337\u0310\u0301\u0302\u0303\u0304.txt", "Z\u0337\u0310\u0301\u0302.txt"),
    ],
)
def test_a_source_is_shown_safely_and_else_as_it_was_given(source: str, shown: str):
    assert read_text("Ana Ruiz left Oslo on Monday.", source=source).source == shown
