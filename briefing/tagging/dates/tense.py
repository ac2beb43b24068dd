"""True if the words around a date look back or ahead, or tell neither.

News looks back, so a date does too where nothing tells otherwise. What tells is, from the surest:
the preposition ("since", "until", "by"), then the nearest verb before the date, then the first one
after it.
"""

from __future__ import annotations

import re

from briefing.tables import any_of, word_list
from briefing.tagging.dates.values import Tense

WINDOW = 120
"""Characters on either side in which a verb tells the tense."""

ADVERBS = r"(?:\s(?:not|also|only|now|then|[a-z]+ly))*"
# With the participle of a passive: "will be held", "is expected to be sentenced".
AHEAD = re.compile(
    r"(?:\b(?:will|won['’]t|shall|(?:would|may|might|must|should|can)(?!\shave\b)|due|scheduled"
    r"|expected|expects?|slated|planned|plans?|upcoming|going to|set (?:to|for)"
    r"|(?:is|are|was|were) to|hopes? to|aims? to|intends? to|deadline|forecast to"
    r"|(?:is|are|was|were) forecast"
    rf"|tomorrow)\b|['’]ll\b){ADVERBS}(?:\s(?:to\s)?be{ADVERBS}\s[a-z]+)?"
)
IRREGULAR = any_of(word_list("past_tense", "irregular"))
NO_PAST = any_of(word_list("past_tense", "none"))
BACK = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bstay )(?<!\bremain )(?<!\bremains )"
    rf"\b(?:{IRREGULAR}|(?!(?:{NO_PAST})\b)[a-z]+ed)\b"
)
# What stands in a calendar is told in the present tense: "the strike ends", "talks resume". A
# plural tells "polls open" and "workers vote" from "the vote".
PRESENT = re.compile(
    r"\b(?:(?:(?:re)?open|begin|start|end|close|resume|expire|meet|arrive|leave|return|vote|decide"
    r"|hear|hold|host|last|run|continue|travel|visit|play|air|premiere|debut|retire|face|appear"
    r"|fall)s|launches|flies|resume|begin|expire|reopen"
    r"|(?:takes?|goes|go|comes?|gets?|kicks?|steps?) (?:place|effect|office|over|on|to|into"
    r"|under|underway|off|down)"
    r"|(?:is|are) (?:meeting|voting|leaving|holding|hosting|opening|closing|returning|arriving"
    r"|going|coming|playing|visiting|flying|travell?ing|launching|starting|ending|speaking)"
    r"|[A-Za-z]+[^\Ws]s (?:open|start|end|close|meet|arrive|leave|return|vote|decide))\b"
)
REPORTING = re.compile(rf"(?:{any_of(word_list('speech_forms', 'after a name'))})\b")
CLAUSE = re.compile(r"\b(?:that|which|who|when|where|while|as|but|and)\b")

LIMIT = re.compile(r"\b(?P<word>until|till|through|by) (?:at least |the |late |early )?$", re.I)
SINCE = re.compile(r"\bsince (?:the |at least |late |early )?$", re.I)
STARTING = re.compile(r"\b(?:starting|effective|beginning) (?:on |from )?$", re.I)
AHEAD_OF = re.compile(r"\bahead of (?:[\w’'-]+ ){0,4}$", re.I)
STATE = re.compile(r"\b(?:is|are) (?:[a-z]+ly )?[a-z]+ed (?:on )?$")
INFINITIVE = re.compile(r"\bto [a-z]+")
GIVEN_TIME = re.compile(r"\b(?:has|have|had|(?:gave|given)(?: [\w’'-]+){1,4}) $")
# What was put off or promised lies ahead, though that was done in the past.
PUT_OFF = re.compile(
    r"\b(?:postponed|delayed|extended|adjourned|suspended|deferred|rescheduled|remanded|banned"
    r"|barred|moved|pushed back|put off)\b"
)
PUT_OFF_TO = re.compile(
    r"\b(?:postponed|delayed|adjourned|deferred|rescheduled|moved|shifted|pushed back|put off"
    r"|brought forward) (?:to|for) (?:the )?$"
)
PROMISED = re.compile(
    r"\b(?:promised|pledged|vowed|agreed|ordered|urged|asked|demanded|called|required|wanted"
    r"|needs?)\b"
)


def tense(text: str, start: int, end: int) -> Tense | None:
    """True if a date looks back or ahead; None where both are as likely.

    Args:
        text: The text with the date.
        start: Where the date begins.
        end: Where it ends.
    """
    before = re.split(r"[.!?;][”\"’']?\s|\n", text[max(0, start - WINDOW) : start])[-1]
    after = re.split(r"[.!?;][”\"’']?(?:\s|$)|\n", text[end : end + WINDOW])[0]
    if SINCE.search(before):
        return "past"
    if STARTING.search(before) or PUT_OFF_TO.search(before):
        return "future"
    ahead = max((match.end() for match in AHEAD.finditer(before)), default=-1)
    back = max(
        (match.start() for match in BACK.finditer(before) if not AHEAD.match(match[0])), default=-1
    )
    if ahead > back or _is_scheduled(before, after, back):
        return "future"
    if AHEAD_OF.search(before):
        return None
    if limit := LIMIT.search(before):
        if back >= 0:
            return _tense_of_limit(before[: limit.start()], limit["word"].lower(), back)
        return _tense_after(after, "future")
    if back >= 0:
        return "past"
    if STATE.search(before):
        return "future"
    return _tense_after(after, "past")


def _tense_of_limit(before: str, word: str, back: int) -> Tense | None:
    """What "until", "through" or "by" means after a verb in the past tense."""
    if (word != "by" and GIVEN_TIME.search(before)) or PUT_OFF.match(before, back):
        return "future"
    if word == "by":
        is_wanted = PROMISED.match(before, back) or INFINITIVE.search(before, back)
        return "future" if is_wanted else "past"
    return None  # "stayed closed until Friday"


def _is_scheduled(before: str, after: str, back: int) -> bool:
    """True if a verb in the present tense tells what stands in a calendar."""
    verb = next(reversed(list(PRESENT.finditer(before))), None)
    if verb is None or verb.start() < back or "," in before[verb.end() :]:
        return False
    if BACK.search(after.partition(",")[0]):
        return False
    is_own_clause = back < 0 or REPORTING.match(before, back) or CLAUSE.search(before, back)
    return bool(is_own_clause)


def _tense_after(after: str, otherwise: Tense) -> Tense:
    """What the first verb after a date tells; "on Friday, Lind would not say" looks back."""
    ahead, back = AHEAD.search(after), BACK.search(after)
    if ahead and ahead[0].startswith(("would", "can", "must", "should")):
        return otherwise
    if ahead and (back is None or ahead.start() <= back.start()):
        return "future"
    return "past" if back else otherwise
