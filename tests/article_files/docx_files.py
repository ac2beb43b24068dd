"""Documents as Word, Google Docs and others export them."""
# ruff: noqa: E501 - markup is not wrapped

from __future__ import annotations

from tests.article_files.shared import LEAD, SECOND, THIRD, XML, packed

OFFICE = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
WORD_NAMES = (
    'xmlns:w="{w}" xmlns:r="{r}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def p(text: str, style: str = "", look: str = "") -> str:
    """A paragraph; text that begins with "<" is runs."""
    runs = (
        text if text.startswith("<") else f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
        if style
        else f"<w:p>{runs}</w:p>"
    )


def t(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def docx(
    body: str,
    *,
    styles: str = "",
    footnotes: str = "",
    core: str = "",
    office: str = f"{OFFICE}",
    main: str = "word/document.xml",
    chunk: bytes = b"",
) -> bytes:
    """A DOCX file with that body."""
    strict = office == STRICT
    names = WORD_NAMES.format(
        w=f"{STRICT}wordprocessingml/main" if strict else f"{OFFICE}wordprocessingml/2006/main",
        r=f"{STRICT}officeDocument/relationships"
        if strict
        else f"{OFFICE}officeDocument/2006/relationships",
    )
    kinds = (
        f"{STRICT}officeDocument/relationships"
        if strict
        else f"{OFFICE}officeDocument/2006/relationships"
    )

    def relations(*targets: tuple[str, str]) -> str:
        inner = "".join(
            f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(targets, 1)
        )
        return f'{XML}<Relationships xmlns="{OFFICE}package/2006/relationships">{inner}</Relationships>'

    folder, _, file = main.rpartition("/")
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{OFFICE}package/2006/content-types"/>',
        "_rels/.rels": relations(
            (f"{kinds}/officeDocument", f"/{main}"),
            (f"{OFFICE}package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        main: f"{XML}<w:document {names}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{file}.rels": relations(
            (f"{kinds}/styles", "styles.xml"),
            (f"{kinds}/footnotes", "footnotes.xml"),
            (f"{kinds}/aFChunk", "chunk.mht"),
        ),
        f"{folder}/styles.xml": f"{XML}<w:styles {names}>{styles}</w:styles>",
    }
    if footnotes:
        members[f"{folder}/footnotes.xml"] = f"{XML}<w:footnotes {names}>{footnotes}</w:footnotes>"
    if chunk:
        members[f"{folder}/chunk.mht"] = chunk
    if core:
        members["docProps/core.xml"] = (
            f'{XML}<cp:coreProperties xmlns:cp="{OFFICE}package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{core}</cp:coreProperties>"
        )
    return packed(members)


def style(identifier: str, name: str, based_on: str = "", inner: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{based}{inner}</w:style>"
    )


def word_docx() -> bytes:
    """Word: changes, comments, fields, a text box stored twice, hidden text, a large initial."""
    box = f"<w:txbxContent>{p('Open since 1871, never dark for a night')}</w:txbxContent>"
    twice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    field = (
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.example"'
            ' </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        + t("the minutes")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    changed = (
        t("The council ")
        + '<w:del w:id="1" w:author="Desk"><w:r><w:delText>flatly refused </w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="Desk">{t("agreed ")}</w:ins>'
        + '<w:commentRangeStart w:id="0"/>'
        + t("to publish ")
        + field
        + '<w:r><w:commentReference w:id="0"/></w:r>'
        + t(" of its long")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + t("awaited meet")
        + "<w:r><w:softHyphen/></w:r>"
        + t("ing on the pier this week.")
        + t(" Slug 0417 internal", "<w:rPr><w:vanish/></w:rPr>")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    initial = (
        '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>' + t(LEAD[0]) + "</w:p>"
    )
    cells = (
        ("Year", "Visitors"),
        ("2029", "8,120"),
        ("2030", "9,455"),
    )
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in cells
    )
    item = '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('Contents of this report')}</w:sdtContent></w:sdt>"
    )
    asked = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(THIRD)}</w:sdtContent></w:sdt>"
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>'
    body = (
        p("Old lighthouse of Larkhaven closes for the summer", "Titel")
        + p("Stairs have not been safe since the storm", "Untertitel")
        + p("By Dr. Ingrid Åberg and Tom Okoro")
        + p("4 March 2031")
        + contents
        + initial
        + p(LEAD[1:])
        + twice.join(("<w:p>", t(SECOND) + "</w:p>"))
        + picture
        + p("The lighthouse at dusk", "Beschriftung")
        + p("What it costs", "berschrift1")
        + asked
        + f"<w:p>{changed}</w:p>"
        + f"{item}{t('New oak stairs')}</w:p>{item}{t('A second handrail')}</w:p>"
        + p("We shall miss the lamp more than it will miss us.", "Zitat")
        + f"<w:tbl>{rows}</w:tbl>"
        + "<w:sectPr/>"
    )
    styles = (
        style("Titel", "Title")
        + style("Untertitel", "Subtitle")
        + style("berschrift1", "heading 1")
        + style("Beschriftung", "caption")
        + style("Zitat", "Quote")
        + style("ListParagraph", "List Paragraph")
    )
    footnotes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{p("The minutes are kept in the town hall.")}</w:footnote>'
    )
    core = (
        "<dc:title>Microsoft Word - draft2.docx</dc:title><dc:creator>Microsoft Office User</dc:creator>"
        "<dcterms:created>2019-01-01T08:00:00Z</dcterms:created>"
    )
    return docx(body, styles=styles, footnotes=footnotes, core=core)


def google_docx() -> bytes:
    """Google Docs: looks without styles, no properties, line breaks in the masthead."""
    big = '<w:rPr><w:b w:val="1"/><w:sz w:val="40"/></w:rPr>'
    masthead = t("By Marta Quill") + "<w:r><w:br/></w:r>" + t("March 3, 2031")
    return docx(
        p("LARKHAVEN TOWN NEWS")
        + p("Does the town need a second ferry to the islands?", look=big)
        + f"<w:p>{masthead}</w:p>"
        + p(LEAD)
        + p(f"<w:hyperlink r:id='rId1'>{t(SECOND)}</w:hyperlink>")
        + p(THIRD),
        styles='<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
    )


def strict_docx() -> bytes:
    """Strict Open XML, a main part of another name, properties that are right."""
    return docx(
        p("Larkhaven counts its seals again", "Heading1")
        + p(LEAD, "TextBody")
        + p(SECOND, "TextBody")
        + p(THIRD, "TextBody"),
        styles=style("Heading1", "Heading 1") + style("TextBody", "Text Body"),
        core="<dc:title>Larkhaven counts its seals again</dc:title><dc:creator>Okoro, Tom</dc:creator>",
        office=STRICT,
        main="word/document2.xml",
    )
