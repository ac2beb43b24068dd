"""How likely it is that two articles tell one event, from what they have in common."""

from __future__ import annotations

from msgspec import Struct

WINDOW = 30
"""Days between two publications; beyond it, one event must have much more in common."""
UNKNOWN = WINDOW + 1
"""Stands for the days between two publications of which one is not known."""
FAR = 7
"""Days between the days of two events; beyond it, more of them say no more."""
MOST_SHARED_DAYS = 1.5


class Likeness(Struct, frozen=True):
    """What two articles have in common.

    Attributes:
        words: Cosine of their words, each weighed by how rare it is; so `names` and `numbers`.
        pair: How rare the rarest pair of names is that both have, 0 to 1.
        days: How prominent the days are that both name.
        days_between: The fewest days from a day of one to a day of the other; 0 where one of them
            names none.
        published_between: Days between their publications; `UNKNOWN` where one has no date.
    """

    words: float = 0.0
    names: float = 0.0
    numbers: float = 0.0
    pair: float = 0.0
    days: float = 0.0
    days_between: int = 0
    published_between: int = UNKNOWN

    @property
    def log_odds(self) -> float:
        """The logarithm of the odds that they tell one event: 0 if that is as likely as not.

        The weights are those of a logistic regression on pairs of reports of one kind of event,
        rounded; words weigh more than there, since they tell kinds of events apart.
        """
        return (
            6.0 * self.words
            + 21.0 * self.names
            + 8.0 * self.numbers
            + 1.0 * self.pair
            + 1.2 * min(self.days, MOST_SHARED_DAYS)
            - 3.0 * min(self.days_between, FAR) / FAR
            - 1.3 * min(self.published_between, WINDOW) / WINDOW
            - 1.0 * (self.published_between > WINDOW)
            - 4.7
        )
