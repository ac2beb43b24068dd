"""The one-page brief: always one page, the article's own words, and honest about the rest."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.countries import country_name
from briefing.model import Actor, DateMention, Location, Quote
from briefing.page import to_markdown
from briefing.page.markdown import escape, rows, shorten, width
from tests.articles import brief_of, briefings, hostile, invented

NAMES = list(briefings())
MARKDOWN = MarkdownIt("commonmark").enable("table")


@cache
def page_of(name):
    """The page of an example, made once."""
    return to_markdown(briefings()[name])


def shown_texts(markdown):
    """The text of every block as a reader sees it."""
    texts = []
    for token in MARKDOWN.parse(markdown):
        if token.type == "inline":
            texts.append(
                "".join(
                    "\n" if part.type == "softbreak" else part.content
                    for part in token.children
                    if part.type
                    in {"text", "softbreak", "text_special", "code_inline", "html_inline"}
                )
            )
    return texts


def section(markdown, label):
    """What stands under a label; nothing where the page does not have it."""
    return re.split(r"\n\n(?:\*\*?)", markdown.partition(f"**{label}**")[2])[0]


@pytest.mark.parametrize("name", NAMES)
class TestEveryPage:
    def test_it_fits(self, name):
        page = page_of(name)
        assert len(page.split()) <= 340
        assert rows(page.rstrip("\n"), 80) <= 48
        assert page.endswith("\n")

    def test_every_quote_is_whole_and_verbatim(self, name):
        briefing = briefings()[name]
        shown = {
            text.rpartition("”\n— ")[0].removeprefix("“")
            for text in shown_texts(page_of(name))
            if text.startswith("“") and "\n— " in text
        }
        assert shown <= {" ".join(quote.text.split()) for quote in briefing.quotes}

    def test_a_summary_is_shown_where_there_is_one(self, name):
        shown = len(re.findall(r"^\d+\. ", section(page_of(name), "Summary"), re.M))
        there = len(briefings()[name].summary)
        assert min(2, there) <= shown <= there

    def test_every_summary_line_is_a_sentence_with_its_paragraph(self, name):
        article = briefings()[name].article
        paragraphs = {
            str(paragraph.number): " ".join(article.text[paragraph.start : paragraph.end].split())
            for paragraph in article.paragraphs
        }
        lines = shown_texts(section(page_of(name), "Summary"))
        cited = [line.rpartition(" ¶")[::2] for line in lines]
        beginnings = [(words.removesuffix(" …").rstrip(), number) for words, number in cited]
        assert [words in paragraphs[number] for words, number in beginnings] == [True] * len(lines)
        text = " ".join(article.text.split())
        places = [text.index(words) for words, _ in beginnings]
        assert places == sorted(places)

    def test_what_is_left_out_is_counted(self, name):
        briefing = briefings()[name]
        page = page_of(name)
        counted = {
            what: int(count)
            for count, what in re.findall(
                r"(\d+) (quote|actor|summary sentence)s?\b", page.split("¶ is its")[-1]
            )
        }
        assert counted.get("quote", 0) == len(briefing.quotes) - page.count("\n> — ")
        rows_of_table = page.count("\n| ") - page.count("\n| Who | Role | Mentions |")
        assert counted.get("actor", 0) == len(briefing.actors) - rows_of_table

    def test_order(self, name):
        page = page_of(name)
        found = re.findall(r"^\*\*(Summary|Key actors|Where|Quotes|When)\*\*", page, re.M)
        order = ["Summary", "Key actors", "Where", "Quotes", "When"]
        assert found == [label for label in order if label in found]
        assert page.startswith("# ")
        assert page.rstrip().endswith("Made offline by brief.*")


def test_the_articles_cover_what_can_go_wrong():
    pages = [page_of(name) for name in NAMES]
    assert sum("Not shown here" in page for page in pages) >= 10
    assert any("\n> — " in page and "inferred" in page for page in pages)
    assert any("speaker not named" in page for page in pages)


SMALL = (
    "Council closes bridge\n\n"
    "The council of Dunmere closed the bridge on Tuesday, Ottilie Varga said. Norway pays.\n\n"
    "“It cannot carry another winter of trucks,” said Varga.\n\n"
    "“Nobody came to see how we live without it,” a fisher said in Dunmere in 2019."
)


def small(**changes):
    briefing = brief_of(
        SMALL,
        people=(("Ottilie Varga", "chief engineer"),),
        places=(("Norway", "country", "NO"), ("Dunmere", "city", "NO"), ("Tuesday", "water", None)),
        dates=(("Tuesday", "2024-09-03"), ("2019", "2019")),
        quotes=(
            ("It cannot carry another winter of trucks", "Ottilie Varga", None, True),
            ("Nobody came to see how we live without it", None, None, False),
        ),
    )
    return replace(briefing, **changes)


class TestSmallPage:
    def test_as_a_whole(self):
        assert to_markdown(small()) == (
            "# Council closes bridge\n\n"
            "story.txt · no date or author given · 42 words\n\n"
            "**Summary**\n\n"
            "1. The council of Dunmere closed the bridge on Tuesday, Ottilie Varga said. ¶1\n"
            "2. Norway pays. ¶1\n\n"
            "**Key actors**\n\n"
            "| Who | Role | Mentions |\n|---|---|---|\n"
            "| Ottilie Varga | chief engineer | 1, ¶1 |\n\n"
            "**Where** Norway ¶1: Dunmere ¶1 (2) · Tuesday ¶1\n\n"
            "**Quotes**\n\n"
            "> “It cannot carry another winter of trucks”\n> — Ottilie Varga ¶2\n\n"
            "> “Nobody came to see how we live without it”\n> — speaker not named ¶3\n\n"
            "**When** Tuesday (2024-09-03) ¶1 · 2019 ¶3\n\n"
            "*Summary, quotes and roles are the article’s own words; ¶ is its paragraph. "
            "Made offline by brief.*\n"
        )

    def test_another_method_is_named(self):
        assert "Summary by LexRank." in to_markdown(small(method="lexrank"))

    def test_an_inferred_speaker_is_marked(self):
        quote = replace(small().quotes[0], certain=False)
        assert "> — Ottilie Varga (speaker inferred) ¶2" in to_markdown(small(quotes=(quote,)))

    def test_a_role_that_the_table_does_not_give_stands_with_the_quote(self):
        quote = replace(small().quotes[0], role="engineer")
        page = to_markdown(small(quotes=(quote,), actors=()))
        assert "> — Ottilie Varga, engineer ¶2" in page

    def test_the_questions_of_an_interview_are_left_out(self):
        questions = [f"What did the glacier look like in year {n}?" for n in range(3)]
        answers = [f"It reached the old hut in year {n}." for n in range(3)]
        turns = [
            turn
            for question, answer in zip(questions, answers, strict=True)
            for turn in ((f"MARSH: {question}", question), (f"OKONJO: {answer}", answer))
        ]
        page = to_markdown(
            brief_of(
                "\n\n".join(line for line, _ in turns),
                quotes=[(words, None, None, True) for _, words in turns],
                length=1,
            )
        )
        assert re.findall(r"> “(.*)”", page) == answers[1:]  # the summary has the first

    def test_room_that_a_long_item_leaves_is_used(self):
        full = [
            page_of(name)
            for name in NAMES
            if re.search(r"Not shown here: [^.]*\bplace", page_of(name))
            and len(briefings()[name].locations) <= 8
        ]
        assert full
        assert all(len(page.split()) > 325 or rows(page.rstrip("\n"), 80) > 45 for page in full)

    def test_an_article_without_a_headline_says_so(self):
        page = to_markdown(brief_of("In all, " + SMALL.split("\n\n", 1)[1]))
        assert page.startswith(
            "# In all, The council of Dunmere closed the bridge on Tuesday, Ottilie …\n"
        )
        assert "headed by its first words · no date or author given" in page

    def test_an_article_of_one_word(self):
        page = to_markdown(brief_of("hi"))
        assert page.startswith("# hi\n")
        assert "headed by its first words · no date or author given · 1 word\n" in page

    def test_authors_and_date(self):
        page = to_markdown(
            brief_of(SMALL, authors=("Maren Oduya", "Ivo Tarn"), published="2024-09-05", source="-")
        )
        assert "standard input · by Maren Oduya, Ivo Tarn · 2024-09-05 · 42 words" in page

    def test_an_address_is_linked(self):
        page = to_markdown(brief_of(SMALL, source="https://wire.example/bridge"))
        assert "<https://wire.example/bridge> · no" in page

    @pytest.mark.parametrize(
        ("address", "shown"),
        [
            (f"https://wire.example/{'a' * 69}", f"<https://wire.example/{'a' * 69}> · no"),
            (f"https://wire.example/{'a' * 70}", f"wire.example/{'a' * 70} · no"),
            ("https://wire.example/a b c", "wire.example/a … · no"),
        ],
    )
    def test_an_address_that_is_too_long_or_has_a_space_is_not(self, address, shown):
        assert f"\n{shown}" in to_markdown(brief_of(SMALL, source=address))

    @pytest.mark.parametrize(
        "address", ["javascript:alert(1)", "file:///etc/passwd", "http://x/<b>"]
    )
    def test_nothing_else_is(self, address):
        page = to_markdown(brief_of(SMALL, source=address))
        assert not [
            t for t in MARKDOWN.parse(page) for c in t.children or () if c.type == "link_open"
        ]

    def test_a_long_quote_is_left_out_and_counted(self):
        words = "never " * 46 + "again"
        briefing = brief_of(
            f"{SMALL}\n\n“{words},” she said.", quotes=((words, None, None, False),)
        )
        page = to_markdown(briefing)
        assert "**Quotes**" not in page
        assert "Not shown here: " in page
        assert "1 quote" in page

    def test_a_long_role_ends_with_a_phrase_of_it(self):
        role = "the former head of the office for bridges and tunnels of the city of Dunmere"
        page = to_markdown(small(actors=(Actor(name="Ottilie Varga", kind="person", role=role),)))
        assert "| the former head of the office for bridges and tunnels |" in page

    def test_a_long_role_ends_where_another_begins(self):
        role = "political scientist, who wrote a long book about bridges that never were built"
        page = to_markdown(small(actors=(Actor(name="Ottilie Varga", kind="person", role=role),)))
        assert "| political scientist |" in page

    @pytest.mark.parametrize(
        ("mentions", "shown"),
        [
            ((), "–"),
            (((60, 64),), "1, ¶1"),
            (((60, 64), (70, 74)), "2, first ¶1"),
            (((0, 4), (60, 64), (70, 74)), "3, first ¶1"),
        ],
    )
    def test_how_often_an_actor_is_named_and_where_first(self, mentions, shown):
        actor = Actor(name="Ottilie Varga", kind="person", mentions=mentions)
        assert f"| Ottilie Varga | – | {shown} |" in to_markdown(small(actors=(actor,)))

    def test_the_text_is_cited_before_the_headline(self):
        briefing = brief_of(
            "Dunmere closes bridge\n\nThe council of Dunmere met today.",
            places=(("Dunmere", "city", "NO"),),
        )
        assert "**Where** Norway: Dunmere ¶1 (2)" in to_markdown(briefing)

    def test_dates_that_are_unknown_or_told_already_are_not_listed(self):
        dates = (
            DateMention(text="Tuesday", start=60, end=67, value=None),
            DateMention(text="2019", start=200, end=204, value="2019"),
            DateMention(text="that year", start=205, end=209, value="2019"),
        )
        assert "**When** 2019 ¶3\n" in to_markdown(small(dates=dates))

    def test_dates_come_from_several_paragraphs(self):
        text = "Since 1901, 1902, 1903, 1904 and 1905 it stood.\n\nIn 1931 it fell.\n\nIn 1950 too."
        dates = [(year, year) for year in ("1901", "1902", "1903", "1904", "1905", "1931", "1950")]
        page = to_markdown(brief_of(text, dates=dates))
        assert "**When** 1901, 1902 ¶1 · 1931 ¶2 · 1950 ¶3\n" in page
        assert "3 dates" in page

    def test_several_speakers_come_before_one_speaks_twice(self):
        sayings = [f"It has been like this for {n} long years" for n in range(2, 10)]
        text = "Headline here\n\n" + "\n\n".join(f"“{s},” somebody said." for s in sayings)
        speakers = ["Ann Oor"] * 7 + ["Bea Tirn"]
        quotes = [(s, who, None, True) for s, who in zip(sayings, speakers, strict=True)]
        assert "— Bea Tirn" in to_markdown(brief_of(text, quotes=quotes))

    def test_a_quote_that_the_summary_shows_makes_room_for_others(self):
        sayings = [f"The bridge has stood here for {n} winters" for n in range(2, 8)]
        text = "Headline here\n\n" + "\n\n".join(f"“{words},” a man said." for words in sayings)
        quotes = [(words, f"Man {words[-9]}", None, True) for words in sayings]
        page = to_markdown(brief_of(text, quotes=quotes, length=1))
        assert [f"> “{words}”" in page for words in sayings] == [False, *[True] * 5]

    def test_places_are_grouped_under_a_country_the_article_does_not_name(self):
        places = (
            Location(name="Graz", kind="city", country="AT", mentions=((0, 4),)),
            Location(name="Sea of Tarn", kind="water"),
            Location(name="Upper Brenn", kind="division", country="AT"),
            Location(name="Singapore", kind="city", country="SG"),
        )
        page = to_markdown(small(locations=places))
        assert "**Where** Austria: Graz headline, Upper Brenn · Sea of Tarn · Singapore\n" in page

    def test_quotes_over_two_paragraphs_stay_one_block(self):
        briefing = small(
            quotes=(Quote(text="One and two and three\n\nand four", start=160, end=200),)
        )
        assert "> “One and two and three and four”\n> — " in to_markdown(briefing)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.text(alphabet="ab *_<漢.😀[\n“”", min_size=1, max_size=900), min_size=1, max_size=6
    ),
    st.integers(1, 9),
)
def test_any_text_fits(lines, length):
    briefing = brief_of("\n".join(lines), length=length, authors=tuple(lines), source=lines[0])
    page = to_markdown(briefing)
    assert len(page.split()) <= 340
    assert rows(page.rstrip("\n"), 80) <= 48


class TestEscaping:
    @settings(max_examples=300, deadline=None)
    @given(
        st.text(
            alphabet=st.sampled_from("aB1 \\`*_{}[]()<>#|~&;!+-=.:/\"'amp¶“”é漢😀\n"),
            min_size=1,
            max_size=40,
        ).filter(str.strip)
    )
    def test_it_renders_as_itself(self, text):
        expected = " ".join(text.split())
        assert shown_texts(escape(text)) == [expected]
        assert shown_texts(f"1. {escape(text)}") == [expected]
        assert shown_texts(f"> {escape(text)}") == [expected]
        assert shown_texts(f"x {escape(text)} y") == [f"x {expected} y"]
        cells = shown_texts(f"| a |\n|---|\n| {escape(text)} |")
        assert cells[1] == expected

    def test_a_hostile_article(self):
        page = to_markdown(hostile())
        inlines = [t for t in MARKDOWN.parse(page) if t.type == "inline"]
        acting = {
            part.type
            for token in inlines[1:-1]  # the last line is emphasized by us
            for part in token.children
            if part.type not in {"text", "text_special", "softbreak", "strong_open", "strong_close"}
        }
        assert acting == set()
        assert page.count("<script>") == 0
        shown = "\n".join(shown_texts(page))
        assert "<script>alert(1)</script> ran <!-- hidden --> all over" in shown
        assert (
            "“**We** [sic] said | `so` and 2 * 2 is 4 &lt; 5”\n— A|B *Star* Under_score_Name"
            in shown
        )


class TestRoom:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("", 1),
            ("a" * 80, 1),
            ("a" * 81, 2),
            ("漢" * 40, 1),
            ("漢" * 41, 2),
            ("word " * 16 + "end", 2),
            ("a" * 50 + " " + "b" * 50, 2),
            ("a\n\nb", 3),
        ],
    )
    def test_rows(self, text, count):
        assert rows(text, 80) == count

    def test_width(self):
        assert (width("abc"), width("漢字"), width("e\u0301"), width("😀")) == (3, 4, 1, 2)

    def test_shorten(self):
        assert shorten("one two three", 3, 80) == "one two three"
        assert shorten("one two three", 2, 80) == "one two …"
        assert shorten("one two three", 9, 9) == "one two …"
        assert shorten("x" * 90, 9, 20) == "x" * 18 + " …"


def test_countries():
    assert country_name("AF") == "Afghanistan"
    assert country_name("CI") == "Ivory Coast"
    assert country_name("ZZ") is None
    assert country_name(None) is None


def test_the_same_page_every_time():
    assert to_markdown(invented(3)) == to_markdown(invented(3))
