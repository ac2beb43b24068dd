"""What a summary takes from articles of every kind, and what it leaves."""

from __future__ import annotations

import re

import pytest

from briefing.model import summary_of
from briefing.options import METHODS
from briefing.summary import rank
from briefing.tables import rows
from briefing.text import sentences
from briefing.text.openings import after_openings
from tests.conftest import article_of


def summary(text: str, length: int = 4, method: str = "brief") -> list[str]:
    article = article_of(text)
    ranked = rank(article, sentences.split(article), method)
    return [sentence.text for sentence in summary_of(article.text, ranked, length)]


class TestShort:
    ALL = (
        "The ferry between Dunmere and Orlo was stopped on Monday because of high waves.",
        "A boat had struck the pier at night.",
        "Nobody was hurt.",
    )

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_everything_worth_saying(self, count):
        text = f"Ferry service stopped\n\n{' '.join(self.ALL[:count])}"
        assert summary(text) == list(self.ALL[:count])

    def test_nothing_that_is_not(self):
        text = f"Ferry service stopped\n\n{self.ALL[0]}\n\nHarbor news\n\n14:32\n\n1 2 3"
        assert summary(text) == [self.ALL[0]]

    @pytest.mark.parametrize(
        "text", ["Dunmere", "14:32", "Who pays?", "1 2 3", "Ferry stopped\n\n14:32\n\n15:10"]
    )
    def test_never_empty(self, text):
        assert summary(text)


LIST = """Four walks for a dry autumn day

The hills above Dunmere are quiet in October. All four walks begin at a railway station.

1. The Miller's Path

It follows the Aune for two hours and ends at an old mill where soup is sold until dark.

2. Orlo Ridge, Orlo

The ridge is steep, and on clear days the sea can be seen from its northern end.

3. Around the lake

Children like this walk because herons stand in the reeds beside the boardwalk.

• Take water with you because there is no shop between the station and the lake.
• Dogs must be kept on a leash from March until the end of July
"""


class TestLists:
    def test_headings_are_no_sentences(self):
        for length in (3, 6, 20):
            found = summary(LIST, length)
            assert not [s for s in found if "Path" in s or "Ridge, Orlo" in s or "Around" in s]
        assert "The ridge is steep, and on clear days the sea can be seen" in " ".join(found)

    def test_items_that_are_sentences_come_without_their_bullets(self):
        found = summary(LIST, 20)
        assert "Take water with you because there is no shop between the station and the lake." in (
            found
        )
        assert "Dogs must be kept on a leash from March until the end of July" in found

    def test_a_line_that_announces_the_items_waits(self):
        text = (
            "Rules for the market\n\nFrom May on these rules hold for the market in Dunmere:\n\n"
            "1. Stalls may open at six in the morning and not before.\n"
            "2) Dealers must take all of their packaging home in the evening.\n"
            "- Engines are to be turned off between the rows of stalls.\n"
        )
        assert summary(text, 3) == [
            "Stalls may open at six in the morning and not before.",
            "Dealers must take all of their packaging home in the evening.",
            "Engines are to be turned off between the rows of stalls.",
        ]


@pytest.mark.parametrize(
    "table",
    [
        "District Votes Share Change\nNorth 12,004 41% +2.1\nSouth 9,310 33% -0.4\nEast 811 9% 0",
        "| District | Votes | Share |\n| North | 12,004 | 41% |\n| South | 9,310 | 33% |",
        "District\tVotes\tShare\tChange\nNorth Dunmere\t12,004\t41%\t+2.1\nSouth\t9,310\t33%\t-0.4",
        "Orlo Rovers 12 8 2 2 26\nDunmere Town 12 7 1 4 22\nAune United 12 3 3 6 12",
    ],
)
def test_rows_of_a_table_are_no_sentences(table):
    told = [
        "Turnout in the election for the Dunmere council fell to 41 percent on Sunday.",
        "In 2019, 52 percent of the 61,000 voters had gone to the polls.",
    ]
    text = f"Fewer vote in Dunmere\n\n{told[0]}\n\n{table}\n\n{told[1]}"
    assert summary(text, 20) == told


LIVE = """Storm Hedda: live updates

{}Trains on the northern line stay suspended until the morning, the railway says.

{}Police in Orlo say that a man was taken to hospital after a tree fell on his car.

{}The weather institute raises its warning to the highest level for the whole coast.
"""


class TestLiveBlogs:
    @pytest.mark.parametrize(
        "stamp",
        [
            "{}:32\n\n",
            "{}:32 ",
            "{}:32 – ",
            "{}:32 GMT: ",
            "[{}:32] ",
            "Updated at {}:32 CET\n\n",
            "Friday, {}:32\n\n",
            "March 3, {}:32 ",
            "3 March 2024 {}:32\n",
            "{}.05 p.m.\n\n",
            "{}.05pm ",
            "{}:05 p.m. ET — ",
            "{} a.m.\n\n",
            "{}h32 ",
        ],
    )
    def test_the_time_of_an_entry_is_no_part_of_the_summary(self, stamp):
        text = LIVE.format(*(stamp.format(hour) for hour in (11, 10, 9)))
        for length in (2, 20):
            found = summary(text, length)
            assert not [s for s in found if not s.startswith(("Trains", "Police", "The weather"))]
        assert len(found) == 3

    @pytest.mark.parametrize(
        "told",
        [
            "9:30 is when the first boat leaves the harbor on Sundays.",
            "7.50 dollars is what a ticket for the ferry costs now.",
            "In 2013 the water in the harbor stood higher than it does today.",
        ],
    )
    def test_a_figure_that_belongs_to_the_sentence_stays(self, told):
        assert after_openings(told, 0, len(told)) == 0


TRANSCRIPT = """Interview: Forty years of ice

{narration}MARSH: Let us begin with the hut. What did the glacier look like then?

OKONJO: It reached the hut. We walked onto the ice after breakfast without a rope.

MARSH: And today?

OKONJO: You walk two hours over rubble before you touch any ice. Is that not sad? It is.

MARSH: I have read that the word retreat annoys you. Why?

OKONJO: An army that retreats may come back, and this ice will never come back.
"""
NARRATION = (
    "Ruvim Okonjo has measured the ice above the village of Orlo for forty years. The professor"
    " spoke with Anneke Marsh about what the villages must prepare for.\n\n"
)


class TestTranscripts:
    def test_turns_come_after_what_is_told(self):
        text = TRANSCRIPT.format(narration=NARRATION)
        assert " ".join(summary(text, 2)) == NARRATION.strip()
        assert set(summary(text, 2)) < set(summary(text, 4))

    @pytest.mark.parametrize("narration", ["", NARRATION])
    @pytest.mark.parametrize("method", ["brief", "lead", "lexrank"])
    def test_answers_without_their_labels_and_no_questions(self, narration, method):
        found = summary(TRANSCRIPT.format(narration=narration), 20, method)
        assert "An army that retreats may come back, and this ice will never come back." in found
        assert not [s for s in found if "MARSH" in s or "OKONJO" in s or "annoys" in s]
        assert not [s for s in found if s.startswith(("Let us", "What did", "And today"))]

    @pytest.mark.parametrize("names", [("Q", "A"), ("Anneke Marsh", "Ruvim Okonjo")])
    def test_whatever_the_labels(self, names):
        text = TRANSCRIPT.format(narration=NARRATION)
        text = text.replace("MARSH", names[0]).replace("OKONJO", names[1])
        assert " ".join(summary(text, 2)) == NARRATION.strip()
        found = summary(text, 20)
        assert not [s for s in found if s.endswith("Why?") or s.split(":")[0] in names]

    def test_lines_that_announce_something_are_no_turns(self):
        told = "The council of Dunmere closed the bridge over the Aune on Monday."
        more = "Engineers had found long cracks in two of the piers of the bridge in March."
        text = f"Bridge closed\n\nNEW: {told}\n\nNEW: {more}\n\nUPDATE: {more}\n\nREAD: {told}"
        assert [s.split(": ")[-1] for s in summary(text, 2)] == [told, more]


class TestQuestionsAndAnswers:
    SPOKEN = (
        "Ruvim Okonjo has measured the ice above the village of Orlo for forty years.\n\n"
        "You began in 1983. What did the glacier look like?\n\n"
        "It reached the hut, and I walked onto the ice after breakfast without a rope.\n\n"
        "What has changed since then?\n\n"
        "Now we walk two hours over rubble before we touch any ice at all.\n\n"
        "Do you still go up yourself?\n\n"
        "Every September I carry less up the valley and rest more often than before."
    )
    EXPLAINED = (
        "Dunmere votes on Sunday\n\n"
        "What is the vote about?\n\n"
        "Voters in Dunmere decide on Sunday whether the bridge over the Aune is torn down.\n\n"
        "Who wants a new bridge?\n\n"
        "The council wants a wider bridge because trucks must take the road through Orlo now.\n\n"
        "When will it be known?\n\n"
        "The votes are counted on Sunday night, and the result is expected before midnight."
    )

    def test_the_questions_of_an_interview_are_never_chosen_and_the_answers_last(self):
        assert summary(self.SPOKEN, 1) == [self.SPOKEN.split("\n\n")[0]]
        assert len(summary(self.SPOKEN, 20)) == 4
        assert not [s for s in summary(self.SPOKEN, 20) if s.endswith("?") or "1983" in s]

    def test_the_answers_of_an_explainer_are_told(self):
        assert summary(self.EXPLAINED, 20) == self.EXPLAINED.split("\n\n")[2::2]


@pytest.mark.parametrize(
    "dateline",
    [
        "HARBOR CITY (Agency) — ",
        "HARBOR CITY, Jan. 9 — ",
        "HARBOR CITY, Orlo, March 12 (NPA) - ",
        "ST. ORLO — ",
        "DUNMERE, Aune. (NPA) -- ",
        "DUNMERE - ",
        "Dunmere (NPA) – ",
        "Harbor City, Jan. 9 (Northern Press) - ",
        "Harbor City, January 9, 2024 — ",
        "(NPA) ",
        "(NPA) — ",
        "(The Harbor Post)",
    ],
)
@pytest.mark.parametrize("method", METHODS)
def test_the_summary_begins_behind_the_dateline(dateline, method):
    told = "Ferries to the islands will not run before Thursday because of high waves."
    text = f"Ferries stopped\n\n{dateline}{told}\n\nA boat struck the pier on Tuesday night."
    assert summary(text, 2, method)[0] == told


@pytest.mark.parametrize(
    "told",
    [
        "NASA — the space agency — sent a probe to the moon on Monday.",
        "NPA-133 was launched in February after several delays.",
        "The U.S. — and nobody else — pays for the probe.",
        "Ana Ruiz — a nurse — spoke first.",
        "Dunmere (population 4,000) has no bridge.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(told):
    assert after_openings(told, 0, len(told)) == 0


ABOUT_THE_PAGE = {
    "scroll": "Scroll down for a video of the bridge in winter.",
    "read on": "Read more about the bridge in our report from May.",
    "click here": "To see the engineers' full report on the piers, click here.",
    "video link": "Watch the mayor close the bridge with his own hands »",
    "follow": "Follow our reporter Maren Oduya on Twitter for the latest.",
    "for more": "For more information, call the Dunmere bridge office on weekdays.",
    "note": "Editor’s note: Maren Oduya has lived near the bridge since 2011.",
    "correction": "An earlier version of this story gave a wrong year for the bridge.",
    "this article": "This article was amended on Tuesday to correct the engineer's name.",
    "developing": "This is a developing story and will be updated.",
    "credits": "Ilse Brandvik in Orlo contributed to this report from the harbor.",
    "sign up": "Sign up here for our newsletter about the harbor and its people.",
    "picture": "Photo: the bridge over the Aune in the last days of winter.",
    "announcement": "Here is what you need to know about the closure of the bridge.",
    "post": "Another sad day for all who walk here pic.twitter.com/aB3xYz",
}
OF_THE_NEWS = [
    "Scrolls from a cave above the lake were shown to the public on Monday.",
    "Read the law before you sign it, the mayor told the members of the council.",
    "Readers of the paper clicked on the story more often than on any other.",
    "Watching the harbor from the pier has been forbidden since the winter.",
    "Follow-up talks between the council and the union begin on Thursday.",
    "For more than ten years the council has talked about the old bridge.",
    "Editors of three papers were questioned by the police on Monday.",
    "Correction officers went on strike in the jail above the town.",
    "This story of a bridge begins in 1931 with a flood in the valley.",
    "Developing countries will pay a third of what the new bridges cost.",
    "Reporting rules for banks were changed by the parliament in the spring.",
    "Subscribers of the railway will pay nine percent more from January on.",
    "Pictures of the bridge were shared by thousands of people on Sunday.",
    "Here the river bends to the south and leaves the town behind.",
    "The post of bridge master has been empty since the ninth of March.",
]


class TestWordsAboutThePage:
    TOLD = "The council of Dunmere closed the bridge over the Aune on Monday."

    def test_all_rules_have_their_sentence(self):
        assert [name for name, _ in rows("page_sentences")] == list(ABOUT_THE_PAGE)

    @pytest.mark.parametrize("name", ABOUT_THE_PAGE)
    def test_they_are_never_chosen(self, name):
        pattern = dict(rows("page_sentences"))[name]
        assert re.fullmatch(pattern, ABOUT_THE_PAGE[name], re.IGNORECASE)
        text = f"Bridge closed\n\n{ABOUT_THE_PAGE[name]}\n\n{self.TOLD}"
        assert summary(text, 20) == [self.TOLD]

    @pytest.mark.parametrize("told", OF_THE_NEWS)
    def test_the_same_words_in_the_news_are(self, told):
        assert summary(f"Bridge closed\n\n{self.TOLD} {told}", 2) == [self.TOLD, told]


def test_a_line_that_was_cut_is_a_sentence_as_good_as_any():
    text = (
        "Jail after a raid\n\nA man was brought to the jail of Dunmere on Monday after police\n"
        "found stolen bicycles in his cellar.\nThe judge set no date.\n"
    )
    assert summary(text, 1) == ["A man was brought to the jail of Dunmere on Monday after police"]
