"""Figures, their units and who was harmed stay as good as they were on annotated news.

Needs the annotated texts and their scorer beside the checkout; skipped without them.
"""

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from briefing import analyze
from briefing.errors import BriefingError
from briefing.reading import read_text

DATA = Path(__file__).parents[3] / "shared" / "eval" / "figures"
STAGES = ("dates", "locations", "actors", "quotes", "figures")


def load():
    path = DATA / "evaluate_figures.py"
    spec = importlib.util.spec_from_file_location("evaluate_figures", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluate_figures"] = module  # the scorer looks its module up
    spec.loader.exec_module(module)
    return module


def found_in(text):
    try:
        article = read_text(text)
    except BriefingError:  # a sentence may be too short to be an article
        return []
    return [msgspec.to_builtins(figure) for figure in analyze(article, stages=STAGES).figures]


@pytest.mark.skipif(not DATA.exists(), reason="the annotated texts are not beside the checkout")
@pytest.mark.parametrize(
    ("task", "every", "floor"),
    [
        ("newsquant", 1, {"value_F1": 0.91, "unit_F1": 0.815}),
        ("shootings", 50, {"killed": 0.89, "injured": 0.83, "both": 0.79}),
    ],
)
def test_figures_stay_above_their_floor(task, every, floor):
    scorer, total = load(), Counter()
    for row in scorer.load(DATA, task, "dev")[::every]:
        figures = found_in(scorer.content(row))
        score = (
            scorer.newsquant(row, figures)
            if task == "newsquant"
            else scorer.shooting(row, figures, "first")
        )
        total.update(score[0])
    measured = scorer.ROWS[task](total)["all"]
    assert {name: measured[name] for name in floor if measured[name] < floor[name]} == {}
