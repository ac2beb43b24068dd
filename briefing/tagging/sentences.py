"""Where sentences begin and end, found without a language model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import nupunkt

from briefing.model import Article, Mention

# "defend it.The Taliban": a sentence glued to the one before it. The word in front has no other
# period (so that "U.S.The" and addresses stay whole) and the word behind is an ordinary one.
GLUED = re.compile(
    r"(?<=[a-z0-9’”)][a-z0-9’”)%][.!?])(?=[“\"]?[A-Z][a-z’]*[ ,’])|(?<=[.!?][”\"])(?=[A-Z][a-z]+ )"
)
# "last month. A U.S. official": the punkt model takes a lone capital for an initial.
BEFORE_ARTICLE = re.compile(r"(?<=[a-z]{3}[.!?]) (?=(?:A|I) [A-Za-z])")
# "on his car. His life": it also takes a short common word for an abbreviation. These words begin
# sentences and hardly ever names.
BEFORE_OPENER = re.compile(
    r"(?<=[a-z]{3}[.!?]) (?=(?:The|This|That|These|Those|There|He|She|It|We|They|You|His|Her|Its"
    r"|Our|Their|My|Your|But|And|Or|So|Yet|If|When|While|After|Before|As|In|On|At|For|From|By|With"
    r"|Not|No|Nobody|Some|Many|Most|Both|Then|Now|What|Who|How|Why|Where)(?:[ ,]|[’']s ))"
)


def split(article: Article) -> tuple[Mention, ...]:
    """Spans of the sentences of the title and the text paragraphs, in order, without outer space.

    Furniture has no sentences. Two sentences that are glued together share a boundary.
    """
    return tuple(
        span
        for paragraph in article.paragraphs
        if paragraph.kind != "furniture"
        for span in _split_line(article.text, paragraph.start, paragraph.end)
    )


def _split_line(text: str, start: int, end: int) -> Iterator[Mention]:
    line = text[start:end]
    cuts = {0, len(line)}
    for pattern in (GLUED, BEFORE_ARTICLE, BEFORE_OPENER):
        cuts.update(match.start() for match in pattern.finditer(line))
    cuts.update(sentence_end for _, sentence_end in nupunkt.sent_spans(line))
    bounds = sorted(cuts)
    for left, right in pairwise(bounds):
        piece = line[left:right]
        left += len(piece) - len(piece.lstrip())
        right -= len(piece) - len(piece.rstrip())
        if any(char.isalnum() for char in line[left:right]):
            yield start + left, start + right
