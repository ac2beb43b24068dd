"""What in the words around a name tells that it is a place, or that it is none."""

from __future__ import annotations

import re

from briefing.tables import any_of, word_list
from briefing.tagging.lexicon.contexts import UPPER
from briefing.text.datelines import AGENCY

LETTER = r"[^\W\d_]"
PART = rf"{LETTER}+(?:['’‘ʻ](?!s\b){LETTER}+)*"
WORD = rf"{UPPER}{LETTER}*(?:['’‘ʻ](?![sS]\b){LETTER}+)*(?:[-‑–]{PART})*"
DOTTED = rf"(?:(?:St|Ste|Mt|Ft|Pt)\.|(?:{UPPER}\.){{2,}}|[NS]\.(?= Korea))"
JOINED = (
    r"(?: (?:and the|and|of the|of|de los|de la|de|del|da|das|es|do|dos|di|upon|on"
    r"|al|el|le|la|du|am|an|ya|au))?"
)
BOUND = rf"(?:[dl]['’]|(?:al|el|ez|es|as|ad|ar|at|ash|an)[-‑]){WORD}"
"""A word that begins with a small article: "d'Ivoire", "el-Sheikh"."""
OWNED = rf"(?:People['’]s(?= Republic)|(?:(?:Saint|St\.?) |SAINT |ST\. ){WORD}['’][sS]\b)"
"""An apostrophe that may belong to the name: "St. John's"."""
RUN = re.compile(
    rf"(?<![\w@#/$])(?:{OWNED}|{DOTTED}|{WORD})(?:{JOINED} (?:{OWNED}|{DOTTED}|{WORD})| {BOUND})*"
)
"""Capitalized words in a row, which may hold several names."""
DOTTED_NAME = re.compile(rf"(?:{UPPER}\.)+")
CAPITALIZED = re.compile(rf"{UPPER}|[a-z]{{1,3}}['’‑-]{UPPER}")
POSSESSIVE = re.compile(r"['’][sS]$")
TOKEN = re.compile(r"\S+")
HYPHEN = re.compile(r"[-‑–]")
LEADS = "|".join(sorted(word_list("place_words", "lead")))
UNKNOWN = re.compile(rf"(?:(?:{LEADS}) )*(?P<whole>(?:{DOTTED}|{WORD})(?: (?:{DOTTED}|{WORD}))*)")
ANOTHER = re.compile(rf" and (?P<whole>(?:{DOTTED}|{WORD})(?: (?:{DOTTED}|{WORD}))*)")
SEVERAL = re.compile(r"s of $")
PARTY = re.compile(r"(?<![\w-])(?:[RDI]|DFL|GOP)[-–](?=[A-Z])")
"""A legislator's party before the place that is represented: "D-Salem"."""

SIDES = (
    r"(?: (?:the|downtown|nearby|central|eastern|western|northern|southern|suburban|rural|historic"
    r"|neighboring|neighbouring))?"
)
INSIDE = re.compile(
    r"(?:\b(?:in|near|outside|throughout|along|across|around|(?:north|south|east|west|northeast|northwest|southeast"
    r"|southwest|miles|km|kilometers|kilometres|outskirts|suburbs?|town|city|village|villages"
    r"|province|state|capital|residents?|people|streets|port|downtown|parts|enclave) (?:of|from))"
    rf"|, (?:both )?(?:of|from)){SIDES}\s+$",
    re.IGNORECASE,
)
"""What stands before places and hardly before anything else."""
KIND = (
    r"(?:capital|city|cities|town|township|village|hamlet|suburb|settlement|municipality|commune|borough"
    r"|district|neighborhood|neighbourhood|quarter|county|province|region|prefecture|governorate|oblast"
    r"|canton|island|port|resort|enclave)"
)
"""What a settlement or a part of a country is called."""
DESCRIBED = re.compile(
    r",? (?:about |some |around )?\d[\d,.]* (?:km|kilomet\w+|miles?)"
    r" (?:away|to|from|off|north|south|east|west)"
    rf"|, (?:once |now |then )?(?:a|an|the|its|one of|another)\b(?: [\w'’-]+){{0,5}}? {KIND}s?\b"
    r"(?! (?:council|hall|police|mayor|official|manager|court|school|attorney|editor)\w*)"
)
"""What tells that the name before it is a place: "X, the capital of"."""
DESIGNATED = re.compile(
    rf"\b(?P<kind>(?:{KIND}|area|state)(?=s? of)|upstate)(?:s? of)?\s+$", re.IGNORECASE
)
"""What calls the name behind it a place: "the village of X"."""
WAY_BEFORE = re.compile(
    r"\b(?:in|at|to|for|from|near|via|toward|towards|around|outside|between|of|and|or)\s+$|,\s+$",
    re.IGNORECASE,
)
"""What may stand before the name of a city, and not before who does something."""
AT = re.compile(r"\b(?:at|in|near|outside|inside|into|to|from) (?:the )?$")
BESIDE = re.compile(
    r"\b(?:at|in|near|outside|inside|into|to|from|on|over|overlook(?:s|ed|ing)|around|across|along"
    r"|through|toward|beyond|above|below|beside|off|called|named (?:after|for)"
    r"|(?:shores?|banks?|slopes?|foot|waters?|north|south|east|west) of) (?:the )?$"
)
"""What stands before lakes, mountains and the like."""
LANDFORM_BEFORE = re.compile(rf"\b(?:{any_of(word_list('place_words', 'first of landform'))}) $")
TOWARD = re.compile(r"\b(?:in|at|to|from|near|via|toward|towards|around|outside) $")
ATTRIBUTIVE = re.compile(
    r"(?:[-–](?:based|area|born)\b|\s(?:man|woman|men|women|residents?|homes?|house|mansion|area|police"
    r"|mayor|native|couple|teen|teenager|suburbs?|officials|firefighters|aldermen|businesses"
    r"|parents|neighborhoods?|neighbourhoods?|firm|street|streets|road|airport|city council"
    r"|courtroom|court|jail|hospital|town|city|county|counties|township|province|district)\b)"
)
"""What follows a place that is used like an adjective: "a Dayton man"."""
DATELINE = re.compile(
    rf"(?:,? [A-Z][\w.]*){{0,3}}\s*(?:{AGENCY}\s*(?:[-–—]{{1,2}}|�|:)?"
    r"|[-–—]{1,2}|\x97)\s"
)
SENTENCE_START = re.compile(r"(?:^|[.!?:\"”’)\]]\s*|\d{4}\s+)$")
INITIAL_BEFORE = re.compile(rf"{WORD} {UPPER}\. $")
WITH_INITIAL = re.compile(rf"(?<!\w){UPPER}{LETTER}+ {UPPER}\. (?P<surname>{WORD})")
GOVERNS = re.compile(
    r" (?:(?:has|had|have) )?(?:said|says|told|denied|accused|urged|warned|rejected|insisted)\b"
    r"|['’]s (?:\w+ )?(?:envoys?|ambassadors?|diplomats?|foreign|allies|ally|sanctions)\b"
)
"""What a capital does or has when it stands for its government."""
SOURCE_BEFORE = re.compile(r"\baccording to $")
LANGUAGE_BEFORE = re.compile(
    r"\b(?:speaks?|spoke|speaking|spoken|fluent in|learn|learning|in|into)\s+(?:\w+ (?:and|or) )?$"
)
LANGUAGE_AFTER = re.compile(r"[ -](?:language|speak|translat)|[.,;:!?)\n]|$| (?:and|or|as) ")
ETHNIC_AFTER = re.compile(
    r"[-–]American|\s(?:warlord|minority|tribes?|tribesmen|clans?|descent|ancestry|heritage|Americans?"
    r"|Indians?|cuisine|restaurant)\b"
)
"""What makes an adjective one of people and not of a country."""
DESIGNATION = re.compile(
    r"(?:['’]s)? (?P<hint>province|provinces|state|region|oblast|governorate|prefecture|county"
    r"|counties|parish|city)\b",
    re.IGNORECASE,
)
HINTS = {
    "city": "city",
    "counties": "county",
    "county": "county",
    "parish": "county",
}
"""What a designation says a place is; all others are provinces."""
NAMED = rf"(?P<name>W\. ?Va\.|{WORD}\.?|{DOTTED}(?=\W))"
PARENT = re.compile(rf"\)?,\s+(?:in )?{NAMED}| \((?:the )?{NAMED.replace('name', 'inner')}")
"""The state or country right behind a name: "X, Texas", "X (Austria)"."""
AROUND = re.compile(
    rf"(?:, (?:an? |the |its )?(?:[\w'’-]+ ){{0,4}}?{KIND}|(?:['’]s?)?(?: [\w-]+)? (?:{KIND}|area)"
    rf"| (?:District|Province|Borough)|) (?:of|in) (?:the )?{NAMED}"
)
"""What a name lies in, by more words: "X, a town in Y", "the X district of Y", "X in Y"."""
CITY_PART = re.compile(
    r"\b(?:district|neighbou?rhood|suburb|borough|quarter|area)\b", re.IGNORECASE
)
"""What a part of a city is called."""
ATTRIBUTE_AFTER = re.compile(
    r"['’]s\b| (?!(?:and|or|on|in|at|as|by|for|from|to|with|when|where|who|is|was|has|had)\b)"
    r"[A-Za-z]"
)
"""A noun that what stands before it belongs to."""
OWNER = re.compile(r"['’]s? (?=[A-Z])")
KIND_AFTER = re.compile(rf" {KIND}s?\b")
PART_AFTER = re.compile(r" (?:district|neighbou?rhood|suburb|borough|quarter|area) of\b")
HELD = re.compile(rf"{LETTER}+[-‑–][a-z]+(?:ed|eld|led|run|born)")
"""What tells who holds or governs the place behind it: "Russian-occupied", "rebel-held"."""
NATURAL_AFTER = re.compile(
    r" (?:rain|flood)?(?:forest|basin|river|region|jungle|delta|valley|area|plain|coast|tribe"
    r"|wetland)"
)
"""What makes the name before it that of a region and not of a firm."""
PLACE_NAME = re.compile(rf"W\. ?Va\.|{WORD}\.?|{DOTTED}")
LIST_GOES_ON = re.compile(rf" (?:and|or) {UPPER}|, {UPPER}[^.,;]{{1,30}},? (?:and|or) {UPPER}")
LISTED_BEFORE = re.compile(r"(?:, (?:and |or )?| and | or )$")
LISTED_AFTER = re.compile(r"(?:, (?:and |or )?| and | or )")
ROAD = re.compile(
    r"(?:(?<=\d )|(?<=\bon )|(?<=\bof )|(?<=\band )|(?<=\boff )|(?<=\bnear )|(?<=\balong )"
    r"|(?<=\bat )|(?<=\bto )|(?<=\bin ))(?:(?:North|South|East|West|[NSEW]\.) )?"
    rf"(?:{WORD} ){{1,3}}(?:Road|Street|Avenue|Drive|Lane|Boulevard|Highway|Parkway"
    r"|Rd\.|Ave\.|Blvd\.|St\.(?! [A-Z]))"
)
"""A street by its last word."""
