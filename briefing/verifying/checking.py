"""verify(article, quotation): whether a quotation stands in an article, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.model import Article, Briefing, Span
from briefing.sanitize import clean
from briefing.verifying.closest import Op, Passage, closest
from briefing.verifying.exact import bare, begin, found, joins
from briefing.verifying.tokens import DOTS, Tokens, kept_tokens, tokens_of
from briefing.verifying.values import Edit, EditKind, Judgment, Part, Place, QuotationError, Verdict

MOST_PLACES = 50
"""That are told; `MOST_COUNTED` are counted."""
MOST_COUNTED = 1_000
LONGEST = 10_000
"""Characters of a quotation; more than anybody quotes."""
SHORTEST_RUN = 3
"""Words that stand together where a quotation was put together from several places."""
CLOSE = 0.8
"""Share of a quotation that one passage has if it is a change of that passage alone."""
CUT = re.compile(rf"[^\s\[\]]{{0,30}}\[[^\[\]\n]*\][^\s\[\]]{{0,30}}|\(\s*{DOTS}\s*\)|{DOTS}")
"""An ellipsis, and what stands in square brackets, with the rest of its word: "[t]he"."""

NO_WORDS = "there are no words in the quotation; give the words that are quoted"
TOO_LONG = f"the quotation is longer than {LONGEST:,} characters; give a part of it"


def verify(source: Article | Briefing, quotation: str) -> Verdict:
    """Whether a quotation stands in an article word for word.

    What typography changes makes no difference: the shape of quotation marks and dashes, spaces
    and line ends, the way accents are encoded, soft hyphens. Nor do the quotation marks around it,
    a capital at its beginning, and a comma or full stop at its end. Everything else does: a word,
    a number, a mark, a capital, or the end of a paragraph, which a quotation must have as a line
    end. An ellipsis or a word in square brackets that the article has not is a cut, and a quotation
    with one is "altered" even if each part is exact.

    >>> from briefing import read_text, verify
    >>> article = read_text("“We did not sell the mill,” said Ilse Brandvik. “Not for 310 crowns.”")
    >>> verdict = verify(article, '"We did not sell the mill."')
    >>> verdict.verdict, [(place.start, place.end) for place in verdict.places]
    ('exact', [(1, 25)])
    >>> verdict = verify(article, "We did sell the mill")
    >>> verdict.verdict, [(edit.kind, edit.text) for edit in verdict.parts[0].edits]
    ('altered', [('left_out', 'not')])
    >>> verdict = verify(article, "We did … sell the mill")
    >>> verdict.verdict, [(part.verdict, part.text) for part in verdict.parts]
    ('altered', [('exact', 'We did'), ('exact', 'sell the mill')])
    >>> verify(article, "The harbor burned down").verdict
    'absent'

    Args:
        source: The article, or a briefing of it.
        quotation: What is quoted, with or without quotation marks.

    Raises:
        QuotationError: There are no words in the quotation, or it is too long.
    """
    article = source.article if isinstance(source, Briefing) else source
    quoted = cleaned(quotation)
    judge = _Judge(article, quoted)
    tokens = tokens_of(quoted)
    if exact := judge.exact(tokens):
        return Verdict(verdict="exact", quotation=quoted, parts=(exact,))
    cuts = [cut.span() for cut in CUT.finditer(quoted)]
    parts = tuple(map(judge.part, _pieces(tokens, cuts))) if cuts else judge.uncut(tokens)
    is_absent = all(part.verdict == "absent" for part in parts)
    return Verdict(verdict="absent" if is_absent else "altered", quotation=quoted, parts=parts)


def cleaned(quotation: str) -> str:
    """A quotation without what cannot be seen.

    Raises:
        QuotationError: There are no words in it, or it is too long.
    """
    if len(quotation) > LONGEST:
        raise QuotationError(TOO_LONG)
    quoted = clean(quotation)[0].strip()
    if not any(tokens_of(CUT.sub(" ", quoted)).are_words):
        raise QuotationError(NO_WORDS)
    return quoted


def _pieces(tokens: Tokens, cuts: Sequence[Span]) -> list[Tokens]:
    """The parts of a quotation between its cuts, as far as they have words."""
    pieces, first = [], 0
    for start, end in cuts:
        pieces.append(tokens[first : bisect_left(tokens.starts, start)])
        first = bisect_left(tokens.starts, end)
    pieces.append(tokens[first:])
    return [piece for piece in pieces if any(piece.are_words)]


class _Judge:
    """Says of parts of a quotation whether they are exact, altered or absent.

    Args:
        article: Where they are looked for.
        quoted: The whole quotation.
    """

    def __init__(self, article: Article, quoted: str) -> None:
        self._article, self._quoted = article, quoted
        self._text = kept_tokens(article.text)

    def exact(self, tokens: Tokens) -> Part | None:
        """A part that stands in the article word for word; None where it does not."""
        words, is_final = bare(tokens)
        places = list(islice(found(self._text, words, is_final=is_final), MOST_COUNTED))
        return self._part("exact", words, places) if places else None

    def part(self, tokens: Tokens) -> Part:
        """What is said of a part that is not cut within."""
        return self.exact(tokens) or self._inexact(tokens, self._closest(tokens))

    def uncut(self, tokens: Tokens) -> tuple[Part, ...]:
        """What is said of a quotation without cuts that is not exact."""
        passage = self._closest(tokens)
        if passage is None or passage.share < CLOSE:
            runs = list(self._runs(bare(tokens)[0]))
            if len(runs) > 1 and all(run.are_words.count(True) >= SHORTEST_RUN for run in runs):
                return tuple(map(self.part, runs))
        return (self._inexact(tokens, passage),)

    def _runs(self, words: Tokens) -> Iterator[Tokens]:
        """A quotation divided into runs of tokens that stand together, each the longest."""
        first = 0
        while first < len(words):
            if not words.are_words[first]:
                first += 1
                continue
            size = max(
                (self._common(at, words, first) for at in self._begun(words, first)), default=0
            )
            yield words[first : first + max(size, 1)]
            if size < SHORTEST_RUN:
                return
            first += size

    def _begun(self, words: Tokens, first: int) -> Iterator[int]:
        """Where the text has the first tokens of a run."""
        rest = list(words.keys[first + 1 : first + SHORTEST_RUN])
        places = begin(self._text, words.keys[first])
        same = (at for at in places if self._text.keys[at + 1 : at + 1 + len(rest)] == rest)
        return islice(same, MOST_PLACES)

    def _common(self, at: int, words: Tokens, first: int) -> int:
        """How many tokens are the same from two places on; the first one is taken to be so."""
        most = min(len(self._text) - at, len(words) - first)
        for n in range(1, most):
            other = self._text.keys[at + n] != words.keys[first + n]
            if other or joins(self._text, at + n, words, first + n):
                return n
        return most

    def _closest(self, tokens: Tokens) -> Passage | None:
        words, is_final = bare(tokens)
        return closest(self._text, words, is_final=is_final)

    def _inexact(self, tokens: Tokens, passage: Passage | None) -> Part:
        words, _ = bare(tokens)
        if passage is None:
            return self._part("absent", words, [])
        return self._part("altered", words, [(passage.start, passage.end)], passage.ops)

    def _part(
        self,
        verdict: Judgment,
        words: Tokens,
        places: Sequence[tuple[int, int]],
        ops: Sequence[Op] = (),
    ) -> Part:
        start, end = words.starts[0], words.ends[-1]
        return Part(
            verdict=verdict,
            start=start,
            end=end,
            text=self._quoted[start:end],
            places=tuple(self._place(*place) for place in places[:MOST_PLACES]),
            count=len(places),
            edits=tuple(self._edit(words, *op) for op in ops),
        )

    def _place(self, first: int, last: int) -> Place:
        start, end = self._text.starts[first], self._text.ends[last - 1]
        paragraph = self._article.paragraph_at(start)
        return Place(
            start=start,
            end=end,
            text=self._article.text[start:end],
            number=paragraph.number if paragraph else None,
            kind=paragraph.kind if paragraph else "text",
        )

    def _edit(self, words: Tokens, kind: EditKind, i1: int, i2: int, j1: int, j2: int) -> Edit:
        span, quoted = span_of(self._text, i1, i2), span_of(words, j1, j2)
        return Edit(
            kind=kind,
            quoted=quoted,
            quoted_text=self._quoted[slice(*quoted)],
            span=span,
            text=self._article.text[slice(*span)],
        )


def span_of(tokens: Tokens, first: int, last: int) -> Span:
    """Where tokens stand in their text; where there are none, after the token before them."""
    if first < last:
        return tokens.starts[first], tokens.ends[last - 1]
    at = tokens.ends[first - 1] if first else tokens.starts[0]
    return at, at
