"""What the invented articles that are built here have in common."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LEAD = (
    "The harbor council of Larkhaven voted on Tuesday to close the old lighthouse to visitors until"
    " its stairs have been repaired, a decision that surprised many of the fishermen in the town."
)
SECOND = (
    "“Nobody has climbed those stairs safely since the storm,” said Orla Finch, who has kept the"
    " light for nineteen years."
)
THIRD = (
    "The repairs will cost about 40,000 crowns and take at least until the end of the summer"
    " season."
)


def packed(members: Mapping[str, str | bytes], stored: tuple[str, ...] = ()) -> bytes:
    """A zip archive of these members, the same each time."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(ZipInfo(name, (2031, 3, 4, 0, 0, 0)), content, how)
    return buffer.getvalue()
