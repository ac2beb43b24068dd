"""PDFs in the forms in which people have articles, and files that are none."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from briefing.errors import FormatError
from briefing.model import Article, BlockKind, ParagraphKind
from briefing.reading import articles_of
from briefing.reading.formats.pdf.document import MOST_PAGES, documents_of
from briefing.reading.formats.pdf.head import sensible_authors
from briefing.reading.formats.pdf.hyphenation import Hyphenation
from briefing.reading.formats.pdf.title import sensible_title

FOLDER = Path(__file__).parents[2] / "articles" / "pdf"
HARBOR = (FOLDER / "harbor.txt").read_text("utf-8").splitlines()
HEADLINE = "Tarn Bay keeps its harbor open through the winter"


def article_of(data: bytes) -> Article:
    return articles_of(data, "article.pdf")[0]


def drawn(name: str) -> Article:
    return article_of((FOLDER / f"{name}.pdf").read_bytes())


def texts_of(
    article: Article, kind: ParagraphKind = "text", block: BlockKind | None = None
) -> list[str]:
    return [
        article.text[p.start : p.end]
        for p in article.paragraphs
        if p.kind == kind and (block is None or p.block == block)
    ]


def paragraphs_of(article: Article) -> list[str]:
    return texts_of(article, block="paragraph")


def line(
    x: float, y: float, text: str, size: float = 10, font: int = 1, turn: str = "1 0 0 1"
) -> str:
    """The operators that draw a line of text."""
    text = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{font} {size} Tf {turn} {x} {y} Tm ({text}) Tj ET\n"


def lines(x: float, y: float, texts: list[str], step: float = 12) -> str:
    return "".join(line(x, y - step * index, text) for index, text in enumerate(texts) if text)


def pdf_of(*pages: str, info: str = "", page: str = "", box: str = "0 0 612 792") -> bytes:
    """A PDF of pages that draw their text with Times (F1) and Helvetica bold (F2)."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        font.format("Times-Roman"),
        font.format("Helvetica-Bold"),
    ]
    for index, content in enumerate(pages):
        size = len(content.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {5 + 2 * index} 0 R"
            f" {page} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
    objects.append(f"<< {info} >>")
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {count} /Root 1 0 R /Info {count - 1} 0 R >>\n"
            f"startxref\n{len(data)}\n%%EOF"
        ).encode()
    )


def wrapped(first: int, last: int, width: int = 80) -> list[str]:
    """Paragraphs as lines, with an empty one after each."""
    return [row for text in HARBOR[first:last] for row in (*textwrap.wrap(text, width), "")]


def test_a_newspaper_in_columns_is_read_in_order() -> None:
    article = drawn("newspaper")
    assert (article.title, article.authors) == (HEADLINE, ("Lena Ostrom",))
    assert article.published == "2031-11-12"
    deck, *body = paragraphs_of(article)
    assert deck.startswith("After five hours")
    assert body[: len(HARBOR)] == HARBOR
    assert texts_of(article, block="heading") == ["A third from the region", "Empty houses"]
    furniture = texts_of(article, "furniture")
    assert furniture[:3] == [
        "The Vestmark Tide",
        "Helmsund · Wednesday, 12 November 2031 · No. 264",
        "COAST",
    ]
    assert texts_of(article, "furniture", "caption") == [
        "The northern breakwater at low tide, seen from the ferry."
    ]
    assert "ILLUSTRATION" not in article.text
    assert article.notes == ("1 picture was left out.",)


def test_a_paper_has_its_notes_at_the_end() -> None:
    article = drawn("paper")
    assert article.title == (
        "Small Harbors and the Price of Staying Open: A Case from the Coast of Vestmark"
    )
    assert article.authors == ("Hanna Verhoeven", "Thomas Aldous")
    assert article.published == "2033-02-03"
    again = [text.replace("Tarn Bay", "Arn Sound") for text in HARBOR]
    assert paragraphs_of(article) == [*HARBOR, *again]
    assert texts_of(article, "furniture")[-3:] == [
        "1. Minutes of the council, volume 88, page 12.",
        "2. The estimate was made before the price of cement rose.",
        "3. Helmsund Studies in Marine Biology, number 7.",
    ]
    assert "Journal of Coastal Towns" not in article.text


def test_a_page_printed_from_a_browser_keeps_its_address_and_no_links() -> None:
    article = drawn("printed")
    assert (article.title, article.authors) == (HEADLINE, ("Lena Ostrom",))
    assert (article.published, article.outlet) == ("2034-03-08", "The Vestmark Tide")
    assert article.address == "https://tide.example/coast/harbor-stays-open?ref=home"
    assert texts_of(article) == HARBOR
    furniture = texts_of(article, "furniture")
    assert {"News", "Most read", "More from the coast", "© 2034 The Vestmark Tide"} <= {*furniture}
    assert "8:05" not in article.text
    assert "1/2" not in article.text


def test_a_press_release_has_a_list_and_a_table() -> None:
    article = drawn("release")
    title = "Harbor authority names Solveig Aasen to lead repair of the breakwater"
    assert (article.title, article.authors, article.published) == (title, (), "2033-01-14")
    assert texts_of(article, block="list_item") == [
        "a survey of the northern breakwater by divers, which is to be finished before the end of"
        " March;",
        "new lights at the entrance;",
        "a pilot boat for larger vessels.",
    ]
    assert texts_of(article, block="table_row")[0] == "2029 41 boats 918 tons landed"
    assert "Press Office" not in article.text
    assert "Page 1 of" not in article.text
    assert article.notes == ("Tables were left as lines.",)


def test_columns_that_the_file_draws_row_by_row_are_parted() -> None:
    left, right = wrapped(0, 5, 46), wrapped(5, 9, 46)
    rows = "".join(
        line(72, 680 - 12 * index, one) + line(320, 680 - 12 * index, other)
        for index, (one, other) in enumerate(zip(left, right, strict=False))
    )
    article = article_of(pdf_of(line(72, 730, HEADLINE, 22, 2) + rows))
    shown = min(len(left), len(right))
    assert paragraphs_of(article)[:4] == HARBOR[:4]
    assert HARBOR[5] in paragraphs_of(article)
    assert shown > 20


WORDS = "harbor winter council boats quay ferry storm lights pilot catch island school".split()
FULL = 30
"""Lines of a whole column."""
TWO, THREE = (72, 320), (40, 220, 400)
"""Where columns begin."""


def numbered(count: int, width: int = 44) -> list[str]:
    """The lines of one long paragraph, each with a number of its own."""
    rows = []
    for number in range(count):
        row = f"{number:03}"
        while len(row) + 8 <= width:
            row += f" {WORDS[(number * 5 + len(row)) % len(WORDS)]}"
        rows.append(row)
    return rows


def in_columns(
    rows: list[str], heights: Sequence[int], top: float, lefts: Sequence[float]
) -> list[str]:
    """The operators that draw rows in columns of so many lines."""
    drawn, start = [], 0
    for left, height in zip(lefts, heights, strict=True):
        for index, row in enumerate(rows[start : start + height]):
            drawn.append(line(left, top - 12 * index, row))
        start += height
    return drawn


def by_height(operators: list[str]) -> list[str]:
    """Lines in the order of a program that draws a page row by row."""
    return sorted(operators, key=lambda one: -float(one.split(" Tm")[0].split()[-1]))


@pytest.mark.parametrize("order", [list, by_height])
@pytest.mark.parametrize(
    ("lefts", "heights"),
    [
        *((TWO, (left, last)) for left in (1, 2, 5, 12) for last in range(6) if last <= left),
        *((THREE, (12, 12, last)) for last in range(6)),
        *((THREE, (12, second, 0)) for second in range(6)),
        (THREE, (3, 2, 1)),
        (THREE, (1, 1, 1)),
        (TWO, (1, 12)),
        (TWO, (2, 12)),
    ],
)
@pytest.mark.parametrize("shift", [0, 20])
def test_short_columns_at_the_end_are_read_after_each_other(
    lefts: tuple[int, ...],
    heights: tuple[int, ...],
    shift: int,
    order: Callable[[list[str]], list[str]],
) -> None:
    before = FULL * len(lefts)
    rows = numbered(before + sum(heights), 44 if lefts == TWO else 32)
    first = in_columns(rows, [FULL] * len(lefts), 700, lefts)
    last = in_columns(rows[before:], heights, 740, [left + shift for left in lefts])
    pages = (line(40, 750, HEADLINE, 22, 2) + "".join(order(first)), "".join(order(last)))
    assert " ".join(paragraphs_of(article_of(pdf_of(*pages)))) == " ".join(rows)


HEADING = "What the council will do after the winter"
WIDE = textwrap.wrap(HARBOR[0], 92)
ROWS = [
    row[0].upper() + row[1:]
    for row in textwrap.wrap(" ".join(HARBOR[1:]), 46, break_on_hyphens=False)
]
"""Lines none of which goes on with another that stands far from it."""
LEFT, RIGHT = ROWS[:20], ROWS[20:]


def beside(count: int, other: int, top: float, start: int = 0) -> str:
    """So many lines on the left and on the right."""
    return lines(72, top, LEFT[start : start + count]) + lines(
        320, top, RIGHT[start : start + other]
    )


@pytest.mark.parametrize(
    ("has_columns_before", "page", "expected"),
    [
        pytest.param(
            True,
            beside(3, 2, 740) + line(72, 680, HEADING, 18, 2) + beside(3, 1, 650, 5),
            [*LEFT[:3], *RIGHT[:2], HEADING, *LEFT[5:8], RIGHT[5]],
            id="a heading over both columns",
        ),
        pytest.param(
            False,
            beside(9, 9, 740) + line(72, 600, HEADING, 18, 2) + beside(2, 1, 570, 10),
            [*LEFT[:9], *RIGHT[:9], HEADING, *LEFT[10:12], RIGHT[10]],
            id="the same on the only page",
        ),
        pytest.param(
            True,
            lines(72, 740, WIDE) + beside(3, 2, 680),
            [*WIDE, *LEFT[:3], *RIGHT[:2]],
            id="wide lines above",
        ),
        pytest.param(
            False, beside(12, 2, 700), [*LEFT[:12], *RIGHT[:2]], id="a long column tells by itself"
        ),
        pytest.param(
            False,
            lines(72, 640, ["We cannot close the only door", "that this town has to the sea"], 14)
            + lines(320, 700, RIGHT[:12]),
            ["We cannot close the only door that this town has to the sea", *RIGHT[:12]],
            id="a quotation on the left",
        ),
        pytest.param(
            True,
            line(72, 740, "By Lena Ostrom") + line(320, 740, "4 May 2031") + beside(9, 9, 700),
            ["By Lena Ostrom", "4 May 2031", *LEFT[:9], *RIGHT[:9]],
            id="who and when above",
        ),
        pytest.param(
            True,
            lines(72, 740, ["Boats that stay", "Boats that left", "Boats that sank"])
            + lines(320, 740, ["41 in all", "38", "2"]),
            ["Boats that stay 41 in all", "Boats that left 38", "Boats that sank 2"],
            id="cells of a table",
        ),
    ],
)
def test_columns_are_told_by_those_elsewhere(
    has_columns_before: bool, page: str, expected: list[str]
) -> None:
    before = numbered(2 * FULL)
    first = line(72, 750, HEADLINE, 22, 2) + "".join(in_columns(before, [FULL] * 2, 700, TWO))
    (document,) = documents_of(pdf_of(first, page) if has_columns_before else pdf_of(page))
    text = " ".join(block.text for block in document.blocks)
    assert text.endswith(" ".join(expected))


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(line(72.4, 740, HEADLINE, 22, 2), id="printed twice to look bold"),
        pytest.param(line(20, 300, "DRAFT OF MONDAY", 20, 2, "0 1 -1 0"), id="along the edge"),
        pytest.param(line(150, 200, "CONFIDENTIAL", 60, 2, ".7 .7 -.7 .7"), id="across the page"),
        pytest.param(line(900, 500, "slug: harbor_final_3", 8), id="outside of the page"),
        pytest.param(line(300, 30, "17", 9), id="the number of the page"),
        pytest.param(line(300, 30, "– 17 –", 9), id="the same between dashes"),
        pytest.param(line(72, 30, "Page 1 | www.tide.example", 9), id="page and address"),
    ],
)
def test_what_is_not_the_text_is_dropped(more: str) -> None:
    body = line(72, 740, HEADLINE, 22, 2) + lines(72, 700, wrapped(0, 4))
    assert article_of(pdf_of(body + more)).text == "\n\n".join([HEADLINE, *HARBOR[:4]])


def test_a_page_that_lies_on_its_side_is_read_along_its_lines() -> None:
    body = line(70, 72, HEADLINE, 22, 2, "0 1 -1 0") + "".join(
        line(110 + 12 * index, 72, text, turn="0 1 -1 0")
        for index, text in enumerate(wrapped(0, 3))
        if text
    )
    article = article_of(pdf_of(body, page="/Rotate 90"))
    assert article.text == "\n\n".join([HEADLINE, *HARBOR[:3]])


def test_a_page_need_not_begin_at_its_corner() -> None:
    body = line(672, 1240, HEADLINE, 22, 2) + lines(672, 1200, wrapped(0, 3))
    body += line(900, 530, "17", 9) + line(672, 300, "Below the page.")
    article = article_of(pdf_of(body, page="/CropBox [600 500 1212 1292]", box="0 0 1400 1400"))
    assert article.text == "\n\n".join([HEADLINE, *HARBOR[:3]])


def test_running_heads_and_feet_are_dropped_and_paragraphs_go_on() -> None:
    rows = [row for text in HARBOR[:6] for row in textwrap.wrap(text, 80)]
    pages = [
        (line(72, 735, HEADLINE, 20, 2) if number == 0 else "")
        + line(72, 770, "THE TIDE" if number % 2 else "Coast and harbor", 8)
        + line(520, 770, str(40 + number), 8)
        + line(72, 24, "The Vestmark Tide, founded 1888", 7)
        + lines(72, 690, rows[number * 4 : number * 4 + 4])
        for number in range(4)
    ]
    article = article_of(pdf_of(*pages))
    assert article.text == "\n\n".join([HEADLINE, *HARBOR[:6]])[: len(article.text)]
    assert len(paragraphs_of(article)) >= 4


def test_a_large_first_letter_joins_its_word() -> None:
    first, *rest = textwrap.wrap(HARBOR[0][1:], 60)
    body = line(72, 676, "T", 34) + line(96, 690, first)
    body += line(96, 678, rest[0]) + lines(72, 666, [*rest[1:], "", *wrapped(1, 4)])
    article = article_of(pdf_of(line(72, 740, HEADLINE, 22, 2) + body))
    assert paragraphs_of(article) == HARBOR[:4]


def test_a_title_whose_letters_stand_apart_is_closed_up() -> None:
    title = line(72, 740, "T H E   R I V E R   W A R D E N", 20, 2)
    article = article_of(pdf_of(title + lines(72, 700, wrapped(0, 3))))
    assert article.title == "THE RIVER WARDEN"


def test_numbers_that_count_lines_are_dropped() -> None:
    rows = [row for row in wrapped(0, 4) if row]
    counted = "".join(line(50, 700 - 20 * i, str(i + 1), 9) for i in range(len(rows)))
    body = line(72, 740, HEADLINE, 22, 2) + lines(72, 700, rows, 20)
    assert article_of(pdf_of(body + counted)).text == article_of(pdf_of(body)).text


def test_a_number_that_refers_to_a_note_is_dropped() -> None:
    rows = wrapped(0, 3)
    width = 72 + 4.2 * len(rows[0])
    body = line(72, 740, HEADLINE, 22, 2) + lines(72, 700, rows)
    article = article_of(pdf_of(body + line(width + 20, 704, "12", 6)))
    assert "12" not in "".join(paragraphs_of(article))


def test_small_type_at_the_foot_is_a_note() -> None:
    body = line(72, 740, HEADLINE, 22, 2) + lines(72, 700, wrapped(0, 4))
    note = line(72, 120, "1 Minutes of the council, volume 88.", 7)
    article = article_of(pdf_of(body + note, lines(72, 740, wrapped(4, 7))))
    assert paragraphs_of(article) == HARBOR[:7]
    assert texts_of(article, "furniture") == ["1 Minutes of the council, volume 88."]


def test_a_sentence_goes_on_over_pages_and_over_a_box() -> None:
    rows = textwrap.wrap(HARBOR[5], 70)
    first = line(72, 740, HEADLINE, 22, 2) + lines(72, 700, [*wrapped(0, 2, 70), *rows[:2]])
    article = article_of(pdf_of(first, lines(72, 740, [*rows[2:], "", *wrapped(6, 8, 70)])))
    assert paragraphs_of(article) == [*HARBOR[:2], *HARBOR[5:8]]


def test_hebrew_runs_from_right_to_left() -> None:
    article = article_of((FOLDER / "hebrew.pdf").read_bytes())
    assert article.title == "הנמל נשאר פתוח כל החורף"
    assert [text.split()[0] for text in paragraphs_of(article)] == ["מועצת", "אחת"]


def test_the_creation_date_is_no_publication_date() -> None:
    body = line(72, 740, HEADLINE, 22, 2) + lines(72, 700, wrapped(0, 3))
    article = article_of(pdf_of(body, info="/CreationDate (D:20310101120000Z) /Author (Ana Ruiz)"))
    assert (article.published, article.authors) == (None, ("Ana Ruiz",))


def test_what_the_properties_say_instead_is_told() -> None:
    body = line(72, 740, HEADLINE, 22, 2) + line(72, 715, "By Lena Ostrom")
    info = "/Title (A harbor in winter) /Author (Ana Ruiz)"
    (document,) = documents_of(pdf_of(body + lines(72, 680, wrapped(0, 3)), info=info))
    assert {(one.field, one.differs) for one in document.origins if one.differs} == {
        ("title", "the PDF properties say “A harbor in winter”"),
        ("authors", "the PDF properties say “Ana Ruiz”"),
    }


def test_only_so_many_pages_are_read() -> None:
    pages = [lines(72, 700, wrapped(0, 1))] * (MOST_PAGES + 2)
    (document,) = documents_of(pdf_of(*pages))
    assert document.notes == (f"Only the first {MOST_PAGES} of {MOST_PAGES + 2} pages were read.",)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (HEADLINE, HEADLINE),
        ("Microsoft Word - release_final3.doc", ""),
        ("release_final3.doc", ""),
        ("Harbor plan.indd", ""),
        ("untitled", ""),
        ("Untitled-1", ""),
        ("https://tide.example/harbor", ""),
        ("Acme Writer", ""),
        ("C:\\texts\\harbor.txt", ""),
        ("", ""),
    ],
)
def test_a_title_of_the_properties_is_a_title_or_nothing(given: str, expected: str) -> None:
    assert sensible_title(given, "Acme Writer 7") == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Lena Ostrom", ("Lena Ostrom",)),
        ("Lena Ostrom and Piet van Dael", ("Lena Ostrom", "Piet van Dael")),
        ("Lena Ostrom; Piet van Dael", ("Lena Ostrom", "Piet van Dael")),
        ("admin", ()),
        ("Microsoft Office User", ()),
        ("jruiz", ()),
        ("Vestmark Press Office", ()),
        ("", ()),
    ],
)
def test_an_author_of_the_properties_is_a_person(given: str, expected: tuple[str, ...]) -> None:
    assert sensible_authors(given) == expected


CUT = [
    "The har-",
    "bor stays open all win-",
    "ter in the har-",
    "bor town.",
    "One well-meant plan.",
]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the har-", "bor is", "the harbor is"),
        ("a well-", "meant word", "a well-meant word"),
        ("the U.S.-", "led talks", "the U.S.-led talks"),
        ("a 90-", "day truce", "a 90-day truce"),
        ("the Anglo-", "Danish shelf", "the Anglo-Danish shelf"),
        ("a long-", "term plan", "a long-term plan"),
        ("no long-", "er there", "no longer there"),
        ("pre-", "and postwar", "pre- and postwar"),
        ("quick\u00ad", "ly done", "quickly done"),
        ("the sea –", "and more", "the sea – and more"),
        ("see https://tide.example/", "news", "see https://tide.example/news"),
        ("one", "two", "one two"),
    ],
)
def test_words_that_a_line_end_cuts_are_mended(before: str, after: str, expected: str) -> None:
    assert Hyphenation(CUT).joined(before, after) == expected


def test_a_document_that_cuts_no_words_keeps_its_hyphens() -> None:
    rows = [*[row for row in wrapped(0, 12) if row], "a tide-", "worn quay"]
    assert Hyphenation(rows).joined("a tide-", "worn quay") == "a tide-worn quay"


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        (["By Lena Ostrom"], ("Lena Ostrom",)),
        (["Anna Ostrom"], ("Anna Ostrom",)),
        (["Anna Ostrom, Harbor Correspondent, Vestmark Tide"], ("Anna Ostrom",)),
        (["Anna Ostrom and Piet van Dael", "4 May 2031"], ("Anna Ostrom", "Piet van Dael")),
        (["Quay Street", "4 May 2031"], ()),
        (["A Report From The Coast"], ()),
    ],
)
def test_a_line_of_names_below_the_title_says_who_wrote(
    byline: list[str], expected: tuple[str, ...]
) -> None:
    title = line(72, 740, HEADLINE, 22, 2)
    body = lines(72, 715, byline, 18) + lines(72, 660, wrapped(0, 3))
    assert article_of(pdf_of(title + body)).authors == expected


@pytest.mark.parametrize(
    ("above", "below", "address"),
    [
        (
            [(30, "3/9/34, 8:05 AM"), (200, HEADLINE)],
            [(30, "https://tide.example/harbor"), (560, "1/1")],
            "https://tide.example/harbor",
        ),
        (
            [(30, HEADLINE), (350, "https://tide.example/harbor")],
            [(30, "1 of 1"), (480, "09/03/2034, 08:05")],
            "https://tide.example/harbor",
        ),
        (
            [(30, HEADLINE), (350, "https://tide.example/a-long-na...")],
            [(30, "1 von 1"), (480, "09.03.2034, 08:05")],
            None,
        ),
    ],
)
def test_what_browsers_print_in_the_margins(
    above: list[tuple[int, str]], below: list[tuple[int, str]], address: str | None
) -> None:
    margins = "".join(line(x, 775, text, 7) for x, text in above)
    margins += "".join(line(x, 14, text, 7) for x, text in below)
    body = line(72, 720, HEADLINE, 22, 2) + lines(72, 680, wrapped(0, 4))
    article = article_of(pdf_of(body + margins))
    assert article.text == "\n\n".join([HEADLINE, *HARBOR[:4]])
    assert (article.address, article.published) == (address, None)


def locked() -> bytes:
    """A PDF whose key no password opens."""
    data = pdf_of(lines(72, 700, wrapped(0, 3)))
    key = "<" + "5a" * 32 + ">"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<aa> <aa>]"
    return data.replace(b"trailer << ", f"trailer << {lock} ".encode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked(), "it is locked with a password; save it without one"),
        (pdf_of(""), "it holds pictures of pages and no text"),
        (pdf_of("", ""), "it holds pictures of pages and no text"),
        (b"%PDF-1.7\n", "it is a damaged PDF"),
        (b"%PDF-1.7\n%%EOF", "it is a damaged PDF"),
        (pdf_of(lines(72, 700, wrapped(0, 3)))[:300], "it is a damaged PDF"),
    ],
)
def test_a_file_without_an_article_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        documents_of(data)


def hostile() -> Iterator[bytes]:
    """Random bytes after the signature; real files that are cut off or have other bytes in them."""
    chance = random.Random(7)
    for _ in range(2000):
        yield b"%PDF-1.7\n" + chance.randbytes(chance.randrange(600))
    for path in sorted(FOLDER.glob("*.pdf")):
        data = path.read_bytes()
        for _ in range(15):
            yield data[: chance.randrange(len(data))]
            changed = bytearray(data)
            for _ in range(chance.choice((3, 30, 300))):
                changed[chance.randrange(len(data))] = chance.randrange(256)
            yield bytes(changed)


def test_any_bytes_are_a_document_or_refused() -> None:
    refused = 0
    for data in hostile():
        try:
            documents = documents_of(data)
        except FormatError:
            refused += 1
        else:
            assert len(documents) == 1
    assert refused >= 2000
