"""What is done in each stage of an analysis, in words for the user."""

from __future__ import annotations

UNDER_WAY = {
    "summary": "weighing sentences",
    "dates": "reading dates",
    "locations": "finding places",
    "actors": "finding actors",
    "quotes": "finding speakers",
    "figures": "reading figures",
}
