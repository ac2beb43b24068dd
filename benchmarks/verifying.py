"""Quotations that are altered or invented, through `verify`: how many are taken for exact.

    python -m benchmarks.verifying [FOLDER] [--quotations N] [--show N]

Sentences of articles are altered in every way of `ALTERATIONS`, and set in other ways that leave
their words alone. The articles are generated, or those of the folder.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.measuring import Row
from benchmarks.stories import SYLLABLES, write
from briefing.errors import BriefingError
from briefing.model import Article
from briefing.reading import read
from briefing.verifying import Verdict, verify
from briefing.verifying.tokens import kept_tokens

ARTICLES = 200
QUOTATIONS = 2_000
LONG = 60_000
"""Characters of the article in which checks are timed."""
MARKS = ".,;:?!\"'“”‘’()[]…—–-"
NUMBER = re.compile(r"\d[\d,.]*")
NEGATED = re.compile(r"\b(is|was|are|were|has|have|had|will|would|can|could|did|does|do|should)\b")

Words = list[str]
Alteration = Callable[[random.Random, Words, Words], Words | None]
"""What becomes of the words of a passage; also given are those of another article. None where
there is nothing to alter."""


def _drop(pick: random.Random, words: Words, _: Words) -> Words | None:
    at = pick.randrange(1, len(words) - 1)
    return words[:at] + words[at + 1 :]


def _swap(pick: random.Random, words: Words, _: Words) -> Words | None:
    at = pick.randrange(len(words) - 1)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def _insert(pick: random.Random, words: Words, other: Words) -> Words | None:
    at = pick.randrange(1, len(words))
    return [*words[:at], pick.choice(other), *words[at:]]


def _replace(pick: random.Random, words: Words, other: Words) -> Words | None:
    at = pick.randrange(len(words))
    return [*words[:at], pick.choice(other), *words[at + 1 :]]


def _number(pick: random.Random, words: Words, _: Words) -> Words | None:
    at = [n for n, word in enumerate(words) if NUMBER.search(word)]
    if not at:
        return None
    n = pick.choice(at)
    found = NUMBER.search(words[n])
    assert found is not None
    digits = found[0].rstrip(".,")
    ways = [f"{digits}0", f"{digits}.5", f"1{digits}", f"-{digits}"]
    ways += [digits[:-1], digits[1:]] if len(digits) > 1 else []
    new = pick.choice(ways)
    changed = words[n][: found.start()] + new + words[n][found.start() + len(digits) :]
    return [*words[:n], changed, *words[n + 1 :]]


def _negate(pick: random.Random, words: Words, _: Words) -> Words | None:
    if "not" in words:
        return [word for word in words if word != "not"]
    shortened = [n for n, word in enumerate(words) if re.search("n['’]t$", word)]
    if shortened:
        n = pick.choice(shortened)
        return [*words[:n], re.sub("n['’]t$", "", words[n]), *words[n + 1 :]]
    at = [n for n, word in enumerate(words) if NEGATED.fullmatch(word)]
    n = pick.choice(at) if at else pick.randrange(1, len(words))
    return [*words[: n + 1], "not", *words[n + 1 :]]


def _name(pick: random.Random, words: Words, _: Words) -> Words | None:
    at = [n for n, word in enumerate(words) if n and word[0].isupper()]
    if not at:
        return None
    n = pick.choice(at)
    return [*words[:n], "".join(pick.sample(SYLLABLES, 3)).capitalize(), *words[n + 1 :]]


def _case(pick: random.Random, words: Words, _: Words) -> Words | None:
    at = [n for n, word in enumerate(words) if n and word[0].swapcase() != word[0]]
    if not at:
        return None
    n = pick.choice(at)
    return [*words[:n], words[n][0].swapcase() + words[n][1:], *words[n + 1 :]]


def _inflect(pick: random.Random, words: Words, _: Words) -> Words | None:
    at = pick.randrange(len(words))
    word = words[at].rstrip(MARKS)
    end = words[at][len(word) :]
    new = word[:-1] if word.endswith("s") else f"{word}s"
    return [*words[:at], new + end, *words[at + 1 :]] if word.isalpha() and len(word) > 1 else None


def _cut_word(pick: random.Random, words: Words, _: Words) -> Words | None:
    first, last = words[0], words[-1].rstrip(MARKS)
    if pick.random() < 0.5 and len(first) > 3 and first.isalpha():
        return [first[2:], *words[1:]]
    return [*words[:-1], last[:-1]] if len(last) > 3 and last.isalpha() else None


def _unmark(pick: random.Random, words: Words, _: Words) -> Words | None:
    """Two sentences, or two clauses, made into one."""
    at = [n for n, word in enumerate(words[:-1]) if n and word[-1] in ".,;:?!" and word[:-1]]
    if not at:
        return None
    n = pick.choice(at)
    return [*words[:n], words[n][:-1], *words[n + 1 :]]


def _leave_out(pick: random.Random, words: Words, _: Words) -> Words | None:
    if len(words) < 8:
        return None
    at = pick.randrange(2, len(words) - 5)
    return [*words[:at], pick.choice(("…", "...", "[...]", "[sic]")), *words[at + 3 :]]


def _of_another(_: random.Random, __: Words, other: Words) -> Words | None:
    return other


ALTERATIONS: dict[str, Alteration] = {
    "a word left out": _drop,
    "two words in turn": _swap,
    "a word added": _insert,
    "a word changed": _replace,
    "a number changed": _number,
    "negated, or not any more": _negate,
    "a name changed": _name,
    "a capital within": _case,
    "a singular or plural": _inflect,
    "a word cut short": _cut_word,
    "two sentences as one": _unmark,
    "cut with an ellipsis or a bracket": _leave_out,
    "words of another article": _of_another,
}
MARKS_ALONE = ("a capital within", "two sentences as one", "cut with an ellipsis or a bracket")
JOINED = "two paragraphs as one"


def passages(article: Article, pick: random.Random) -> Iterator[Words]:
    """Stretches of the article's paragraphs, as what stands between spaces."""
    paragraphs = [article.text[p.start : p.end].split() for p in article.paragraphs]
    long = [words for words in paragraphs if len(words) > 6]
    while long:
        words = pick.choice(long)
        size = pick.randrange(5, min(len(words), 40) + 1)
        start = pick.randrange(len(words) - size + 1)
        yield words[start : start + size]


def plain(words: Sequence[str]) -> str:
    """Words between spaces, without the marks around them: another way to compare them."""
    bare = (word.translate(str.maketrans("’‘‑", "''-")).strip(MARKS) for word in words)
    return f" {' '.join(filter(None, bare))} "


def set_otherwise(words: Words, pick: random.Random) -> str:
    """The same words, set in another way."""
    quotation = pick.choice((" ", " ", "\n", "  ", "\u00a0")).join(words)
    if pick.random() < 0.5:
        quotation = quotation.translate(str.maketrans("“”‘’„", '""\'\'"'))
    if pick.random() < 0.5:
        quotation = quotation.replace("—", pick.choice(("--", " — ", " - ")))
    if pick.random() < 0.3:
        quotation = unicodedata.normalize("NFD", quotation)
    if pick.random() < 0.3:
        quotation = quotation[0].swapcase() + quotation[1:]
    if quotation[-1] in ",.":
        quotation = quotation[:-1] + pick.choice(",.")
    return pick.choice(("{}", "“{}”", '"{}"', "‘{}’")).format(quotation)


class Count:
    """What `verify` said.

    Attributes:
        verdicts: For each way to alter a quotation, how often which verdict was given.
        wrong: Quotations that were given the wrong one, with the name of the article.
    """

    def __init__(self) -> None:
        self.verdicts: dict[str, Counter[str]] = {}
        self.wrong: list[tuple[str, str, str]] = []

    @property
    def number(self) -> int:
        """How many quotations there were."""
        return sum(counter.total() for counter in self.verdicts.values())

    def note(self, way: str, article: Article, quotation: str, is_exact: bool) -> None:
        """Verify a quotation that is exact or not."""
        verdict = verify(article, quotation)
        assert all(article.text[p.start : p.end] == p.text for p in verdict.places)
        self.verdicts.setdefault(way, Counter())[verdict.verdict] += 1
        if (verdict.verdict == "exact") != is_exact:
            self.wrong.append((way, article.source, quotation))


def counted(articles: Sequence[Article], quotations: int) -> tuple[Count, Count]:
    """What is said of so many altered quotations, and of as many that are only set otherwise."""
    pick = random.Random(quotations)
    altered, true = Count(), Count()
    ways = [*ALTERATIONS, JOINED]
    while altered.number < quotations:
        article, other = pick.sample(articles, 2)
        words, others = (next(passages(each, pick), None) for each in (article, other))
        if words is None or others is None:
            continue
        way = pick.choice(ways)
        quotation = _altered(pick, way, article, words, others)
        if quotation is not None:
            altered.note(way, article, quotation, False)
        if true.number < quotations and words[0].strip(MARKS) and words[-1].strip(MARKS):
            true.note("only set otherwise", article, set_otherwise(words, pick), True)
    return altered, true


def _altered(
    pick: random.Random, way: str, article: Article, words: Words, others: Words
) -> str | None:
    """An altered quotation; None where it cannot be altered so, or is the same as before."""
    if way == JOINED:
        paragraphs = [article.text[p.start : p.end].split() for p in article.paragraphs]
        pairs = [
            pair
            for pair in pairwise(paragraphs)
            if plain(pair[0]).strip() and plain(pair[1]).strip()
        ]
        if not pairs:
            return None
        one, two = pick.choice(pairs)
        return " ".join([*one[-6:], *two[:6]])
    new = ALTERATIONS[way](pick, words, others)
    if new is None or not "".join(new).strip(MARKS):
        return None
    if way not in MARKS_ALONE:
        whole = plain(
            [word for p in article.paragraphs for word in article.text[p.start : p.end].split()]
        )
        if plain(new).casefold() in whole.casefold():
            return None
    return " ".join(new)


def opened(folder: Path) -> list[Article]:
    """The articles of a folder that can be read."""
    articles = []
    for path in sorted(folder.glob("*.txt")):
        try:
            articles.append(read(str(path)))
        except BriefingError:
            continue
    return articles


def seconds(articles: Sequence[Article]) -> Iterator[tuple[float, Verdict]]:
    """What single checks of altered quotations in one long article take."""
    from briefing.reading import read_text

    text = "\n\n".join(article.text for article in articles)[:LONG]
    article, pick = read_text(text), random.Random(1)
    for words in (next(passages(article, pick)) for _ in range(100)):
        kept_tokens.cache_clear()
        quotation = " ".join(_drop(pick, words, words) or words)
        began = time.perf_counter()
        verdict = verify(article, quotation)
        yield time.perf_counter() - began, verdict


def rows() -> Iterator[Row]:
    """Altered and true quotations, and what a check takes."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), ARTICLES)
        articles = opened(Path(folder))
    altered, true = counted(articles, QUOTATIONS)
    yield Row(
        f"{altered.number:,} altered quotations, taken for exact", 0, [len(altered.wrong)], " "
    )
    number = sum(sum(counter.values()) for counter in true.verdicts.values())
    yield Row(
        f"{number:,} quotations set otherwise, not taken for exact", 0, [len(true.wrong)], " "
    )
    times = [1000 * each for each, _ in seconds(articles)]
    yield Row(f"a check of an article of {LONG:,} characters", 30, times, " ms")


def main() -> None:
    """Count for the articles of a folder, and say what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verifying")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--quotations", type=int, default=QUOTATIONS)
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.folder is None:
            write(Path(folder), ARTICLES)
        articles = opened(options.folder or Path(folder))
    altered, true = counted(articles, options.quotations)
    for count in (altered, true):
        for way, counter in count.verdicts.items():
            print(f"{way:36}", "  ".join(f"{name} {number}" for name, number in counter.items()))
    print(f"taken for exact {len(altered.wrong)}, not taken for exact {len(true.wrong)}")
    for wrong in [*altered.wrong[: options.show], *true.wrong[: options.show]]:
        print(*wrong, sep=" | ")
    times = sorted(1000 * each for each, _ in seconds(articles))
    print(f"a check: median {statistics.median(times):.1f} ms, p95 {times[94]:.1f} ms")


if __name__ == "__main__":
    main()
