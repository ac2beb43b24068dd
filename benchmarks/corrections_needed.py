"""How many corrections a reader makes until a page is clean, before and after the file of names.

    python -m benchmarks.corrections_needed PAGES_FOLDER [--learn 10] [--folds 4] [-v]

PAGES_FOLDER holds `articles/*.txt`, gold for each in `*.json`, and `evaluate_pages.py`, whose class
`Score` says what an editor would strike out of a page. Each of these is mended by one correction of
`briefing.corrections`, the page is made again (another row may have moved up), and so on until
nothing is struck out. What cannot be mended so counts as one correction and is told.

The articles are dealt to folds. For each fold, a file of names learns from `--learn` articles of
the other folds, in two ways, and the fold's articles are mended once more with it:

- what the readers of those articles corrected "everywhere": the entries of `entry_from`;
- all that their gold knows: actors with names and kinds, and places with coordinates.

As a control, each article is mended once more with what was corrected "everywhere" in itself: what
is left then cannot be told by such a file.

"missing" counts the gold's key actors that the article names and the briefing lacks: each takes one
more correction, to add it. Roles that the gold gives are not learned: they are of one article.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import statistics
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import convert
from msgspec.structs import replace

from benchmarks.mending import Gold, Mended, Page, mended
from briefing.errors import BriefingError
from briefing.names_file import Entry
from briefing.names_file.checking import problem_of
from briefing.reading import read


def main() -> None:
    """Measure, and print a line for each way."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corrections_needed")
    parser.add_argument("pages", type=Path, metavar="PAGES_FOLDER")
    parser.add_argument("--learn", type=int, default=10)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    evaluation = _module(options.pages / "evaluate_pages.py")
    mend = partial(mended, evaluation)
    pages = [page(path) for path in sorted((options.pages / "articles").glob("*.json"))]
    before = [mend(each, ()) for each in pages]
    report("before", before)
    pick = random.Random(1)
    order = pick.sample(range(len(pages)), len(pages))
    learned: dict[str, dict[int, Mended]] = {"corrections": {}, "gold": {}}
    for fold in range(options.folds):
        kept_out = order[fold :: options.folds]
        others = [number for number in order if number not in kept_out]
        taught = pick.sample(others, min(options.learn, len(others)))
        corrections = [entry for number in taught for entry in before[number].entries]
        gold = [entry for number in taught for entry in entries_of(pages[number].gold)]
        for way, entries in zip(learned, (corrections, gold), strict=True):
            for number in kept_out:
                learned[way][number] = mend(pages[number], entries)
    for way, found in learned.items():
        name = f"after the {way} of {options.learn} others"
        report(name, [found[number] for number in range(len(pages))])
    own = [mend(each, found.entries) for each, found in zip(pages, before, strict=True)]
    report("control: after its own corrections", own)
    if options.verbose:
        for number, each in enumerate(pages):
            ways = [before[number], *(found[number] for found in learned.values()), own[number]]
            print(each.gold["id"], *(way.count for way in ways), *ways[0].left, sep="\t")


def report(name: str, found: Sequence[Mended]) -> None:
    """Print the median, and what the corrections were."""
    counts = [each.count for each in found]
    missing = [each.count + each.missing for each in found]
    kinds = Counter(one.kind for each in found for one in each.corrections)
    left = sum(len(each.left) for each in found)
    kinds_shown = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    print(
        f"{name}: median {statistics.median(counts):g}, mean {statistics.mean(counts):.2f},"
        f" clean without any {sum(not count for count in counts)} of {len(counts)};"
        f" with what is missing: median {statistics.median(missing):g},"
        f" mean {statistics.mean(missing):.2f}"
        f"\n    names known in {sum(each.known > 0 for each in found)} articles;"
        f" {kinds_shown or 'no corrections'}; not to be mended {left}"
    )


def page(path: Path) -> Page:
    """An article of the set with its gold."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    article = read(str(path.with_suffix(".txt")))
    return (
        Page(article, gold)
        if article.published
        else Page(replace(article, published=gold.get("published")), gold)
    )


def entries_of(gold: Gold) -> list[Entry]:
    """All that is right in one article, as a careful desk would write it down."""
    known = []
    for actor in gold["actors"]:
        name, *others = actor["names"]
        words = {word.lower() for word in name.split()}
        telling = [other for other in others if not {w.lower() for w in other.split()} <= words]
        telling = [other for other in telling if any(map(str.isupper, other))]
        known.append(_usable({"name": name, "other_names": telling, "kind": actor["kind"]}))
    for place in gold["places"]:
        point: dict[str, object] = {"country": place["country"]} if place["country"] else {}
        if place["lat"] is not None and place["kind"] in ("city", "landmark"):
            point |= {"latitude": float(place["lat"]), "longitude": float(place["lon"])}
        if point and place["kind"] != "country":
            known.append(_usable({"name": place["names"][0], "kind": "place", "place": point}))
    return [entry for entry in known if entry is not None]


def _usable(table: dict[str, Any]) -> Entry | None:
    try:
        entry = convert(table, Entry)
    except ValueError:
        return None
    return None if problem_of(entry) else entry


def _module(path: Path) -> Any:
    """The evaluation, as a module."""
    spec = importlib.util.spec_from_file_location("evaluate_pages", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise BriefingError(f"there is no {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
