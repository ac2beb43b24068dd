"""Whether work grows with the length of a text and not faster.

    python -m benchmarks.growth

Prints, for texts that would tempt a pattern or a loop to go over them again and again, the seconds
at one, two and four times a length, and how often the first time goes into the last: about 4 is
linear, 16 is quadratic.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from briefing.model import Article, Paragraph
from briefing.reading import read
from briefing.reading.formats.wrapping import unwrap
from briefing.summary import rank
from briefing.tagging import dates, quotes
from briefing.text import sentences

LENGTH = 50_000
LINE = "The council of the town number {} met on day {} and spoke about bridge {}.\n\n"


class Source:
    """Standard input with a text in it."""

    def __init__(self, text: str) -> None:
        self._data = text.encode()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        size = len(self._data) if size < 0 else size
        found, self._data = self._data[:size], self._data[size:]
        return found


def plain(text: str) -> Article:
    """An article of a text as it is."""
    lines = tuple(Paragraph(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return Article(title="", source="-", text=text, paragraphs=lines, published="2021-08-09")


def reading(unit: str) -> Callable[[int], object]:
    """Reading a text of a unit."""
    return lambda length: read("-", stdin=Source(unit * (length // len(unit)) + "end"))


def finding_dates(unit: str) -> Callable[[int], object]:
    """Dates in a flood of a unit."""
    return lambda length: dates.find(plain(unit * (length // len(unit)) + "."))


def finding_quotes(unit: str) -> Callable[[int], object]:
    """Quotes in one paragraph of a unit."""
    from spacy.lang.en import English

    nlp = English()

    def run(length: int) -> object:
        article = plain(unit * (length // len(unit)))
        return quotes.find(article, nlp.make_doc(article.text), ())

    return run


def ranking(length: int) -> object:
    """A summary of many sentences."""
    count = length // len(LINE)
    article = plain("".join(LINE.format(n, n % 7, n % 31) for n in range(count)))
    return rank(article, sentences.split(article))


WORK: dict[str, Callable[[int], object]] = {
    "one line of words": reading("word "),
    "one long word": reading("x"),
    "bylines": reading("By Ann "),
    "brackets": reading("["),
    "headings of links": reading("A boat came.\nRead more\nSkarvoy loses its ferry\n"),
    "broken lines": lambda length: unwrap(
        "The ferry left the town\nof Orlo at nine and\n" * (length // 44)
    ),
    "summary": ranking,
    **{f"dates: {unit!r}": finding_dates(unit) for unit in ("1 ", "May 3-", "2001-", "'90s")},
    **{f"quotes: {unit!r}": finding_quotes(unit) for unit in ("“Go now,” he said. ", "“go” ")},
}


def seconds(work: Callable[[int], object], length: int) -> float:
    """The best of three runs."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        work(length)
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print the table."""
    print(f"{'':24} {'×1':>8} {'×2':>8} {'×4':>8}   growth")
    for name, work in WORK.items():
        work(1_000)  # what is imported or compiled once is not counted
        times = [seconds(work, LENGTH * factor) for factor in (1, 2, 4)]
        shown = " ".join(f"{time:8.3f}" for time in times)
        print(f"{name:24} {shown}   {times[-1] / max(times[0], 1e-6):6.1f}")


if __name__ == "__main__":
    main()
