"""What stands right before or after a name and tells what it names."""

from __future__ import annotations

import re

from briefing.tables import any_of, word_list

LATIN = (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
UPPER = f"[{''.join(chr(code) for code in LATIN if chr(code).isupper())}]"
SPEAKS = re.compile(
    rf",? (?:who|{any_of(word_list('speech_forms', 'after a name'))})\b|, \d\d\b|,? (?:Jr|Sr)\b"
)
TITLE_BEFORE = re.compile(
    rf"\b(?:{any_of(word_list('titles', 'abbreviation') | word_list('titles', 'person'))})\.? $"
)
