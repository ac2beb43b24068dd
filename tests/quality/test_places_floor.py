"""The world's places in plain sentences: a floor on a fixed sample of the benchmark's names."""

from __future__ import annotations

import random

import pytest

from benchmarks import world_places

SAMPLE_SIZE = 150
FLOOR = 0.96
"""Under what the whole benchmark gives (98.5 to 99.5 %), by about two standard errors."""


@pytest.fixture(scope="module")
def sample() -> list[world_places.Target]:
    everything = sorted(world_places.targets(), key=lambda target: (target.name, target.place.id))
    return random.Random(2).sample(everything, SAMPLE_SIZE)


@pytest.mark.parametrize("frame", list(world_places.FRAMES))
def test_the_worlds_places_are_found_in_a_plain_sentence(
    frame: str, sample: list[world_places.Target]
) -> None:
    missed = [target.name for target in sample if not world_places.is_right(target, frame)]
    assert len(missed) <= (1 - FLOOR) * len(sample), missed
