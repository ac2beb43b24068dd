"""How long an analysis takes beside the bare language model, and how it grows with the text.

    python benchmarks/analysis_speed.py [--long]

The bare model is spaCy with parser and entity recognizer on the same text; the analysis is all of
`briefing.analysis.analyze`. Both are warm, in one thread; the figure is the median of runs taken in
turn. With --long, texts up to 200,000 words follow, made of the sample's own paragraphs.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefing.analysis import analyze
from briefing.model import Article
from briefing.reading import read, read_text
from briefing.tagging.annotation import pipeline

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_67286731495c820e.txt"
RUNS = 15
LENGTHS = (2_000, 10_000, 50_000, 200_000)
"""Words."""


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """What one call takes."""
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def of_length(words: int) -> Article:
    """An article of so many words: the sample's paragraphs in a random order, again and again."""
    paragraphs = [line for line in SAMPLE.read_text().split("\n") if len(line) > 60]
    pick = random.Random(words)
    text, count = [], 0
    while count < words:
        text.append(pick.choice(paragraphs))
        count += len(text[-1].split())
    return read_text("\n\n".join(text))


def main() -> None:
    """Print the ratio, and the growth if it is asked for."""
    article = read(str(SAMPLE))
    nlp = pipeline()
    analyze(article)
    pairs = [(seconds(nlp, article.text), seconds(analyze, article)) for _ in range(RUNS)]
    bare, whole = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"{article.word_count} words: model {bare * 1000:.0f} ms, analysis {whole * 1000:.0f} ms,"
    )
    print(f"ratio {statistics.median(w / b for b, w in pairs):.2f} (median of {RUNS} pairs)")
    for length in LENGTHS if "--long" in sys.argv else ():
        long = of_length(length)
        taken = seconds(analyze, long)
        each = taken / long.word_count * 1e6
        print(f"{long.word_count:7} words: {taken:6.1f} s, {each:.0f} µs a word")


if __name__ == "__main__":
    main()
