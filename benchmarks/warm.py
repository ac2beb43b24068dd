"""An article in a process that is warm, beside the bare language model and beside other programs.

The bare model is spaCy with the parser and the entity recognizer, called with the same text. The
other programs take the same articles and are measured beside the same part of brief:

- sumy's command line, a process for each article, beside `brief --json` of all of them;
- newspaper4k's `nlp()`, keywords and summary, beside our summary;
- textacy's quotations in a parsed document, beside our quotes in one.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.measuring import BRIEF, SAMPLE, Row, home, ratios, run
from benchmarks.scale import text
from briefing.analysis import analyze
from briefing.model import Article
from briefing.reading import read
from briefing.summary import rank
from briefing.tagging import actors, locations, quotes
from briefing.tagging.annotation import gazetteer, pipeline
from briefing.tagging.names import entities
from briefing.tagging.pipeline import parse
from briefing.text import sentences

WARM = "warm article ÷ bare spaCy call"
SUMY = "`brief --json` of {} articles ÷ sumy's command line on each"
NEWSPAPER = "summary of {} articles ÷ newspaper4k's `nlp()`"
TEXTACY = "quotes of {} parsed articles ÷ textacy's"
ARTICLES = 100
WORDS = (200, 1_200)
OTHERS = Path(__file__).with_name("other_programs.py")
NOT_INSTALLED = "not installed; see --others"


def rows(runs: int) -> Iterator[Row]:
    """The row of the warm article."""
    article = read(str(SAMPLE))
    nlp = pipeline()
    analyze(article)
    nlp(article.text)
    bare, whole = [], []
    for _ in range(3 * runs):
        bare.append(milliseconds(nlp, article.text))
        whole.append(milliseconds(analyze, article))
    note = f"{statistics.median(whole):.0f} ÷ {statistics.median(bare):.0f} ms"
    yield Row(WARM, 1.3, ratios(whole, bare), note=note)


def milliseconds(work: Callable[..., object], *arguments: object) -> float:
    """What one call takes."""
    began = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - began) * 1000


def others(python: str | None) -> Iterator[Row]:
    """The rows of the other programs, which an environment's Python has, or none."""
    with tempfile.TemporaryDirectory() as folder, home() as kept:
        pick = random.Random(1)
        paths = [Path(folder) / f"{number:03}.txt" for number in range(ARTICLES)]
        for path in paths:
            path.write_text(text(pick.randint(*WORDS)))
        environment = {**os.environ, "NLTK_DATA": f"{folder}/nltk_data"}
        other_program(python, "punkt", folder, environment)
        articles = [read(str(path)) for path in paths]
        theirs = other_program(python, "newspaper", folder, environment)
        yield _beside(NEWSPAPER, [milliseconds(_summarize, each) for each in articles], theirs)
        theirs = other_program(python, "textacy", folder, environment)
        yield _beside(TEXTACY, [_quoting(each) for each in articles], theirs)
        name = SUMY.format(ARTICLES)
        sumy = [python or "", "-m", "sumy", "lex-rank", "--format=plaintext"]
        try:
            each = [milliseconds(run, [*sumy, f"--file={path}"], environment) for path in paths]
        except (OSError, subprocess.CalledProcessError):
            yield Row(name, 1, [], note=NOT_INSTALLED)
            return
        ours = milliseconds(run, [*BRIEF, "--json", *map(str, paths)], kept)
        note = f"{ours:.0f} ÷ {sum(each):.0f} ms"
        yield Row(name, 1, [ours / sum(each)], note=note)


def _summarize(article: Article) -> None:
    rank(article, sentences.split(article))


def _quoting(article: Article) -> float:
    """Milliseconds for the quotes alone."""
    doc = parse(pipeline(), article, sentences.split(article))
    names = entities.find(article, doc)
    places = locations.find(article, doc, names, gazetteer())
    people = actors.merge(article, doc, names, places)
    return milliseconds(quotes.find, article, doc, people)


def other_program(
    python: str | None, program: str, folder: str, environment: dict[str, str]
) -> list[float | None]:
    """What another program takes for each article; nothing where it is not installed."""
    if not python:
        return []
    done = subprocess.run(
        [python, str(OTHERS), program, folder], env=environment, capture_output=True, check=False
    )
    return json.loads(done.stdout) if done.returncode == 0 else []


def _beside(measure: str, ours: Sequence[float], theirs: Sequence[float | None]) -> Row:
    pairs = [(our, their) for our, their in zip(ours, theirs, strict=False) if their is not None]
    name = measure.format(len(pairs) or ARTICLES)
    if not pairs:
        return Row(name, 1, [], note=NOT_INSTALLED)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Row(name, 1, [a / b for a, b in pairs], note=f"{mine:.2f} ÷ {other:.2f} ms")
