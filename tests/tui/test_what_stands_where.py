"""What stands where on the screen, in every state and at the sizes that people have."""

from __future__ import annotations

import pytest

from tests.tui.frames import frames
from tests.tui.states import MIDDLE, NARROW, WIDE

pytestmark = pytest.mark.usefixtures("sample_listed")

ALL_PANES = {
    "1 Article": (0, 1, 86, 43),
    "2 Summary": (86, 1, 74, 16),
    "3 Actors": (86, 17, 37, 13),
    "4 Places": (123, 17, 37, 13),
    "5 Quotes": (86, 30, 49, 14),
    "6 When · 7": (135, 30, 25, 14),
}
LEFT, RIGHT, ALONE = (0, 2, 56, 27), (56, 2, 44, 27), (0, 2, 60, 17)
FIRST = {"1 Article": LEFT, "2 Summary": RIGHT}


def beside_the_article(title: str) -> dict[str, tuple[int, ...]]:
    return {"1 Article": LEFT, title: RIGHT}


@pytest.mark.parametrize(
    ("name", "wide", "middle", "narrow"),
    [
        ("waiting", ALL_PANES, FIRST, {"1 Article": ALONE}),
        ("partial", ALL_PANES, FIRST, {"1 Article": ALONE}),
        ("failed", ALL_PANES, FIRST, {"1 Article": ALONE}),
        ("empty", ALL_PANES, FIRST, {"1 Article": ALONE}),
        ("article", ALL_PANES, beside_the_article("4 Places"), {"1 Article": ALONE}),
        ("summary", ALL_PANES, beside_the_article("2 Summary"), {"2 Summary": ALONE}),
        ("actors", ALL_PANES, beside_the_article("3 Actors"), {"3 Actors": ALONE}),
        ("places", ALL_PANES, beside_the_article("4 Places"), {"4 Places": ALONE}),
        ("quotes", ALL_PANES, beside_the_article("5 Quotes"), {"5 Quotes": ALONE}),
        ("when", ALL_PANES, beside_the_article("6 When · 7"), {"6 When · 7": ALONE}),
        ("narrowed", ALL_PANES, beside_the_article("3 Actors"), {"3 Actors": ALONE}),
        ("searching", ALL_PANES, FIRST, {"1 Article": ALONE}),
        (
            "map",
            {"4 Places": (0, 2, 160, 42)},
            {"4 Places": (0, 2, 100, 27)},
            {"4 Places": ALONE},
        ),
        (
            "card",
            {"1 Article": (0, 1, 86, 43), "Ada Fennimore": (86, 1, 74, 43)},
            {"1 Article": LEFT, "Ada Fennimore": (56, 1, 44, 28)},
            {"Ada Fennimore": (0, 1, 60, 18)},
        ),
        (
            "articles",
            {
                "Articles": (0, 1, 32, 43),
                "1 Article": (32, 1, 69, 43),
                "2 Summary": (101, 1, 59, 16),
                "3 Actors": (101, 17, 29, 13),
                "4 Places": (130, 17, 30, 13),
                "5 Quotes": (101, 30, 39, 14),
                "6 When · 7": (140, 30, 20, 14),
            },
            {"Articles": (0, 2, 32, 27), "1 Article": (32, 2, 68, 27)},
            {"Articles": ALONE},
        ),
        (
            "start",
            {"Open or find": (1, 1, 158, 3), "Recent articles": (1, 4, 158, 40)},
            {"Open or find": (1, 1, 98, 3), "Recent articles": (1, 4, 98, 25)},
            {"Open or find": (1, 1, 58, 3), "Recent articles": (1, 4, 58, 15)},
        ),
    ],
)
async def test_which_frames_stand_where(name, wide, middle, narrow):
    """Each frame's column and row, width and height, at three sizes."""
    for size, expected in ((WIDE, wide), (MIDDLE, middle), (NARROW, narrow)):
        assert {frame.title: frame[1:5] for frame in await frames(name, size)} == expected


@pytest.mark.parametrize(
    ("name", "title", "wide", "middle", "narrow"),
    [
        ("help", "Help", (38, 2, 84, 40), (8, 1, 84, 27), (0, 1, 60, 18)),
        ("save", "Save as one page", (40, 17, 80, 11), (10, 9, 80, 11), (0, 4, 60, 12)),
        (
            "save-all",
            "Save 3 pages into a folder",
            (40, 17, 80, 11),
            (10, 9, 80, 11),
            (0, 4, 60, 11),
        ),
    ],
)
async def test_a_dialog_stands_in_the_middle(name, title, wide, middle, narrow):
    for size, expected in ((WIDE, wide), (MIDDLE, middle), (NARROW, narrow)):
        assert expected in [f[1:5] for f in await frames(name, size) if f.title == title]


SUMMARY = (
    "¶1 The harbor of Velden will close on Monday while engineers repair the sea wall, the port "
    "authority said. ¶2 Ada Fennimore, the harbor master, said the wall had cracked in April. "
    "¶4 Tomas Brill of the Dockers' Union called the plan “a quiet closure”. "
    "¶4 Brill spoke of strikes. 4 of 9 sentences − +"
)
WRITTEN_DATES = "¶1 Monday ¶2 April ¶2 2031 ¶4 last week"
GONE = "not available; r tries again"


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("waiting", "2 Summary", "weighing the sentences"),
        ("waiting", "3 Actors", "finding who acts"),
        ("waiting", "4 Places", "finding the places"),
        ("waiting", "5 Quotes", "finding who says what"),
        ("waiting", "6 When · 7", "reading the dates"),
        ("partial", "2 Summary", SUMMARY),
        ("partial", "3 Actors", "finding who acts"),
        ("partial", "6 When · 7", WRITTEN_DATES),
        ("failed", "2 Summary", SUMMARY),
        ("failed", "3 Actors", GONE),
        ("failed", "4 Places", GONE),
        ("failed", "5 Quotes", GONE),
        ("failed", "6 When · 7", GONE),
        ("empty", "1 Article", "Nothing much ¶1 It rained."),
        ("empty", "2 Summary", "no sentence to choose"),
        ("empty", "3 Actors", "nobody is named"),
        ("empty", "4 Places", "no place is named"),
        ("empty", "5 Quotes", "nobody is quoted"),
        ("empty", "6 When · 7", "no dates given"),
        (
            "actors",
            "3 Actors",
            "▌Ada Fennimore 4 ▆ ▃▃ ▌ the harbor master Tomas Brill 2 ▃▃ Dockers' Union "
            "Dockers' Union 1 ▃ 1 of 3",
        ),
        (
            "quotes",
            "5 Quotes",
            "▌Ada Fennimore the harbor master 2 quotes ▌¶2 “We cannot wait for the winter storms "
            "to ▌ finish what the summer began,” ¶3 “Every day costs us forty thousand crates, "
            "and nobody has told us who will pay for them.” ? likely: no cue "
            "speaker not named 1 quote ¶4 “a quiet closure” 1 of 3 · by speaker",
        ),
        (
            "narrowed",
            "2 Summary",
            "¶2 Ada Fennimore, the harbor master, said the wall had cracked in April. "
            "¶5 Fishermen from Oran offered their boats, and Fennimore thanked them. "
            "2 of 2 sentences − +",
        ),
        ("narrowed", "3 Actors", "▌Ada Fennimore 4 ▆ ▃▃ ▌ the harbor master 1 of 1"),
        ("narrowed", "6 When · 7", "¶2 April"),
        (
            "start",
            "Recent articles",
            "▌Harbor of Velden closes for repairs 131 words ▌ 2030-04-12 09:12 harbor.txt "
            "The sample article to see what brief does",
        ),
        (
            "articles",
            "Articles",
            "✓ Harbor of Velden ≈3 142 words Ada Fennimore, T… ▌Harbor of Lund ≈3 ▌142 words "
            "Ada Fennimore, T… Harbor of Brackwater ≈3 142 words Ada Fennimore, T… "
            "3 of 3 analyzed · 1 ticked",
        ),
        (
            "save",
            "Save as one page",
            "/harbor-of-velden-closes-for-repairs.md "
            "Markdown HTML DOCX Text Obsidian Org GeoJSON ICS CSL JSON "
            "enter save esc cancel tab format ctrl+o and open ctrl+e and edit",
        ),
        ("save-all", "Save 3 pages into a folder",
         "/ Markdown HTML DOCX Text Obsidian Org GeoJSON ICS CSL JSON "
         "enter save esc cancel tab format"),
    ],
)  # fmt: skip
async def test_the_whole_content_of_a_pane(name, title, words):
    assert [f.words for f in await frames(name, WIDE) if f.title == title] == [words]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("article", "1 Article", "¶1 ▌ The harbor of Velden will close on Monday"),
        ("article", "1 Article", "Velden 2 of 2"),
        ("summary", "2 Summary", "▌¶2 Ada Fennimore, the harbor master,"),
        ("summary", "2 Summary", "2 of 4 · 9 sentences − +"),
        ("actors", "3 Actors", "▌Ada Fennimore 4"),
        ("places", "4 Places", "Across borders · Velden no map point 2 ▌France ▌1 Marseille 2"),
        ("places", "4 Places", "2 of 4"),
        ("map", "4 Places", "· Velden no map point 2"),
        ("map", "4 Places", "km across"),
        ("quotes", "5 Quotes", "2 quotes ▌¶2 “We cannot wait for the winter storms"),
        ("quotes", "5 Quotes", "by speaker"),
        ("when", "6 When · 7", "Apr 12, 2030 2031 ¶2 2031 ▌¶1 M"),
        ("narrowed", "3 Actors", "1 of 1"),
        ("card", "Ada Fennimore", "kind person role the harbor master named Fennimore 3"),
        ("card", "Ada Fennimore", "enter shows it · esc closes"),
        ("help", "Help", "↑ k One line or row up. pgdn space One page down."),
        ("articles", "Articles", "✓ Harbor of Velden ≈3 142 words Ada Fennimore, T"),
        ("articles", "Articles", "▌Harbor of Lund ≈3 ▌142 words"),
        ("save", "Save as one page", "/harbor-of-velden-closes-for-repairs.md Markdown HTML"),
        ("start", "Open or find", "path, address or text; or what to find"),
    ],
)
async def test_what_stands_in_a_pane_at_every_size(name, title, words, size):
    assert [words in f.words for f in await frames(name, size) if f.title == title] == [True]
