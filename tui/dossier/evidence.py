"""What a row of a dossier stands on: a row for each passage, with its sentence; pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.dossier.page.lines import name_of
from briefing.dossier.values import Dossier, DossierActor, DossierPlace, Passage
from briefing.model import Briefing, Span
from tui.details.rows import sentence_at
from tui.dossier.drawing import label_of
from tui.dossier.rows import Cited
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit
from tui.widgets.wrap import wrap

SPACES = {ord("\t"): " ", ord("\n"): " "}


def evidence_rows(dossier: Dossier, briefings: Sequence[Briefing], cited: Cited) -> list[Row]:
    """The passages of a row, each in its sentence, below the article and who it is there.

    Args:
        dossier: What is shown.
        briefings: Of its articles.
        cited: What the row stands on.
    """
    return [
        Row(
            draw=partial(_draw, _head(dossier, cited, passage), briefings, passage),
            item=Cited((passage,), cited.part, cited.item),
        )
        for passage in cited.passages
    ]


def _head(dossier: Dossier, cited: Cited, passage: Passage) -> Line:
    """Article, paragraph, outlet; and what an actor is called there."""
    item = dossier.articles[passage.article]
    if passage.start == passage.end:
        return [(item.letter, "key"), (f"  {name_of(item)}", "dim")]
    line: Line = [(label_of(dossier, passage), "key"), (f"  {name_of(item)}", "dim")]
    if isinstance(cited.item, DossierActor | DossierPlace):
        one = next(one for one in cited.item.appearances if one.article == passage.article)
        line.append((f" · {len(one.mentions)}×", "dim"))
        if one.role:
            line.append((f" · {' '.join(one.role.split())}", "ink"))
    return line


def _draw(
    head: Line, briefings: Sequence[Briefing], passage: Passage, width: int, limit: int
) -> list[Line]:
    briefing = briefings[passage.article]
    if passage.start == passage.end:
        title = briefing.article.title or briefing.article.source
        sentence: Span = (0, 0)
        text = title.translate(SPACES)
    else:
        sentence = sentence_at(briefing, passage.start)
        sentence = (sentence[0], max(sentence[1], passage.end))
        text = briefing.article.text[slice(*sentence)].translate(SPACES)
    first, last = passage.start - sentence[0], passage.end - sentence[0]
    lines: list[Line] = [fit(head, width)]
    for start, end in wrap(text, 0, len(text), max(width - 2, 1))[: max(limit, 3)]:
        inside = max(start, min(first, end)), max(start, min(last, end))
        pieces: Line = [
            ("  ", "ink"),
            (text[start : inside[0]], "ink"),
            (text[slice(*inside)], "key"),
            (text[inside[1] : end], "ink"),
        ]
        lines.append([piece for piece in pieces if piece[0]])
    return lines
