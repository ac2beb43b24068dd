"""A narrowed briefing of an article whose sentences were not all ranked."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.narrowing import narrowed
from tests.tui.example import make_briefing


def test_a_sentence_without_a_rank_stays_without_one():
    briefing = make_briefing()
    fennimore = briefing.actors[0]
    ranks = [s.rank for s in narrowed(briefing, fennimore, 4).sentences]
    first = next(s for s in briefing.sentences if s.start <= fennimore.mentions[0][0] < s.end)
    unranked = tuple(replace(s, rank=None) if s == first else s for s in briefing.sentences)
    found = narrowed(replace(briefing, sentences=unranked), fennimore, 4).sentences
    assert len(found) == len(ranks)
    assert found[0].rank is None
    assert sorted(s.rank for s in found[1:]) == list(range(len(ranks) - 1))
