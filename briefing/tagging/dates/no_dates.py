"""Words that look like a date and are none: "every Monday", "the Friday Club", "Flight 2017"."""

from __future__ import annotations

from briefing.tagging.dates.words import DECADES, NAMED, PART_OF_DAY, UNITS, WEEKDAY, YEAR, Kind

DAY = rf"(?P<date>{WEEKDAY}{PART_OF_DAY}?)\b"
ANY_OF_MANY = (
    r"\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Mm]ost|[Mm]any|[Ss]ome|[Oo]ne|[Aa]nother|[Pp]er|[Nn]o|[Aa]ll"
    r"|[Uu]sual|[Tt]raditional|[Ww]eekly|[Rr]egular|[Aa]lternate|[Oo]ther)"
    r"(?:\s(?:other|single|more|such|last|first|second|third|fourth|final|alternate|given|and))*\s"
)
NTH = r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ff]inal|[Pp]enultimate)\s"
LIKENESS = (
    "cold|cool|hot|warm|mild|wet|dry|rainy|sunny|snowy|foggy|windy|stormy|chilly|frosty|freezing"
    "|bright|dark|gr[ae]y|cloudy|humid|busy|quiet|calm|lazy|slow|long|late|typical|normal|ordinary"
    "|usual|regular|random|recent|single|given|fine|perfect|lovely|beautiful|pleasant|dreary|bleak"
    "|black|bad|good|spring|summer|autumn|fall|winter|crisp|dull|dismal|gloomy|glorious"
    rf"|{NAMED}"
)
HABITS = (
    "class|classes|band|club|market|league|school|roast|dinner|lunch|brunch|job|shift|newspaper"
    "|newspapers|papers|paper|mass|column|ritual|tradition|supplement|best|choir|routine|group"
    "|slot|kind|feeling|affair|treat|crowd|person|outing"
)
NAMES = (
    "Club|Group|Press|Books|Records|Films|Fund|Trust|Society|Night Live|Night Football|Night Lights"
    "|School|Islands?|Independent|League"
)
IS_YEAR_OF = (
    r"(?:levels|results|sales|figures|elections|protests|riots|talks|games|finals|floods|storms"
    r"|attacks|rules|accords|reforms|fires|earnings|profits|revenues|models|graduates|data|terms"
    r"|prices|standards|guidelines|regulations|Olympics|was|is|has|as|its|this|does|less|versus"
    r"|across|plus|towards|besides|always|perhaps|sometimes|[a-z]+(?:ss|us|ics))\b"
)
TAKES_COUNT = (
    "gave|give|gives|giving|away|sold|sells?|selling|bought|buys?|buying|built|builds?|holds?|held"
    "|took|takes?|sent|drew|employs?|employed|counted|contains?|costs?|paid|pays?|spent|weighs?"
    "|weighed|received|handed out|planted|stole|shipped|printed|delivered|collected|killed|injured"
    "|ran|walked|drove|sailed|flew|swam|climbed|earned|won|lost|raised|found|laid|made|makes|needs"
    "|needed|has|have|had|caught|hired|fired|freed|issued|wrote|read|baked|cut|fitted|offers?|lists?"
    "|rescued|owns?|owned|worth|stored|stores|houses|displays|counting|carried|carries|carrying"
)
LABELS = (
    r"Flight|[Ff]light|Room|room|Bus|bus|Train|train|Tram|tram|Line|Gate|Lot|lot|Section|section"
    r"|Article|Rule|Resolution|Order|Number|number|Case|Unit|Apartment|Flat|Suite|Extension"
    r"|extension|ext\.|Box|box|Locker|locker|Cell|Ward|Chapter|[Pp]age|Psalm|[Bb]ill|Bill|Local"
    r"|Lodge|Squadron|Battalion|Platoon|Channel|channel|Hangar|Berth|Plot|Interstate|Road|Street"
    r"|code|Code|PIN|[Ss]erial|[Mm]odel|Paragraph|Directive|Regulation|Proposition|[Bb]adge"
    r"|[Tt]icket|[Pp]late|[Cc]ar|[Rr]ow|[Ss]eat|[Cc]abin|[Cc]hassis|Engine|Truck|Boat|boat|Van"
    r"|[Hh]ull|Aircraft|Frame|Hut|Asteroid|Building|Barn|Block|Tank|Well|Studio|Locomotive|Wagon|Barge|Tower|Track|Platform|Pump|Shed|Warehouse|Lane|[Rr]oute|Precinct|Pier|Area|Sector|Nr\.|Nos?\.|nos?\.|#"
)
MONEY = r"Rs\.?|INR|USD|EUR|GBP|CHF|NOK|SEK|DKK|JPY|AUD|CAD|kr\.?|Kr\.?|PKR|NT\$|C\$|A\$|R\$"
CLOCK = r"(?:GMT|UTC|BST|EST|EDT|CST|CDT|PST|PDT|CET|CEST|IST|JST|hrs|hours|local time)"
NUMBER = rf"(?P<date>{YEAR})"

NO_WEEKDAYS: tuple[tuple[str, Kind], ...] = (
    (rf"{ANY_OF_MANY}{DAY}", "no_day"),
    (rf"{NTH}{DAY}", "no_day"),
    (rf"\b[Nn]ot\san?\s{DAY}", "no_day"),
    (rf"\b(?P<date>{WEEKDAY}{PART_OF_DAY}s)\b", "no_day"),
    (rf"\b(?:kind|sort|type)\sof\s{DAY}", "no_day"),
    (rf"\b[Tt]he\s(?:previous|following|preceding|same|next)\s{DAY}", "no_day"),
    (rf"\b(?:Mr|Mrs|Ms|Dr|Sgt|Capt|Lt)\.?\s{DAY}", "no_day"),
    (rf"\b(?:Miss|Sheffield|Ruby|Solomon)\s{DAY}", "no_day"),
    (rf"\bthat\s{DAY}(?=[.,;])", "no_day"),
    (rf"\b[Ll]ast\s{DAY}(?=\s(?:of|in)\s)(?!\sof\s(?:last|this|next)\b)", "no_day"),
    (
        rf"\b[Aa]n?\s(?:(?:very|particularly)\s)?(?:{LIKENESS}),?\s(?:(?:and\s)?(?:{LIKENESS}),?\s)?{DAY}",
        "no_day",
    ),
    (rf"\b[Aa]n?\s{DAY}(?!\s[a-z]|[’'-])", "no_day"),
    (
        rf"\b[Aa]n?\s{DAY}(?=\s(?:in|of|when|and|or|that|with|at|to|after|before|like|as|for|is|was|than)\b)",
        "no_day",
    ),
    (rf"\b{DAY}(?=\s(?:{HABITS})(?:e?s)?\b)", "no_day"),
    (rf"\b{DAY}(?=\s(?:{NAMES})\b)", "no_day"),
    (rf"\b[Tt]he\s{DAY}(?=\s[A-Z][a-z])", "no_day"),
    (rf"(?<!\bfrom )\b(?P<date>{WEEKDAY}(?:\s(?:to|through)\s|\s?[-–]\s?){WEEKDAY})\b", "no_day"),
)
NO_DECADES: tuple[tuple[str, Kind], ...] = (
    (
        r"\b(?:[Tt]emperatures?|[Hh]ighs|[Ll]ows|[Aa]ged|[Mm]ercury|[Hh]eat)\b[^.\n]{0,40}?\bin\sthe\s"
        rf"(?:\w+[\s-])?(?P<date>{'|'.join(DECADES)})\b",
        "no_decade",
    ),
)
NO_YEARS: tuple[tuple[str, Kind], ...] = (
    (rf"(?<![\w-])(?:{LABELS})\s?(?:[A-Z]{{2,3}}\s)?{NUMBER}\b(?![-/])", "no_number"),
    (rf"(?<![\w-])(?:{MONEY})\s?{NUMBER}\b", "no_number"),
    (rf"(?<![\w-])(?P<date>(?:[01]\d|2[0-3])[0-5]\d)(?=\s{CLOCK}\b)", "no_number"),
    (
        rf"\b(?:{TAKES_COUNT})\s{NUMBER}(?=\s(?!{IS_YEAR_OF})(?:[a-z]+\s)?[a-z]{{2,}}s\b)",
        "no_number",
    ),
    (rf"(?<![\w-])\d{{4}}\s(?:{UNITS}|[a-z]+s)\sand\s{NUMBER}(?=\s(?:{UNITS})\b)", "no_number"),
    (
        rf"\b(?:Some|Nearly|Almost|Roughly|At\sleast|(?:More|Fewer|Less)\sthan|Up\sto)\s{NUMBER}\b",
        "no_number",
    ),
    (
        rf"\b(?:About|Around|Over|Only|Just)\s{NUMBER}(?=\s(?!{IS_YEAR_OF})[a-z]{{2,}}s\b)",
        "no_number",
    ),
    (
        r"\b(?:crowd|total|population|group|maximum|capacity|fleet|herd|flock|staff|workforce|turnout)"
        rf"\sof\s{NUMBER}\b",
        "no_number",
    ),
    (
        rf"\b(?:seats|sleeps|holds|costs?|weighs|numbers|numbered|totals|totall?ed)\s{NUMBER}(?=[.,;])",
        "no_number",
    ),
    (rf"\b{NUMBER}(?=\sout\sof\b)", "no_number"),
    (rf"\bout\sof\s{NUMBER}\b(?!,)", "no_number"),
    (rf"\bOver\s{NUMBER}(?=\s(?:came|were|have|had|took|signed|left)\b)", "no_number"),
    (rf"\bstood\sat\s(?P<date>{YEAR}(?:\sto\s|[-–]){YEAR})\b", "no_number"),
    (rf"\b[Tt]here\s(?:are|were|was)\s{NUMBER}\b", "no_number"),
    (rf"\b{NUMBER}(?=\sof\s(?:them|us|those|its|their)\b)", "no_number"),
    (rf"\b(?:[Oo]nly|[Jj]ust|[Aa]ll)\s{NUMBER}(?=\s(?:were|are|have|had)\b)", "no_number"),
    (rf"\bat\s{NUMBER}(?=[.;]|,\s(?!\d)|\s(?:on|and)\b)", "no_number"),
    (rf"\bby\s(?P<date>{YEAR}(?:\svotes)?(?:\sto\s|[-–]){YEAR})\b", "no_number"),
)
