"""The card of an article: where it is from, and what the reader corrected and kept; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from msgspec.structs import replace

from briefing.corrections.composition import Highlight
from briefing.corrections.values import Correction
from briefing.model import Article, Briefing, Origin
from briefing.reading.sources import shown_name
from tui.correcting.saying import in_words as correction_in_words
from tui.details.facts import Details, count_of, facts_of
from tui.details.rows import headed, sentence_rows
from tui.panes.date_words import in_words
from tui.widgets.rows import Row
from tui.widgets.strips import Line
from tui.widgets.wrap import fold


def article_details(briefing: Briefing) -> Details:
    """The card of the article itself: where it is from, and what was done to it."""
    article = briefing.article
    words, sentences = f"{article.word_count} words", len(briefing.sentences)
    spread = f"{words}, {count_of(sentences, 'sentence')}"
    if briefing.longest_summary < sentences:
        spread += f", {briefing.longest_summary} of them fit for a summary"
    from_where = {origin.field: _words_of(origin) for origin in article.origins}
    facts = facts_of(
        ("title", (article.title or "none") + from_where.get("title", "")),
        ("by", _joined(", ".join(article.authors), from_where.get("authors"))),
        ("outlet", _joined(article.outlet, from_where.get("outlet"))),
        (
            "published",
            (_published_in_words(article) or "not known") + from_where.get("published", ""),
        ),
        ("address", _joined(article.address, from_where.get("address"))),
        ("source", shown_name(article.source)),
        ("length", spread if sentences else words),
        ("language", article.language + from_where.get("language", "")),
        *(("note", note) for note in article.notes),
        ("ranked by", f"the method “{briefing.method}”" if sentences else None),
        ("tagged by", briefing.model),
        ("corrected", _corrected(briefing)),
        *(("not found", _no_longer(article, one)) for one in briefing.corrections if not one.fits),
    )
    kept = [row for one in briefing.composition.highlights for row in _highlight(briefing, one)]
    return Details("The article", facts, tuple(headed("Your highlights", kept)))


def _corrected(briefing: Briefing) -> str:
    count = len(briefing.corrections)
    return f"{count_of(count, 'correction')} by you" if count else ""


def _no_longer(article: Article, correction: Correction) -> str:
    """A correction that no longer fits."""
    what = correction_in_words(correction, article.text)
    return f"{what}, of {in_words(correction.made[:10])}: kept, but this is not found any more"


def _highlight(briefing: Briefing, kept: Highlight) -> list[Row]:
    """The sentence of a highlight, with the note below it."""
    rows = sentence_rows(briefing, [(kept.start, kept.end)], "quote")
    if kept.note:
        rows[-1] = replace(rows[-1], draw=partial(_noted, kept.note, rows[-1].draw))
    return rows


def _noted(
    note: str, draw: Callable[[int, int], Sequence[Line]], width: int, limit: int
) -> list[Line]:
    return [*draw(width, limit), *([(part, "dim")] for part in fold(note, max(width, 1), limit))]


def _words_of(origin: Origin) -> str:
    """Where a fact stands, and what another place says, to follow the fact."""
    differs = f"; {origin.differs}" if origin.differs else ""
    return f"  ({origin.source}{differs})"


def _joined(words: str | None, origin: str | None) -> str:
    return words + (origin or "") if words else ""


def _published_in_words(article: Article) -> str:
    """The day of publication, and the time as far as it is known: "May 4, 2031, 09:30 +02:00"."""
    if not article.published:
        return ""
    day = in_words(article.published)
    if not article.published_at:
        return day
    at = datetime.fromisoformat(article.published_at)
    return f"{day}, {at:%H:%M} {at.isoformat()[19:] if at.tzinfo else ''}".strip()
