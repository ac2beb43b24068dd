"""Forms of the verbs of speaking."""

from __future__ import annotations

import pytest

from briefing.tagging.lexicon.verbs import reporting_forms


@pytest.mark.parametrize(
    "form",
    "say says said saying tell told write wrote written cry cries cried crying quip quipped "
    "quipping admit admitted reply replied argue argued arguing confess confesses".split(),
)
def test_every_form_tells_of_speaking(form: str) -> None:
    assert reporting_forms()[form] == "speech"


def test_gestures_and_names_for_things_are_apart() -> None:
    assert reporting_forms()["smiled"] == "manner"
    assert reporting_forms()["called"] == "label"
    assert "walked" not in reporting_forms()
