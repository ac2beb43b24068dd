"""Files as people have them are read at least this well.

Needs the annotated files beside the checkout; skipped without them.
"""

from __future__ import annotations

import importlib.util
import json
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from briefing import codec
from briefing.errors import ReadError
from briefing.reading import articles_of

READING = Path(__file__).parents[3] / "shared" / "eval" / "reading"
ARCHIVE = READING / "data" / "dev.tar.xz"
pytestmark = pytest.mark.skipif(
    not ARCHIVE.is_file(), reason="the annotated files are not beside the checkout"
)
EVERY = {"html": 3}
"""Of a kind with many files only some are read here."""
FLOORS = {
    "html": {"F1": 0.97, "title": 0.92, "author": 0.88, "date": 0.95},
    "saved": {"F1": 0.98, "good": 0.95, "clean": 0.95, "title": 1, "date": 1},
    "mail": {"F1": 0.98, "good": 0.95, "clean": 0.95, "title": 0.95, "author": 0.95, "date": 1},
    "docx": {"F1": 0.99, "good": 1, "clean": 0.95, "title": 0.95, "author": 0.95},
    "epub": {"F1": 0.99, "good": 1, "title": 1, "author": 1, "date": 1},
    "pdf": {"F1": 0.97, "good": 0.95, "clean": 0.9, "title": 0.9, "author": 0.9},
    "feed": {"F1": 0.98, "good": 1, "clean": 0.95, "title": 0.98, "date": 1},
    "markdown": {"F1": 0.99, "good": 1, "clean": 0.9, "title": 1, "author": 1, "date": 1},
    "refuse": {"good": 1},
}
MOST_WRONG_DATES = {"html": 0.02}


@pytest.fixture(scope="module")
def scores() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reading_scores", READING / "evaluate_reading.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("reading")
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(into, filter="data")
    return into


@pytest.mark.parametrize("kind", FLOORS)
def test_a_kind_of_file(kind: str, folder: Path, scores: ModuleType):
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for line in lines if (row := json.loads(line))["kind"] == kind]
    rows = rows[:: EVERY.get(kind, 1)]
    found = scores.summarize([scores.score(row, read(folder / row["file"]))[0] for row in rows])
    too_low = {name: found[name] for name, floor in FLOORS[kind].items() if found[name] < floor}
    assert not too_low
    assert (found["wrong"] or 0) <= MOST_WRONG_DATES.get(kind, 0)


def read(path: Path) -> list[dict[str, object]]:
    try:
        articles = articles_of(path.read_bytes(), str(path))
    except ReadError:
        return []
    return [json.loads(codec.encode(article)) for article in articles]
