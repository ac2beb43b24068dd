"""Everything that a dossier cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from briefing.dossier.values import Dossier, Passage


def passages(value: Any) -> Iterator[Passage]:
    """All passages in a value, at any depth."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from passages(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from passages(one)


def assert_cited(dossier: Dossier) -> None:
    """Every passage has the words of its article, and every mention stands in its text."""
    texts = [one.article.text for one in dossier.articles]
    for passage in passages(dossier):
        assert texts[passage.article][passage.start : passage.end] == passage.text
        assert passage.text
    for item in (*dossier.actors, *dossier.places):
        for one in item.appearances:
            assert all(0 <= start < end <= len(texts[one.article]) for start, end in one.mentions)
