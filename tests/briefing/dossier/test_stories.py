"""Six invented stories, each told by several outlets, and the page of each as it was approved.

A change that is meant: `BRIEF_APPROVE=1 python -m pytest tests/briefing/dossier/test_stories.py`
writes the pages anew (the tests then fail once), and the diff of `tests/pages` is what to review.
"""

from __future__ import annotations

import json
import os

import jsonschema
import pytest

from briefing import codec
from briefing.dossier import dossier_of
from briefing.dossier.page.one_page import to_markdown
from briefing.page.one_page import fits
from tests.briefing.dossier.cited import assert_cited
from tests.briefing.dossier.schema import validate
from tests.briefing.dossier.stories import FOLDER, STORIES, briefings_of

PAGES = FOLDER.parents[1] / "pages"


@pytest.mark.parametrize("story", STORIES)
def test_the_page_of_a_story_is_the_approved_one(story):
    dossier = dossier_of(briefings_of(story))
    assert_cited(dossier)
    validate(json.loads(codec.encode(dossier)))
    page = to_markdown(dossier)
    assert fits(page)
    approved = PAGES / f"dossier-{story}.md"
    if os.environ.get("BRIEF_APPROVE"):
        approved.write_text(page, encoding="utf-8")
        pytest.fail(f"{approved.name} was written; look at its diff")
    assert page == approved.read_text(encoding="utf-8")


def test_a_reader_of_the_schema_misses_what_is_not_there():
    record = json.loads(codec.encode(dossier_of([])))
    validate(record)
    del record["notes"]
    with pytest.raises(jsonschema.ValidationError):
        validate(record)
