"""Where corrections are kept, one after another; what is undone stays and can be done again."""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

from briefing.corrections.subject import Digests, SetUse
from briefing.corrections.values import Correction


class CorrectionLog(Protocol):
    """The corrections of articles, told apart by their text.

    Those of several articles together are kept under `briefing.corrections.subject.identity_of`.

    Undo takes back the last correction that stands; redo does the one again that was taken back
    last, unless another correction was made since.
    """

    def of(self, text: str) -> tuple[Correction, ...]:
        """Those of an article that stand, in their order."""
        ...

    def add(self, text: str, *corrections: Correction) -> None:
        """Keep more."""
        ...

    def sets(self, digests: Digests, what: SetUse) -> list[Digests]:
        """The sets of articles that have one of these and were used so, the latest first."""
        ...

    def add_set(self, digests: Digests, what: SetUse) -> None:
        """Remember what was done with these articles together."""
        ...

    def undo(self, text: str) -> Correction | None:
        """Take the last one back, and give it; None where none stands."""
        ...

    def take_back(self, text: str, correction: Correction) -> None:
        """Take this one back, which is then the only one that can be done again."""
        ...

    def redo(self, text: str) -> Correction | None:
        """Do one again, and give it; None where there is none."""
        ...


class MemoryLog:
    """Corrections for as long as the program runs, where there is no library."""

    def __init__(self) -> None:
        self._made: defaultdict[str, list[Correction]] = defaultdict(list)
        self._undone: defaultdict[str, list[tuple[int, Correction]]] = defaultdict(list)
        self._sets: defaultdict[SetUse, list[Digests]] = defaultdict(list)

    def sets(self, digests: Digests, what: SetUse) -> list[Digests]:
        """As `CorrectionLog.sets`."""
        return [one for one in reversed(self._sets[what]) if one & digests]

    def add_set(self, digests: Digests, what: SetUse) -> None:
        """As `CorrectionLog.add_set`."""
        self._sets[what] = [one for one in self._sets[what] if one != digests] + [digests]

    def of(self, text: str) -> tuple[Correction, ...]:
        """As `CorrectionLog.of`."""
        return tuple(self._made[text])

    def add(self, text: str, *corrections: Correction) -> None:
        """As `CorrectionLog.add`."""
        self._made[text].extend(corrections)
        self._undone[text].clear()

    def undo(self, text: str) -> Correction | None:
        """As `CorrectionLog.undo`."""
        made = self._made[text]
        if not made:
            return None
        undone = made.pop()
        self._undone[text].append((len(made), undone))
        return undone

    def take_back(self, text: str, correction: Correction) -> None:
        """As `CorrectionLog.take_back`."""
        made = self._made[text]
        if correction in made:
            place = made.index(correction)
            self._undone[text] = [(place, made.pop(place))]

    def redo(self, text: str) -> Correction | None:
        """As `CorrectionLog.redo`."""
        if not self._undone[text]:
            return None
        place, redone = self._undone[text].pop()
        self._made[text].insert(place, redone)
        return redone
