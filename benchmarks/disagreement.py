"""How well the rows on which two articles differ are found, and what is new in a later one."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.measuring import Row
from benchmarks.rewritten import EDITS, Pair, pair, stories
from briefing.dossier import dossier_of
from briefing.dossier.values import Difference, Dossier, Passage
from briefing.model import Span

PAIRS = 330
"""Of these some 300 have a place for the edit; as many have none."""
NEW_PAIRS = 200


class Score:
    """What was found rightly, found wrongly and missed."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0
        self.kinds: Counter[tuple[str, bool]] = Counter()
        self.shown: list[str] = []

    @property
    def precision(self) -> float:
        """Share of what was reported that had been planted."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what had been planted that was reported."""
        return self.right / max(1, self.right + self.missed)

    def rows(self, what: str) -> Iterator[Row]:
        """Lines of the table."""
        note = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        yield Row(f"{what}: precision", None, [self.precision], note=f"at least .95; {note}")
        yield Row(f"{what}: recall", None, [self.recall], note="at least .85")


def rows() -> Iterator[Row]:
    """The table's lines for both test sets."""
    yield from disagreement(range(PAIRS)).rows("disagreement")
    yield from updates(range(PAIRS // 5)).rows("updates told apart")
    yield from news(range(NEW_PAIRS)).rows("what is new")


def disagreement(seeds: Sequence[int], names: Sequence[str] = ()) -> Score:
    """Pairs with an edit and, of the same seeds, as many without one."""
    score = Score()
    names = names or list(stories())
    for seed in seeds:
        edited = pair(seed, names, EDITS[seed // len(names) % len(EDITS)])
        if edited.slot is not None:
            _judge(score, edited)
        _judge(score, pair(seed + 10_000, names, None))
    return score


def updates(seeds: Sequence[int], names: Sequence[str] = ()) -> Score:
    """Pairs in which the later article counts more killed or injured."""
    score = Score()
    names = names or [name for name, one in stories().items() if "killed" in one["numbers"]]
    for seed in seeds:
        found = pair(seed + 20_000, names, "number", later=True)
        if found.slot not in ("killed", "injured"):
            continue
        values = [
            figure.value
            for briefing, spans in zip(found.briefings, found.spans, strict=True)
            for figure in briefing.figures
            if any(_touch(span, (figure.start, figure.end)) for span in spans)
        ]
        if len(values) != 2 or None in values or not values[0] < values[1]:
            continue
        differences = dossier_of(found.briefings).differences
        about = [row for row in differences if _is_about(row, found)]
        score.right += any(row.kind == "update" for row in about)
        score.wrong += any(row.kind == "figure" for row in about)
        score.missed += not about
    return score


def news(seeds: Sequence[int], names: Sequence[str] = ()) -> Score:
    """A first article, and a later one that tells all of it in other words, and something new."""
    score = Score()
    names = names or list(stories())
    for seed in seeds:
        found = pair(seed + 30_000, names, None, later=True, new=1 + seed % 3)
        dossier = dossier_of(found.briefings)
        assert dossier.news is not None
        later = found.briefings[1]
        expected = {
            "figures": [(one.start, one.end) for one in later.figures],
            "actors": [
                one.mentions[0] for one in later.actors
                if one.mentions and one.name not in found.briefings[0].article.text
            ],
            "quotes": [(one.start, one.end) for one in later.quotes],
            "sentences": [(one.start, one.end) for one in later.sentences],
        }  # fmt: skip
        for kind, spans in expected.items():
            planted = [span for span in spans if any(_touch(span, new) for new in found.new)]
            reported: Sequence[Passage] = getattr(dossier.news, kind)
            right = [one for one in reported if (one.start, one.end) in planted]
            missed = [s for s in planted if not any(_touch(s, (r.start, r.end)) for r in reported)]
            score.right += len(right)
            score.wrong += len(reported) - len(right)
            score.missed += len(missed)
            score.kinds[kind, True] += len(right)
            score.kinds[f"{kind} missed", False] += len(missed)
            score.kinds[f"{kind} wrong", False] += len(reported) - len(right)
            text = later.article.text
            score.shown += [f"{seed} missed {kind}: {text[a:b]}" for a, b in missed]
            score.shown += [f"{seed} wrong {kind}: {one.text}" for one in reported
                            if one not in right]  # fmt: skip
    return score


def _judge(score: Score, found: Pair) -> None:
    dossier = dossier_of(found.briefings)
    hits = 0
    for row in dossier.differences:
        if found.slot is not None and _is_about(row, found):
            hits += 1
        else:
            score.wrong += 1
            score.shown.append(f"wrong {row.kind}: {row.what!r} {_sides(row)}")
    if found.slot is not None:
        score.right += bool(hits)
        score.missed += not hits
        score.kinds[found.edit or "", bool(hits)] += 1
        if not hits:
            score.shown.append(f"missed {found.edit} {found.slot}: {_told(found, dossier)}")


def _is_about(row: Difference, found: Pair) -> bool:
    return any(
        _touch((side.passage.start, side.passage.end), span)
        for side in row.sides
        for span in found.spans[side.passage.article]
    )


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _sides(row: Difference) -> str:
    return " | ".join(f"{side.passage.text} in {side.sentence.text!r}" for side in row.sides)


def _told(found: Pair, dossier: Dossier) -> str:
    texts = []
    for number, spans in enumerate(found.spans):
        article = dossier.articles[number].article
        for start, _ in spans[:1]:
            paragraph = article.paragraph_at(start)
            texts.append(article.text[paragraph.start : paragraph.end] if paragraph else "")
    return " | ".join(texts)


def main() -> None:
    """Print the scores with what was wrong and missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.disagreement")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--stories", nargs="*", default=())
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    for name, make, count in (
        ("disagreement", disagreement, options.pairs),
        ("updates", updates, options.pairs // 5),
        ("news", news, options.pairs * 2 // 3),
    ):
        score = make(range(count), options.stories if name != "updates" else ())
        print(f"{name}: precision {score.precision:.3f}, recall {score.recall:.3f};"
              f" {score.right} right, {score.wrong} wrong, {score.missed} missed")  # fmt: skip
        print(dict(score.kinds))
        print(*score.shown[: options.show], sep="\n")


if __name__ == "__main__":
    main()
