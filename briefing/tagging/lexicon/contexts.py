"""What stands right before or after a name and tells what it names."""

from __future__ import annotations

import re

UPPER = r"[A-ZÀ-ÖØ-ÞĀČĎĐĒĞİĶŁŃŌŘŚŠŞŢŤŪŻŽ]"
SPEAKS = re.compile(
    r",? (?:who|said|says|told|added|wrote|asked|testified)\b|, \d\d\b|,? (?:Jr|Sr)\b"
)
TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sgt|Sir|Lady|Lord|Rev|Capt|Lt|Col|Gen|Prof|Judge|Officer|Cllr"
    r"|Detective|Justice|Sen|Rep|Gov)\.? $"
)
