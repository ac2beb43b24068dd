"""What corrections are kept for: an article, or several articles together; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from briefing.corrections.values import digest_of

Digests = frozenset[str]
"""The digests of the texts of several articles."""
SetUse = Literal["changed", "saved"]
"""What was done with articles together: the reader wrote or chose something, or saved a page."""


@dataclass(frozen=True)
class Together:
    """Several articles, whose dossier the reader composes.

    Attributes:
        texts: Of the articles, by their digests.
    """

    texts: Mapping[str, str]

    @cached_property
    def digests(self) -> Digests:
        """What tells these articles from others; their order does not matter."""
        return frozenset(self.texts)


def together(texts: Iterable[str]) -> Together:
    """Articles with these texts."""
    return Together({digest_of(text): text for text in texts})


def identity_of(digests: Digests) -> str:
    """The text in whose place corrections of several articles are kept."""
    return "\n".join(("dossier", *sorted(digests)))


def nearest(digests: Digests, known: Sequence[Digests]) -> Digests | None:
    """Those known articles that are continued by others, or None.

    What was written for some articles goes on when others join them, and when a few leave.

    Args:
        digests: The articles.
        known: Those that something was written for, the latest first.
    """
    continued = [
        one for one in known if one <= digests or (digests <= one and 2 * len(digests) >= len(one))
    ]
    return max(continued, key=lambda one: (len(one & digests), -len(one ^ digests)), default=None)
