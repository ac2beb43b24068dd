"""Texts that Markdown or its extensions would change, rendered by several programs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from importlib.util import find_spec

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from briefing.page import to_markdown
from briefing.page.markdown import escape
from tests.articles import brief_of

PARTS = (
    "https:// http:// ftp:// HTTPS://X.ORG https://a.b/c?d=e#f http://localhost/x //localhost"
    " //x.org www. www.a.bc www.x.org/(y) a@b.co A.B+c_d-e@mail.example.org a@b@c.de @b.co a@b"
    " mailto:a@b.co xmpp:a@b.co/res tel:+1 file:///x example.com paper.co.uk a.de пример.рф"
    " xn--80ak6aa92e.com http://a_b_c.de http://a.b/(x) user:pass@x.org 10.0.0.1 ftp.x.org"
    " [x](http://y.z) [x] [x][y] [x]: [^1] ^[x] [ ] [x] ![a](b) <b> </b> <a@b.co> <!-- --> <?x?>"
    " &amp; &#64; &lt; &copy; ** * _ __ *a* _a_ `` ` ```x ~~ ~ ~a~ ~~a~~ | # ## > - + 1. 1) = ==="
    " --- *** ___ (c) (C) (r) (tm) (p) ... .. ???? !!!!! ,, -- +- : :x: {.x} {x=y} ^ ^a^ $ $x$ $$"
    " \\ \\* \\( \" ' “x” ’ word Word's a_b_c 3.5 U.S. 7. @name #12"
    " GH-1 é 漢字 😀 ( ) ; , / ! ? & %"
).split(" ")
PLACES = {
    "{}": "{}",
    "- {}": "{}",
    "1. {}": "{}",
    "1. {} ¶2": "{} ¶2",
    "> “{}”\n> — x": "“{}” — x",
    "> — {} ¶2": "— {} ¶2",
    "# {}": "{}",
    "x {} y": "x {} y",
    "**y** {}": "y {}",
    "*y {} x*": "y {} x",
    "| a |\n|---|\n| {} |": "a {}",
}
"""Where a page has words of the article, and what is then shown."""
ALLOWED = frozenset("p ol ul li blockquote h1 em strong code table thead tbody tr th td hr".split())


def texts(count: int, seed: int = 0) -> Iterator[str]:
    """Hostile texts of one line, the same for the same seed."""
    choose = random.Random(seed)
    for _ in range(count):
        parts = choose.choices(PARTS, k=choose.randint(1, 12))
        yield " ".join("".join(p + choose.choice(("", "", " ")) for p in parts).split())


def renderers() -> dict[str, Callable[[str], str]]:
    """Programs that show Markdown, with all that they have switched on."""
    everything = MarkdownIt("gfm-like", {"html": True, "linkify": True, "typographer": True})
    everything.enable("replacements")
    plugins = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    for plugin in (footnote_plugin, deflist_plugin, tasklists_plugin, gfm_autolink_plugin):
        plugins.use(plugin)
    found: dict[str, Callable[[str], str]] = {
        "CommonMark": MarkdownIt("commonmark").enable("table").render,
        "markdown-it-py": everything.render,
        "markdown-it-py with plugins": plugins.render,
    }
    if find_spec("cmarkgfm"):
        import cmarkgfm
        from cmarkgfm.cmark import Options

        for name, options in (("", 0), (" with all", Options.CMARK_OPT_FOOTNOTES)):
            found[f"cmark-gfm{name}"] = lambda text, options=options: (
                cmarkgfm.github_flavored_markdown_to_html(text, options | Options.CMARK_OPT_UNSAFE)
            )
    return found


class Shown(HTMLParser):
    """What a browser shows of HTML, and with which tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.feed(html)
        self.close()
        self.words = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        del data
        self.tags.add("comment")


def faults_of_text(text: str, render: Callable[[str], str]) -> Iterator[str]:
    """What a program shows otherwise than the article has it."""
    for place, shown_place in PLACES.items():
        shown = Shown(render(place.format(escape(text))))
        if shown.words != shown_place.format(text) or shown.tags - ALLOWED:
            yield f"{place.format(text)!r}: {shown.words!r} {sorted(shown.tags - ALLOWED)}"


def page_of(lines: list[str]) -> str:
    """The page of an article in which each line is a sentence, a title, an author, a quote."""
    text = "\n\n".join([lines[0], *(f"{line} says Ana Ruiz." for line in lines[1:])])
    source = f"about {lines[0]}"  # an address alone is linked on purpose
    briefing = brief_of(text, source=source, authors=tuple(lines[:2]), length=4)
    return to_markdown(briefing)


def faults_of_page(lines: list[str], render: Callable[[str], str]) -> Iterator[str]:
    """What a program makes of a whole page besides what the page is made of."""
    shown = Shown(render(page_of(lines)))
    if shown.tags - ALLOWED:
        yield f"a page of {lines!r}: {sorted(shown.tags - ALLOWED)}"
