"""What a card of details shows of each kind of finding."""

from __future__ import annotations

import pytest
from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Briefing, Location
from briefing.summary.reasons import Reasons
from tests.tui.example import TEXT
from tui.details.facts import Details, coordinates
from tui.panes.reason_line import ordinal, reason_line
from tui.panes.registry import details_of


def facts(briefing: Briefing, item: Struct) -> dict[str, str]:
    return dict(details_of(briefing, item).facts)


def rows(details: Details, width: int = 200) -> list[str]:
    """The rows' lines without their labels' blanks."""
    return [
        " ".join("".join(text for text, _ in line).split())
        for row in details.rows
        for line in row.draw(width, 99)
    ]


def test_an_actor_has_names_share_quotes_and_sentences(briefing):
    details = details_of(briefing, briefing.actors[0])
    assert details.title == "Ada Fennimore"
    known = dict(details.facts)
    assert known["kind"] == "person"
    assert known["role"] == "the harbor master"
    assert known["named"] == "Fennimore 3 · Ada Fennimore 1"
    assert known["share"].startswith("4 of 7 mentions")
    assert known["speaks"] == "2 quotes, 1 of them likely"
    lines = rows(details)
    assert lines[0] == "Says"
    assert lines[1].startswith("¶2 “We cannot wait")
    assert lines[3].startswith("? likely")
    assert "Named in" in lines
    assert "¶2 Ada Fennimore, the harbor master, said the wall had cracked in April." in lines


def test_one_who_is_not_quoted_has_no_quotes(briefing):
    assert facts(briefing, briefing.actors[2])["speaks"] == "is not quoted"


def test_a_place_has_its_country_and_its_point(briefing):
    paris = facts(briefing, briefing.locations[3])
    assert (paris["kind"], paris["country"], paris["point"]) == (
        "city",
        "France",
        "48.90° N 2.40° E",
    )
    velden = facts(briefing, briefing.locations[0])
    assert (velden["country"], velden["point"]) == ("not known", "no coordinates known")
    assert coordinates(Location(name="x", kind="city", latitude=-1.5, longitude=-2)) == (
        "1.50° S 2.00° W"
    )


def test_a_certain_quote_says_why(briefing):
    known = facts(briefing, briefing.quotes[0])
    assert known["certain"] == "yes: the speaker is named beside the quote, with “said”"
    assert known["words"] == f"“{briefing.quotes[0].text}”"


def test_an_uncertain_quote_says_why_not(briefing):
    assert facts(briefing, briefing.quotes[1])["certain"] == "no, likely: no cue"
    unnamed = facts(briefing, briefing.quotes[2])
    assert unnamed["certain"] == "no: nobody is named as the speaker"
    assert unnamed["speaker"] == "not named"


def test_a_speaker_named_elsewhere_is_shown_there(briefing):
    mention = briefing.actors[0].mentions[0]
    quote = replace(briefing.quotes[1], speaker_mention=mention)
    lines = rows(details_of(replace(briefing, quotes=(quote,)), quote))
    assert lines[lines.index("The speaker is named in") + 1].startswith("¶2 Ada Fennimore, the")


def test_a_date_has_its_value_in_words(briefing):
    dated = replace(briefing.dates[0], value="2021-08-03/2021-08-05")
    known = facts(briefing, dated)
    assert (known["written"], known["means"]) == ("“Monday”", "August 3 to 5, 2021")
    assert "no date of publication" in facts(briefing, briefing.dates[0])["means"]
    published = replace(briefing, article=replace(briefing.article, published="2021-08-01"))
    assert facts(published, briefing.dates[0])["means"] == "not known"


def test_a_summary_sentence_has_its_reasons(briefing):
    details = details_of(briefing, briefing.summary[0])
    known = dict(details.facts)
    count = briefing.longest_summary
    assert known["rank"].startswith(f"1st of {count}")
    assert known["place"] == f"sentence 1 of {count}, ¶1"
    assert known["names"] == "Velden"
    assert "“harbor”" in known["shares"]


def test_a_sentence_that_was_not_ranked_has_a_card_too(briefing):
    details = details_of(replace(briefing, sentences=()), briefing.summary[0])
    assert dict(details.facts) == {"rank": "it was not ranked"}
    assert rows(details)[0] == "In the article"


def test_every_row_is_evidence(briefing):
    items = [
        *briefing.actors, *briefing.locations, *briefing.quotes, *briefing.dates, *briefing.summary,
    ]  # fmt: skip
    for item in items:
        details = details_of(briefing, item)
        assert details.rows
        for row in details.rows:
            shown = " ".join(rows(Details("", (), (row,))))
            assert row.spans
            assert all(TEXT[start:end] in shown for start, end in row.spans)


@pytest.mark.parametrize("width", [12, 30, 76])
def test_nothing_is_wider_than_the_card(briefing, width):
    for item in (briefing.actors[0], briefing.locations[1], *briefing.quotes, briefing.summary[0]):
        details = details_of(briefing, item)
        lines = [*details.lines(width), *(li for row in details.rows for li in row.draw(width, 2))]
        assert max(sum(len(text) for text, _ in line) for line in lines) <= width


def test_a_cut_sentence_has_a_sign(briefing):
    row = details_of(briefing, briefing.locations[0]).rows[1]
    lines = row.draw(30, 2)
    assert len(lines) == 2
    assert lines[-1][-1][0].endswith("…")


def test_the_reason_line_gives_up_names_before_it_is_cut():
    reasons = Reasons(
        rank=1, of=31, position=3, paragraph=2, names=("Velden", "Oran"), shared_words=("wall",)
    )
    whole = "1st of 31 · 3rd sentence, ¶2 · names Velden, Oran · shares “wall”"
    assert reason_line(reasons, 99) == whole
    assert reason_line(reasons, len(whole) - 1) == whole.replace(", Oran", "")


def test_numbers_in_a_row():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)] == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th".split()
    )
