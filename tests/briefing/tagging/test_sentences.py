"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from briefing.text import sentences
from tests.conftest import article_of


def split(text: str) -> list[str]:
    article = article_of(text)
    return [article.text[start:end] for start, end in sentences.split(article)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The dam held.", "Nobody was hurt."],
        ["The council vowed to defend it.", "The mayor agreed."],
        ["Rep. Dale Orr (D-Ohio) spoke at 5 p.m. on Monday.", "Few came."],
        ["The U.S. Army left in the morning.", "It was raining."],
        ["They closed the base last month.", "A U.S. official told reporters so."],
        ["“We waited all night.", "Nobody came,” Ito said."],
        ["The fee, e.g. for parking, rose by 2.5 percent.", "Drivers protested!"],
        ["Was it the wind?", "“Perhaps,” she said."],
        ["Police say that a tree fell on his car.", "His life is not in danger."],
        ["Rents rose to 900 a month.", "Her staff moved out."],
        ["Lt. Col. Anwar Lind said the army would stay.", "Gen. Paul Oto said it would not."],
        ["Maj. Gen. Omar Sy left.", "Lt. Gov. Dale Orr and Cmdr. Lea Oto stayed."],
        ["Cmdr. Lea Oto was there.", "Det. Sgt. Ian Reed and Msgr. Paul Abel were not."],
        ["Rep. Dale Orr and Sen. Ana Ruiz voted.", "Gov. Tor Lind did not."],
        ["The Rev. J. K. Vale prayed.", "Prof. Dr. Ilse Brand and Hon. Abel Roe spoke."],
        ["Mr. and Mrs. Orr left.", "“Mr. Orr is old,” Ms. Ruiz said."],
        ["They made him a Col. in May.", "The army was glad."],
        ["The council met in New York.", "U.S. Secretary of State Mara Lund flew to Doha."],
        ["They met in the hall.", "U.N. officials and U.K. Prime Minister Ana Ruiz came."],
        ["U.S. President Dale Orr met E.U. leaders.", "The U.S. Army left."],
        ["He flew to the U.S.", "Nobody knew why."],
        ["They sailed for the U.S.", "“We are glad,” she said."],
        ["She moved to Washington, D.C.", "Her brother stayed in Washington, D.C. until May."],
        ["They met at 5 p.m. Monday in the hall.", "Few came."],
        ["At 10 a.m. Mayor Lind spoke.", "By 5 p.m. the hall was empty."],
        ["It ended at 9 p.m. EST.", "Nobody wept."],
        ["He works for Orr Inc.", "The company is old."],
        ["Orr Corp. Chairman Dale Orr left.", "Lind & Co. Ltd. makes boats."],
        ["Fort St. John lies near St. Orr and Mt. Lind.", "St. Orr is small."],
        ["They tore down a house on Main St.", "One of the others stands."],
        ["He was born on Jan. 4, 1950.", "The No. 3 seed was born in Dec. 1951."],
        ["See Fig. 3 and Art. 5 of the law.", "It was Orr vs. Lind.", "It took approx. 3 hours."],
        ["Was it so?", "No.", "He lied.", "The answer is no.", "Nobody agreed."],
        ["He had Vitamin C.", "It helped."],
        ["W. E. B. Tarn wrote it and J.K. Vale read it.", "George W. Orr did not."],
        ["The inquiry was led by Capt. J.K. Vale.", "He died in May."],
    ],
)
def test_sentences_are_told_apart(expected):
    assert split(" ".join(expected)) == expected


def test_glued_sentences_share_a_boundary():
    article = article_of("The town vowed to defend it.The Marchers held it briefly.")
    first, second = sentences.split(article)
    assert first[1] == second[0]
    assert article.text[slice(*second)] == "The Marchers held it briefly."


@pytest.mark.parametrize(
    "text", ["He left the U.S.A few days later.", "See www.example.org for more."]
)
def test_periods_inside_words_do_not_end_a_sentence(text):
    assert split(text) == [text]


def test_no_sentence_runs_over_a_line_break_and_furniture_has_none():
    text = "Mill fire\n\nThe mill burned down on Monday night\n\nNobody was hurt.\n\nSource link"
    assert split(text) == ["Mill fire", "The mill burned down on Monday night", "Nobody was hurt."]
