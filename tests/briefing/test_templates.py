"""Templates: another order and other headings, the same one page, and no way out of the sandbox."""

import pytest

from briefing.errors import BriefingError
from briefing.page import to_markdown
from briefing.page.markdown import rows
from briefing.page.templates import load, names, user_folder
from tests.articles import brief_of, briefings, invented

NAMES = list(briefings())


@pytest.fixture
def write():
    """Puts a template of the user's own where brief looks for it, and loads it."""

    def write(text, name="mine"):
        user_folder().mkdir(parents=True, exist_ok=True)
        (user_folder() / f"{name}.md.j2").write_text(text, encoding="utf-8")
        return load(name)

    return write


def fits(page):
    return len(page.split()) <= 340 and rows(page.rstrip("\n"), 80) <= 48


@pytest.mark.parametrize("name", NAMES)
def test_desk_is_the_usual_page(name):
    assert to_markdown(briefings()[name], load("desk")) == to_markdown(briefings()[name])


@pytest.mark.parametrize("name", NAMES)
def test_memo_fits_too(name):
    page = to_markdown(briefings()[name], load("memo"))
    assert page.startswith("# Memo: ")
    assert fits(page)


@pytest.mark.parametrize("name", NAMES[::4])
def test_wire_is_three_lines_and_two_quotes(name):
    page = to_markdown(briefings()[name], load("wire"))
    assert fits(page)
    assert sum(line[:3] in ("1. ", "2. ", "3. ") for line in page.splitlines()) <= 3
    assert sum(line.startswith("> “") for line in page.splitlines()) <= 2


def test_memo_has_another_order():
    page = to_markdown(invented(10), load("memo"))
    labels = ["**Dates**", "**Places**", "**Bottom line**", "**In their words**", "**Who is who**"]
    assert [page.index(label) for label in labels] == sorted(page.index(label) for label in labels)


@pytest.mark.parametrize("hundred_words", [1, 2])
def test_words_of_the_template_make_room_by_leaving_items_out(write, hundred_words):
    layout = write(
        "{% for q in quotes %}> {{ q.text }} {{ q.cite }}\n\n{% endfor %}"
        "{% for s in summary %}- {{ s.text }}\n{% endfor %}\n"
        + "word " * 100 * hundred_words
        + "\n\n{{ left_out }}"
    )
    page = to_markdown(invented(10), layout)
    assert fits(page)
    assert "quote" in page.splitlines()[-1]
    assert page.count("\n- ") + page.startswith("- ") >= 3
    assert len(page.split()) > 300


def test_items_that_the_template_does_not_show_make_no_room(write):
    briefing = invented(10)
    only_quotes = write("{% for q in quotes %}> {{ q.text }}\n\n{% endfor %}")
    assert to_markdown(briefing, only_quotes).count("> ") >= to_markdown(briefing).count("\n> — ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("word " * 341, "no room on one page"),
        ("# {{ headline }\n", "line 1"),
        ("a\n{% for %}", "line 2"),
        ("{{ hedline }}", "'hedline' is undefined"),
        ("{{ headline.__class__.__mro__ }}", "unsafe"),
        ("{{ summary.__class__.__base__.__subclasses__() }}", "unsafe"),
        ("{{ ''.format.__globals__ }}", "unsafe"),
        ("{{ range(9) }}", "'range' is undefined"),
        ("{{ cycler.__init__.__globals__.os }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "template mine"),
        ("{{ 1 // 0 }}", "zero"),
    ],
)
def test_what_cannot_be_laid_out_is_said_in_one_line(write, text, said):
    with pytest.raises(BriefingError) as caught:
        to_markdown(invented(3), write(text))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["magic", "../desk", "/etc/passwd", "", "a\x1b[2J"])
def test_an_unknown_name_is_answered_with_those_there_are(name, write):
    write("x", name="own")
    with pytest.raises(BriefingError, match=r"desk, memo, own, wire") as caught:
        load(name)
    assert str(caught.value).isprintable()


def test_a_file_that_is_no_text_is_said(write):
    write("x")
    (user_folder() / "mine.md.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BriefingError, match="template mine: "):
        load("mine")


def test_the_users_own_goes_before_ours(write):
    assert names() == ["desk", "memo", "wire"]
    briefing = brief_of("Pier closes\n\nThe pier of Velmora closed.")
    assert to_markdown(briefing, write("{{ headline }}\n", name="desk")) == "Pier closes\n"
    assert names() == ["desk", "memo", "wire"]


def test_no_control_character_comes_through(write):
    page = to_markdown(invented(3), write("{{ '\\x1b[2J' }}\x1b]0;x\x07{{ headline }}"))
    assert "\x1b" not in page
    assert "\x07" not in page
