"""How far a fetch is, in words."""

from __future__ import annotations

KILOBYTE = 1_000


def amount_fetched(arrived: int, expected: int | None) -> str:
    """How much has come, and of how much where that is known: "120 of 400 kB".

    Args:
        arrived: Bytes that have come.
        expected: Bytes in all.
    """
    of = f" of {expected // KILOBYTE:,}" if expected else ""
    return f"{arrived // KILOBYTE:,}{of} kB"
