"""Quotations and their speakers stay as good as they were on annotated news.

Needs the annotated articles and their scorer beside the checkout; skipped without them.
"""

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from briefing.reading import read_text
from briefing.tagging import actors, pipeline
from briefing.tagging.names import entities
from briefing.tagging.quotes import finding
from briefing.text import sentences

EVAL = Path(__file__).parents[3] / "shared" / "eval"
DATA = EVAL / "data" / "quotes.dev.jsonl"
EVERY = 4
"""Every fourth article is read: enough for a floor, and a quarter of the wait."""
FLOOR = {"joint_F1": 0.92, "span_F1": 0.95, "name_F1": 0.88}
"""A point or two below what was measured on these articles."""
CERTAIN_RIGHT = 0.97


def load(name):
    spec = importlib.util.spec_from_file_location(name, EVAL / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # the scorer's dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def certain_ones(task, gold, found, to_gold):
    """(right, all) of the certain direct quotes that the annotators have, by mention or name."""
    right = total = 0
    units, _ = task.gold_units(gold)
    for quote in found:
        span = to_gold.span(quote["start"], quote["end"])
        if not (quote["certain"] and quote["kind"] == "direct" and span):
            continue
        guess = task.trim(gold["text"], *span)
        for unit, said in units:
            if said["speaker"] and unit[0] < guess[1] and guess[0] < unit[1]:
                mention = quote["speaker_mention"] and to_gold.span(*quote["speaker_mention"])
                here = said["speaker_start"], said["speaker_end"]
                name = said.get("speaker_name") or said["speaker"]
                total += 1
                right += task.same_mention(here, mention) or task.same_name(name, quote["speaker"])
                break
    return right, total


@pytest.mark.skipif(not DATA.exists(), reason="the annotated articles are not beside the checkout")
def test_quotes_stay_above_their_floor():
    task = load("tasks").Quotes()
    align = load("alignment").Alignment
    nlp = pipeline.load()
    total, right, certain = Counter(), 0, 0
    for line in DATA.read_bytes().splitlines()[::EVERY]:
        gold = json.loads(line)
        article = read_text(gold["text"], source=gold["id"])
        doc = pipeline.parse(nlp, article, sentences.split(article))
        known = actors.merge(article, doc, entities.find(article, doc))
        found = [msgspec.to_builtins(quote) for quote in finding.find(article, doc, known)]
        to_gold = align(article.text, gold["text"])
        total.update(task.score(gold, {"quotes": found}, to_gold).counts)
        good, all_of_them = certain_ones(task, gold, found, to_gold)
        right, certain = right + good, certain + all_of_them
    measured = task.metrics(total)
    assert {key: measured[key] for key in FLOOR if measured[key] < FLOOR[key]} == {}
    assert right >= CERTAIN_RIGHT * certain
    assert certain > total["gold"] / 2
