"""The examples in the documentation of the public face."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "module", ["briefing", "briefing.dossier.making", "briefing.stories.making"]
)
def test_the_examples_of_the_documentation_hold(module):
    result = doctest.testmod(import_module(module))
    assert result.attempted
    assert not result.failed
