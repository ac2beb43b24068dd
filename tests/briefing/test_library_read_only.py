"""A library that is opened to be read: everything in it is found, and nothing is written."""

from __future__ import annotations

import pytest

from briefing import Options
from briefing.corrections.values import Correction, Target
from briefing.errors import LibraryError
from briefing.library import Library
from tests.briefing.test_library_find import MADE, fire, flood


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "library.sqlite"
    library = Library(path)
    library.save(flood(), Options())
    library.close()
    return path


def test_what_is_kept_is_found_and_nothing_is_written(path):
    before = path.read_bytes()
    library = Library(path, read_only=True)
    assert [hit.entry.title for hit in library.find("levee")] == ["Levee holds in Velden"]
    (entry,) = library.recent()
    assert library.article(entry.key) == flood().article
    library.save(fire(), Options())
    library.touch(flood().article, Options())
    assert library.index_due() == 0
    with pytest.raises(LibraryError, match="may not be written"):
        library.corrections.add(
            flood().article.text,
            Correction(kind="hide", target=Target(part="actors", text="Ana Ruiz"), made=MADE),
        )
    assert library.recent() == (entry,)
    library.close()
    assert path.read_bytes() == before


def test_what_another_program_saves_meanwhile_is_found(path):
    reading, writing = Library(path, read_only=True), Library(path)
    writing.save(fire(), Options())
    assert len(reading.recent()) == 2
    writing.close()
    reading.close()


def test_none_is_made_and_none_is_set_aside(tmp_path):
    path = tmp_path / "other" / "library.sqlite"
    with pytest.raises(LibraryError, match="there is none yet"):
        Library(path, read_only=True)
    assert not path.parent.exists()
    damaged = tmp_path / "library.sqlite"
    damaged.write_bytes(b"no library at all")
    with pytest.raises(LibraryError):
        Library(damaged, read_only=True)
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite"]


def test_one_of_an_earlier_brief_asks_to_be_brought_up_to_date(path, monkeypatch):
    from briefing.library import schema

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE later (a)"))
    with pytest.raises(LibraryError, match="start brief once to bring it up to date"):
        Library(path, read_only=True)
