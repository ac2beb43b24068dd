"""Elements of HTML as blocks with their kinds."""

from __future__ import annotations

import pytest

from briefing.reading.formats.html.blocks import blocks_of, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>The dam <b>hel</b>d.", [("The dam held.", "paragraph")]),
        ("bare <i>words</i>", [("bare words", "paragraph")]),
        ("<h2>Dam</h2><p>It held.", [("Dam", "heading"), ("It held.", "paragraph")]),
        ("<ul><li>a boat<li><p>a net</ul>", [("a boat", "list_item"), ("a net", "list_item")]),
        ("<blockquote><p>We ran.</blockquote>", [("We ran.", "quotation")]),
        ("<figure><img><figcaption>The dam</figure>", [("The dam", "caption")]),
        ('<p class="wp-caption-text">The dam', [("The dam", "caption")]),
        ("<table><tr><th>Boats<td>7</table>", [("Boats | 7", "table_row")]),
        ("<table><tr><td><p>One.<p>Two.</table>", [("One.", "paragraph"), ("Two.", "paragraph")]),
        ("<p>One.<br>Two.", [("One.", "paragraph"), ("Two.", "paragraph")]),
        ("<p>a line<br>cut here", [("a line cut here", "paragraph")]),
        (
            "<p>A bridge stays<br>By Ana Ruiz<br>May 3, 2030<br>It was closed<br>for weeks.",
            [
                ("A bridge stays", "paragraph"),
                ("By Ana Ruiz", "paragraph"),
                ("May 3, 2030", "paragraph"),
                ("It was closed for weeks.", "paragraph"),
            ],
        ),
        (
            "<p>The Tide<br>3 Quay Street<br>Velmora",
            [("The Tide", "paragraph"), ("3 Quay Street", "paragraph"), ("Velmora", "paragraph")],
        ),
        (
            "<p>The council of Velmora met with its neighbors in the hall of<br>Haldwick.",
            [
                (
                    "The council of Velmora met with its neighbors in the hall of Haldwick.",
                    "paragraph",
                )
            ],
        ),
        ("<h1>Velmora<br>Stays Open</h1>", [("Velmora Stays Open", "heading")]),
        ("<table><tr><td>One<br>boat<td>7</table>", [("One boat | 7", "table_row")]),
        (
            "<table><tr><td>It held.<br><br>It broke.</table>",
            [("It held.", "paragraph"), ("It broke.", "paragraph")],
        ),
        ("<p>one<br><br>two", [("one", "paragraph"), ("two", "paragraph")]),
        ("<span>T</span><p>he dam held.", [("The dam held.", "paragraph")]),
        ("<p>A<p>The dam held.", [("A", "paragraph"), ("The dam held.", "paragraph")]),
        ("<p>seen<script>not()</script><style>p{}</style>", [("seen", "paragraph")]),
        ('<p>seen<p hidden>not<p style="display: none">not', [("seen", "paragraph")]),
        ("<p>a &#27;[31m red &#x1b; word", [("a [31m red word", "paragraph")]),
        ("", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]):
    root = parse(text)
    found = [] if root is None else [(block.text, block.kind) for block in blocks_of(root)]
    assert found == expected
