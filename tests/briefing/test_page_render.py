"""The brief, printed: one sheet of A4 and one of US Letter, whatever is in it.

Needs WeasyPrint and Pango; skipped without them, except where CI is set.
"""

import os
import warnings

import pytest
from markdown_it import MarkdownIt

from briefing.page.one_page import COLUMNS, MOST_ROWS, MOST_WORDS, fits, to_markdown
from tests.articles import briefings

STYLE = """
@page {{ size: {size}; margin: 20mm }}
body {{ font: 10pt/1.32 "DejaVu Sans", sans-serif; margin: 0 }}
h1 {{ font-size: 16pt; margin: 0 0 6pt }}
p, ol, table, blockquote {{ margin: 0 0 6pt }}
blockquote {{ margin-left: 12pt }}
ol {{ padding-left: 16pt }}
table {{ border-collapse: collapse }}
td, th {{ padding: 0 6pt 0 0; text-align: left }}
body, td {{ overflow-wrap: anywhere }}
"""

try:
    with warnings.catch_warnings(action="ignore"):  # it warns of what later versions will need
        from weasyprint import HTML
except (ImportError, OSError) as error:
    if os.environ.get("CI"):
        raise
    pytest.skip(f"WeasyPrint cannot be used here: {error}", allow_module_level=True)


def pages(markdown, size):
    body = MarkdownIt("commonmark").enable("table").render(markdown)
    return len(HTML(string=f"<style>{STYLE.format(size=size)}</style>{body}").render().pages)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("size", ["A4", "letter"])
class TestPrinted:
    @pytest.mark.parametrize("name", list(briefings()))
    def test_every_brief_is_one_page(self, name, size):
        assert pages(to_markdown(briefings()[name]), size) == 1

    def test_the_largest_page_there_can_be(self, size):
        lines = ["# The council votes", "", *[f"- {'winters ' * 8}ended"] * (MOST_WORDS // 10 - 1)]
        text = "\n".join(lines)
        assert fits(text)
        assert len(text.split()) > 0.98 * MOST_WORDS
        assert max(map(len, lines)) <= COLUMNS
        assert pages(text, size) == 1

    def test_more_would_be_two(self, size):
        assert pages("# Long\n\n" + "word " * 20 * MOST_ROWS, size) == 2
