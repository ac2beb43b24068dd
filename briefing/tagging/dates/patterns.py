"""How dates are written: one pattern for each way, from the most exact to the vaguest.

The group `date` is what is found, without prepositions and articles; other groups are its parts.
"""

from __future__ import annotations

import re

from briefing.tagging.dates.no_dates import NO_DECADES, NO_WEEKDAYS, NO_YEARS
from briefing.tagging.dates.words import (
    CLEAR,
    DAY,
    DECADES,
    DOUBTFUL,
    HOLIDAYS,
    MONTH,
    NAMED,
    NUMBERS,
    PART_OF_DAY,
    SEASON,
    UNITS,
    WEEKDAY,
    YEAR,
    Kind,
)
from briefing.text.calendar_words import short_forms, weekdays

TO = r"\s?[-–—]\s?|\s+(?:to|through|until)\s+"
PART = r"(?:(?:early|late|mid)[- ]|(?:beginning|start|middle|end)\s+of\s+)"
LED_BY_DAY = rf"(?:(?:{WEEKDAY}|(?:{short_forms(weekdays())})\.?),?\s+)?"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)}|several|a\s+few|a\s+couple\s+of)"
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
NO_UNIT = rf"(?!\s(?:[a-z-]+\s)?(?:{UNITS})\b)"
NO_NUMBER = r"(?![\w%°])(?![.,/:-]\d)(?!-\w)"
WHICH_DAY = r"(?:[Tt]his\s(?=coming|past|last))?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|coming|past)"
WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)"
D, M, Y = rf"(?P<day>{DAY})", rf"(?P<month>{MONTH})", rf"(?P<year>{YEAR})"
M2, NO_YEAR = rf"(?P<month2>{MONTH})", r"(?P<year>)"

NTH = r"(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|1st|2nd|3rd|4th)"
NTH_HALF = r"(?P<nth>[Ff]irst|[Ss]econd|1st|2nd)"
FISCAL = r"(?P<fiscal>(?:fiscal|financial)\s)?"
OF_YEAR = (
    rf"\s(?:of\s)?(?:(?:(?:calendar\s)?(?:year\s)?(?P<year>{YEAR})\b)"
    r"|(?P<which>last|this|next|the|the previous)\s(?:calendar\s)?year\b)"
)
IN_FISCAL = r"(?P<of>\sof\s(?:(?:the|this|last|next|its)\s)?(?:fiscal|financial)(?:\syear)?)"
EARNINGS = "profits?|sales|results|earnings|revenues?|loss(?:es)?|figures|report|growth|net|income"
SPORT = "points|game|match|yards?|touchdown|goal|ball|season|quarterback|play|score|lead|bell"
GDP = rf"(?!\s(?:of (?:the|a) (?!year)|{SPORT}\b))"
HEAT = r"(?![^.\n]{0,60}\b(?:degrees|temperatures?|heat)\b)"
HOLIDAY = "|".join(
    name.title()
    .replace("'S", "'s")
    .replace("Of", "of")
    .replace("'", "[’']")
    .replace("St ", r"St\.? ")
    for name in HOLIDAYS
)

WRITTEN: tuple[tuple[str, Kind], ...] = (
    (r"\b(?P<date>9/11)(?= (?:terror(?:ist)? )?(?:attack|hijack))", "attacks"),
    (
        r"(?<![\d/-])(?P<date>(?P<year>\d{4})(?P<dot>[/-])(?P<month>\d\d)(?P=dot)(?P<day>\d\d))(?![\d/-])",
        "date",
    ),
    (
        rf"(?<![\d/.-])(?P<date>(?P<first>\d\d?)(?P<dot>[/.-])(?P<second>\d\d?)(?P=dot){Y})(?![\d/-])",
        "numeric",
    ),
    (
        r"(?:(?<=\bon )|(?<=dated )|(?<=since )|(?<=from )|(?<=until ))"
        r"(?P<date>(?P<first>[0-3]?\d)(?P<dot>\.)(?P<second>[01]?\d)\.(?P<year>\d\d))(?![\w/%]|\.\d)",
        "numeric",
    ),
    (
        r"(?<![\d/.])(?P<date>(?P<first>[0-3]?\d)(?P<dot>/)(?P<second>[0-3]?\d)/(?P<year>\d\d))(?![\d/])",
        "numeric",
    ),
    # parts of a year and days with names
    (
        rf"\b(?P<date>{FISCAL}{NTH}[\s-]quarter(?:{OF_YEAR}|{IN_FISCAL}(?:\s{YEAR})?)?)\b{GDP}",
        "quarter",
    ),
    (
        rf"\b(?P<date>(?P<fiscal>)(?P<of>)(?:Q(?P<nth>[1-4])|(?P<nth2>[1-4])Q)(?:{OF_YEAR})?)\b",
        "quarter",
    ),
    (
        rf"\b(?P<date>[Ff]irst\s(?P<months>three|six|nine)\smonths{OF_YEAR})\b",
        "first_months",
    ),
    (rf"\b(?P<date>{FISCAL}{NTH_HALF}[\s-]half(?P<of>)(?:{OF_YEAR}))\b", "half"),
    (
        rf"\b(?P<date>{FISCAL}{NTH_HALF}[\s-]half(?P<of>)(?P<year>)(?P<which>))(?=\s(?:net\s)?"
        rf"(?:{EARNINGS})\b)",
        "half",
    ),
    (rf"\b(?P<date>(?P<fiscal>)(?P<of>)H(?P<nth>[12]){OF_YEAR})\b", "half"),
    (
        rf"\b(?P<date>(?:[Ff]iscal|(?:[Ff]iscal|[Ff]inancial)\syear|FY)\s?{Y}"
        r"(?:[-–/](?P<year2>(?:20)?\d\d))?|FY\s?['’]?(?P<short>\d\d))\b",
        "fiscal",
    ),
    (
        rf"(?<![Ee]very )(?<![Ee]ach )(?<!\b[Aa] )\b(?P<date>(?:{WHICH}\s)?(?P<holiday>{HOLIDAY})"
        rf"(?:,?\s(?:of\s|in\s)?{Y})?)\b",
        "holiday",
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
        r"(?! [A-Z])(?! (?:said|says|told)\b)",
        "month",
    ),
    (rf"\b{NAMED}\s(?:and|or)\s(?P<date>(?P<month>{DOUBTFUL}){NO_YEAR})\b(?! [A-Z])", "month"),
    (rf"(?<=\b[Tt]he )(?P<date>(?P<month>{DOUBTFUL}){NO_YEAR})(?= [a-z]{{4}})", "month"),
    *NO_DECADES,
    *NO_YEARS,
    *NO_WEEKDAYS,
    # years together
    (
        rf"\b(?P<date>{EARLY}{SEASON}\s(?:of\s)?{Y}[-–/](?P<year2>(?:20)?\d\d))(?![\w-])",
        "years",
    ),
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
    (
        rf"(?<=[Tt]he )(?:(?:[A-Z][a-z]+|swinging|roaring)\s)?(?P<date>{EARLY}"
        r"(?:[Nn]ineteen[ -])?['‘’]?"
        rf"(?P<decade>(?i:{'|'.join(DECADES)})))\b{HEAT}",
        "decade",
    ),
    (rf"\b(?P<date>{EARLY}(?P<century>\d\d?(?:st|nd|rd|th))[- ]century)\b", "century"),
    (rf"\b(?P<date>{EARLY}{SEASON}\s(?:of\s)?{Y})", "year"),
    # relative ones
    (
        rf"\b(?P<date>(?P<which>)(?P<ago>{COUNT})\sweeks?\sago\s(?:on\s)?"
        rf"(?P<weekday>{WEEKDAY}))\b",
        "weekday",
    ),
    (
        rf"\b(?P<date>(?P<count>{COUNT})\s(?P<unit>days?|weeks?|months?|years?|decades?)\s"
        r"(?P<when>ago|earlier|later))\b",
        "ago",
    ),
    (
        rf"\b(?P<date>(?P<which>)(?P<weekday>{WEEKDAY}){PART_OF_DAY}?"
        r"\s(?:of\s)?(?P<week>last|this|next)\sweek)\b",
        "weekday",
    ),
    (
        rf"\b(?P<date>(?P<which>)(?P<weekday>{WEEKDAY})\s(?P<after>week))\b(?!-)"
        r"(?!\s(?:of|before|after|when|which|that)\b)",
        "weekday",
    ),
    (
        rf"\b(?P<date>(?P<which>)(?P<after>a\sweek\s(?:on|from))\s(?P<weekday>{WEEKDAY}))\b",
        "weekday",
    ),
    (
        rf"{NOT_DAYS}\b(?P<date>(?:{WHICH_DAY}\s)?(?P<weekday>{WEEKDAY}){PART_OF_DAY}?)\b{NOT_NAMES}",
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
        r"(?:^|(?<=[.!?] )|(?<=[”\"] ))(?:In|Since|By)\s"
        r"(?P<date>(?P<year>(?:19|20)\d\d))\s(?=[a-z]+s\s(?:were|was|had|have|[a-z]+ed)\b)",
        "year",
    ),
    (
        rf"(?=[12]\d){AMOUNT_BEFORE}(?P<date>(?P<year>19\d\d|20[0-3]\d)){NO_NUMBER}{NO_UNIT}",
        "year",
    ),
    (
        r"(?:(?<=\b[IiBb][ny] )|(?<=\byear ))"
        rf"(?P<date>(?P<year>(?:1[0-8]|20)\d\d)){NO_NUMBER}{NO_UNIT}",
        "year",
    ),
)
PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in WRITTEN)

_DIGIT, _DAY = re.compile(r"\d"), re.compile("day")
CUES: dict[Kind, re.Pattern[str]] = {
    **dict.fromkeys(("numeric", "days", "date", "years", "fiscal", "year"), _DIGIT),
    **dict.fromkeys(("century", "no_number"), _DIGIT),
    **dict.fromkeys(("weekday", "no_day"), _DAY),
    "quarter": re.compile(r"quarter|Q[1-4]|[1-4]Q"),
    "half": re.compile(r"half|H[12]"),
    "decade": re.compile(r"0['’]?s|ties|TIES"),
    "no_decade": re.compile("ties"),
    "holiday": re.compile(r"Day|Eve|Halloween|July|Night|Juneteenth"),
    "first_months": re.compile("months"),
}
"""What stands wherever a pattern of a kind matches; a paragraph without it is not searched."""
