"""A web site that has feeds, and a process that reads them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.engine.reading import Reader
from tests.web.site import Site, running


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader(seconds=60) as reader:
        yield reader
