"""The invented stories, each told by several outlets."""

from __future__ import annotations

from pathlib import Path

from briefing.analysis import analyze
from briefing.model import Briefing
from briefing.reading import read

FOLDER = Path(__file__).parents[2] / "articles" / "dossiers"
STORIES = ("accident", "election", "company", "storm", "court", "sport")


def briefings_of(story: str) -> list[Briefing]:
    """The briefings of a story's articles."""
    return [analyze(read(str(path))) for path in sorted((FOLDER / story).glob("*.md"))]
