"""Which articles of the library have names that are watched."""

from __future__ import annotations

import pytest

from briefing.library.key import key_of
from briefing.library.store import Library
from briefing.model import Article, Briefing
from briefing.names_file.values import Entry
from briefing.options import Options

TEXTS = {
    "levee": "Levee holds\nAna Ruiz, the mayor, said that José Lima’s pumps will come in May.",
    "mill": "Mill burns in May\nThe mill of “Ana” burned. Who may rebuild it? No lima beans.",
    "ruiz": "Ana Ruiz-Delgado speaks\nShe spoke.",
}


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


@pytest.fixture
def keys(library):
    """The name of each article by its key."""
    found = {}
    for name, text in TEXTS.items():
        article = Article(title=text.partition("\n")[0], source=f"{name}.txt", text=text)
        library.save(Briefing(article=article), Options())
        found[key_of(article, Options())] = name
    return found


CASES = [
    (["Ana Ruiz"], {"levee": ("Ana Ruiz",)}),
    (["José Lima", "Ana Ruiz"], {"levee": ("José Lima", "Ana Ruiz")}),
    (["Lima"], {"levee": ("Lima",)}),
    (["Jose Lima"], {}),
    (["May"], {"levee": ("May",), "mill": ("May",)}),
    (["The Mill"], {}),
    (['O"R OR NOT" (x', "“…”", "*"], {}),
    ([], {}),
]


@pytest.mark.parametrize(("watched", "expected"), CASES)
def test_articles_that_have_a_watched_name(library, keys, watched, expected):
    entries = [Entry(name=name, watched=True) for name in watched]
    found = library.shelf.watched_in(entries, list(keys))
    assert {keys[key]: names for key, names in found.items()} == expected


def test_other_names_count_and_other_articles_do_not(library, keys):
    entry = Entry(name="Lima, José", other_names=("José Lima",), watched=True)
    by_name = {name: key for key, name in keys.items()}
    assert library.shelf.watched_in([entry], [by_name["levee"]]) == {
        by_name["levee"]: ("Lima, José",)
    }
    assert library.shelf.watched_in([entry], [by_name["mill"], "no key"]) == {}
    assert library.shelf.watched_in([entry], []) == {}
