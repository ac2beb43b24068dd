"""Every reader on what was made to harm it; `python -m tests.hostile` does more of the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.engine.reading import Reader
from tests.hostile.files import FILES, SLOW
from tests.hostile.random_bytes import FORMATS, sources
from tests.hostile.reading import GOOD, fault_of, outcome_of

LIMIT = 120
"""Seconds after which a source counts as lost; nothing takes as long."""
COUNT = 25
"""Random sources for each reader."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(seconds=LIMIT) as reader:
        yield reader


@pytest.mark.parametrize("name", [name for name in FILES if name not in SLOW])
def test_a_hostile_file_is_an_article_or_one_line(reader, name):
    assert not fault_of(reader, FILES[name](), "a")
    assert not isinstance(outcome_of(reader, GOOD, "b"), str)


@pytest.mark.parametrize("form", FORMATS)
def test_random_bytes_are_an_article_or_one_line(reader, form):
    faults = [fault_of(reader, data, "a") for data in sources(form, COUNT, seed=1)]
    assert [fault for fault in faults if fault] == []


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("external entity")])
def test_nothing_outside_a_file_is_read(reader, name):
    outcome = outcome_of(reader, FILES[name](), "a")
    texts = outcome if isinstance(outcome, str) else [article.text for article in outcome]
    assert "root:" not in str(texts)
