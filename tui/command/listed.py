"""Articles that are given as patterns or by lists of paths."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator

from briefing.reading.sources import load


def from_list(name: str) -> tuple[str, ...]:
    """The paths and addresses in a file, or on standard input for "-".

    They are divided by NULs if there are any, as `find -print0` does, else by line ends.

    Raises:
        ReadError: The list cannot be read.
    """
    data = load(name)
    lines = data.split(b"\0") if b"\0" in data else data.splitlines()
    return tuple(os.fsdecode(line) for line in lines if line.strip())


def expanded(sources: Iterable[str]) -> Iterator[str]:
    """The sources, with the files that match in the place of a pattern such as "news/**/*.txt".

    What matches nothing, and the name of a file that looks like a pattern, is left as it is.
    """
    for source in sources:
        is_pattern = glob.has_magic(source) and not os.path.lexists(source)
        yield from (is_pattern and sorted(glob.glob(source, recursive=True))) or (source,)  # noqa: PTH207 - absolute too
