"""Which articles of the library are new to a reader who has seen others of their story."""

from __future__ import annotations

import pytest

from briefing.library.store import Library
from briefing.model import Article, Briefing
from briefing.options import Options
from briefing.service import Service


def article(name: str) -> Article:
    return Article(title=name, source=f"{name}.txt", text=f"The text of {name}.")


@pytest.fixture
def service(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    for name in "ABCD":
        library.save(Briefing(article=article(name)), Options())
    service = Service(lambda: library, lambda: None)
    yield service
    service.close()


LOOKS = [
    (["AB"], "ABC", (2,)),
    (["AB"], "CAB", (0,)),
    (["AB"], "AB", ()),
    (["A", "B"], "ABCD", (2, 3)),
    ([], "ABC", ()),  # all of it is new
    (["D"], "ABC", ()),
]


@pytest.mark.parametrize(("before", "now", "new"), LOOKS)
def test_what_is_new_in_a_dossier(service, before, now, new):
    for names in before:
        service.look_at([article(name) for name in names])
    assert service.look_at([article(name) for name in now]) == new
    assert service.look_at([article(name) for name in now]) == ()


def test_what_is_new_in_the_list(service):
    key = {str(entry.title): entry.key for entry in service.listed()}
    story, other = tuple(key[name] for name in "ABC"), tuple(key[name] for name in "D")
    stories = dict.fromkeys(story, story) | dict.fromkeys(other, other)
    assert service.new_among(stories) == frozenset()
    service.look_at([article("A")])
    assert service.new_among(stories) == {key["B"], key["C"]}
    service.look_at([article("B"), article("C")])
    assert service.new_among(stories) == frozenset()
    assert service.new_among({"no key": ("no key",)}) == frozenset()
