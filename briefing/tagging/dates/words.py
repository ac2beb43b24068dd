"""The parts that dates are written with."""

from __future__ import annotations

from typing import Literal

from briefing.tables import any_of
from briefing.text.calendar_words import months, names, short_forms, weekdays

Kind = Literal[
    "no_day",
    "no_number",
    "no_decade",
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
    "quarter",
    "half",
    "fiscal",
    "first_months",
    "holiday",
]
"""What a pattern finds; "no_..." claims words that look like a date and are none."""

WEEKDAYS = tuple(day.name for day in weekdays())
NUMBERS = {
    word: i
    for i, word in enumerate("zero one two three four five six seven eight nine ten eleven".split())
} | {"a": 1, "an": 1, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
"""Which quarter or half of a year; the last quarter is the fourth."""
DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000,
}  # fmt: skip
HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "may day": (5, 1),
    "valentine's day": (2, 14), "st valentine's day": (2, 14), "st patrick's day": (3, 17),
    "halloween": (10, 31), "april fools' day": (4, 1), "april fool's day": (4, 1),
    "midsummer's day": (6, 24), "fourth of july": (7, 4), "bastille day": (7, 14),
    "all saints' day": (11, 1), "armistice day": (11, 11), "juneteenth": (6, 19),
    "st stephen's day": (12, 26), "bonfire night": (11, 5), "leap day": (2, 29),
}  # fmt: skip
"""Named days that fall on the same month and day everywhere."""

# Names of months that are also words or first names need something beside them.
CLEAR = names(month for month in months() if not month.ambiguous)
DOUBTFUL = names(month for month in months() if month.ambiguous)
NAMED = rf"(?:{CLEAR}|{DOUBTFUL})"
MONTH = rf"(?:{NAMED}|(?:{short_forms(months())})\b\.?)"
WEEKDAY = rf"(?:{any_of(WEEKDAYS)})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?!\.\d)(?!,\d{3})"
YEAR = r"(?:1\d|20)\d\d(?!\d)(?![.,]\d)"
PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
UNITS = (
    "troops|soldiers|people|men|women|children|students|pupils|workers|employees|jobs|votes|voters"
    "|dollars|euros|pounds|yen|homes|houses|miles|kilometers|kilometres|km|feet|meters|metres|tons"
    "|tonnes|acres|hectares|words|points|calories|copies|barrels|members|residents|migrants"
    "|refugees|cases|deaths|tests|fighters|families|units|cars|pages|hours|percent|rpm|square"
    "|volunteers|officers|protesters|demonstrators|patients|guests|seats|rooms|beds|fans|tickets"
    "|businesses|companies|schools|villages|animals|birds|trees|artists|kilograms|kg|watts|volts"
    "|yards|inches|kilos|grams|pints|liters|litres|gallons|bushels|bottles|boxes|bags|crates"
    "|kroner|kronor|kronur|kr|pesos|rupees|francs|rubles|roubles|dinars|rand|baht|yuan|liras?"
    "|shillings|crowns|zloty|forints|riyals|dirhams|cents|pence|shares|sheep|cattle|cows|horses"
    "|pigs|goats|chickens|bicycles|bikes|trucks|lorries|boats|ships|planes|aircraft|books|letters"
    "|visitors|passengers|spectators|runners|riders|signatures|complaints|calls|doses|meals|items"
    "|pieces|prisoners|inmates|hostages|civilians|delegates|apartments|flats|dwellings|buildings"
    "|stores|shops|degrees|megawatts|kilowatts|MW|kW|GMT|UTC|minutes|seconds|steps|bricks|stones"
    "|geese|deer|reindeer|fish|teeth|ft|lbs?|bhp|hp|mph|mm|cm|m|laps|marks|eggs|souls|species|pots|coins|graves"
)
