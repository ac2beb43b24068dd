"""What programs add to Markdown, which is no Markdown: taken out, or turned into Markdown."""

from __future__ import annotations

import re
from typing import Final

FENCE: Final = re.compile(r"^(?P<indent> {0,3})(?P<mark>`{3,}|~{3,})(?P<about>[^\n`]*)$")
FOOTNOTE: Final = re.compile(
    r"^ {0,3}\[\^[^\]\s]+\]:[ \t]*(.*(?:\n(?![ \t]*\[\^)(?:[ \t]{2,}\S.*|[ \t]*(?=\n[ \t]{2,}\S)))*"
    r"(?:\n(?![ \t]|\[\^|[#>*+-]|\d+[.)]).+)*)\n?",
    re.M,
)
"""A footnote's text, with the lines that go on below it."""
LONG_LINE: Final = re.compile(
    r"^(?![ \t]*[|\[])(?=.{120})(.*[.!?…][\"'”’»)\]*_]{0,4})[ \t]*\n(?=[^\s|>*+-])", re.M
)
"""A line that was not wrapped and ends a sentence: a paragraph, whatever stands directly below."""

ATTRIBUTES: Final = r"\{(?:[#.][\w:-]+|[\w-]+=[^{}\s]+)(?:[ \t]+[^{}\n]*)?\}"
"""Of pandoc: "{#coast .wide}"."""
INSTEAD: Final = tuple(
    (re.compile(pattern, re.M), instead)
    for pattern, instead in (
        (r"<!--(?s:.*?)(?:-->|\Z)", ""),
        (r"%%(?s:.*?)%%", ""),  # comments of Obsidian
        (r"\{%-?\s*(comment|highlight)\b(?s:.{0,3000}?)\{%-?\s*end\1\s*-?%\}", ""),
        (r"\{\{[<%]\s*(highlight|mermaid)\b(?s:.{0,3000}?)\{\{[<%]\s*/\s*\1\s*[>%]\}\}", ""),
        (r"\{\{/\*(?s:.{0,2000}?)\*/\}\}", ""),
        (r"\{\{[<%](?s:.{0,600}?)[>%]\}\}", ""),  # shortcodes of Hugo
        (r"\{%(?s:.{0,600}?)%\}", ""),  # tags of Jekyll
        (r"\{\{[^{}\n]*\}\}", ""),
        (r"^[ \t]*[*+-][ \t]+TOC[ \t]*\n(?=\{:)", ""),
        (r"\{:[^{}\n]*\}", ""),  # attributes of kramdown
        (rf"(?:(?<=[\])\w*_`#\"”.!?])|^[ \t]*|(?<=[ \t])){ATTRIBUTES}", ""),
        (r"^[ \t]*:{3,}[^\n]*$", ""),  # edges of boxes
        (r"^[ \t]*\[\[?_?(?i:toc)_?\]\]?[ \t]*$", ""),
        (r"^(?:import|export)[ \t][^\n]*[ \t]from[ \t]+['\"][^\n]*$", ""),
        (r"!\[\[[^\[\]\n]*\]\]", ""),  # what Obsidian embeds
        (r"(?<=\S)[ \t]+\^[a-z0-9-]{4,40}[ \t]*$", ""),  # its names of paragraphs
        (r"\\\\(?=[.*_#()\[\]-])", r"\\"),  # marks that were escaped twice
        (r"\[\^[^\[\]\s]+\](?!:)", ""),  # marks of footnotes
        (r"\^\[[^\[\]\n]*\]", ""),
        (r"^((?:[ \t]*>)+[ \t]*)\[!\w+\][+-]?[ \t]*(.*)$", r"\1\2\n\1"),  # boxes and their titles
        (r"^([ \t]*(?:[*+-]|\d+[.)])[ \t]+)\[[ xX]\](?=[ \t])", r"\1"),  # tasks
        (r"(?<!!)\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]", r"\1"),  # links of wikis
        (r"(?<![=\w])==(?=[^\s=])([^=\n]+)(?<=\S)==(?![=\w])", r"\1"),  # highlights
    )
)
"""What is no Markdown, and what stands instead of it."""


def without_marks(text: str) -> tuple[str, tuple[str, ...], int]:
    """Plain Markdown, its footnotes, and how many blocks of code were left out.

    Args:
        text: Markdown of any kind, without front matter.
    """
    text, blocks = _without_code(text)
    for pattern, instead in INSTEAD:
        text = pattern.sub(instead, text)
    footnotes: list[str] = []

    def taken(match: re.Match[str]) -> str:
        footnotes.append(match[1])
        return "\n"

    text = FOOTNOTE.sub(taken, text)
    return LONG_LINE.sub(r"\1  \n", text), tuple(footnotes), blocks


def _without_code(text: str) -> tuple[str, int]:
    """The text without fenced blocks that name a language; the others without their fences."""
    kept: list[str] = []
    lines = text.split("\n")
    closing: re.Pattern[str] | None = None
    drops, blocks = False, 0
    for line in lines:
        if closing is not None:
            if closing.match(line):
                closing = None
                kept.append("")
            elif not drops:
                kept.append(line.strip())
        elif match := FENCE.match(line):
            closing = re.compile(rf" {{0,3}}{re.escape(match['mark'])}[`~]*[ \t]*$")
            drops = bool(match["about"].strip())
            blocks += drops
            kept.append("")
        else:
            kept.append(line)
    if closing is not None and drops:  # it never ends: no code, or a file that was cut off
        return text, 0
    return "\n".join(kept), blocks
