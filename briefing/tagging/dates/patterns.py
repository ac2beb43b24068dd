"""How dates are written: one pattern for each way, from the most exact to the vaguest.

The group `date` is what is found, without prepositions and articles; other groups are its parts.
"""

from __future__ import annotations

import re
from typing import Literal

from briefing.tables import any_of, word_list
from briefing.text.calendar_words import months, names, short_forms, weekdays

Kind = Literal[
    "attacks",
    "date",
    "numeric",
    "days",
    "months",
    "month",
    "years",
    "decade",
    "century",
    "year",
    "ago",
    "weekday",
    "named_day",
    "span",
]

SAYS = any_of(word_list("speech_forms", "after a name"))
WEEKDAYS = [day.name for day in weekdays()]
NUMBERS = {
    word: i
    for i, word in enumerate("zero one two three four five six seven eight nine ten eleven".split())
} | {"a": 1, "an": 1, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50}

# Names of months that are also words or first names need something beside them.
CLEAR = names(month for month in months() if not month.ambiguous)
DOUBTFUL = names(month for month in months() if month.ambiguous)
MONTH = rf"(?:{CLEAR}|{DOUBTFUL}|(?:{short_forms(months())})\b\.?)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?!\.\d)(?!,\d{3})"
YEAR = r"(?:1\d|20)\d\d(?!\d)(?![.,]\d)"
TO = r"\s?[-–—]\s?|\s+(?:to|through|until)\s+"
PART = r"(?:(?:early|late|mid)[- ]|(?:beginning|start|middle|end)\s+of\s+)"
LED_BY_DAY = rf"(?:(?:{WEEKDAY}|(?:{short_forms(weekdays())})\.?),?\s+)?"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)}|several|a\s+few|a\s+couple\s+of)"
UNITS = any_of(word_list("figures", "counted"))
AMOUNT_BEFORE = (
    r"(?<!than )(?<!about )(?<!nearly )(?<!some )(?<!almost )(?<!over )(?<!roughly )(?<!least )"
    r"(?<!most )(?<!approximately )(?<!up to )(?<!No\. )(?<!Route )(?<!Highway )(?<![Rr]oom )"
    r"(?<![\w$€£¥#./:+-])(?<!\d,)(?<!\$ )"
)
NOT_NAMES = (
    r"(?! Night\b(?! (?:in|at)\b))(?! (?:Times|Telegraph|Herald|Mail|Mirror|Express|Addams)\b)"
)
NOT_DAYS = r"(?<!Black )(?<!Good )(?<!Super )(?<!Ash )(?<!Palm )(?<!Bloody )(?<!Cyber )(?<!Fat )"
# "in April President Ash said" is a month; "by April Ash" may be a person.
SURE_BEFORE_MONTH = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Dd]uring )|(?<=\bthrough ))"
)
BEFORE_MONTH = r"(?:(?<=\bof )|(?<=\b[Bb]y )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Ff]rom ))"
EARLY = r"(?:(?:early|late|mid)[- ])?"
NAMED = rf"(?:{CLEAR}|{DOUBTFUL})"
NO_UNIT = rf"(?!\s(?:[a-z-]+\s)?(?:{UNITS})\b)"
NO_NUMBER = r"(?![\w%°])(?![.,/:-]\d)(?!-\w)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)"
D, M, Y = rf"(?P<day>{DAY})", rf"(?P<month>{MONTH})", rf"(?P<year>{YEAR})"
M2, NO_YEAR = rf"(?P<month2>{MONTH})", r"(?P<year>)"

WRITTEN: tuple[tuple[str, Kind], ...] = (
    (r"\b(?P<date>9/11)(?= (?:terror(?:ist)? )?(?:attack|hijack))", "attacks"),
    (r"(?<![\d-])(?P<date>(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])", "date"),
    (
        rf"(?<![\d/.])(?P<date>(?P<first>\d\d?)(?P<dot>[/.])(?P<second>\d\d?)(?P=dot){Y})(?![\d/])",
        "numeric",
    ),
    # ranges of days
    (
        rf"\b(?P<date>{LED_BY_DAY}{M}\s{D}(?:{TO})(?:{M2}\s)?(?P<day2>{DAY})\b"
        rf"(?:,?\s{Y})?)(?!\s(?:percent|{UNITS})\b)",
        "days",
    ),
    (
        rf"\b(?P<date>{LED_BY_DAY}{D}(?:\s{M})?(?:{TO})(?P<day2>{DAY})\s{M2}(?:,?\s{Y})?)",
        "days",
    ),
    # days
    (rf"\b(?P<date>{LED_BY_DAY}{M}\s{D},?\s{Y})", "date"),
    (rf"\b(?P<date>{LED_BY_DAY}{D}\s(?:of\s)?{M},?\s{Y})", "date"),
    # ranges of months
    (rf"\b(?P<date>{M}(?:\s(?P<first>{YEAR}))?(?:{TO}){M2}\s{Y})", "months"),
    (rf"(?<=[Ff]rom )(?P<date>{M}(?P<first>)(?:{TO}){M2}{NO_YEAR})(?! \d)\b", "months"),
    (
        rf"(?<=[Bb]etween )(?P<date>{M}(?:\s(?P<first>{YEAR}))?\sand\s{M2}(?:\s{Y})?)\b(?! \d)",
        "months",
    ),
    (
        rf"(?<=[Bb]etween )(?P<date>{M}\s{D}\sand\s(?:{M2}\s)?(?P<day2>{DAY})(?:,?\s{Y})?)\b",
        "days",
    ),
    # months of a year, days without a year
    (rf"\b(?P<date>{PART}?{M}(?:\sof)?,?\s{Y})", "month"),
    (
        rf"\b(?P<date>{LED_BY_DAY}{M}\s{D}{NO_YEAR})(?![\w:])(?!\s(?:percent|million|{UNITS})\b)",
        "date",
    ),
    (rf"\b(?P<date>{LED_BY_DAY}{D}\s(?:of\s)?{M}{NO_YEAR})(?!\w)(?!\s[A-Z])", "date"),
    # months alone
    (rf"\b(?P<date>{PART}(?P<month>{NAMED}){NO_YEAR})\b", "month"),
    (rf"\b(?P<date>{WHICH}\s(?P<month>{NAMED}){NO_YEAR})\b(?! [A-Z])", "month"),
    (rf"\b(?P<date>(?P<month>{CLEAR}){NO_YEAR})\b(?! \d)(?!-)", "month"),
    (
        rf"(?=[MAJ]){SURE_BEFORE_MONTH}(?P<date>(?P<month>{DOUBTFUL}){NO_YEAR})\b(?!-)(?!['’]s\b)",
        "month",
    ),
    (
        rf"(?=[MAJ]){BEFORE_MONTH}(?P<date>(?P<month>{DOUBTFUL}){NO_YEAR})\b(?!-)(?!['’]s\b)"
        rf"(?! [A-Z])(?! (?:{SAYS})\b)",
        "month",
    ),
    (rf"\b{NAMED}\s(?:and|or)\s(?P<date>(?P<month>{DOUBTFUL}){NO_YEAR})\b(?! [A-Z])", "month"),
    (rf"(?<=\b[Tt]he )(?P<date>(?P<month>{DOUBTFUL}){NO_YEAR})(?= [a-z]{{4}})", "month"),
    # years together
    (
        rf"(?=[12]\d){AMOUNT_BEFORE}(?P<date>{Y}\s?[-–/]\s?(?P<year2>(?:1\d|20)\d\d|\d\d?))"
        r"(?![\w-])(?!,\d)",
        "years",
    ),
    (
        rf"(?<=[Ff]rom )(?P<date>{Y}\s(?:to|until|through)\s(?P<year2>{YEAR}))\b{NO_UNIT}",
        "years",
    ),
    (rf"(?<=[Bb]etween )(?P<date>{Y}\sand\s(?P<year2>{YEAR}))\b{NO_UNIT}", "years"),
    (rf"(?<![\w$€£-])(?P<date>{EARLY}(?P<decade>(?:1\d|20)\d0)['’]?s)\b", "decade"),
    (rf"(?<!\w)(?P<date>{EARLY}['’](?P<decade>[2-9]0)s)\b", "decade"),
    (rf"\b(?P<date>{EARLY}(?P<century>\d\d?(?:st|nd|rd|th))[- ]century)\b", "century"),
    (rf"\b(?P<date>{EARLY}{SEASON}\s(?:of\s)?{Y})", "year"),
    # relative ones
    (
        rf"\b(?P<date>(?P<count>{COUNT})\s(?P<unit>days?|weeks?|months?|years?|decades?)\s"
        r"(?P<when>ago|earlier|later))\b",
        "ago",
    ),
    (
        rf"{NOT_DAYS}\b(?P<date>(?:{WHICH}\s)?(?P<weekday>{WEEKDAY})"
        rf"(?:\s(?:morning|afternoon|evening|night))?)\b{NOT_NAMES}",
        "weekday",
    ),
    (
        r"\b(?P<date>yesterday|tomorrow|today|tonight|[Ll]ast\snight"
        r"|(?<![\w,;:&’'-] )(?:Yesterday|Tomorrow|Today|Tonight)"  # no "USA Today"
        r"|[Tt]his\s(?:morning|afternoon|evening))\b",
        "named_day",
    ),
    (
        rf"\b(?P<date>{WHICH}\s(?P<unit>weekend|week|month|year|decade|century|{SEASON}"
        r"|season|quarter))\b",
        "span",
    ),
    (r"(?<=[Tt]he )(?P<date>(?P<which>)(?P<unit>weekend))\b", "span"),
    # years alone
    (
        rf"(?=[12]\d){AMOUNT_BEFORE}(?P<date>(?P<year>19\d\d|20[0-3]\d)){NO_NUMBER}{NO_UNIT}",
        "year",
    ),
    (
        rf"(?<=\b[IiBb][ny] )(?P<date>(?P<year>(?:1[0-8]|20)\d\d)){NO_NUMBER}{NO_UNIT}",
        "year",
    ),
)
PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in WRITTEN)
