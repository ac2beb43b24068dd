"""Quotes by speaker, dates by time, and why a sentence is in the summary."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import DateMention
from tests.tui.example import TEXT, make_article
from tests.tui.test_reader import MIDDLE, NARROW, WIDE, drawn, lit, press, reader
from tui.panes.dates import drawn_date
from tui.panes.quotes import by_speaker


def order(app, pane: str) -> list[str]:
    return [row.item.text for row in reader(app).pane(pane).rows]


@pytest.fixture
def mixed(briefing):
    """The quote of the union's man between two of the harbor master's; dates in and out of time."""
    quotes = list(briefing.quotes)
    quotes[1] = replace(quotes[1], speaker="Tomas Brill", speaker_id="a2")
    quotes[2] = replace(quotes[2], speaker="Ada Fennimore", speaker_id="a1")
    words = {"text": "Every day", "end": quotes[1].start + 9}
    unnamed = replace(quotes[1], **words, speaker=None, speaker_id=None)
    dates = [replace(d, value=v) for d, v in zip(
        briefing.dates, ("2026-05-04", "2026-04", "2031", None), strict=True)]  # fmt: skip
    return replace(briefing, quotes=(unnamed, *quotes), dates=tuple(dates))


async def test_quotes_are_grouped_and_back(finished_app, mixed):
    app = finished_app([mixed])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5", "z")
        written = order(app, "quotes")
        assert "as written" in str(reader(app).pane("quotes").border_subtitle)
        await press(pilot, "b")
        assert "by speaker" in str(reader(app).pane("quotes").border_subtitle)
        assert order(app, "quotes") == [written[1], written[3], written[2], written[0]]
        lines = drawn(app, "#quotes").splitlines()
        heads = [
            line.strip("▌ ").split()[0]
            for line in lines
            if line.rstrip().endswith(("quote", "quotes"))
        ]
        assert heads == ["Ada", "Tomas", "speaker"]
        assert "2 quotes" in lines[0]
        assert "the harbor master" in lines[0]
        await press(pilot, "b")
        assert order(app, "quotes") == written


async def test_the_chosen_quote_stays_chosen(finished_app, mixed):
    app = finished_app([mixed])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5", "G")
        chosen = lit(app)
        for _ in range(2):
            await press(pilot, "b")
            assert lit(app) == chosen == [reader(app).pane("quotes").chosen.text]


async def test_a_mention_of_the_article_finds_its_row_in_the_new_order(finished_app, mixed):
    app = finished_app([mixed])
    async with app.run_test(size=WIDE) as pilot:
        assert reader(app).evidence.marks.at(TEXT.index("April")) is not None
        await press(pilot, "6", "t", "G", "g", "1", "enter")
        pane = reader(app).pane("when")
        mark = reader(app).evidence.marks.at(TEXT.index("April"))
        assert pane.rows[mark.row].item.text == "April"


async def test_an_inferred_speaker_keeps_the_sign_and_the_word(finished_app, mixed):
    app = finished_app([mixed])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5", "b")
        assert "? likely: no cue" in drawn(app, "#quotes")


def test_groups_follow_the_article(mixed):
    assert [[quote.speaker for quote in group] for group in by_speaker(mixed.quotes)] == [
        ["Ada Fennimore", "Ada Fennimore"],
        ["Tomas Brill"],
        [None],
    ]


async def test_dates_in_the_order_of_time_and_back(finished_app, mixed):
    app = finished_app([mixed])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "6")
        assert order(app, "when") == ["Monday", "April", "2031", "last week"]
        await press(pilot, "j", "t")
        assert order(app, "when") == ["April", "Monday", "2031", "last week"]
        assert lit(app) == ["April"]
        assert "by time" in str(reader(app).pane("when").border_subtitle)
        await press(pilot, "t")
        assert lit(app) == ["April"]
        assert order(app, "when")[0] == "Monday"


@pytest.mark.parametrize(("size", "lines"), [(WIDE, 2), (MIDDLE, 1), (NARROW, 2), ((40, 6), 0)])
async def test_the_line_of_time_takes_what_room_there_is(finished_app, mixed, size, lines):
    app = finished_app([mixed])
    async with app.run_test(size=size) as pilot:
        await press(pilot, "6")
        pane = reader(app).pane("when")
        assert pane.head_height() == lines
        assert ("●" in drawn(app, "#when")) == bool(lines)
        assert "Monday" in drawn(app, "#when")


async def test_dates_without_values_have_no_line(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE):
        assert reader(app).pane("when").head_height() == 0


async def test_the_summary_says_why_and_does_not_jump(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "z")
        before = drawn(app, "#summary").splitlines()
        assert before[-1].strip().startswith("1st of ")
        assert "names Velden" in before[-1]
        await press(pilot, "j")
        after = drawn(app, "#summary").splitlines()
        assert after[-1].strip().startswith("2nd of ")
        assert [line.strip(" ▌") for line in after[:-1]] == [
            line.strip(" ▌") for line in before[:-1]
        ]


@pytest.mark.parametrize("size", [WIDE, (120, 36), MIDDLE, NARROW])
async def test_the_last_sentence_is_never_behind_the_reason(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", *["+"] * 8, "G")
        pane = reader(app).pane("summary")
        bottom = drawn(app, "#summary").splitlines()
        words = pane.rows[-1].item.text.split()
        assert words[0] in "\n".join(bottom[: pane.content_height])
        assert bottom[-1].strip().partition(" ")[2].startswith("of ") == (pane.foot_height() == 1)


async def test_a_narrowed_summary_keeps_the_reasons_of_the_whole_article(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2")
        whole = drawn(app, "#summary").splitlines()[-1].split("·")[0].split()[-1]
        await press(pilot, "3", "j", "f", "2")
        assert reader(app).pane("summary").rows
        assert drawn(app, "#summary").splitlines()[-1].split("·")[0].split()[-1] == whole


@pytest.mark.parametrize(
    ("value", "width", "lines"),
    [
        ("2026-03-03", 24, ["   in the spring", "   2026-03-03"]),
        ("2026-03-03", 11, ["   in the", "   spring", " 2026-03-03"]),
        ("2026-03-03/2026-03-09", 16, ["   in the spring", "   2026-03-03/", "   2026-03-09"]),
    ],
)
def test_the_value_of_a_date_is_shown_whole(value, width, lines):
    article = make_article("In the spring it was.", "")
    date = DateMention(text="in the spring", start=0, end=13, value=value)
    shown = drawn_date(article, date, width, 9)
    assert ["".join(text for text, _ in line).rstrip() for line in shown] == lines


async def test_the_footer_says_what_the_key_of_the_order_would_do(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "6")
        assert "t by time" in drawn(app, "#footer")
        await press(pilot, "t")
        assert "t as written" in drawn(app, "#footer")
