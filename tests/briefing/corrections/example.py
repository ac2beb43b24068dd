"""An invented article and its briefing, put together by hand."""

from __future__ import annotations

from briefing.corrections.values import Correction, CorrectionKind, Part, Target
from briefing.model import (
    Actor,
    Briefing,
    DateMention,
    Location,
    Quote,
    Sentence,
    Span,
    summary_of,
)
from briefing.reading import read_text

TEXT = """Ferry line to Osmark stops

Mira Holt, the head of Norvia, said on Monday that the ferry to Osmark would stop. "We carry too \
few people," Holt said.

The mayor of Osmark, Jon Vale, was angry. "Nobody asked us," he said. Vale met Holt in Lisbon in \
2019, and Norvia promised Osmark a ship then.
"""
ARTICLE = read_text(TEXT)
WHEN = "2031-05-04T10:20:30+00:00"


def span_of(words: str, nth: int = 0) -> Span:
    """Where words stand in the article for the first, second ... time."""
    start = -1
    for _ in range(nth + 1):
        start = ARTICLE.text.index(words, start + 1)
    return start, start + len(words)


def correction(
    kind: CorrectionKind,
    part: Part,
    span: Span | None = None,
    to: str | int | tuple[str, ...] | Target | None = None,
    text: str | None = None,
) -> Correction:
    return Correction(kind=kind, target=Target(part=part, span=span, text=text), to=to, made=WHEN)


def _sentences() -> tuple[Sentence, ...]:
    begins = ("Mira Holt", '"We carry', "The mayor", '"Nobody', "Vale met")
    starts = [span_of(words)[0] for words in begins]
    ends = [*starts[1:], len(ARTICLE.text)]
    ranks = (0, 2, 1, None, 3)
    return tuple(
        Sentence(start=start, end=len(ARTICLE.text[:end].rstrip()), rank=rank)
        for start, end, rank in zip(starts, ends, ranks, strict=True)
    )


HOLT = Actor(
    id="a1",
    name="Mira Holt",
    kind="person",
    role="head of Norvia",
    aliases=("Holt",),
    salience=0.6,
    mentions=(span_of("Mira Holt"), span_of("Holt", 1), span_of("Holt", 2)),
)
VALE = Actor(
    id="a2",
    name="Jon Vale",
    kind="person",
    aliases=("Vale",),
    salience=0.4,
    mentions=(span_of("Jon Vale"), span_of("Vale", 1)),
)
NORVIA = Actor(
    id="a3",
    name="Norvia",
    kind="organization",
    salience=0.3,
    mentions=(span_of("Norvia"), span_of("Norvia", 1)),
)
OSMARK = Location(
    id="l1",
    name="Osmark",
    kind="city",
    salience=0.6,
    mentions=tuple(span_of("Osmark", n) for n in range(4)),
)
LISBON = Location(
    id="l2", name="Lisbon", kind="city", country="US", salience=0.2, mentions=(span_of("Lisbon"),)
)


def _quote(words: str, speaker: Actor, mention: Span, *, certain: bool = True) -> Quote:
    start, end = span_of(words)
    return Quote(
        text=words,
        start=start,
        end=end,
        speaker=speaker.name,
        speaker_id=speaker.id,
        speaker_mention=mention,
        certain=certain,
    )


BRIEFING = Briefing(
    article=ARTICLE,
    sentences=_sentences(),
    summary=summary_of(ARTICLE.text, _sentences(), 2),
    actors=(HOLT, VALE, NORVIA),
    locations=(OSMARK, LISBON),
    quotes=(
        _quote("We carry too few people,", HOLT, span_of("Holt", 1)),
        _quote("Nobody asked us,", VALE, span_of("Jon Vale"), certain=False),
    ),
    dates=(
        DateMention(text="Monday", start=span_of("Monday")[0], end=span_of("Monday")[1]),
        DateMention(text="2019", start=span_of("2019")[0], end=span_of("2019")[1], value="2019"),
    ),
)
