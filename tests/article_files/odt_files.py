"""OpenDocument texts as LibreOffice and Google Docs export them."""
# ruff: noqa: E501 - markup is not wrapped

from __future__ import annotations

from tests.article_files.shared import LEAD, SECOND, THIRD, XML, packed

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = (
    " ".join(
        f'xmlns:{prefix}="{ODF}{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("draw", "drawing"),
            ("meta", "meta"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def odt(text: str, *, automatic: str = "", meta: str = "", manifest: str = "") -> bytes:
    """An ODT file with that text."""
    return packed(
        {
            "mimetype": ODT_TYPE,
            "content.xml": f"{XML}<office:document-content {ODF_NAMES}><office:automatic-styles>"
            f"{automatic}</office:automatic-styles><office:body><office:text>{text}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"{XML}<office:document-styles {ODF_NAMES}><office:styles>{ODT_STYLES}"
            "</office:styles></office:document-styles>",
            "meta.xml": f"{XML}<office:document-meta {ODF_NAMES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            "META-INF/manifest.xml": f'{XML}<manifest:manifest xmlns:manifest="{ODF}manifest:1.0">'
            f"{manifest}</manifest:manifest>",
        },
        stored=("mimetype",),
    )


def odt_style(
    name: str, inner: str = "", parent: str = "Standard", family: str = "paragraph"
) -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"{inner}</style:style>"
    )


ODT_STYLES = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>'
    "</style:default-style>"
    + odt_style("Heading")
    + odt_style("Title", parent="Heading")
    + odt_style("Heading_20_2", parent="Heading")
    + odt_style("Quotations")
    + odt_style("Illustration")
)


def h(text: str, level: int = 2) -> str:
    return (
        f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text}</text:h>'
    )


def op(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def libreoffice_odt() -> bytes:
    """LibreOffice: changes, a note, a comment, a frame, hidden text, a list of contents, a table."""
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{op('The mayor called it a disgrace.')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    contents = f"<text:table-of-content><text:index-body>{op('Contents 1')}</text:index-body></text:table-of-content>"
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"{op('Counted from the pier.')}</text:note-body></text:note>"
    )
    comment = (
        f"<office:annotation><dc:creator>Desk</dc:creator>{op('Is this so?')}</office:annotation>"
    )
    frame = f"<draw:frame><draw:text-box>{op('Forty seals live on the sandbank')}</draw:text-box></draw:frame>"
    image = "<draw:frame><draw:image/><svg:title>A seal</svg:title></draw:frame>"
    hidden = '<text:span text:style-name="T1"> Slug 0417 internal</text:span>'
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{op(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Year", "Seals"), ("2030", "41"))
    )
    items = "".join(
        f"<text:list-item>{op(item)}</text:list-item>"
        for item in ("Count at dawn", "Count at dusk")
    )
    text = (
        changes
        + op("Larkhaven counts <text:s/>its seals<text:line-break/>once more", "P1")
        + op("By Nils van Dorp")
        + op("12 May 2031")
        + contents
        + op(LEAD + note + comment + hidden)
        + op(SECOND + frame + image)
        + op("Seals on the sandbank", "Illustration")
        + h("How they count")
        + f"<text:list>{items}</text:list>"
        + op("They look at us as if we were the ones being counted.", "Quotations")
        + op(THIRD)
        + f"<table:table><table:table-header-rows>{rows[: rows.index('</table:table-row>') + 18]}"
        f"</table:table-header-rows>{rows[rows.index('</table:table-row>') + 18 :]}</table:table>"
    )
    automatic = odt_style("P1", parent="Title") + odt_style(
        "T1", '<style:text-properties text:display="none"/>', "", "text"
    )
    meta = (
        "<dc:title>Document1</dc:title><meta:initial-creator>admin</meta:initial-creator>"
        "<dc:creator>Lotte Brandt</dc:creator><dc:date>2031-05-20T10:00:00</dc:date>"
    )
    return odt(text, automatic=automatic, meta=meta)


def google_odt() -> bytes:
    """Google Docs: automatic styles only."""
    automatic = odt_style("P1", '<style:text-properties fo:font-size="11pt"/>') + odt_style(
        "P2", '<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/>'
    )
    return odt(
        op("A second ferry for the islands", "P2")
        + op("By Marta Quill", "P1")
        + op("March 3, 2031", "P1")
        + op(LEAD, "P1")
        + op(SECOND, "P1")
        + op(THIRD, "P1"),
        automatic=automatic,
    )


def flat_odt() -> bytes:
    """One file of XML, with a title and an author in its properties only."""
    return (
        f'{XML}<office:document {ODF_NAMES} office:mimetype="{ODT_TYPE}"><office:meta>'
        "<dc:title>Lighthouse of Larkhaven stays closed</dc:title>"
        "<meta:initial-creator>Tom Okoro</meta:initial-creator></office:meta>"
        f"<office:body><office:text>{op(LEAD)}{op(SECOND)}{op(THIRD)}</office:text></office:body>"
        "</office:document>"
    ).encode()
