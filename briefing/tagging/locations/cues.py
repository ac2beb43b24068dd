"""What in the words around a name tells that it is a place, or that it is none."""

from __future__ import annotations

import re

from briefing.tagging.lexicon.contexts import SPEAKS as SPEAKS
from briefing.tagging.lexicon.contexts import TITLE_BEFORE as TITLE_BEFORE
from briefing.tagging.lexicon.contexts import UPPER
from briefing.text.datelines import AGENCY

LETTER = r"[^\W\d_]"
PART = rf"{LETTER}+(?:['’ʻ](?!s\b){LETTER}+)*"
WORD = rf"{UPPER}{LETTER}*(?:['’ʻ](?![sS]\b){LETTER}+)*(?:[-‑–]{PART})*"
DOTTED = rf"(?:(?:St|Ste|Mt|Ft|Pt)\.|(?:{UPPER}\.){{2,}}|[NS]\.(?= Korea))"
JOINED = r"(?: (?:and|of the|of|de la|de|del|da|do|dos|di|upon|on|al|el|le|la|du))?"
RUN = re.compile(rf"(?<![\w@#/$])(?:{DOTTED}|{WORD})(?:{JOINED} (?:{DOTTED}|{WORD}))*")
"""Capitalized words in a row, which may hold several names."""
TOKEN = re.compile(r"\S+")
HYPHEN = re.compile(r"[-‑–]")
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
WAY_BEFORE = re.compile(
    r"\b(?:in|at|to|for|from|near|via|toward|towards|around|outside|between|of|and|or)\s+$|,\s+$",
    re.IGNORECASE,
)
"""What may stand before the name of a city, and not before who does something."""
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
PARENT = re.compile(rf"\)?,\s+(?:in )?(?P<name>W\. ?Va\.|{WORD}\.?|{DOTTED}(?=\W))")
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
