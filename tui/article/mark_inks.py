"""The marks of the running text: which panes mark it, and in what ink; pure."""

from __future__ import annotations

from briefing.model import Briefing, ParagraphKind
from tui.article.layout import Layers
from tui.panes.registry import EVIDENCE_PANES
from tui.panes.spec import PaneSpec

MARKING = {1 << n: spec for n, spec in enumerate(s for s in EVIDENCE_PANES if s.marks)}
"""The panes that mark the text, each by a bit of its own; where marks meet, the first one wins."""


def marks_of(briefing: Briefing, bit: int, spec: PaneSpec) -> Layers:
    """Where the marks of a pane stand."""
    spans = spec.marks.spans(briefing) if spec.marks else ()
    return Layers((*span, bit) for span in spans)


def ink_of(bits: int, paragraph: ParagraphKind) -> str:
    """The ink of text with the marks of these panes in a paragraph of this kind."""
    if paragraph != "text":
        return "dim" if paragraph == "furniture" else "strong"
    marks = [spec.marks for bit, spec in MARKING.items() if bits & bit and spec.marks]
    inside = next((mark for mark in marks if not mark.encloses), None)
    around = next((mark for mark in marks if mark.encloses), None)
    if inside:
        return f"mark-quoted-{inside.kind}" if around else f"mark-{inside.kind}"
    return f"mark-{around.kind}" if around else "ink"
