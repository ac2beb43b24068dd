"""The briefings that a dossier is made from, and words of them as passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.dossier.values import Passage
from briefing.model import Briefing, Sentence, Span

EDGES = " \t\n,;:.–—-‘’“”\"'("
"""What a label neither begins nor ends with."""
TOLD_WORDS = 6
"""Words of a sentence that tell what something in it is about."""


def trimmed(text: str) -> str:
    """Words as a label: without punctuation around them."""
    return text.strip(EDGES)


class Sources:
    """Several briefings by number.

    Args:
        briefings: Finished and corrected ones.
    """

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self.briefings = tuple(briefings)

    def text(self, article: int) -> str:
        """The frozen text of an article."""
        return self.briefings[article].article.text

    def language(self, article: int) -> str:
        """The code of an article's language."""
        return self.briefings[article].article.language

    def passage(self, article: int, span: Span) -> Passage:
        """The words at a span of an article."""
        start, end = span
        return Passage(article=article, start=start, end=end, text=self.text(article)[start:end])

    def sentence_at(self, article: int, offset: int) -> Sentence | None:
        """The sentence that an offset of an article is in, if it is in one."""
        sentences = self.briefings[article].sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start)
        sentence = sentences[index - 1] if index else None
        return sentence if sentence and offset < sentence.end else None

    def around(self, article: int, span: Span) -> Passage:
        """The sentence around a span, or else the paragraph."""
        sentence = self.sentence_at(article, span[0])
        if sentence:
            return self.passage(article, (sentence.start, max(sentence.end, span[1])))
        paragraph = self.briefings[article].article.paragraph_at(span[0])
        if paragraph and span[1] <= paragraph.end:
            return self.passage(article, (paragraph.start, paragraph.end))
        return self.passage(article, span)

    def words_before(self, article: int, span: Span) -> str:
        """The words of the sentence before a span, or else those after it."""
        around, text = self.around(article, span), self.text(article)
        before = trimmed(text[around.start : span[0]]).split()
        if before:
            told = trimmed(" ".join(before[-TOLD_WORDS:]))
            return f"… {told}" if len(before) > TOLD_WORDS else told
        after = trimmed(text[span[1] : around.end]).split()
        return f"… {trimmed(' '.join(after[:TOLD_WORDS]))}" if after else "the same"

    def is_title(self, article: int, offset: int) -> bool:
        """True for what stands in the headline."""
        paragraph = self.briefings[article].article.paragraph_at(offset)
        return paragraph is not None and paragraph.kind == "title"
