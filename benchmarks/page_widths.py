"""Write `briefing/data/page_widths.tsv`: how wide letters are in the fonts that pages name.

    python -m benchmarks.page_widths FOLDER_OF_LIBERATION FOLDER_OF_DEJAVU

Liberation Sans is as wide as Arial and Helvetica, and DejaVu Serif Condensed about as wide as
Georgia; the other serif fonts that pages name are narrower. A document of an office program names
one font, and where that is not installed, what takes its place is as wide as DejaVu at most. Needs
fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {
    "LiberationSans-Regular": "sans,office-sans",
    "LiberationSans-Bold": "sans-bold,office-sans-bold",
    "DejaVuSansCondensed": "sans",
    "DejaVuSansCondensed-Bold": "sans-bold",
    "DejaVuSerifCondensed": "serif",
    "DejaVuSerifCondensed-Bold": "serif-bold",
    "DejaVuSans": "office-sans",
    "DejaVuSans-Bold": "office-sans-bold",
    "DejaVuSerif": "office-serif",
    "DejaVuSerif-Bold": "office-serif-bold",
}
RANGES = ((0x20, 0x17F), (0x370, 0x45F), (0x2010, 0x2044))
HEAD = """\
# How wide letters are, in thousandths of the size, in the fonts of printed pages: the faces that
# are set in it, font, first letter (hexadecimal), widths from there on; 0 where it lacks a letter.
# Written by benchmarks/page_widths.py.
"""


def main(folders: list[str]) -> None:
    """Print the table."""
    print(HEAD, end="")
    for name, faces in FACES.items():
        path = next(path for folder in folders for path in Path(folder).rglob(f"{name}.ttf"))
        font = TTFont(path)
        for first, last in RANGES:
            widths = (str(_width(font, code)) for code in range(first, last))
            print(faces, name, f"{first:x}", " ".join(widths), sep="\t")


def _width(font: TTFont, code: int) -> int:
    name = font.getBestCmap().get(code)
    if name is None:
        return 0
    return round(1000 * font["hmtx"][name][0] / font["head"].unitsPerEm)


if __name__ == "__main__":
    main(sys.argv[1:])
