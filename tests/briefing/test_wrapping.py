"""Hard-wrapped lines become paragraphs again; lines that are meant stay. All texts are invented."""

from __future__ import annotations

import re
import textwrap

import pytest

from briefing.reading.formats.wrapping import unwrap

STORY = (
    "Skarvoy loses its ferry and asks the county for a boat of its own",
    "The only ferry to the island of Skarvoy will stop running in December, its owner said on "
    "Thursday, leaving some 400 people with a mail boat that calls twice a week.",
    "“We were told by letter,” said Maren Oduya, who teaches at the school. “Nobody had the "
    "courage to come over and say it to our faces.”",
    "Residents met in the school on Thursday night. Tor Lind, the mayor of Skarvoy, promised to "
    "ask the county for money; an answer is not expected before the new year.",
    "The company, Northern Lines, has lost money on the route since 2019. It carried 31,000 "
    "passengers last year, half as many as ten years before, and its boat is older than most of "
    "them.",
)


def wrapped(*paragraphs: str, width: int, between: str = "\n\n") -> str:
    return between.join(
        "\n".join(textwrap.wrap(text, width, break_on_hyphens=False)) for text in paragraphs
    )


@pytest.mark.parametrize("width", [36, 40, 44, 48, 50, 54, 56, 60, 66, 72, 78, 80, 96])
def test_at_any_usual_width(width):
    assert unwrap(wrapped(*STORY, width=width)) == "\n\n".join(STORY)


def test_paragraphs_without_blank_lines_between_them_stay_apart_where_the_last_line_is_short():
    text = wrapped(*STORY[1:], width=60, between="\n")
    assert unwrap(text) == "\n".join(STORY[1:])


@pytest.mark.parametrize("width", [40, 70])
def test_lines_of_the_page_and_headings_between_the_lines_stay_lines(width):
    lines = [wrapped(text, width=width) for text in STORY]
    text = (
        f"Skip to main content\nADVERTISEMENT\n\n{lines[0]}\n\nPublished 2 hours ago\n"
        f"Share this article\nFacebook  Twitter  WhatsApp\nBy Maren Oduya and Ilse Brandvik\n"
        f"{lines[1]}\nAdvertisement\n{lines[2]}\n\nRead more: Five islands without a boat\n\n"
        f"{lines[3]}\n\nWho pays\n{lines[4]}\n\nRelated stories\n- A bridge for Velmora\n"
        "- Mail boats: what next?\nSign up for our newsletter"
    )
    joined = unwrap(text).split("\n")
    assert [line for line in joined if line in STORY] == list(STORY)
    for line in ("Advertisement", "By Maren Oduya and Ilse Brandvik", "Who pays"):
        assert line in joined
    assert joined[-4:] == text.split("\n")[-4:]


def test_an_indented_line_begins_a_paragraph():
    lines = [wrapped(text, width=44) for text in STORY[1:]]
    joined = unwrap("\n  ".join(lines)).split("\n")
    assert [line.strip() for line in joined] == list(STORY[1:])


def test_a_line_that_sticks_out_spoils_nothing():
    text = wrapped(*STORY, width=44).replace("courage to come\nover", "courage to come over")
    text = text.replace("“Nobody had the\n", "“Nobody had the ")
    assert max(map(len, text.split("\n"))) > 60
    assert unwrap(text) == "\n\n".join(STORY)


def test_a_word_at_a_hyphen_is_joined_without_a_space():
    text = (
        wrapped(*STORY, width=60) + "\n\nThe old mail boat of Skarvoy is well-\nknown on the coast."
    )
    assert unwrap(text).endswith("Skarvoy is well-known on the coast.")


POEM = """The harbor keeps a lantern for the boats
that will not come,
and every gull that settles on the quay
believes it is the last one of the year
and says so
until the morning takes the roofs away
and nobody
remembers what the tide had meant to say
or why the bell
was ringing for the men who went ashore
before the war"""

VERSES = """The harbor keeps a lantern for the boats
And every gull that settles on the quay
Believes it is the last one of the year
And nobody who hears it comes to see
The lantern or the water or the pier
Or me."""

HEADLINES = """Velmora closes its last cannery after 90 years
Skarvoy loses its ferry and asks for a new boat
Northern Lines sells two of its oldest ships
Mayor of Dunmere resigns over harbor contract
County votes against a bridge to the islands"""

PARAGRAPHS = """The ferry will stop running in December, its owner said.
Some 400 people live on the island of Skarvoy today.
The mail boat calls at the island twice in a week.
Residents met in the school on Thursday night to talk."""

TRANSCRIPT = """ODUYA: Good morning, and thank you for coming over
LIND: It was no trouble, the boat still goes today
ODUYA: And what will you do when it stops running
LIND: I shall row, as my father and his father did"""

TABLE = """harbor list      9 seats      +4      41.0 percent
civic union      8 seats      -3      35.5 percent
green aune party      6 seats      +1
others      4 seats      -2
independent      1 seat"""

LIVE = """17:52 GMT
Counting has stopped in Dunmere after a power cut at two polling places.
17:31 GMT
The crowd outside the town hall has grown to perhaps 1,500, police say.
17:10 GMT
“We will not go home,” Tor Lind tells supporters on the harbor square."""

LIST = """Five things to take on the mail boat this winter:
- a blanket, since the cabin has not been heated for years
- something to read that is longer than it ought to be
- bread, cheese and tea, which are no longer sold on board
- patience with the weather, the crew and the other people"""


@pytest.mark.parametrize(
    "text",
    [POEM, VERSES, HEADLINES, PARAGRAPHS, TRANSCRIPT, TABLE, LIVE, LIST, "\n".join(STORY)],
    ids=["poem", "verses", "headlines", "paragraphs", "transcript", "table", "live", "list", "own"],
)
@pytest.mark.parametrize("below", ["\n", "\n\n"], ids=["together", "apart"])
def test_lines_that_are_meant_stay(text, below):
    lines = text.replace("\n", below)
    assert unwrap(lines) == lines


def test_spaces_at_the_end_are_no_line():
    text = wrapped(*STORY, width=44) + "\n "
    assert unwrap(text).rstrip() == "\n\n".join(STORY)


def test_two_broken_lines_are_no_pattern():
    text = "The last cannery in the old town of Velmora\nclosed on Friday after 90 years.\n\nBye."
    assert unwrap(text) == text


def test_a_very_long_paragraph_becomes_one_line():
    text = wrapped(" ".join(STORY[1:] * 1_000), width=72)
    assert unwrap(text) == re.sub(r"\s+", " ", text)
