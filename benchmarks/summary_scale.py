"""How long each summary method takes on articles of invented sentences.

    python benchmarks/summary_scale.py [METHOD...]

Prints seconds for growing articles, one thread; a method stops at its own limit or after the first
article that took longer than `PATIENCE` seconds.
"""

from __future__ import annotations

import random
import sys
import time

from briefing.model import Article, Paragraph
from briefing.summary.ranking import METHODS, RANKERS, rank

SIZES = (50, 150, 200, 600, 1_000, 2_000, 5_000, 10_000, 15_000)
PATIENCE = 20.0
SENTENCES_A_PARAGRAPH = 3
VOCABULARY = 6_000


def invented(sentences: int, seed: int = 1) -> tuple[Article, tuple[tuple[int, int], ...]]:
    """An article of so many sentences whose words are as unevenly frequent as real ones."""
    pick = random.Random(seed)
    words = [
        "".join(pick.choices("abdeiklmnoprstu", k=pick.randint(3, 9))) for _ in range(VOCABULARY)
    ]
    weights = [1 / (place + 3) for place in range(VOCABULARY)]
    spans, paragraphs, lines, offset = [], [], [], 0
    while len(spans) < sentences:
        line = []
        start = offset
        for _ in range(min(SENTENCES_A_PARAGRAPH, sentences - len(spans))):
            chosen = pick.choices(words, weights, k=pick.randint(8, 28))
            text = " ".join(chosen).capitalize() + "."
            spans.append((offset, offset + len(text)))
            line.append(text)
            offset += len(text) + 1
        lines.append(" ".join(line))
        paragraphs.append(Paragraph(start, offset - 1, "text", len(paragraphs) + 1))
    article = Article(title="", source="-", text="\n".join(lines), paragraphs=tuple(paragraphs))
    return article, tuple(spans)


def main(methods: list[str]) -> None:
    """Time the methods and print a table row each."""
    rank(*invented(5), "lexrank")  # sumy's own import is no part of it
    print("| sentences | " + " | ".join(map(str, SIZES)) + " |")
    print("|---" * (len(SIZES) + 1) + "|")
    for method in methods:
        cells: list[str] = []
        for size in SIZES:
            limit = RANKERS[method].most_sentences
            if (limit and size > limit) or (cells and float(cells[-1]) > PATIENCE):
                break
            article, spans = invented(size)
            began = time.perf_counter()
            rank(article, spans, method)
            cells.append(f"{time.perf_counter() - began:.3f}")
        print(
            f"| {method} | " + " | ".join(cells + ["–"] * (len(SIZES) - len(cells))) + " |",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:] or list(METHODS))
