"""The file of names on the way of an article: told to the analysis, and part of what is kept."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.library import Library
from briefing.model import Article
from briefing.names_file import Entry, NamesFile
from briefing.options import Options
from briefing.service import Service
from tests.briefing.test_service import FakeEngine

ARTICLE = Article(title="Mill fire", source="mill.txt", text="Mill fire\n\nAna Ruiz ran.")
ANA = Entry(name="Ana Ruiz", kind="person")


class NotingEngine(FakeEngine):
    """Notes what it was told of names."""

    def submit(self, article, options, _=None):
        self.names = options.names
        return super().submit(article, options)


@pytest.fixture
def names(tmp_path) -> NamesFile:
    return NamesFile(tmp_path / "names.toml")


STEPS = [
    (Entry(name="Tor Vale", kind="person"), False, ()),
    (ANA, True, (ANA,)),
    (Entry(name="Oru", never_an_actor=True), False, (ANA,)),
    (replace(ANA, role="miller"), True, (replace(ANA, role="miller"),)),
]


def test_only_entries_that_concern_an_article_have_it_analyzed_anew(tmp_path, names):
    engine = NotingEngine()
    library = Library(tmp_path / "library.sqlite")
    service = Service(lambda: library, lambda: engine, names=names)
    service.submit(ARTICLE, Options())
    for entry, is_asked, told in STEPS:
        names.remember(entry)
        before = engine.asked
        service.submit(ARTICLE, Options())
        assert engine.asked == before + is_asked, entry
        assert engine.names == told
        assert service.briefing_of(ARTICLE, Options()) is not None
    assert Service(lambda: library, lambda: engine).briefing_of(ARTICLE, Options()) is not None


def test_as_found_leaves_the_file_out(tmp_path, names):
    names.remember(ANA)
    engine = NotingEngine()
    library = Library(tmp_path / "library.sqlite")
    Service(lambda: library, lambda: engine, as_found=True, names=names).submit(ARTICLE, Options())
    assert engine.names == ()


def test_a_broken_file_is_told_once(tmp_path, names):
    names.path.write_text("[[entry")
    library = Library(tmp_path / "library.sqlite")
    service = Service(lambda: library, FakeEngine, names=names)
    for _ in range(2):
        assert service.submit(ARTICLE, Options()).future.result().actors
    (problem,) = service.problems
    assert problem.startswith(f"{names.path}: it is not TOML")
    assert problem.endswith("; brief goes on without it")
