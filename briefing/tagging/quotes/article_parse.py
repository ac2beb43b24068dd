"""The words around a quotation: which stand outside the marks, whose verb a verb is.

The parse has dependency labels and no word classes, so a noun phrase is read off the tree and a
verb of speaking is known by its form.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from briefing.tables import word_list
from briefing.tagging.lexicon.grammar import RELATIVES, SUBJECTS
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.text.quotation_marks import Quoted

CLIMBED = frozenset(
    ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "acomp", "pobj")
)
UTTERANCES = frozenset(
    "statement email e-mail letter memo tweet post message note speech interview article column "
    "essay release report blog text comment remarks video op-ed editorial response reply answer "
    "verdict warning words".split()
)
HEARD = word_list("speech_forms", "to a hearer")
NO_SPEAKERS = word_list("function_words", "no speaker")
KEPT_PREPOSITIONS = frozenset(("of", "for", "at", "from", "with", "in", "to", "on", "close"))
LONGEST_PHRASE = 12
"""Words of a noun phrase that names a speaker; beyond that it is cut after its head."""
STEPS = 8
"""How far a subject is looked for up the tree."""


class ArticleParse:
    """The parse of an article together with its quoted passages."""

    def __init__(self, doc: Doc, passages: list[Quoted]) -> None:
        self.doc = doc
        self.starts = [token.idx for token in doc]
        self.quoted = bytearray(len(doc))
        self._subjects: dict[int, Token | None] = {}
        for passage in passages:
            first, after = self.at(passage.outer_start), self.at(passage.outer_end)
            self.quoted[first:after] = b"\1" * (after - first)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def ends_sentence(self, i: int) -> bool:
        """True if the token is a mark that ends a sentence; abbreviations hold their period."""
        while i > 0 and self.doc[i].is_space and "\n" not in self.doc[i].text:
            i -= 1
        return self.doc[i].text in {".", "!", "?", ";"} or "\n" in self.doc[i].text

    def subject(self, i: int) -> Token | None:
        """The head noun of who does what the verb at `i` says, outside of all quotations.

        Through joined and dependent verbs to the head verb, through a relative clause to its noun,
        and through "in a statement saying" to who made the statement.
        """
        if i not in self._subjects:
            found = self._climb(self.doc[i])
            self._subjects[i] = found if found is not None and self.may_speak(found) else None
        return self._subjects[i]

    def is_told(self, i: int) -> bool:
        """True if the verb at `i` tells of somebody who hears: "Koh was asked"."""
        verb = self.doc[i]
        return verb.lower_ in HEARD and any(
            child.dep_ == "nsubjpass" and not self.quoted[child.i] for child in verb.children
        )

    def may_speak(self, head: Token) -> bool:
        """True if a head word outside the marks is a noun or pronoun that may stand for somebody.

        The parse at times takes a verb or "what" for a subject.
        """
        return (
            not self.quoted[head.i]
            and head.lower_ not in NO_SPEAKERS
            and head.text[:1].isalnum()
            and not (head.lower_.endswith(("ed", "said")) and head.lower_ in reporting_forms())
            and not any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in head.children)
        )

    def _climb(self, token: Token) -> Token | None:
        passed = {token.i}
        for _ in range(STEPS):
            own = self._own_subject(token)
            if own is not None:
                return own
            head = token.head
            if token.dep_ == "relcl" or (token.dep_ == "acl" and not is_utterance(head)):
                return None if self.quoted[head.i] else head
            climbs = token.dep_ in CLIMBED or token.dep_ == "acl" or is_utterance(token)
            if not climbs or head.i in passed:
                return None
            if token.dep_ in {"advcl", "conj"} and head.dep_ == "ccomp":
                # "told them the plan failed, adding": who told also added
                outer = head.head
                if outer.lower_ in reporting_forms() and outer.i not in passed:
                    head = outer
            token = head
            passed.add(token.i)
        return None

    def _own_subject(self, verb: Token) -> Token | None:
        for child in (*reversed(list(verb.lefts)), *verb.rights):  # the nearest of several
            if child.dep_ in SUBJECTS and not self.quoted[child.i]:
                if child.dep_ == "nsubjpass" and verb.lower_ not in {"quoted", "cited", "heard"}:
                    continue
                if child.lower_ in RELATIVES:
                    head = verb.head
                    return head if verb.dep_ == "relcl" and not self.quoted[head.i] else None
                return child
        for child in verb.children:
            if child.dep_ == "agent":
                return next((t for t in child.children if not self.quoted[t.i]), None)
        return None

    def phrase(self, head: Token) -> tuple[int, int]:
        """Token span of the noun phrase of a head, without clauses and appositions."""
        start = head.i
        left = max(head.left_edge.i, start - LONGEST_PHRASE)
        while start > left:
            token = self.doc[start - 1]
            if self.quoted[token.i] or token.text in {",", ";", ":", "—", "–", "--", "(", ")"}:
                break
            if token.is_space or token.lower_ in {"and", "but", "or", "as"}:
                break
            start -= 1
        end = head.i + 1
        for child in head.rights:
            if child.i != end or child.dep_ not in {"prep", "case", "nummod"}:
                break
            if child.dep_ == "prep" and child.lower_ not in KEPT_PREPOSITIONS:
                break
            stop = child.i + 1
            while stop <= child.right_edge.i and not self._cuts(stop):
                stop += 1
            if stop - start > LONGEST_PHRASE:
                break
            end = stop
            if stop <= child.right_edge.i:
                break
        while end > head.i + 1 and self.doc[end - 1].dep_ in {"cc", "prep", "punct"}:
            end -= 1
        return start, end

    def _cuts(self, i: int) -> bool:
        token = self.doc[i]
        return (
            bool(self.quoted[i])
            or token.text in {",", ";", ":", "—", "–", "--", "(", ")"}
            or token.is_space
            or token.dep_ in {"relcl", "acl", "advcl"}
        )

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets of a token span."""
        last = self.doc[end - 1]
        return self.starts[start], last.idx + len(last)


def is_utterance(token: Token) -> bool:
    """True if the word is a thing said or written and not who says it."""
    return token.lower_ in UTTERANCES
