"""What stands right before or after a name and tells what it names."""

from __future__ import annotations

import re

from briefing.tables import any_of, word_list

UPPER = r"[A-ZÀ-ÖØ-ÞĀČĎĐĒĞİĶŁŃŌŘŚŠŞŢŤŪŻŽ]"
SPEAKS = re.compile(
    rf",? (?:who|{any_of(word_list('speech_forms', 'after a name'))})\b|, \d\d\b|,? (?:Jr|Sr)\b"
)
TITLE_BEFORE = re.compile(
    rf"\b(?:{any_of(word_list('titles', 'abbreviation') | word_list('titles', 'person'))})\.? $"
)
