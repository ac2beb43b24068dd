"""The files of cases are read as they look."""

import pytest

from tests.briefing.cases import FIXTURES, Case, cases, numbered

FILE = """# What is expected: the words.

Two words
.
one two

three
.
one
two
.

Nothing
.
...
.
.
"""


def test_a_case_is_a_title_a_text_and_the_lines_expected():
    assert numbered(FILE) == [
        (3, Case("Two words", "one two\n\nthree", ["one", "two"])),
        (13, Case("Nothing", "...", [])),
    ]


@pytest.mark.parametrize("file", ["Title\n", "Title\ntext\n.\n.\n", "Title\n.\ntext\n.\nwords\n"])
def test_a_case_that_is_not_whole_is_refused(file):
    with pytest.raises(ValueError, match="line 1: "):
        numbered(file)


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.glob("*.txt")))
def test_no_file_is_empty_and_no_two_cases_have_one_title(name):
    titles = [param.values[0].title for param in cases(name)]
    assert titles
    assert len(set(titles)) == len(titles)
