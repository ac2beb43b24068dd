"""The page as the reader composed it: own lines, chosen items, and the room that is left."""

import re

import pytest
from msgspec.structs import replace

from briefing.corrections import corrected
from briefing.corrections.composition import Composition, Highlight, PageChoice
from briefing.errors import BriefingError
from briefing.page import to_markdown
from briefing.page.room import room
from briefing.page.templates import load
from tests.articles import briefings, invented
from tests.briefing.corrections.example import BRIEFING, HOLT, correction, span_of
from tests.briefing.test_page_room import TOWNS, crowded

WHY = Composition(why="Two towns lose their only link.\n\nWinter begins in May.")
OWN = replace(
    WHY,
    headline="Osmark is cut off",
    next="The council meets on 9 May.",
    note="Compare 2019.",
    prepared_by="Ada Linde",
    prepared_for="the board",
    as_of="4 May, noon",
)


def composed(briefing=BRIEFING, **fields):
    return replace(briefing, composition=replace(Composition(), **fields))


def choice(part, words, nth=0, **what):
    return PageChoice(part=part, span=span_of(words, nth), **what)


def chosen(briefing, part, items, **what):
    """The briefing with choices for some of its items."""
    spans = [item.mentions[0] if hasattr(item, "mentions") else (item.start, item.end)
             for item in items]  # fmt: skip
    more = tuple(PageChoice(part=part, span=span, **what) for span in spans)
    choices = briefing.composition.choices + more
    return replace(briefing, composition=replace(briefing.composition, choices=choices))


class TestOwnLines:
    def test_the_page_as_a_whole(self):
        page = to_markdown(replace(BRIEFING, composition=OWN))
        assert page.startswith(
            "# Osmark is cut off\n\n"
            "**The article’s headline** Ferry line to Osmark stops\n\n"
            "no date or author given · 55 words\n\n"
            "Prepared by Ada Linde for the board, as of 4 May, noon\n\n"
            "**Why it matters** Two towns lose their only link.  \nWinter begins in May.\n\n"
            "**Summary**\n\n"
        )
        assert page.endswith(
            "**Next** The council meets on 9 May.\n\n"
            "**Note** Compare 2019.\n\n"
            "*Summary, quotes and roles are the article’s own words; ¶ is its paragraph. "
            "The headline, “Why it matters”, “Next” and “Note” are the reader’s own words. "
            "Not shown here: 1 date. Made offline by brief.*\n"
        )

    @pytest.mark.parametrize(
        ("fields", "shown"),
        [
            ({"prepared_by": "A"}, "Prepared by A\n"),
            ({"prepared_for": "B"}, "Prepared for B\n"),
            ({"as_of": "May 2031"}, "As of May 2031\n"),
            ({"prepared_by": "A", "as_of": "May"}, "Prepared by A, as of May\n"),
            ({"why": "*so* <b>"}, "**Why it matters** \\*so\\* \\<b\\>\n"),
            ({"note": "one"}, "“Note” is the reader’s own words."),
        ],
    )
    def test_each_alone(self, fields, shown):
        assert shown in to_markdown(composed(**fields))

    def test_a_highlight_is_the_articles_and_its_note_the_readers(self):
        start, end = span_of("would stop")
        mark = Highlight(text="would stop", start=start, end=end, note="When?", on_page=True)
        page = to_markdown(composed(highlights=(mark, replace(mark, on_page=False))))
        assert "**Highlights**\n\n> “would stop” ¶1\n\n**Reader’s note** When?\n\n" in page
        assert page.count("would stop” ¶1") == 1

    @pytest.mark.parametrize("template", ["desk", "memo", "wire"])
    def test_templates_show_them(self, template):
        page = to_markdown(replace(BRIEFING, composition=OWN), load(template))
        assert "Osmark is cut off" in page.splitlines()[0]
        assert "**Why it matters** Two towns" in page
        assert "the reader’s own words" in page
        assert page.index("Why it matters") < page.index("Mira Holt")

    def test_desk_as_a_template_is_the_usual_page(self):
        marks = (Highlight(text="Holt", start=5, end=9, note="n", on_page=True),)
        briefing = replace(BRIEFING, composition=replace(OWN, highlights=marks))
        assert to_markdown(briefing, load("desk")) == to_markdown(briefing)

    @pytest.mark.parametrize("name", [f"invented {n}" for n in range(12)])
    def test_they_make_room_by_leaving_items_out(self, name):
        why = "Why " * 150
        page = to_markdown(composed(briefings()[name], why=why))
        assert why.strip() in page
        assert len(page.split()) <= 340

    @pytest.mark.parametrize(
        ("fields", "over"),
        [
            ({"why": "word " * 400}, r"what you wrote is \d\d\d words too long for one page"),
            ({"note": "a\n" * 60}, r"what you wrote is \d\d rows too long for one page"),
            ({"note": "a b c d e f g h\n" * 60}, r"\d+ words and \d+ rows too long"),
        ],
    )
    def test_too_many_are_counted(self, fields, over):
        briefing = composed(**fields)
        with pytest.raises(BriefingError, match=over):
            to_markdown(briefing)
        seen = room(briefing)
        assert re.search(over, seen.problem)
        assert min(seen.words, seen.rows) < 0
        numbers = re.findall(r"\d+", seen.problem)
        assert [str(-left) for left in (seen.words, seen.rows) if left < 0] == numbers

    def test_cut_by_as_many_words_as_said_it_fits(self):
        briefing = composed(why="word " * 400)
        over = -room(briefing).words
        assert to_markdown(composed(why="word " * (400 - over)))
        with pytest.raises(BriefingError, match="is 1 word too long"):
            to_markdown(composed(why="word " * (401 - over)))


class TestChoices:
    def test_what_was_taken_off_is_not_there_and_is_counted(self):
        page = to_markdown(
            composed(
                choices=(
                    choice("actors", "Jon Vale", on=False),
                    choice("quotes", "We carry too few people,", on=False),
                    choice("locations", "Lisbon", on=False),
                    choice("dates", "2019", on=False),
                )
            )
        )
        assert "| Jon Vale |" not in page
        assert "> “We carry" not in page
        assert "Lisbon ¶" not in page
        assert "**When**" not in page
        assert "Not shown here: 1 quote, 1 actor, 1 place, 2 dates." in page

    def test_a_sentence_that_is_in_no_summary_can_be_put_on(self):
        sentence = BRIEFING.sentences[4]
        put = PageChoice(part="summary", span=(sentence.start, sentence.end), on=True)
        assert "Vale met Holt in Lisbon" not in to_markdown(BRIEFING)
        assert "3. Vale met Holt in Lisbon" in to_markdown(composed(choices=(put,)))

    def test_a_date_without_value_can_be_put_on(self):
        assert "**When** Monday ¶1 · 2019 ¶2" in to_markdown(
            composed(choices=(choice("dates", "Monday", on=True),))
        )

    @pytest.mark.parametrize("longer", [0, 35])
    def test_what_was_chosen_stays_where_others_give_way(self, longer):
        crowd = crowded(" and" + " spoke" * longer)
        want = chosen(chosen(crowd, "locations", crowd.locations[-2:], on=True),
                      "actors", crowd.actors[-2:], on=True)  # fmt: skip
        want = chosen(want, "quotes", crowd.quotes[-2:], on=True)
        page = to_markdown(want)
        assert all(town in page for town in TOWNS[-2:])
        assert all(f"| {actor.name} |" in page for actor in crowd.actors[-2:])
        assert all(quote.text in page for quote in crowd.quotes[-2:])
        assert "the reader chose" not in page

    def test_what_was_chosen_and_has_no_room_is_named(self):
        crowd = crowded(quoted="so " * 38)
        want = chosen(crowd, "quotes", crowd.quotes, on=True)
        page = to_markdown(want)
        seen = room(want)
        assert len(page.split()) <= 340
        named = [f"“We have number {n} here …”" for n in (5, 6, 7)]
        assert f"; no room for {', '.join(named)} and 1 more, which the reader chose." in page
        assert len(seen.refused) == len(crowd.quotes) - page.count("\n> — ") > 0
        assert set(seen.refused) <= set(seen.left_out)
        assert seen.problem == ""

    @pytest.mark.parametrize(
        ("moves", "order"),
        [
            ([], ["Mira Holt", "Jon Vale", "Norvia"]),
            ([("Norvia", "Mira Holt")], ["Norvia", "Mira Holt", "Jon Vale"]),
            ([("Mira Holt", None)], ["Jon Vale", "Norvia", "Mira Holt"]),
            ([("Norvia", "Jon Vale"), ("Mira Holt", "Jon Vale")],
             ["Norvia", "Mira Holt", "Jon Vale"]),
        ],
    )  # fmt: skip
    def test_rows_are_moved(self, moves, order):
        choices = tuple(
            choice("actors", who, moved=True, before=span_of(before) if before else None)
            for who, before in moves
        )
        page = to_markdown(composed(choices=choices))
        assert re.findall(r"^\| (?!Who)(\w[\w ]*?) \|", page, re.M) == order

    @pytest.mark.parametrize("part", ["quotes", "summary"])
    def test_quotes_and_sentences_are_moved(self, part):
        items = {"quotes": BRIEFING.quotes, "summary": BRIEFING.summary}[part]
        first = PageChoice(part=part, span=(items[0].start, items[0].end), moved=True)
        page = to_markdown(composed(choices=(first,)))
        words = [items[1].text.rstrip(","), items[0].text.rstrip(",")]
        marks = {"quotes": "> “", "summary": ". "}[part]
        assert page.index(marks + words[0]) < page.index(marks + words[1])

    @pytest.mark.parametrize("seed", range(20))
    def test_any_choice_fits_and_nothing_chosen_is_lost_silently(self, seed):
        briefing = invented(seed)
        for part in ("actors", "locations", "quotes", "dates", "summary"):
            items = [item for item in getattr(briefing, part) if getattr(item, "mentions", 1)]
            briefing = chosen(briefing, part, items[::2], on=bool(seed % 3))
            briefing = chosen(briefing, part, items[1:2], moved=True)
        seen = room(briefing)
        assert seen.words >= 0
        assert seen.rows >= 0
        wanted = {choice.span for choice in briefing.composition.choices if choice.on}
        assert wanted <= {target.span for target in (*seen.on_page, *seen.refused)}
        off = {choice.span for choice in briefing.composition.choices if choice.on is False}
        assert not off & {target.span for target in seen.on_page}


class TestSmallPrint:
    def test_corrections_are_counted_where_they_change_what_was_found(self):
        lisbon = span_of("Lisbon")
        laid = corrected(
            BRIEFING,
            [
                correction("hide", "locations", lisbon),
                correction("rename", "actors", span_of("Jon Vale"), "J. Vale"),
                correction("hide", "actors", (0, 5), text="Nobody Here"),
                correction("put_on_page", "actors", span_of("Jon Vale")),
                correction("write", "page", to="So it is.", text="why"),
                correction("add", "highlights", lisbon),
            ],
        )
        assert "2 corrections by the reader. Made offline by brief.*" in to_markdown(laid)
        assert "correction" not in to_markdown(BRIEFING)

    @pytest.mark.parametrize(
        ("by", "sign", "said"),
        [
            ("reader", "†", "† role given by the reader."),
            ("names", "‡", "‡ role from the reader’s file of names."),
        ],
    )
    def test_a_role_that_is_not_the_articles_has_a_sign(self, by, sign, said):
        actor = replace(HOLT, role="minister", role_by=by)
        page = to_markdown(replace(BRIEFING, actors=(actor,)))
        assert f"| Mira Holt | minister {sign} |" in page
        assert said in page
        assert sign not in to_markdown(BRIEFING)


class TestRoom:
    def test_it_is_the_page_and_what_is_left(self):
        seen = room(BRIEFING)
        assert seen.markdown == to_markdown(BRIEFING)
        assert seen.words == 340 - len(seen.markdown.split())
        assert 0 < seen.rows < 48
        on_page = [(target.part, target.text) for target in seen.on_page]
        assert ("actors", "Jon Vale") in on_page
        assert ("locations", "Lisbon") in on_page
        assert [(target.part, target.text) for target in seen.left_out] == [("dates", "Monday")]

    def test_own_words_take_room(self):
        assert room(composed(why="one two three")).words < room(BRIEFING).words - 3
