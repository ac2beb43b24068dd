"""Write `briefing/data/page_widths.tsv`: how wide letters are in the fonts that pages name.

    python -m benchmarks.page_widths FOLDER_OF_LIBERATION FOLDER_OF_DEJAVU

Of each letter it takes the widest of the fonts that may come to be used, so that a text measured by
it never takes more room than was measured. Needs fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {
    "sans": ("LiberationSans-Regular", "DejaVuSansCondensed"),
    "sans-bold": ("LiberationSans-Bold", "DejaVuSansCondensed-Bold"),
    "serif": ("LiberationSerif-Regular", "DejaVuSerifCondensed"),
    "serif-bold": ("LiberationSerif-Bold", "DejaVuSerifCondensed-Bold"),
}
RANGES = ((0x20, 0x17F), (0x370, 0x45F), (0x2010, 0x2044))


def main(folders: list[str]) -> None:
    """Print the table."""
    for face, names in FACES.items():
        fonts = []
        for folder in folders:
            fonts += [TTFont(path) for name in names for path in Path(folder).rglob(f"{name}.ttf")]
        assert len(fonts) == len(names), face
        for first, last in RANGES:
            widths = [str(max(_width(font, code) for font in fonts)) for code in range(first, last)]
            print(face, f"{first:x}", " ".join(widths), sep="\t")


def _width(font: TTFont, code: int) -> int:
    name = font.getBestCmap().get(code)
    if name is None:
        return 0
    return round(1000 * font["hmtx"][name][0] / font["head"].unitsPerEm)


if __name__ == "__main__":
    main(sys.argv[1:])
