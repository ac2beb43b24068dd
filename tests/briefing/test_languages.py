"""The language of an article is known offline, and what brief cannot do in it is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import analyze, read_text, to_markdown
from briefing.engine.protocol import decode_reply, encode, findings_of
from briefing.languages.registry import code_of, missing_in
from briefing.model import Briefing
from briefing.options import METHODS, STAGES, Options

LINES = Path(__file__).with_name("languages.tsv").read_text("utf-8").splitlines()
TEXTS = dict(line.split("\t") for line in LINES if not line.startswith("#"))
FRENCH = f"Le pont de Velmora fermera\n\n{TEXTS['fr']} Jean de Marseille n’a rien dit."


def language_of(text: str, **about: str) -> str:
    return read_text(text, **about).language


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS)
def test_a_few_sentences_tell_the_language(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz left Oslo.",
        "Velmora",
        "Reims 2, Saint-Étienne 1\nLe Mans 0, Nîmes 0\nLyon 3, Orléans 2",
        "“C’est la vie,” said the mayor of Velmora, Jean de la Garenne, and left.",
        "Córdoba, Málaga and São Paulo sent Señor Muñoz a bill for €3m.",
        "The word 日本 stands on the gate of the house in Velmora.",
        "WASHINGTON (CNA) — Stocks fell.",
    ],
)
def test_english_and_what_is_too_short_to_tell(text):
    assert language_of(text) == "en"


def test_an_english_headline_does_not_make_a_text_english():
    assert language_of(f"The bridge\n\n{TEXTS['de']}") == "de"


def test_what_the_source_says_is_not_guessed():
    assert language_of(TEXTS["fr"], language="pt-BR") == "pt"
    assert language_of(TEXTS["fr"], language="no tag") == "fr"
    assert language_of(TEXTS["fr"], language="en") == "fr"  # as the templates of many pages say


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("EN-gb", "en"), ("zh_Hant", "zh"), ("ast", "ast"), ("", None), (None, None),
     ("english", None), ("../en", None)],
)  # fmt: skip
def test_language_tags(tag, code):
    assert code_of(tag) == code


class TestMissing:
    @pytest.fixture(scope="class")
    def french(self) -> Briefing:
        return analyze(read_text(FRENCH))

    def test_nothing_is_found_by_english_rules(self, french):
        assert (french.actors, french.locations, french.quotes, french.dates) == ((), (), (), ())
        assert len(french.with_summary(2).summary) == 2

    def test_it_says_what_is_missing_and_why(self, french):
        assert [missing.part for missing in french.missing] == list(STAGES[1:])
        assert {missing.reason for missing in french.missing} == {
            "brief finds them in English articles only; this one is in French"
        }

    def test_every_stage_is_reported_and_the_reasons_reach_the_screen(self, french):
        stages: list[str] = []
        briefing = Briefing(article=french.article)

        def report(stage: str, so_far: Briefing) -> None:
            nonlocal briefing
            stages.append(stage)
            briefing = decode_reply(encode(findings_of(1, stage, so_far))).added_to(briefing)

        analyze(french.article, on_stage=report)
        assert stages == list(STAGES)
        assert briefing == french

    def test_the_page_says_it_in_its_small_print(self, french):
        page = to_markdown(french)
        assert page.splitlines()[-1] == (
            "*The summary is the article’s own words; ¶ is its paragraph. No dates, places, "
            "actors, quotes or figures: brief finds them in English articles only; this one is in "
            "French. Made offline by brief.*"
        )

    def test_an_english_article_lacks_nothing(self):
        assert missing_in("en") == ()

    def test_a_language_without_a_name(self):
        assert missing_in("und")[0].reason.endswith("; this one is in another language")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("code", ["fr", "zh", "hi", "ar", "vi"])
def test_every_method_ranks_the_sentences_of_any_language(code, method):
    briefing = analyze(read_text(TEXTS[code]), Options(method=method)).with_summary(1)
    assert len(briefing.summary) == 1
    assert briefing.longest_summary == {"fr": 3, "zh": 3, "hi": 2, "ar": 3, "vi": 3}[code]


def test_detection_loads_nothing_heavy():
    code = (
        "import sys, json\n"
        "from briefing.reading import read_text\n"
        f"read_text({TEXTS['fr']!r})\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(json.loads(done.stdout)) & {"numpy", "sumy", "nltk", "spacy", "py3langid"}
