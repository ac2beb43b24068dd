"""Books and issues as pandoc, calibre and publishers make them."""
# ruff: noqa: E501 - markup is not wrapped

from __future__ import annotations

from collections.abc import Mapping

from tests.article_files.shared import LEAD, SECOND, THIRD, packed

CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def xhtml(body: str, title: str = "x", encoding: str = "utf-8", kind: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title></head>'
        f"<body{f' epub:type={kind!r}' if kind else ''}>{body}</body></html>"
    )


def epub(
    pages: Mapping[str, str | bytes],
    metadata: str,
    *,
    guide: str = "",
    nav: str = "",
    aside: tuple[str, ...] = (),
    extra: Mapping[str, str] | None = None,
) -> bytes:
    """An EPUB of these pages, in this order; those of `aside` are outside of the reading order."""
    names = [*pages, *(["nav.xhtml"] if nav else [])]
    items = "".join(
        f'<item id="i{n}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav.xhtml' else ''}/>"
        for n, name in reversed(list(enumerate(names)))
    )
    spine = "".join(
        f'<itemref idref="i{n}"{" linear=" + chr(34) + "no" + chr(34) if name in aside else ""}/>'
        for n, name in enumerate(names)
    )
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format("My Book/content.opf"),
        "My Book/content.opf": package,
    }
    members |= {f"My Book/{name}": page for name, page in pages.items()}
    if nav:
        members["My Book/nav.xhtml"] = xhtml(f'<nav epub:type="toc"><h1>Contents</h1>{nav}</nav>')
    return packed(members | (extra or {}), stored=("mimetype",))


def pandoc_epub() -> bytes:
    """pandoc: a title page, notes with marks, a list of contents in the reading order."""
    title = "Larkhaven counts its seals again"
    mark = '<a href="#fn1" class="footnote-ref" epub:type="noteref"><sup>1</sup></a>'
    return epub(
        {
            "title_page.xhtml": xhtml(
                f'<section epub:type="titlepage"><h1 class="title">{title}</h1>'
                '<p class="author">Nils van Dorp</p><p class="date">2031-05-12</p></section>'
            ),
            "ch001.xhtml": xhtml(
                f"<section><h1>{title}</h1><p>{LEAD}{mark}</p><p>{SECOND}</p><h2>Costs</h2><p>{THIRD}</p>"
                '<figure><img src="seal.png" alt="x"/><figcaption>A seal</figcaption></figure>'
                '<section class="footnotes"><ol><li><p>Counted from the pier.'
                '<a href="#r1" class="footnote-back">↩</a></p></li></ol></section></section>'
            ),
        },
        f"<dc:title>{title}</dc:title><dc:language>en-US</dc:language><dc:date>2031-05-12</dc:date>"
        '<dc:creator id="c1">van Dorp, Nils</dc:creator>'
        '<meta refines="#c1" property="role">aut</meta>'
        '<dc:creator id="c2">Lotte Brandt</dc:creator><meta refines="#c2" property="role">ill</meta>'
        '<meta property="dcterms:modified">2033-01-01T00:00:00Z</meta>',
        nav='<ol><li><a href="ch001.xhtml">Larkhaven counts its seals again</a></li></ol>',
    )


def issue_epub() -> bytes:
    """calibre: an issue of a paper with a page of sections and bars of links."""
    bar = '<div class="calibre_navbar">| <a href="#">Next</a> | <a href="#">Main Menu</a> |<hr/></div>'
    end = '<div class="calibre_navbar"><p>This article was downloaded by calibre</p></div>'
    return epub(
        {
            "index.html": xhtml(
                "<h2>Top Stories</h2><ul><li><a href='a1.html'>Lighthouse stays closed</a></li>"
                "<li><a href='a2.html'>A second ferry</a></li></ul>"
            ),
            "a1.html": xhtml(
                f"{bar}<h1>Lighthouse of Larkhaven stays closed</h1><p>By Orla Finch</p>"
                f"<p>3 March 2031</p><p>{LEAD}</p><p>{SECOND}</p>{end}"
            ),
            "a2.html": xhtml(
                f"{bar}<h1>A second ferry for the islands</h1><p>{THIRD}</p><p>{SECOND}</p>{end}"
            ),
        },
        "<dc:title>Larkhaven Gazette [Tue, 04 Mar 2031]</dc:title><dc:creator>calibre</dc:creator>"
        "<dc:publisher>calibre</dc:publisher><dc:date>2031-03-04T00:00:00+00:00</dc:date>",
    )


def novel_epub() -> bytes:
    """A publisher's book: cover, imprint, a chapter in two files, Latin-1, empty elements."""
    imprint = (
        "<p>Copyright © 2030 Nils van Dorp</p><p>All rights reserved. ISBN 978-0-00-000000-0</p>"
    )
    return epub(
        {
            "cover.xhtml": xhtml('<img src="cover.jpg" alt="Cover"/>', kind="cover"),
            "front 1.xhtml": xhtml(imprint),
            "one a.xhtml": xhtml(f"<h2>Chapter One</h2><p>{LEAD}</p>", "").replace(
                "<title></title>", "<title/><script/>"
            ),
            "one b.xhtml": xhtml(f'<p><span epub:type="pagebreak"/>{SECOND}</p>'),
            "two.xhtml": xhtml(
                "<h2>Chapter Two</h2><p>The café was closed when they came back from the pier.</p>",
                encoding="iso-8859-1",
            ).encode("latin-1"),
            "answers.xhtml": xhtml("<p>Answers to the questions on page nine.</p>"),
        },
        "<dc:title>The Long Tide</dc:title><dc:creator opf:role='aut'>Nils van Dorp</dc:creator>"
        "<dc:publisher>Sandbank Press</dc:publisher><dc:language>en</dc:language>"
        "<dc:date opf:event='modification'>2032-02-02</dc:date>"
        "<dc:date opf:event='publication'>2030-10-01</dc:date>",
        guide='<reference type="copyright-page" href="front%201.xhtml"/>',
        aside=("answers.xhtml",),
    )
