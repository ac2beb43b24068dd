"""Rich text as Word, TextEdit and old programs write it."""
# ruff: noqa: E501 - markup is not wrapped

from __future__ import annotations

from tests.article_files.shared import LEAD, SECOND, THIRD


def escaped(text: str) -> str:
    r"""The text in RTF, with `\u` for what is not ASCII."""
    units = text.encode("utf-16-le")
    codes = (int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2))
    return "".join(
        (f"\\{chr(c)}" if chr(c) in "\\{}" else chr(c))
        if c < 128
        else f"\\u{c - 0x10000 if c > 0x7FFF else c}?"
        for c in codes
    )


def word_rtf() -> bytes:
    """Word: styles, Unicode with fallbacks, a note, a field, a table, a text box, removed text."""
    cell = r"\pard\intbl "

    def row(*cells: str) -> str:
        return r"\trowd" + "".join(f"{cell}{each}\\cell" for each in cells) + r"\row"

    return "\r\n".join(
        (
            r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset2 Symbol;}}",
            r"{\colortbl;\red0\green0\blue0;}",
            r"{\stylesheet{\fs24 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3 Quote;}"
            r"{\*\cs10 Default Paragraph Font;}}",
            r"{\info{\title Microsoft Word - report}{\author Tom Okoro}{\creatim\yr2019\mo1\dy1}}",
            r"{\header\pard Larkhaven Gazette - not for publication\par}",
            r"\pard\plain\s2\fs40 Seals of Larkhaven are counted \'93again\'94\par",
            r"\pard\plain 12 May 2031\par",
            rf"\pard\plain {escaped(LEAD)}{{\footnote\pard Counted from the pier.\par}}\par",
            rf"\pard\plain {escaped(SECOND)}{{\deleted  He was wrong.}}{{\v  Slug 0417}}\par",
            r"{\shp{\*\shpinst\shpleft0{\sp{\sn txflTextFlow}{\sv 0}}{\shptxt\pard Forty seals live here\par}}"
            r"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard Forty seals live here\par}}}}",
            r"{\pict\pngblip 89504e470d0a1a0a0000}",
            r"\pard\plain\s1 How they count\par",
            r"{\listtext\f1 \'B7\tab}\pard\ls1 Count at dawn\par {\listtext\f1 \'B7\tab}Count at dusk\par",
            r"\pard\plain\s3 They look at us as if we were counted.\par",
            r"\pard\plain See {\field{\*\fldinst HYPERLINK https://x.example}{\fldrslt the minutes}} of the meeting,"
            r" {\upr{none}{\*\ud{\uc1\u9731?}}} and the caf\'e9.\par",
            row("Year", "Seals"),
            row("2030", "41"),
            r"\pard\plain The end of it.\par}",
        )
    ).encode("ascii")


def textedit_rtf() -> bytes:
    """TextEdit: a backslash at the line end ends the paragraph; only looks tell the headline."""
    return "\n".join(
        (
            r"{\rtf1\ansi\ansicpg1252\cocoartf2639",
            r"{\fonttbl\f0\fswiss\fcharset0 Helvetica-Bold;\f1\fswiss\fcharset0 Helvetica;}",
            r"\pard\tx720\pardirnatural\partightenfactor0",
            r"\f0\b\fs36 \cf0 A second ferry for the islands?\ ".rstrip(),
            r"\f1\b0\fs24 By Bj\'f6rn \'c5kermark\ ".rstrip(),
            "March 3, 2031\\",
            "\\",
            f"{escaped(LEAD)}\\",
            f"{escaped(SECOND)}\\",
            escaped(THIRD + " 😀") + "}",
        )
    ).encode("ascii")


def code_page_rtf() -> bytes:
    """An old program: fonts of two code pages, bytes that are not escaped."""
    return (
        rb"{\rtf1\ansi\ansicpg1250\deff0{\fonttbl{\f0\fcharset238 Times CE;}{\f1\fcharset204 Times Cyr;}}"
        rb"\pard\f0\fs24 Marta \'a3ukasik and {\f1 \'c8\'e2\'e0\'ed} of Larkhaven counted seals on Tuesday, as"
        rb" they have done in each of the last eleven years.\par "
        b"They found forty-one, two more than in spring, in \xa3\xf3d\x9f bay.\\par}"
    )
