"""A terminal that keeps what is drawn on it, cell by cell."""

from __future__ import annotations

import re

from rich.cells import split_graphemes

SEQUENCE = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])|\x1b\][^\a]*\a|([^\x1b]+)")
SHOWN_ON_A_SPACE = {"4", "7", "9"}
OFF = {"22": {"1", "2"}, "23": {"3"}, "24": {"4"}, "27": {"7"}, "29": {"9"}}


class Screen:
    """What stands on a terminal of so many columns and rows."""

    def __init__(self, columns: int, rows: int) -> None:
        self.cells = [[("?", "")] * columns for _ in range(rows)]
        self.x = self.y = 0
        self.signs: set[str] = set()
        self.color = self.ground = ""

    def feed(self, written: str) -> None:
        for match in SEQUENCE.finditer(written):
            numbers, kind, text = match.groups()
            if kind == "H":
                self.y, self.x = (int(number) - 1 for number in numbers.split(";"))
            elif kind == "G":
                self.x = int(numbers) - 1
            elif kind == "m":
                self._set(numbers.split(";"))
            elif text:
                for start, end, size in split_graphemes(text)[0]:
                    self._put(text[start:end], size)

    def _put(self, char: str, size: int) -> None:
        ink = f"{sorted(self.signs)} {self.color} on {self.ground}"
        if not size and self.x:  # it combines with the letter before
            before, its_ink = self.cells[self.y][self.x - 1]
            self.cells[self.y][self.x - 1] = (before + char, ink if before == " " else its_ink)
        if char == " " and not self.signs & SHOWN_ON_A_SPACE:
            ink = f"on {self.ground}"
        for number in range(size):
            self.cells[self.y][self.x + number] = (char if not number else "", ink)
        self.x += size

    def _set(self, codes: list[str]) -> None:
        while codes:
            code, *codes = codes
            if code in ("38", "48"):
                count = 4 if codes[0] == "2" else 2
                value, codes = ";".join(codes[:count]), codes[count:]
                if code == "38":
                    self.color = value
                else:
                    self.ground = value
            elif code in ("0", ""):
                self.signs, self.color, self.ground = set(), "", ""
            elif code in OFF:
                self.signs -= OFF[code]
            elif code == "39" or (len(code) == 2 and code[0] in "39"):
                self.color = "" if code == "39" else code
            elif code == "49" or (len(code) == 2 and code[0] == "4") or len(code) == 3:
                self.ground = "" if code == "49" else code
            else:
                self.signs.add(code)
