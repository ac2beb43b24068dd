"""The morning page: the stories of the day, each with one sentence, who, where and the source.

`choose` finds the stories among many articles without a language model; `digest_of` makes the
digest from briefings of those that are to stand on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.digest.choosing import choose
    from briefing.digest.making import digest_of
    from briefing.digest.values import Choice, Digest

__all__ = ["Choice", "Digest", "choose", "digest_of"]

__getattr__ = lazy_names(
    __name__,
    {"Choice": "values", "Digest": "values", "choose": "choosing", "digest_of": "making"},
)
