"""Patterns around the words of harm: where a clause ends, who lives, what was only tried."""

from __future__ import annotations

import re

FEW = r"one|two|three|four|five|six|seven|eight|nine|ten|\d+"
CLAUSE = re.compile(
    r"(?<!\b[ap]\.m)(?<!\b[A-Z])\.(?=\s|$)|[;:!?\n()“”\"]|\s[-–—]\s|--"
    r"|,\s(?=(?:and|but|while|who|leaving|killing|wounding|injuring)\b)"
    rf"|,\s(?i:{FEW})\s(?!or\b)|\sand\s(?i:an?|another|others|{FEW})\b"
    r"|\b(?:while|after|when|as|before|because|although|in connection|that|where|whose|during"
    r"|including|and said|and told)\b"
)
"""What ends the clause that a figure stands in."""
ASIDE = re.compile(
    r"(?:,\s(?:including|among them|all|aged?|ages|(?:one|two|three|some|most|all) of"
    r" (?:them|whom))\b[^.;:\n()“”]{1,70}?,|\s\([^)\n]{1,70}\)"
    r"|\s[-–—]{1,2}\s(?:(?!\s[-–—])[^.\n]){1,140}\s[-–—]{1,2}|—[^—.\n]{1,140}—)"
    r"(?=\s(?:was|were|is|are|died|have|has|had|suffered|sustained|remained?)\b)"
)
"""What is put between those who are counted and what happened to them."""
WHO = re.compile(r"\s?,?\swho\b")
NOT_DONE = re.compile(
    r"\b(?:not|never|nobody|without|attempted|could have|would have"
    r"|(?:attempt|attempting|attempts|tries|tried|try|trying|plan\w*|want\w*|threat\w*|conspir\w+)\sto|seek\w*|sought)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""What stands before a harm that nobody suffered."""
NEITHER = re.compile(
    r"\b(?:neither|none)\sof\s(?:\w+\s)?$|\b(?:could|might|should|would)(?:['’]ve|\shave)\sbeen\s$",
    re.IGNORECASE,
)
"""What stands before those who were not harmed."""
EITHER = re.compile(
    r"\b(?:killed|dead) or (?:\w+ )?(?:injured|wounded|hurt)\b"
    r"|\b(?:injured|wounded|shot) or killed\b",
    re.IGNORECASE,
)
"""What leaves open who of them died."""
PRESENT = re.compile(
    r"\b(?:kills|shoots(?:\sdead)?|injures|stabs)\s(?!(?:him|her|them)?sel[fv])", re.IGNORECASE
)
"""A verb that is never told of those who are harmed."""
BETWEEN = re.compile(r"\b(?:by|from|with|and)\b|,", re.IGNORECASE)
"""What stands between a verb of harm and those who are not harmed by it."""
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|got)\s(?:\w+ly\s)?$", re.IGNORECASE)
SAME = (
    r"(?:He|She|They|Both|All|Each|Police said (?:he|she|they|the \w+)"
    r"|(?:The|That|Her|His|Their) (?:[\w-]+ )?(?:man|men|woman|women|boys?|girls?|victims?|teens?"
    r"|teenagers?|child|children|two|three|four|five|six|officers?|injuries|wounds?))\b"
)
"""How the next sentence takes up those who were told of."""
LATER = re.compile(
    rf"(?:(?!\b(?i:{FEW})\b)[^.\n]){{0,160}}?\b(?:(?:has|have|had|later|he|she|they|and)"
    r" (?:later |since |then )?(?:died|succumbed)|(?:was|were|and) (?:later )?pronounced dead)\b"
    rf"|[^.\n]*\.\s+{SAME}(?: [\w-]+){{0,9}}? (?:died|succumbed|pronounced dead)\b"
)
"""That somebody died of it is told afterwards."""
SURVIVED = (
    r"(?:(?:stable|critical|serious|good|fair|satisfactory) condition|survived|treated|recovering"
    r"|expected to (?:survive|recover|live|be okay)|(?:non|not)[- ]life[- ]threatening"
    r"|not (?:believed|considered|thought) to be life|released from|is (?:now )?stable)"
)
ALIVE = re.compile(
    rf"[^.\n]{{0,120}}?\b{SURVIVED}\b|[^.\n]*\.\s+{SAME}[^.\n]{{0,120}}?\b{SURVIVED}\b"
)
"""That somebody lives is told afterwards."""
DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)"
)
