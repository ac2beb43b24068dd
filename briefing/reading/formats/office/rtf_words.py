"""The vocabulary of RTF: control words for characters, for groups without text, and code pages."""

from __future__ import annotations

import codecs

CHARACTERS = {
    "tab": " ",
    "line": "\n",
    "lbr": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "nestcell": " ",
    "nestrow": " ",
    "~": "\u00a0",
    "_": "\u2011",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "column", "\n", "\r"))

READ_STARRED = frozenset("cs ds ts shpinst shptxt ud fldrslt footnote".split())
"""Groups marked as unknown to old programs that have text all the same."""
UNREAD = frozenset(
    "fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf"
    " pict object objdata annotation atnid atnauthor atndate atnicn atnref atnparent atrfstart"
    " atrfend fldinst ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc txe rxe bkmkstart bkmkend"
    " pntext listtext nonshppict private generator revtbl listtable listoverridetable themedata"
    " latentstyles datastore colorschememapping rsidtbl filetbl sp shprslt do pnseclvl pn"
    " xmlnstbl userprops docvar background template falt panose sn sv upr mmathPr nonesttables"
    " title author".split()
)
"""Groups whose text is not the author's, or is found by other means."""
LISTED = frozenset("listtext pntext ls pnlvlblt pnlvlbody".split())
"""What paragraphs of lists have."""

SYMBOLS = 2
"""The character set of fonts whose characters are bullets and arrows."""
CHARSETS = {
    77: "mac_roman",
    78: "shift_jis",
    79: "big5",
    80: "euc_kr",
    81: "mac_arabic",
    83: "mac_greek",
    84: "mac_cyrillic",
    86: "mac_romanian",
    88: "cp874",
    89: "mac_latin2",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Encodings by the number of a font's character set."""
ENCODINGS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def encoding_of(code_page: int | None) -> str | None:
    """The encoding of a code page, if there is one of text."""
    try:
        return codecs.lookup(f"cp{code_page}").name
    except LookupError:
        return None
