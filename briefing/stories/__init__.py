"""Which articles tell the same event.

`stories_of(articles)` gives the stories of some articles; to `Stories`, more of them can be added
at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.stories.collection import Stories
    from briefing.stories.evidence import evidence_of
    from briefing.stories.making import stories_of
    from briefing.stories.values import Evidence, Story, Told

__all__ = ["Evidence", "Stories", "Story", "Told", "evidence_of", "stories_of"]

__getattr__ = lazy_names(
    __name__,
    {
        "Evidence": "values",
        "Stories": "collection",
        "Story": "values",
        "Told": "values",
        "evidence_of": "evidence",
        "stories_of": "making",
    },
)
