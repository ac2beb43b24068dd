"""The parts of a dateline, which says where, when and by whom a report is, as patterns.

They are strings, since not every article needs them and compiling costs a start.
"""

from __future__ import annotations

from briefing.text.calendar_words import months, names, short_forms, weekdays

DASH = r"(?:\s?(?:--|[–—])|\s-(?=\s))"
MONTH = rf"(?:{names(months())}|(?:{short_forms(months())})\b\.?)"
WEEKDAY = rf"(?:{names(weekdays())}|(?:{short_forms(weekdays())})\b\.?)"
DAY = rf"{MONTH} \d{{1,2}}(?:, \d{{4}})?"
TOWN = r"[A-Z][A-Z.’'-]+(?:(?:\s+and)?\s+[A-Z][A-Z.’'-]+){0,3}"
"""A town in capitals, or two: "HARBOR CITY", "ORLO and VELDEN"."""
NAMES = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
"""A town or region as it is written in a sentence."""
REGION = rf"(?:, (?:{DAY}|{NAMES})){{0,3}}(?: \({DAY}\))?"
"""What may stand between the town and the agency: a region, a country, the day."""
AGENCY = r"(?:\([A-Z][\w./,& -]{1,30}\)|/[^/\n]{2,30}/)"
"""Who reports: "(AP)", "/Agency/"."""
