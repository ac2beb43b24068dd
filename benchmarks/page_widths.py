"""Write `briefing/data/page_widths.tsv`: how wide letters are in the fonts that pages name.

    python -m benchmarks.page_widths FOLDER_OF_LIBERATION FOLDER_OF_DEJAVU

Liberation Sans is as wide as Arial and Helvetica, and DejaVu Serif Condensed about as wide as
Georgia; the other serif fonts that pages name are narrower. Needs fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {
    "sans": ("LiberationSans-Regular", "DejaVuSansCondensed"),
    "sans-bold": ("LiberationSans-Bold", "DejaVuSansCondensed-Bold"),
    "serif": ("DejaVuSerifCondensed",),
    "serif-bold": ("DejaVuSerifCondensed-Bold",),
}
RANGES = ((0x20, 0x17F), (0x370, 0x45F), (0x2010, 0x2044))
HEAD = """\
# How wide letters are, in thousandths of the size, in the fonts of printed pages: face, font,
# first letter (hexadecimal), widths from there on; 0 where the font lacks a letter.
# Written by benchmarks/page_widths.py.
"""


def main(folders: list[str]) -> None:
    """Print the table."""
    print(HEAD, end="")
    for face, names in FACES.items():
        for name in names:
            path = next(path for folder in folders for path in Path(folder).rglob(f"{name}.ttf"))
            font = TTFont(path)
            for first, last in RANGES:
                widths = (str(_width(font, code)) for code in range(first, last))
                print(face, name, f"{first:x}", " ".join(widths), sep="\t")


def _width(font: TTFont, code: int) -> int:
    name = font.getBestCmap().get(code)
    if name is None:
        return 0
    return round(1000 * font["hmtx"][name][0] / font["head"].unitsPerEm)


if __name__ == "__main__":
    main(sys.argv[1:])
