"""Draw the PDFs of this folder with WeasyPrint, in the forms in which people have articles.

    python tests/articles/pdf/make.py [FOLDER]

All people and places are invented. The files are committed: fonts differ from machine to machine.
"""

from __future__ import annotations

import sys
from pathlib import Path

import weasyprint

HERE = Path(__file__).parent
PARAGRAPHS = (HERE / "harbor.txt").read_text("utf-8").splitlines()
HEADLINE = "Tarn Bay keeps its harbor open through the winter"
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP4z8DA8P//fwYGBgYAHgAE/VGGNhQAAAAA"
    "SUVORK5CYII="
)
FONTS = "font-family: 'DejaVu Serif', serif;"


def paragraphs(first: int = 0, last: int | None = None) -> str:
    """Some of the paragraphs as HTML."""
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS[first:last])


def page(body: str, style: str, head: str = "") -> str:
    """A whole page of HTML."""
    return f"<html lang=en><head>{head}<style>{style}</style></head><body>{body}</body></html>"


def newspaper() -> str:
    """A page as InDesign makes them: nameplate, kicker, columns, drop cap, a box, a pull quote."""
    style = (
        "@page { size: 210mm 280mm; margin: 22mm 14mm 18mm;"
        " @top-left { content: 'THE VESTMARK TIDE'; font: 8pt 'DejaVu Sans' }"
        " @top-right { content: 'Wednesday, 12 November 2031'; font: 8pt 'DejaVu Sans' }"
        " @bottom-right { content: counter(page); font: 8pt 'DejaVu Sans' } }"
        " @page :first { @top-left { content: none } @top-right { content: none } }"
        f" body {{ {FONTS} font-size: 8.5pt; line-height: 1.3; margin: 0 }}"
        " .plate { font-size: 34pt; text-align: center; margin: 0; border-bottom: 1pt solid }"
        " .day { text-align: center; font-size: 8pt; margin: 2pt 0 14pt }"
        " .kicker { font: bold 9pt 'DejaVu Sans'; color: #a00; margin: 0; letter-spacing: 1pt }"
        " h1 { font-size: 25pt; line-height: 1.1; margin: 2pt 0 6pt }"
        " .deck { font-size: 12pt; font-style: italic; margin: 0 0 6pt }"
        " .by { font: bold 8pt 'DejaVu Sans'; margin: 0 0 8pt }"
        " .text { columns: 3; column-gap: 14pt; text-align: justify; hyphens: auto;"
        " column-fill: auto; height: 128mm }"
        " .more { columns: 3; column-gap: 14pt; text-align: justify; hyphens: auto }"
        " .text p, .more p { margin: 0; text-indent: 1em }"
        " .text p:first-child { text-indent: 0 }"
        " .cap { float: left; font-size: 32pt; line-height: .95; margin-right: 2pt }"
        " h2 { font: bold 9.5pt 'DejaVu Sans'; margin: 6pt 0 2pt; text-align: left }"
        " figure { margin: 0 0 8pt } figcaption { font: 6.5pt 'DejaVu Sans' }"
        " .credit { position: absolute; right: -6mm; top: 60mm; font-size: 5pt;"
        " transform: rotate(90deg) }"
    )
    picture = (
        f"<figure><img style='width: 100%; height: 22mm' src='data:image/png;base64,{PICTURE}'>"
        "<figcaption>The northern breakwater at low tide, seen from the ferry.</figcaption>"
        "</figure>"
    )
    first = paragraphs(0, 4).replace("The", "<span class=cap>T</span>he", 1)
    again = paragraphs(0, 3).replace("Tuesday", "Monday")
    body = (
        "<div class=plate>The Vestmark Tide</div>"
        "<p class=day>Helmsund · Wednesday, 12 November 2031 · No. 264</p>"
        "<p class=kicker>COAST</p>"
        f"<h1>{HEADLINE}</h1>"
        "<p class=deck>After five hours the council finds the money to repair a breakwater that"
        " has been sinking for two years</p>"
        "<p class=by>By Lena Ostrom</p>"
        f"{picture}<div class=credit>ILLUSTRATION: TIDE GRAPHICS</div>"
        f"<div class=text>{first}<h2>A third from the region</h2>{paragraphs(4, 9)}"
        f"<h2>Empty houses</h2>{paragraphs(9)}{again}</div>"
    )
    return page(body, style)


def paper() -> str:
    """A paper as LaTeX sets it: running heads, columns, notes at the foot, numbered headings."""
    style = (
        "@page { size: A4; margin: 26mm 18mm 24mm;"
        " @top-left { content: 'Journal of Coastal Towns 14 (2033)'; font: 8pt 'DejaVu Serif' }"
        " @top-right { content: 'H. Verhoeven and T. Aldous'; font: 8pt 'DejaVu Serif' }"
        " @bottom-center { content: counter(page); font: 9pt 'DejaVu Serif' }"
        " @footnote { border-top: .5pt solid; padding-top: 3pt } }"
        f" body {{ {FONTS} font-size: 9.5pt; line-height: 1.25; margin: 0 }}"
        " h1 { font-size: 16pt; font-weight: normal; text-align: center; margin: 0 0 10pt }"
        " .who, .when { text-align: center; margin: 0 0 8pt; font-size: 11pt }"
        " .text { columns: 2; column-gap: 16pt; text-align: justify; hyphens: auto }"
        " .text p { margin: 0; text-indent: 1.2em }"
        " h2 { font-size: 11pt; margin: 8pt 0 4pt }"
        " .note { float: footnote; font-size: 7.5pt }"
        " ::footnote-call { font-size: 65%; vertical-align: super; line-height: 0 }"
    )
    noted = [
        text + (f"<span class=note>{note}</span>" if note else "")
        for text, note in zip(
            PARAGRAPHS,
            (
                "",
                "Minutes of the council, volume 88, page 12.",
                "",
                "",
                "The estimate was made before the price of cement rose.",
                "",
                "",
                "Helmsund Studies in Marine Biology, number 7.",
                *[""] * 4,
            ),
            strict=True,
        )
    ]
    text = "".join(f"<p>{one}</p>" for one in noted)
    more = paragraphs().replace("Tarn Bay", "Arn Sound")
    body = (
        "<h1>Small Harbors and the Price of Staying Open:<br>A Case from the Coast of Vestmark</h1>"
        "<p class=who>Hanna Verhoeven and Thomas Aldous</p><p class=when>3 February 2033</p>"
        f"<div class=text><h2>1 Introduction</h2>{text}<h2>2 A second harbor</h2>{more}</div>"
    )
    return page(body, style)


def printed() -> str:
    """A web page that a browser printed: stamp and title above, address and count below."""
    style = (
        "@page { size: A4; margin: 14mm 10mm;"
        " @top-left { content: '3/9/34, 8:05 AM'; font: 7pt 'DejaVu Sans' }"
        f" @top-center {{ content: '{HEADLINE} | The Vestmark Tide'; font: 7pt 'DejaVu Sans' }}"
        " @bottom-left { content: 'https://tide.example/coast/harbor-stays-open?ref=home';"
        " font: 7pt 'DejaVu Sans' }"
        " @bottom-right { content: counter(page) '/' counter(pages); font: 7pt 'DejaVu Sans' } }"
        f" body {{ {FONTS} font-size: 12pt; line-height: 1.35; margin: 0 }}"
        " h1 { font-size: 24pt } aside { float: right; width: 55mm; border: 1pt solid;"
        " padding: 4pt; margin: 4pt } aside p { margin: 2pt 0 }"
    )
    links = "".join(
        f"<li><a href=https://tide.example/{one}>{one}</a></li>"
        for one in ("News", "Coast", "Weather and tides", "Opinion", "Subscribe")
    )
    related = "".join(
        f"<li><a href=https://tide.example/{number}>{one}</a></li>"
        for number, one in enumerate(
            (
                "Ferry to Lower Arn runs late again",
                "What the divers saw under the pier",
                "Council to vote on a new library in spring",
                "Storm warning for the outer islands lifted",
                "The last net maker of Quay Street",
            )
        )
    )
    box = (
        "<aside><p><b>Most read</b></p><p>Ferry runs late again</p><p>Tide tables for March</p>"
        "</aside>"
    )
    body = (
        f"<ul>{links}</ul><h1>{HEADLINE}</h1><p>By Lena Ostrom</p><p>March 8, 2034</p>"
        f"{paragraphs(0, 2)}{box}{paragraphs(2)}"
        f"<h3>More from the coast</h3><ul>{related}</ul><p>© 2034 The Vestmark Tide</p>"
    )
    return page(body, style, f"<title>{HEADLINE} | The Vestmark Tide</title>")


def release() -> str:
    """A press release of a word processor: a spaced label, a list, a table, a useless title."""
    style = (
        "@page { size: letter; margin: 30mm 25mm;"
        " @top-left { content: 'Vestmark Harbor Authority – Press Office';"
        " font: 9pt 'DejaVu Sans' }"
        " @bottom-left { content: 'Page ' counter(page) ' of ' counter(pages);"
        " font: 9pt 'DejaVu Sans' } }"
        " body { font: 11pt/1.45 'DejaVu Sans'; margin: 0 } p { margin: 0 0 9pt }"
        " .label { letter-spacing: 5pt; font-size: 10pt } h1 { font-size: 16pt; margin: 0 0 6pt }"
        " td { padding: 2pt 26pt 2pt 0 }"
    )
    rows = "".join(
        f"<tr><td>{year}</td><td>{boats} boats</td><td>{catch} tons landed</td></tr>"
        for year, boats, catch in (
            (2029, 41, 918),
            (2030, 38, 877),
            (2031, 36, 902),
            (2032, 35, 911),
        )
    )
    body = (
        "<p class=label>PRESS RELEASE</p>"
        "<h1>Harbor authority names Solveig Aasen to lead repair of the breakwater</h1>"
        "<p>Helmsund, 14 January 2033</p>"
        f"{paragraphs(0, 2)}<p>The authority will pay for:</p>"
        "<ul><li>a survey of the northern breakwater by divers, which is to be finished before the"
        " end of March;</li><li>new lights at the entrance;</li><li>a pilot boat for larger"
        f" vessels.</li></ul>{paragraphs(3, 5)}<table>{rows}</table>{paragraphs(7)}"
        "<p>Contact: press@harbor.example</p>"
    )
    head = "<title>Microsoft Word - release_final3.doc</title><meta name=author content=admin>"
    return page(body, style, head)


def hebrew() -> str:
    """A page whose lines run from right to left."""
    return (
        "<html lang=he dir=rtl><style>@page { size: A5 } body { font: 11pt 'DejaVu Sans' }</style>"
        "<h1>הנמל נשאר פתוח כל החורף</h1><p>מועצת העיר החליטה ביום שלישי להשאיר את הנמל פתוח לסירות"
        " הדיג במהלך החורף, אחרי דיון של חמש שעות שבו ביקשו יותר מארבעים איש לדבר.</p><p>אחת עשרה"
        " חברי מועצה הצביעו בעד ההצעה ושישה נגד. שניים עזבו את החדר לפני הספירה.</p></html>"
    )


ARTICLES = {
    "newspaper": newspaper,
    "paper": paper,
    "printed": printed,
    "release": release,
    "hebrew": hebrew,
}


def main() -> None:
    """Write all PDFs into a folder, this one unless another is given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for name, html in ARTICLES.items():
        weasyprint.HTML(string=html()).write_pdf(folder / f"{name}.pdf", hinting=False)


if __name__ == "__main__":
    main()
