"""What the tests of the readers of office files and books share."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.errors import FormatError
from briefing.reading import articles_of
from briefing.reading.document import Document

ARTICLES = Path(__file__).parents[2] / "articles"
MUTATIONS = 500


def shown(name: str) -> list[tuple[str, str]]:
    """The first words of each line of the first article in a file, and what the line is."""
    article = articles_of((ARTICLES / name).read_bytes(), name)[0]
    return [
        (
            p.kind if p.kind != "text" else p.block,
            " ".join(article.text[p.start : p.end].split()[:4]),
        )
        for p in article.paragraphs
    ]


def mutated(data: bytes, count: int = MUTATIONS) -> Iterator[bytes]:
    """The data with bytes changed, cut out, doubled or cut off."""
    pick = random.Random(0)
    for _ in range(count):
        changed = bytearray(data)
        for _ in range(pick.randint(1, 8)):
            place = pick.randrange(len(changed))
            match pick.randrange(4):
                case 0:
                    changed[place] = pick.randrange(256)
                case 1:
                    del changed[place : place + pick.randint(1, 40)]
                case 2:
                    changed[place:place] = changed[place : place + pick.randint(1, 40)]
                case 3:
                    changed[place : place + 4] = pick.randbytes(4)
            if not changed:
                break
        if pick.random() < 0.1:
            del changed[pick.randrange(len(changed)) :]
        yield bytes(changed)


def assert_reads_or_refuses(reader: Callable[[bytes], tuple[Document, ...]], data: bytes) -> None:
    """Read the data; what cannot be read is refused in one line that says what to do."""
    refused = ""
    try:
        documents = reader(data)
    except FormatError as error:
        refused = str(error)
    assert re.fullmatch(r"[^\n]+; [^\n]+", refused) if refused else documents


def refusal(reader: Callable[[bytes], tuple[Document, ...]], data: bytes) -> str:
    """The line that says why data is refused."""
    with pytest.raises(FormatError) as caught:
        reader(data)
    return str(caught.value)
